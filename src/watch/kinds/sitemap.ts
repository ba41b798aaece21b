/** Sitemaps: lists of addresses with the time of their last change, and lists of such lists. */
import { EntenteError } from '../../record/errors.ts'
import { absolute, addressKey, keyOf, markOf, newestFirst } from '../items.ts'
import { asked, unpacked } from '../list.ts'
import { dayOf, instant } from '../time.ts'
import type { Item, Kind, ListMeans, Part } from '../types.ts'

/** The protocol's own limit. */
const BYTES = 52_428_800
/** Mark of a list without a time that is not to be looked at. */
const PAST = 'past'
/** Lists of a list that are asked for at one visit. */
const MOST_PARTS = 10
/** Lists of what is no article: by the words that a list's name is made of. */
const NO_ARTICLES =
  /(?:^|[/_.-])(?:category|categories|tags?|post_tag|authors?|users?|images?|videos?|pages?|products?|topics?|taxonomy|static)(?:[/_.-]|\d|$)/i

/**
 * What stands between `<name>` and `</name>`, one after the other. Not by an XML parser: of the fifty megabytes that a
 * sitemap may have it would make a tree of a gigabyte, and three fields are wanted.
 */
function* blocks(text: string, name: string): Generator<string> {
  const [open, close] = [`<${name}`, `</${name}>`]
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
    const next = text[at + open.length] ?? ''
    const end = text.indexOf(close, at)
    if (end < 0) return
    if (/[\s>]/.test(next)) yield text.slice(text.indexOf('>', at) + 1, end)
    // `<urlset` begins like `<url`.
    at = /[\s>]/.test(next) ? end + close.length : at + open.length
  }
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function field(block: string, name: string): string | null {
  const found = blocks(block, name).next().value
  if (typeof found !== 'string') return null
  const plain = found.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim()
  return plain.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '')
}

function itemOf(block: string, base: string): Item[] {
  const url = absolute(field(block, 'loc'), base)
  if (url === null || new URL(url).pathname === '/') return []
  const changed = field(block, 'lastmod')
  const published = field(block, 'news:publication_date')
  return [
    {
      keys: [addressKey(url)],
      url,
      title: field(block, 'news:title'),
      at: instant(changed) ?? instant(published),
      published: dayOf(published),
      mark: markOf(changed ?? ''),
      own: null,
      isWhole: false,
    },
  ]
}

export function itemsOfSitemap(text: string, base: string): Item[] {
  return [...blocks(text, 'url')].flatMap(block => itemOf(block, base))
}

interface Child {
  url: string
  changed: string | null
}

/** Lists of articles in a list of lists, the latest changed first. */
export function childrenOf(text: string, base: string): Child[] {
  const all = [...blocks(text, 'sitemap')].flatMap((block): Child[] => {
    const url = absolute(field(block, 'loc'), base)
    return url === null || NO_ARTICLES.test(new URL(url).pathname)
      ? []
      : [{ url, changed: field(block, 'lastmod') }]
  })
  const time = ({ changed }: Child): number => instant(changed) ?? Number.POSITIVE_INFINITY
  return all.sort((a, b) => (time(a) === time(b) ? 0 : time(b) > time(a) ? 1 : -1))
}

/** Lists that changed since all of theirs was taken, until there is enough for a visit. */
async function partsOf(text: string, base: string, means: ListMeans): Promise<Part[]> {
  const done = new Map(means.state.parts)
  const since = instant(means.since)
  const seen = new Map(means.state.seen)
  const isFirst = means.state.last === null && since === null
  const parts: Part[] = []
  let found = 0
  for (const { url, changed } of childrenOf(text, base)) {
    const at = instant(changed)
    if (since !== null && at !== null && at < since) continue
    const key = keyOf(url)
    const mark = changed === null ? null : markOf(changed)
    if (done.get(key) === (mark ?? PAST)) continue
    if (parts.length >= MOST_PARTS || found >= means.most) {
      // The past, of which nothing is wanted: not to be taken for news the next time.
      if (isFirst) parts.push({ key, mark: mark ?? PAST, items: [] })
      continue
    }
    const { status, bytes } = await means.polite.get(url, { bytes: BYTES })
    // One list that is missing does not hold up the others.
    const list = status === 200 ? means.decode(unpacked(bytes, url, BYTES), url) : ''
    const items = newestFirst(itemsOfSitemap(list, url))
    found += items.filter(item => !item.keys.some(it => seen.get(it) === item.mark)).length
    parts.push({ key, mark, items })
  }
  return parts
}

const isIndex = (text: string): boolean => /<sitemapindex[\s>]/i.test(text.slice(0, 4_000))

export const sitemap: Kind = {
  names: ['sitemap'],
  accepts: text => (isIndex(text) || /<urlset[\s>]/i.test(text.slice(0, 4_000)) ? 'sitemap' : null),
  address: url => url,
  async list(url, means) {
    const { answer, text, listing } = await asked(url, means, BYTES)
    if (text === null) return listing
    if (isIndex(text)) return { ...listing, parts: await partsOf(text, answer.url, means) }
    if (this.accepts(text, url) === null)
      throw new EntenteError('E_FEED', `${url} gives ${answer.type} where a sitemap is wanted`)
    return { ...listing, parts: [{ key: '', mark: null, items: itemsOfSitemap(text, answer.url) }] }
  },
}
