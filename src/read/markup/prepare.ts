import { EntenteError } from '../../record/errors.ts'
import { isCaption } from '../furniture/captions.ts'
import type { Limits, Removal } from '../types.ts'
import { decodeEntities } from './entities.ts'
import { isCaptionClass, isJunk } from './junk.ts'
import { attribute, type Piece, pieces, VOID } from './tags.ts'

/** Elements that only wrap: where a page nests too deep they can go, and their text stays. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'div span font center b i u em strong small big a p section article ins del sub sup abbr label td tr tbody table ul ol li dl dd dt blockquote form fieldset'.split(
    ' ',
  ),
)
/** Elements whose closing tag may be missing, so that they do not nest. */
const SELF_CLOSING: ReadonlySet<string> = new Set([
  'p',
  'li',
  'dd',
  'dt',
  'option',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'optgroup',
])

/** Empty elements that pages are full of, and that say nothing of where the text is; Readability asks `meta` for the byline. */
const DROPPED: ReadonlySet<string> = new Set(['link', 'base', 'input', 'img', 'source', 'track'])
/** Elements after whose tags white space is not seen. */
const BLOCKS: ReadonlySet<string> = new Set(
  'html head body div p ul ol li dl dd dt table tbody thead tr td th section article header footer main aside nav figure h1 h2 h3 h4 h5 h6 form blockquote'.split(
    ' ',
  ),
)
/** Elements that are looked at for being junk even without class or id. */
const ASKED: ReadonlySet<string> = new Set(['nav', 'button', 'form', 'dialog', 'menu', 'figcaption'])
/** Below this share of the page's paragraphs an element that looks like junk may go; above it, its class lies. */
const LARGEST_JUNK = 0.4
/** A shorter paragraph is a label or a teaser, in characters. */
const SHORTEST_PARAGRAPH = 40
const LONGEST_CAPTION = 700
/** Attributes longer than this in all say nothing of an article. */
const LONGEST_TAG = 50_000

export interface Prepared {
  markup: string
  captions: string[]
  removed: Removal[]
}

type PageLimits = Pick<Limits, 'depth' | 'elements' | 'flatten' | 'markup'>

/** What looks like furniture or a caption: a stretch of the parts, and how much prose stands in it. */
interface Suspect {
  from: number
  to: number
  prose: number
  /** Text of a caption; null for mere furniture. */
  caption: string | null
}

interface Open {
  name: string
  kept: boolean
  suspect: Suspect | null
  /** Characters that were read when it opened. */
  from: number
}

/**
 * A page's markup without scripts, styles, comments and furniture, so that parsing is fast, and without superfluous
 * depth: Readability takes seconds for 1,000 nested elements and runs out of stack at 10,000. Linear in the page's
 * length. `see` is shown every piece of the page on the way.
 */
export function prepare(
  html: string,
  name: string,
  limits: PageLimits,
  see: (piece: Piece) => void,
): Prepared {
  const work = new Preparation(name, limits)
  for (const piece of pieces(html)) {
    see(piece)
    if (piece.kind === 'text') work.text(piece.raw)
    else if (piece.kind === 'open') work.open(piece)
    else work.close(piece.name)
  }
  return work.result()
}

class Preparation {
  private readonly parts: string[] = []
  private readonly around: Open[] = []
  private readonly counts = new Map<string, number>()
  private readonly suspects: Suspect[] = []
  private readonly suspected: Suspect[] = []
  private size = 0
  private elements = 0
  private read = 0
  private prose = 0
  private afterBlock = false
  private readonly name: string
  private readonly limits: PageLimits

  constructor(name: string, limits: PageLimits) {
    this.name = name
    this.limits = limits
  }

  text(raw: string): void {
    if (this.afterBlock && raw.trim() === '') return
    this.afterBlock = false
    // A lone `<` would cost the parser a search to the end of the page.
    this.push(raw.includes('<') ? raw.replaceAll('<', '&lt;') : raw)
    this.read += raw.trim().length
    for (const suspect of this.suspected)
      if (suspect.caption !== null && suspect.caption.length <= LONGEST_CAPTION)
        suspect.caption += decodeEntities(raw)
  }

  open(piece: Piece): void {
    const { name } = piece
    // The parser hands the words of a class on as so many arguments: a hundred thousand are more than the stack holds.
    const raw = piece.raw.length > LONGEST_TAG ? '' : piece.raw
    this.afterBlock = BLOCKS.has(name)
    if (++this.elements > this.limits.elements) {
      throw new EntenteError(
        'E_TOO_LARGE',
        `${this.name} has more than ${this.limits.elements} elements (limit elements): it is no article's page`,
      )
    }
    if (VOID.has(name) || raw.endsWith('/')) {
      if (!DROPPED.has(name)) this.push(`<${name}${raw}>`)
      return
    }
    if (SELF_CLOSING.has(name) && this.around.at(-1)?.name === name) this.pop()
    const kept = this.around.length < this.limits.flatten || !WRAPPERS.has(name)
    const suspect = this.suspect(name, raw)
    this.around.push({ name, kept, suspect, from: this.read })
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    if (this.around.length > this.limits.depth) {
      throw new EntenteError(
        'E_TOO_DEEP',
        `${this.name} nests more than ${this.limits.depth} elements (limit depth): it is no article's page`,
      )
    }
    if (kept) this.push(`<${name}${raw}>`)
  }

  private suspect(name: string, raw: string): Suspect | null {
    const asked = ASKED.has(name)
    if (!asked && raw.length < 4) return null
    const className = attribute(raw, 'class')
    const id = attribute(raw, 'id')
    if (!asked && className === '' && id === '') return null
    const caption = name === 'figcaption' || isCaptionClass(className)
    if (!caption && !isJunk(name, className, id)) return null
    const suspect = { from: this.parts.length, to: -1, prose: 0, caption: caption ? '' : null }
    this.suspects.push(suspect)
    this.suspected.push(suspect)
    return suspect
  }

  /** Closes elements up to the one named, as a browser does; what was never opened closes nothing. */
  close(name: string): void {
    this.afterBlock = BLOCKS.has(name)
    if ((this.counts.get(name) ?? 0) === 0) return
    while (this.around.length > 0) if (this.pop() === name) return
  }

  private pop(): string {
    const open = this.around.pop()
    if (open === undefined) return ''
    const { name, kept, suspect, from } = open
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1)
    if (kept) this.push(`</${name}>`)
    if (suspect !== null) {
      suspect.to = this.parts.length
      this.suspected.pop()
    }
    if (name === 'p' && this.read - from >= SHORTEST_PARAGRAPH) {
      this.prose += this.read - from
      for (const around of this.suspected) around.prose += this.read - from
    }
    return name
  }

  private push(part: string): void {
    this.size += part.length
    this.parts.push(part)
  }

  result(): Prepared {
    while (this.around.length > 0) this.pop()
    if (this.size > this.limits.markup) {
      throw new EntenteError(
        'E_TOO_LARGE',
        `${this.name} has ${this.size} characters of markup without scripts, more than the limit ${this.limits.markup} (markup)`,
      )
    }
    const { parts } = this
    const captions: string[] = []
    const removed: Removal[] = []
    let last = 0
    for (const { from, to, prose, caption } of this.suspects) {
      if (prose > this.prose * LARGEST_JUNK) continue
      if (caption !== null && !takeCaption(caption, captions, removed)) continue
      for (let i = Math.max(from, last); i < to; i++) parts[i] = ''
      last = Math.max(last, to)
    }
    return { markup: parts.join(''), captions, removed }
  }
}

/** False where the text is too long for a caption. */
function takeCaption(caption: string, captions: string[], removed: Removal[]): boolean {
  const text = caption.replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_CAPTION) return false
  if (text.includes(' ') && (text.length > 20 || isCaption(text))) captions.push(text)
  if (text !== '') removed.push({ text, reason: 'caption' })
  return true
}
