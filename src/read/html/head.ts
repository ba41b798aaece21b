import { at, listOf, text } from '../json/access.ts'
import { attempt, readLoosely } from '../json/attempt.ts'
import { plainText } from '../markup/blocks.ts'
import { decodeEntities } from '../markup/entities.ts'
import { attribute } from '../markup/tags.ts'
import { takeSchema } from '../meta/jsonld.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { stampDate, utcStamp } from '../meta/stamps.ts'
import { takeState } from '../meta/state.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { Page } from '../types.ts'

/** Names of meta tags by what they hold, their letters and digits alone, best first. */
const TITLE = 'ogtitle twittertitle dctitle citationtitle headline parselytitle sailthrutitle title'.split(
  ' ',
)
const AUTHOR =
  'author articleauthor articleauthorname byl dccreator citationauthor parselyauthor sailthruauthor dctermscreator authors authorname ogarticleauthor cxenseparseauthor contentauthor dableauthor rbauthors'.split(
    ' ',
  )
const SITE =
  'ogsitename applicationname publisher dcpublisher citationjournaltitle citationtechnicalreportinstitution source copyright'.split(
    ' ',
  )
const DATE =
  'articlepublishedtime articlepublished ogpublishedtime ogarticlepublishedtime datepublished publisheddate date pubdate publishdate publicationdate dcdateissued dctermsissued dctermscreated dctermsdate dcdate dcdatecreated citationpublicationdate citationonlinedate citationdate parselypubdate sailthrudate originalpublicationdate articledateoriginal cxenseparserecspublishtime ptime displaydate firstcreate pdate created'.split(
    ' ',
  )
const SECTION = 'articlesection parselysection section category cg'.split(' ')
/** Other names that speak of the day of publication, and those that speak of another. */
const DATED = /publish|pubdate|firstcreate|issued|releasedate|dateposted|articledate/
const NOT_DATED = /modif|updat|last|expir|event|valid|revis|publisher|embargo/
const WRITTEN = /author(?!ity|iz)|byline|writer|reporter/
const NOT_WRITTEN = /url|image|photo|avatar|twitter|email|handle|link|authorid|profile|bio|facebook/

export interface HeadFindings {
  /** The article's text in the page's own data. */
  body: string | null
  /** Everything that the head calls the page, best first; the title element is the last. */
  titles: string[]
}

/** Takes what a page's head says of the article, schema.org data included. */
export function takeMetaTags(page: Page, markup: string): HeadFindings {
  const tags = metaTags(markup)
  const first = (names: readonly string[]) => names.flatMap(name => tags.get(name) ?? [])
  const element = titleElement(markup)
  const url = canonical(markup) ?? tags.get('ogurl')?.[0] ?? null
  page.url ??= url
  const said = [...first(TITLE), ...(element === null ? [] : [element])].map(plainText)
  const schema = schemaOf(markup)
  const body = takeSchema(page, schema, { urls: [url, page.url].filter(each => each !== null), titles: said })
  const titles = page.title === null ? said : [page.title, ...said]
  page.title ??= said[0] ?? null
  takeAuthors(page, tags, first(AUTHOR))
  first(SITE).forEach((name, i) => {
    page.outlets.push({ name: withoutRights(name), weight: Math.max(WEIGHT.meta - i * 10, 1) })
  })
  takeStamp(page, first(DATE)) || takeStamp(page, named(tags, DATED, NOT_DATED))
  takeParsely(page, tags.get('parselypage')?.[0])
  if (page.dates.length === 0 || page.authors.length === 0) takeState(page, markup)
  page.section ??= first(SECTION)[0] ?? null
  page.language ??=
    attribute(/<html\b([^>]{0,2000})>/i.exec(markup)?.[1] ?? '', 'lang') ||
    (tags.get('oglocale')?.[0] ?? null)
  const tail = /\s[|\u2013\u2014-]\s([^|\u2013\u2014]{3,50})$/.exec(element ?? '')
  if (tail?.[1] !== undefined) page.outlets.push({ name: tail[1], weight: WEIGHT.titleTail })
  return { body, titles }
}

/** "海棠网版权所有": a tag that claims rights holds the outlet's name. */
function withoutRights(name: string): string {
  return name.replace(/(?:版权所有|版權所有|all rights reserved)\.?$/i, '').trim()
}

function named(tags: ReadonlyMap<string, string[]>, wanted: RegExp, unwanted: RegExp): string[] {
  return [...tags].flatMap(([name, values]) => (wanted.test(name) && !unwanted.test(name) ? values : []))
}

function takeAuthors(page: Page, tags: ReadonlyMap<string, string[]>, listed: readonly string[]): void {
  const found = listed.length > 0 ? [...listed] : named(tags, WRITTEN, NOT_WRITTEN)
  // "Written by": the label and the value stand in two tags.
  for (const n of ['1', '2', '3'])
    if (/^(?:written by|author|by)$/i.test(tags.get(`twitterlabel${n}`)?.[0] ?? ''))
      found.push(...(tags.get(`twitterdata${n}`) ?? []))
  for (const author of found) if (!/^https?:/i.test(author)) page.authors.push(familyLast(author, tags))
}

/** "Rahman, Nur Aisyah" in a library's tags is Nur Aisyah Rahman. */
function familyLast(author: string, tags: ReadonlyMap<string, string[]>): string {
  const libraries = [...(tags.get('citationauthor') ?? []), ...(tags.get('dccreator') ?? [])]
  const match = libraries.includes(author) ? /^([\p{L}'’-]{2,30}), ([\p{L}.'’ -]{2,40})$/u.exec(author) : null
  return match === null ? author : `${match[2]} ${match[1]}`
}

function takeStamp(page: Page, stamps: readonly string[]): boolean {
  for (const stamp of stamps) {
    const interval = stampDate(stamp)
    if (interval === null) continue
    page.dates.push({ interval, weight: DATE_WEIGHT.meta })
    page.utc ??= utcStamp(stamp)
    return true
  }
  return false
}

function metaTags(markup: string): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const match of markup.matchAll(/<meta\b([^>]{1,5000})>/gi)) {
    const raw = match[1] ?? ''
    const name = (attribute(raw, 'property') || attribute(raw, 'name') || attribute(raw, 'itemprop'))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '')
    const content = decodeEntities(attribute(raw, 'content')).trim()
    if (name === '' || content === '') continue
    const known = tags.get(name)
    if (known === undefined) tags.set(name, [content])
    else known.push(content)
  }
  return tags
}

/** `<meta name="parsely-page" content="{…}">` */
function takeParsely(page: Page, json: string | undefined): void {
  const data = json === undefined ? undefined : attempt(json)
  const stamp = text(at(data, 'pub_date'))
  if (stamp !== null) takeStamp(page, [stamp])
  for (const author of [...listOf(at(data, 'author')), ...listOf(at(data, 'authors'))])
    if (typeof author === 'string') page.authors.push(author)
}

function schemaOf(markup: string): unknown[] {
  const found: unknown[] = []
  for (const match of markup.matchAll(/<script\b([^>]{0,500})>/gi)) {
    if (!/ld\+json/i.test(match[1] ?? '')) continue
    const start = match.index + match[0].length
    const end = markup.indexOf('</script', start)
    const data = readLoosely(markup.slice(start, end < 0 ? markup.length : end))
    if (data !== undefined) found.push(data)
  }
  return found
}

function titleElement(markup: string): string | null {
  const title = /<title\b[^>]{0,300}>([^<]{1,500})/i.exec(markup)?.[1]
  return title === undefined ? null : plainText(title)
}

function canonical(markup: string): string | null {
  for (const match of markup.matchAll(/<link\b([^>]{1,2000})>/gi)) {
    const raw = match[1] ?? ''
    const href = attribute(raw, 'href')
    if (/^canonical$/i.test(attribute(raw, 'rel')) && /^https?:/i.test(href)) return decodeEntities(href)
  }
  return null
}
