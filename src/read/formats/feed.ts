import { EntenteError } from '../../record/errors.ts'
import { at, firstText, listOf, text } from '../json/access.ts'
import { blocksOf, plainText } from '../markup/blocks.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { stampDate } from '../meta/stamps.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import { emptyPage, type Page, type Reader, type ReaderResult } from '../types.ts'

/** RSS, Atom, RDF and JSON feeds; each entry is a document. */
export const feed: Reader = {
  name: 'feed',
  accepts: ({ text, kind }) => (kind === null || kind === 'json') && isFeed(text),
  read: async ({ text: markup, name, url, limits }) => {
    refuseEndless(markup, name, limits.entries)
    const channel = await channelOf(markup, name)
    const result: ReaderResult = { pages: [], problems: [] }
    const entries = [...listOf(at(channel, 'items')), ...listOf(at(channel, 'entries'))]
    if (entries.length === 0) throw new EntenteError('E_NO_TEXT', `${name} is a feed without entries`)
    for (const [i, entry] of entries.entries()) {
      const page = entryPage(entry, channel, url)
      page.part ??= String(i + 1)
      if (page.blocks.length > 0) result.pages.push(page)
      else
        result.problems.push({
          code: 'W_NO_TEXT',
          message: `${name}: entry "${page.title ?? page.part}" has no text`,
          at: page.part,
        })
    }
    return result
  },
}

function isFeed(markup: string): boolean {
  const head = markup.slice(0, 4_000)
  if (/^\s*\{/.test(head)) return head.includes('jsonfeed.org/version')
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) && !/<html[\s>]/i.test(head)
}

/** Counted before the parser builds them all. */
function refuseEndless(markup: string, name: string, most: number): void {
  let count = 0
  for (const _ of markup.matchAll(/<(?:item|entry)[\s>]/gi)) count++
  if (count <= most) return
  throw new EntenteError(
    'E_TOO_LARGE',
    `${name} is a feed of ${count} entries, more than the limit ${most} (entries)`,
  )
}

/** The parser is loaded for the first feed: it would double the program's start. */
async function channelOf(markup: string, name: string): Promise<unknown> {
  const { parseFeed } = await import('feedsmith')
  try {
    return parseFeed(markup).feed
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unknown error'
    throw new EntenteError('E_XML', `${name} is a feed that cannot be read: ${reason}`, { cause: error })
  }
}

function entryPage(entry: unknown, channel: unknown, feedUrl: string | null): Page {
  const page = emptyPage('feed', linkOf(entry) ?? feedUrl)
  const title = contentsOf(at(entry, 'title'))
  if (title !== null) page.title = plainText(title)
  page.part = firstText(entry, ['id']) ?? contentsOf(at(entry, 'guid'))
  page.authors = [
    ...[...listOf(at(entry, 'authors')), ...listOf(at(entry, 'author'))].map(
      author => contentsOf(author) ?? text(at(author, 'name')) ?? '',
    ),
    ...[...listOf(at(entry, 'dc', 'creators')), ...listOf(at(entry, 'dc', 'creator'))].map(
      name => text(name) ?? '',
    ),
  ]
  const name = text(at(entry, 'source', 'title')) ?? contentsOf(at(channel, 'title'))
  if (name !== null)
    page.outlets.push({ name: plainText(name).split(/\s[-|–—:»>]\s/)[0] ?? name, weight: WEIGHT.meta })
  const stamp =
    firstText(entry, ['pubDate', 'published', 'date_published', 'updated', 'date_modified']) ??
    text(at(entry, 'dc', 'date')) ??
    text(listOf(at(entry, 'dc', 'dates'))[0])
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.meta })
  page.section =
    contentsOf(listOf(at(entry, 'categories'))[0]) ??
    text(at(listOf(at(entry, 'categories'))[0], 'name')) ??
    text(at(listOf(at(entry, 'categories'))[0], 'term'))
  page.language = firstText(channel, ['language', 'xml:lang'])
  page.blocks = blocksOf(contentOf(entry) ?? '')
  return page
}

/** The fullest text there is. */
function contentOf(entry: unknown): string | null {
  const candidates = [
    at(entry, 'content', 'encoded'),
    at(entry, 'content'),
    at(entry, 'content_html'),
    at(entry, 'content_text'),
    at(entry, 'description'),
    at(entry, 'summary'),
  ]
  let best: string | null = null
  for (const candidate of candidates) {
    const found = contentsOf(candidate)
    if (found !== null && (best === null || found.length > best.length)) best = found
  }
  return best
}

function linkOf(entry: unknown): string | null {
  const links = listOf(at(entry, 'links'))
  const alternate = links.find(link => (at(link, 'rel') ?? 'alternate') === 'alternate')
  const found =
    firstText(entry, ['link', 'url', 'external_url']) ??
    text(at(alternate, 'href')) ??
    contentsOf(at(entry, 'guid'))
  return found !== null && /^https?:\/\//.test(found) ? found : null
}

/** A string, or an object that holds one under `value`: feeds write both. */
function contentsOf(value: unknown): string | null {
  return text(value) ?? text(at(value, 'value')) ?? text(at(value, '#text'))
}
