/** What all lists have in common: how an item is known again, in which order items come, what is whole. */
import { shortHash } from '../record/ids.ts'
import type { Item } from './types.ts'

/** What campaigns and counters hang on an address; the article is the same. */
const TRACKING = /^(?:utm_\w{1,30}|fbclid|gclid|mc_cid|mc_eid|cmpid|ref|ref_src|rss|partner)$/i

/** A key of an address: without what follows the reader about, and whether or not it is secure. */
export function addressKey(url: string): string {
  const at = new URL(url)
  for (const name of [...at.searchParams.keys()]) if (TRACKING.test(name)) at.searchParams.delete(name)
  const path = at.pathname.replace(/\/+$/, '')
  return keyOf(`${at.host.replace(/^www\./, '')}${path}${at.search}`)
}

/** Twelve digits: of a million items two would meet once in five hundred dossiers. */
export const keyOf = (name: string): string => shortHash('item', name).slice(0, 12)

export const markOf = (...parts: string[]): string => shortHash('mark', ...parts).slice(0, 8)

/** An address within a list, in full; null for what is none of the web. */
export function absolute(text: string | null | undefined, base: string): string | null {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  url.hash = ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

/** The newest first; one without a date stands by the one before it, as lists begin with the newest. */
export function newestFirst(items: readonly Item[]): Item[] {
  let last = Number.POSITIVE_INFINITY
  const placed = items.map((item, place) => {
    last = item.at ?? last
    return { item, at: last, place }
  })
  return placed.sort((a, b) => (a.at === b.at ? a.place - b.place : b.at > a.at ? 1 : -1)).map(it => it.item)
}

/** An entry's text of so many characters is an article, unless it ends in "read on". */
const WHOLE = { content: 600, summary: 1_500 }
const GOES_ON =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|&hellip;|read more|continue reading|full story|続きを読む|더 ?보기)[\s\])»→.]{0,9}$/iu

/** True where an entry's text is the article; `kind` is the field that it stands in. */
export function isWhole(html: string, kind: keyof typeof WHOLE): boolean {
  const text = html
    .replace(/<[^<>]{0,5000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // "The post … appeared first on …" stands below an excerpt.
  const body = text.replace(/The post .{1,300} appeared first on .{1,200}$/, '').trim()
  return body.length >= WHOLE[kind] && !GOES_ON.test(body.slice(-60))
}
