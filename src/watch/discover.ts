/** What there is to watch at an address: the list itself, or the lists that a page names. */
import { EntenteError } from '../record/errors.ts'
import type { WatchKind } from '../record/watches.ts'
import { statusError } from './failures.ts'
import { absolute } from './items.ts'
import { LIST_BYTES } from './kinds/feed.ts'
import { KINDS, kindOf } from './kinds/index.ts'
import { unpacked } from './list.ts'
import type { Polite } from './types.ts'

export interface Found {
  url: string
  kind: WatchKind
}

export interface DiscoverMeans {
  polite: Polite
  decode(bytes: Uint8Array, source: string): string
}

/** So many of a page's lists are tried. */
const MOST_TRIED = 6

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$|^text\/xml$/i

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', quoted, single, bare] of tag.matchAll(
    /([a-z][\w:-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/gi,
  ))
    found.set(name.toLowerCase(), (quoted ?? single ?? bare ?? '').replaceAll('&amp;', '&'))
  return found
}

/** Lists that a page's head names: WordPress' interface, which knows what changed, then feeds, those of comments last. */
export function linksOf(html: string, pageUrl: string): string[] {
  const tags = [...html.slice(0, 400_000).matchAll(/<(?:link|base)\s[^<>]{1,4000}>/gi)].map(([tag]) =>
    attributesOf(tag),
  )
  const base = absolute(tags.find(tag => !tag.has('rel') && tag.has('href'))?.get('href'), pageUrl) ?? pageUrl
  const addresses = (wanted: (tag: Map<string, string>) => boolean): string[] =>
    tags.filter(wanted).flatMap(tag => absolute(tag.get('href'), base) ?? [])
  const posts = addresses(tag => tag.get('rel') === 'https://api.w.org/').map(postsAt)
  const feeds = addresses(
    tag =>
      /(?:^|\s)alternate(?:\s|$)/i.test(tag.get('rel') ?? '') &&
      FEED_TYPES.test(tag.get('type') ?? '') &&
      !(tag.get('href') ?? '').includes('/wp-json/') &&
      !(tag.get('href') ?? '').includes('oembed'),
  )
  const isOfComments = (url: string): number => (/comment/i.test(url) ? 1 : 0)
  return [...posts, ...feeds.sort((a, b) => isOfComments(a) - isOfComments(b))]
}

/** `https://news.example/wp-json/`, or `…/?rest_route=/` where addresses are not made pretty. */
function postsAt(root: string): string {
  const url = new URL(root)
  const route = url.searchParams.get('rest_route')
  if (route !== null) url.searchParams.set('rest_route', `${route.replace(/\/$/, '')}/wp/v2/posts`)
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/posts`
  return url.href
}

async function look(url: string, { polite, decode }: DiscoverMeans) {
  const { status, bytes, type, url: end, lasting } = await polite.get(url, { bytes: LIST_BYTES })
  if (status < 200 || status > 299) throw statusError(status, new URL(url).host)
  const text = decode(unpacked(bytes, url, LIST_BYTES), url)
  const kind = KINDS.map(it => it.accepts(text, end)).find(it => it !== null) ?? null
  return { text, type, end, lasting, kind }
}

const foundAt = (url: string, kind: WatchKind): Found => ({ url: kindOf(kind).address(url), kind })

/** Tries one after the other; one that cannot be had is passed over. */
async function firstOf(candidates: readonly string[], means: DiscoverMeans): Promise<Found | null> {
  for (const candidate of [...new Set(candidates)].slice(0, MOST_TRIED)) {
    try {
      const { kind, lasting } = await look(candidate, means)
      if (kind !== null) return foundAt(lasting, kind)
    } catch (error) {
      if (!(error instanceof EntenteError) || error.code === 'E_STOPPED') throw error
    }
  }
  return null
}

/** Finds the list to watch. An address that cannot be read, or names no list, is an `EntenteError`. */
export async function discover(url: string, means: DiscoverMeans): Promise<Found> {
  if (!URL.canParse(url)) throw new EntenteError('E_URL', `"${url}" is not a URL`)
  const { text, end, lasting, kind } = await look(url, means)
  if (kind !== null) return foundAt(lasting, kind)
  const isRoot = /^\s*\{/.test(text) && text.includes('"wp/v2"')
  const named = isRoot ? [postsAt(end)] : linksOf(text, end)
  const found =
    (await firstOf(named, means)) ??
    (await firstOf([...(await means.polite.sitemaps(end)), new URL('/sitemap.xml', end).href], means))
  if (found !== null) return found
  throw new EntenteError(
    'E_FEED',
    `${url} names no feed and no sitemap; give the address of a feed, a sitemap, or /wp-json/wp/v2/posts`,
  )
}
