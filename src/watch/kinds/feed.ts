/** RSS, Atom, RDF and JSON feeds: one question, one list. */
import type { AnyFeed } from 'feedsmith'
import { EntenteError } from '../../record/errors.ts'
import type { WatchKind } from '../../record/watches.ts'
import { absolute, addressKey, isWhole, keyOf, markOf } from '../items.ts'
import { asked } from '../list.ts'
import { dayOf, instant } from '../time.ts'
import type { Item, Kind } from '../types.ts'
import { type Entries, type Entry, entriesOf } from './entries.ts'

/** A feed of a hundred thousand entries has some twenty million. */
export const LIST_BYTES = 40_000_000

function formatOf(text: string): WatchKind | null {
  const head = text.slice(0, 4_000)
  if (/^\s*\{/.test(head)) return /jsonfeed\.org\\?\/version/.test(head) ? 'json' : null
  if (/<html[\s>]/i.test(head)) return null
  if (/<rss[\s>]/i.test(head)) return 'rss'
  if (/<rdf:RDF[\s>]/i.test(head)) return 'rdf'
  return /<(?:atom:)?feed[\s>]/i.test(head) ? 'atom' : null
}

/** The parser is loaded for the first feed. */
async function parse(text: string, url: string): Promise<AnyFeed> {
  const { parseFeed } = await import('feedsmith')
  try {
    return parseFeed(text)
  } catch (error) {
    throw new EntenteError('E_FEED', `${url} is a feed that cannot be read: cut off, or damaged`, {
      cause: error,
    })
  }
}

/** The entry as a feed of one, in the form that the reader of feeds reads whatever it came in. */
function byItself(entry: Entry, url: string | null, { title, language }: Entries): Uint8Array | null {
  if (entry.html === null || entry.html.trim() === '') return null
  const item = {
    id: entry.name ?? url ?? '',
    ...(url === null ? {} : { url }),
    ...(entry.title === null ? {} : { title: entry.title }),
    content_html: entry.html,
    ...(entry.published === null ? {} : { date_published: entry.published }),
    authors: entry.authors.map(name => ({ name })),
  }
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title ?? '',
    ...(language === null ? {} : { language }),
    items: [item],
  }
  return Buffer.from(JSON.stringify(feed))
}

function itemOf(entry: Entry, feed: Entries, base: string): Item[] {
  const own = entry.base === null ? base : (absolute(entry.base, base) ?? base)
  const url = absolute(entry.link, own)
  const keys = [
    ...(url === null ? [] : [addressKey(url)]),
    ...(entry.name === null ? [] : [keyOf(entry.name)]),
  ]
  const html = entry.html ?? ''
  // With neither an address nor a name it is known by what it says.
  if (keys.length === 0 && html === '' && entry.title === null) return []
  if (keys.length === 0) keys.push(keyOf(`${entry.title}\0${html}`))
  return [
    {
      keys,
      url,
      title: entry.title,
      at: instant(entry.updated) ?? instant(entry.published),
      published: dayOf(entry.published),
      mark: entry.updated === null ? markOf(entry.title ?? '', html) : markOf(entry.updated),
      own: byItself(entry, url, feed),
      isWhole: isWhole(html, entry.isContent ? 'content' : 'summary'),
    },
  ]
}

export async function itemsOfFeed(text: string, url: string): Promise<Item[]> {
  const feed = entriesOf(await parse(text, url))
  const base = feed.base === null ? url : (absolute(feed.base, url) ?? url)
  return feed.entries.flatMap(entry => itemOf(entry, feed, base))
}

export const feed: Kind = {
  names: ['rss', 'atom', 'rdf', 'json'],
  accepts: formatOf,
  address: url => url,
  async list(url, means) {
    const { answer, text, listing } = await asked(url, means, LIST_BYTES)
    if (text === null) return listing
    if (formatOf(text) === null)
      throw new EntenteError(
        'E_FEED',
        `${url} gives ${answer.type === '' ? 'something else' : answer.type} where a feed is wanted`,
      )
    return { ...listing, parts: [{ key: '', mark: null, items: await itemsOfFeed(text, answer.url) }] }
  },
}
