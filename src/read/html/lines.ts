import { decodeEntities } from '../markup/entities.ts'
import { type Piece, VOID } from '../markup/tags.ts'

/** What the markup says of an element by its tag, class, id and other attributes. */
export interface Mark {
  kind: 'author' | 'date' | 'title' | 'site'
  /** Its text, blocks within it apart by " | ". */
  text: string
  /** `datetime`, `content`, `title` or `data-…` of the element. */
  stamp: string | null
  /** Index of the line in which it begins. */
  line: number
  away: boolean
  root: number
  /** Class, id and the like, as written: "published updated". */
  names: string
  /** `itemprop`, `rel` or a link to an author's page, against a mere class. */
  strong: boolean
}

/** A line of the page as a reader sees it. */
export interface Line {
  text: string
  /** 1 to 6 in a heading, else 0. */
  level: number
  /** Stands in a menu, among comments, teasers or other things beside the article. */
  away: boolean
  /** Stands in the page's footer. */
  footer: boolean
  /** The outermost element that is away, by its number; -1 for none. */
  root: number
}

export interface PageLines {
  lines: Line[]
  marks: Mark[]
}

const BREAKING: ReadonlySet<string> = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary details table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const APART: ReadonlySet<string> = new Set(['a', 'span', 'time', 'strong', 'em'])
const AWAY_TAGS: ReadonlySet<string> = new Set(['nav', 'dialog', 'figcaption', 'button', 'menu'])
/** Elements that hold the article, whatever their class says: `<body class="archive subscriber">`. */
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])
/** Words of classes and ids of what stands beside an article. */
const AWAY =
  /(?<!has-|with-|no-)(?:^|[\s_-])(?:comments?(?!-count)|commentlist|respond|disqus|related|relatedposts|recirc\w{0,8}|recommend\w{0,8}|most-?read|most-?popular|popular|trending|ticker|breaking|latest|breadcrumbs?|newsletter|subscri\w{0,8}|signup|cookies?|consent|cmp\w{0,6}|gdpr|sidebar|widget|promo\w{0,6}|more-?(?:from|on|stories|info|news)|read-?(?:next|more|also)|keep-?reading|up-?next|upcoming|events?|event-box|calendar-widget|prev-?next|prev|pagination|archive|lang|languages?|caption|nl-box|teasers?|ads?|advert\w{0,8}|sponsor\w{0,4}|recent|topline|sub-?nav|menu|main-?menu)(?=$|[\s_-]|\d)/i
const AUTHOR =
  /(?:^|[\s_-])(?:author\w{0,2}|authorname|byline\w{0,2}|bylineinfo|by|byl|writer\w{0,1}|reporter\w{0,1}|journalist\w{0,2}|contributor\w{0,2}|signature|signatur|autor\w{0,3}|auteur\w{0,1}|verfasser|redakteur|firma|szerzo|yazar|penulis|wr|vcard|fn|names?|credit|createdby|people|user-name|username|creator)(?=$|[\s_:-]|\d)/i
const NO_AUTHOR =
  /comment|photo|image|caption|pict|form|search|input|field__label|site-?name|logo|avatar|social|follow|time|date|count|org|publisher|file-?name/i
const DATE =
  /(?:^|[\s_-])(?:date\w{0,6}|dateline|time|timestamp|time-ago|ago|when|publish\w{0,6}|published-?\w{0,4}|pub\w{0,5}|posted\w{0,3}|postmetadata|created|fecha|datum|data|zeit|dmt|issue|written|upd\w{0,4}|modif\w{0,4}|datestamp\w{0,6}|article-?date|entry-?date|cal|ts|dt)(?=$|[\s_:-]|\d)/i
const TITLE =
  /(?:^|[\s_-])(?:\w{0,8}headline\w{0,3}|\w{0,8}title|tit|btitle|view_headline|entry-title|article-title|page-title)(?=$|[\s_:-]|\d)/i
const SITE =
  /(?:^|[\s_-])(?:site-?(?:title|name|logo|branding)|logo\w{0,4}|brand|masthead|blog-?title|press-?logo|\w{0,20}_top_logo)(?=$|[\s_:-]|\d)/i
const AUTHOR_PAGE =
  /\/(?:authors?|profiles?|people|our-people|staff|by|contributors?|journalists?|reporters?|writers?|experts?|columnists?|autore?s?|auteurs?|signataires|aut|user|r|reporter)\/[^/?#]{2,}|[?&]author=/i
const WANTED =
  /(?:^|\s)(class|id|itemprop|rel|property|datetime|content|title|href|alt|data-[\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const STAMPED = /date|time|publish/i

/** Longer text of a marked element is no name and no date. */
const LONGEST_MARK = 300
const MOST_MARKS = 400
const MOST_LINES = 6_000

interface Open {
  name: string
  away: boolean
  root: number
  footer: boolean
  mark: Mark | null
}

/** Lines of a page, gathered in one pass over its markup, and the elements whose names speak of authors, dates and titles. */
export class LineWalk {
  private readonly lines: Line[] = []
  private readonly marks: Mark[] = []
  private inTitle = false
  private line = ''
  private level = 0
  private readonly around: Open[] = []
  private marked = 0
  private roots = 0
  /** The last piece closed a link or a span: another that follows at once stands apart on the screen. */
  private closed = false

  see(piece: Piece): void {
    if (this.lines.length > MOST_LINES) return
    if (piece.kind === 'text') {
      if (!this.inTitle) this.text(piece.raw)
    } else if (piece.name === 'title') this.inTitle = piece.kind === 'open'
    else if (piece.kind === 'open') this.open(piece)
    else this.close(piece.name)
  }

  private text(raw: string): void {
    this.closed = false
    if (raw.length < 40 && raw.trim() === '') {
      this.line += ' '
      if (this.marked > 0) this.tell(' ')
      return
    }
    const text = decodeEntities(raw)
    this.line += text
    if (this.marked > 0) this.tell(text)
  }

  /** What is read goes into every marked element that is open. */
  private tell(text: string): void {
    for (let i = this.around.length - 1, left = this.marked; i >= 0 && left > 0; i--) {
      const mark = this.around[i]?.mark
      if (mark === null || mark === undefined) continue
      left--
      if (mark.text.length <= LONGEST_MARK) mark.text += text
    }
  }

  /** `<div class="sidebar-1">` may hold the article. */
  private bringBack(): void {
    const prose = new Map<number, number>()
    let all = 0
    for (const { text, root } of this.lines) {
      if (text.length < PROSE) continue
      all += text.length
      if (root >= 0) prose.set(root, (prose.get(root) ?? 0) + text.length)
    }
    for (const [root, size] of prose) {
      if (size <= all * LARGEST_AWAY) continue
      for (const line of this.lines) if (line.root === root) line.away = false
      for (const mark of this.marks) if (mark.root === root) mark.away = false
    }
  }

  private open(piece: Piece): void {
    const { name } = piece
    if (BREAKING.has(name)) this.break(name === 'br' ? 0 : levelOf(name))
    else if (this.closed && APART.has(name)) this.text(' | ')
    this.closed = false
    const names = piece.raw.length > 3 ? namesOf(piece) : NOTHING
    const outer = this.around.at(-1)
    const away = (outer?.away ?? false) || AWAY_TAGS.has(name) || (!WHOLE.has(name) && isAway(names.names))
    if (VOID.has(name) || name === 'amp-img' || piece.raw.endsWith('/')) {
      this.single(name, names, away)
      return
    }
    const root = outer?.away === true ? outer.root : away ? this.roots++ : -1
    if (names.author !== '')
      this.marks.push({ ...this.newMark('author', names, away, -1, names.author), strong: true })
    const footer = (outer?.footer ?? false) || (name === 'footer' && !this.inArticle())
    const mark = this.marks.length < MOST_MARKS ? this.markOf(name, names, away, root) : null
    if (mark !== null) {
      this.marks.push(mark)
      this.marked++
    }
    this.around.push({ name, away, root, footer, mark })
  }

  /** `<meta itemprop="datePublished" content="…">`, `<img class="logo" alt="Example Post">` */
  private single(name: string, names: Names, away: boolean): void {
    if ((name === 'img' || name === 'amp-img') && names.alt !== '' && names.alt.length < 80) {
      const inLogo = this.around.slice(-3).some(({ mark }) => mark?.kind === 'site')
      if (inLogo || this.lines.length < 6 || SITE.test(names.names))
        this.marks.push(this.newMark('site', names, away, -1, names.alt))
    }
    if (name === 'meta' && names.stamp !== null && /datePublished|dateCreated/i.test(names.names))
      this.marks.push({ ...this.newMark('date', names, away, -1, ''), strong: true })
  }

  private inArticle(): boolean {
    return this.around.some(({ name }) => name === 'article')
  }

  private markOf(name: string, names: Names, away: boolean, root: number): Mark | null {
    const kind = kindOf(name, names)
    if (kind === null) return null
    const mark = this.newMark(kind, names, away, root, '')
    return kind === 'author' && (/author/.test(names.prop) || AUTHOR_PAGE.test(names.href))
      ? { ...mark, strong: true }
      : kind === 'date' && /datePublished|dateCreated|dc:date|dc:created/i.test(names.prop)
        ? { ...mark, strong: true }
        : mark
  }

  private newMark(kind: Mark['kind'], names: Names, away: boolean, root: number, text: string): Mark {
    const { stamp } = names
    return { kind, text, stamp, line: this.lines.length, away, root, names: names.names, strong: false }
  }

  private close(name: string): void {
    if (BREAKING.has(name)) this.break(0)
    this.closed = APART.has(name)
    for (let i = this.around.length - 1; i >= 0 && i >= this.around.length - 40; i--) {
      if (this.around[i]?.name !== name) continue
      for (const open of this.around.splice(i)) if (open.mark !== null) this.marked--
      return
    }
  }

  private break(next: number): void {
    const text = this.line.replace(/\s+/g, ' ').replace(/^[\s|]+|[\s|]+$/g, '')
    this.line = ''
    if (text !== '') {
      const inside = this.around.at(-1)
      this.lines.push({
        text,
        level: this.level,
        away: inside?.away ?? false,
        root: inside?.root ?? -1,
        footer: inside?.footer ?? false,
      })
    }
    this.level = next
    if (this.marked > 0) this.tell(' | ')
  }

  result(): PageLines {
    this.break(0)
    this.bringBack()
    for (const mark of this.marks) {
      mark.text =
        mark.text.length > LONGEST_MARK
          ? ''
          : mark.text
              .replace(/\s+/g, ' ')
              .replace(/(?: ?\| ?)+/g, ' | ')
              .replace(/^[\s|]+|[\s|]+$/g, '')
    }
    return { lines: this.lines, marks: this.marks }
  }
}

/** Prose is longer than labels and teasers, in characters. */
const PROSE = 80
/** An element that holds this share of the page's prose is no menu, whatever its class says. */
const LARGEST_AWAY = 0.4

function levelOf(name: string): number {
  return name.length === 2 && name[0] === 'h' && name !== 'hr' ? Number(name[1]) : 0
}

interface Names {
  /** Class, id, itemprop, rel and property. */
  names: string
  prop: string
  stamp: string | null
  href: string
  alt: string
  author: string
}

const REMEMBERED = 5_000
const NOTHING: Names = { names: '', prop: '', stamp: null, href: '', alt: '', author: '' }

/** Attributes as written with what they say: cards and list items repeat theirs. */
const namesBy = new Map<string, Names>()
const LONGEST_REMEMBERED = 120

function namesOf({ raw }: Piece): Names {
  if (raw.length > LONGEST_REMEMBERED) return readNames(raw)
  let names = namesBy.get(raw)
  if (names === undefined) {
    names = readNames(raw)
    if (namesBy.size > REMEMBERED) namesBy.clear()
    namesBy.set(raw, names)
  }
  return names
}

function readNames(raw: string): Names {
  const found: Names = { names: '', prop: '', stamp: null, href: '', alt: '', author: '' }
  for (const match of raw.matchAll(WANTED)) {
    const name = (match[1] ?? '').toLowerCase()
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    if (name === 'class' || name === 'id') found.names += `${value} `
    else if (name === 'itemprop' || name === 'rel' || name === 'property') {
      found.names += `${value} `
      found.prop += `${value} `
    } else if (name === 'href') found.href = value
    else if (name === 'alt') found.alt = decodeEntities(value)
    else if (name === 'datetime') found.stamp = value
    else if (name === 'content' || name === 'title') found.stamp ??= value
    else if (/^data-(?:author|byline)(?:-?names?)?$/.test(name)) found.author = decodeEntities(value)
    else if (STAMPED.test(name) && /\d{4}/.test(value)) {
      found.stamp = value
      found.names += 'timestamp '
    }
  }
  return found
}

/** Pages repeat their classes: what they mean is worked out once. */
const awayBy = new Map<string, boolean>()

function isAway(names: string): boolean {
  if (names === '') return false
  let answer = awayBy.get(names)
  if (answer === undefined) {
    answer =
      AWAY.test(spaced(names)) &&
      !/(?:^|\s)(?:article|story|post|entry|content)-?(?:body|content)/i.test(names)
    if (awayBy.size > REMEMBERED) awayBy.clear()
    awayBy.set(names, answer)
  }
  return answer
}

const kindBy = new Map<string, Mark['kind'] | null>()

function kindOf(name: string, names: Names): Mark['kind'] | null {
  if (name === 'time' || name === 'bsp-timestamp') return 'date'
  if (name === 'abbr' && names.stamp !== null) return 'date'
  if (name === 'a' && AUTHOR_PAGE.test(names.href)) return 'author'
  if (
    name === 'a' &&
    /^(?:https?:\/\/[^/]{3,80})?\/?(?:en\/?|index\.html?|Default\.aspx)?$/i.test(names.href) &&
    names.href !== ''
  )
    return 'site'
  if (names.names === '') return null
  let kind = kindBy.get(names.names)
  if (kind === undefined) {
    kind = kindByNames(spaced(names.names))
    if (kindBy.size > REMEMBERED) kindBy.clear()
    kindBy.set(names.names, kind)
  }
  return kind
}

function kindByNames(names: string): Mark['kind'] | null {
  if (SITE.test(names)) return 'site'
  if (AUTHOR.test(names) && !NO_AUTHOR.test(names)) return 'author'
  if (DATE.test(names)) return 'date'
  return TITLE.test(names) ? 'title' : null
}

/** `relatedPosts` → `related-Posts`: camel humps are separators too. */
function spaced(names: string): string {
  return names
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('__', '-')
}
