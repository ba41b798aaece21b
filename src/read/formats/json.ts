import { EntenteError } from '../../record/errors.ts'
import { at, firstText, isObject, listOf, text } from '../json/access.ts'
import { parseJson } from '../json/parse.ts'
import { blocksOf, plainText } from '../markup/blocks.ts'
import { takeSchema } from '../meta/jsonld.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { stampDate } from '../meta/stamps.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import { chunksOf } from '../text/lines.ts'
import { emptyPage, type Page, type Reader, type ReaderResult, type Source } from '../types.ts'
import { htmlPage, looksLikeHtml } from './html.ts'
import { MOST_AROUND, textPage } from './text.ts'
import { isPost, postPage, repairedWarning } from './wordpress.ts'

const TITLE = ['title', 'headline', 'name']
const BODY = [
  'text',
  'body',
  'content',
  'articleBody',
  'article_body',
  'fulltext',
  'full_text',
  'maintext',
  'content_html',
  'content_text',
  'bodyText',
  'story',
]
const DATE = [
  'published',
  'datePublished',
  'date_published',
  'publishedAt',
  'published_at',
  'publish_date',
  'publication_date',
  'pubDate',
  'pub_date',
  'date',
  'webPublicationDate',
  'created',
  'date_publish',
]
const AUTHOR = ['authors', 'author', 'byline', 'creator', 'writers', 'writer']
const OUTLET = [
  'outlet',
  'publisher',
  'publication',
  'source_name',
  'sourceName',
  'source',
  'site',
  'site_name',
  'siteName',
  'newspaper',
]
const URL = ['url', 'link', 'canonical', 'webUrl', 'source_url', 'uri']
const SECTION = ['section', 'sectionName', 'category', 'column']

/** Articles as other programs write them down in JSON: one, or a list. */
export const json: Reader = {
  name: 'json',
  accepts: ({ text, kind }) =>
    kind === 'json' || (kind === null && /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text)),
  read: async source => {
    const { value, how } = parseJson(source.text, source.name)
    const result = await pagesOf(value, source)
    if (how === 'repaired' && result.pages.length > 0) result.problems.push(repairedWarning(source.name))
    return result
  },
}

/** Any JSON value as pages: an article, a post, a wrapped page, or a list of such. */
export async function pagesOf(value: unknown, source: Source): Promise<ReaderResult> {
  const items = Array.isArray(value)
    ? value
    : listOf(
        at(value, 'articles') ?? at(value, 'items') ?? at(value, 'documents') ?? at(value, 'posts') ?? value,
      )
  const result: ReaderResult = { pages: [], problems: [] }
  for (const [i, item] of items.entries()) {
    const part = items.length > 1 ? (partOf(item) ?? String(i + 1)) : null
    try {
      const page = await pageOf(item, source)
      page.part ??= part
      result.pages.push(page)
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error
      result.problems.push({ code: error.code, message: error.message, at: part })
    }
  }
  return result
}

function partOf(item: unknown): string | null {
  const id = at(item, 'id')
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

async function pageOf(item: unknown, source: Source): Promise<Page> {
  if (isPost(item)) return postPage(item, source.url, null)
  const html = text(at(item, 'html'))
  const nested = at(item, 'json')
  const url = firstText(item, URL) ?? source.url
  const named = {
    ...source,
    url,
    retrieved: firstText(item, ['fetched', 'retrieved', 'crawled', 'date_download']) ?? source.retrieved,
  }
  if (html !== null) return under(await htmlPage(named, html), item)
  if (nested !== undefined) {
    const inner = typeof nested === 'string' ? parseJson(nested, source.name).value : nested
    const page = (await pagesOf(inner, named)).pages[0]
    if (page !== undefined) return page
  }
  const body = bodyOf(item)
  if (body === null) {
    const known = isObject(item) ? Object.keys(item).slice(0, 6).join(', ') : typeof item
    throw new EntenteError(
      'E_NO_TEXT',
      `${source.name}: no text was found in this JSON (it has ${known}); name it "text", "body" or "content"`,
    )
  }
  if (looksLikeHtml(body) && /<(?:html|head|body)\b/i.test(body))
    return under(await htmlPage(named, body), item)
  return articlePage(item, body, named)
}

function bodyOf(item: unknown): string | null {
  const paragraphs = at(item, 'paragraphs')
  if (Array.isArray(paragraphs)) return paragraphs.filter(part => typeof part === 'string').join('\n\n')
  return firstText(item, BODY) ?? firstText(item, ['description', 'summary', 'excerpt'])
}

/** A page's text with nothing said about it is read as a page grab; with a title given, the text is the article. */
function articlePage(item: unknown, body: string, source: Source): Page {
  if (body.length > source.limits.text * MOST_AROUND) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `${source.name}: a text of ${body.length} characters is no article; the limit is ${source.limits.text} (text)`,
    )
  }
  const titled = firstText(item, TITLE) !== null
  if (!titled && !/<\/?(?:p|div|br)\b/i.test(body)) {
    return under({ ...textPage({ ...source, text: body }), format: 'ndjson' }, item)
  }
  const page = emptyPage('ndjson', source.url)
  page.blocks = /<\/?(?:p|div|br)\b[^<>]*>/i.test(body)
    ? blocksOf(body)
    : chunksOf(body).flatMap(chunk =>
        chunk.map(line => ({ text: line, kind: 'paragraph' as const, linked: 0 })),
      )
  return under(page, item)
}

/** What the JSON says of the article goes before what the article's page says. */
function under(page: Page, item: unknown): Page {
  if (at(item, '@type') !== undefined) takeSchema(page, item)
  const title = firstText(item, TITLE)
  if (title !== null) page.title = plainText(title)
  const authors = AUTHOR.flatMap(key => listOf(at(item, key))).flatMap(
    author => text(author) ?? text(at(author, 'name')) ?? [],
  )
  page.authors.unshift(...authors)
  for (const key of OUTLET) {
    const name = text(at(item, key)) ?? firstText(at(item, key), ['name', 'title'])
    if (name !== null && !name.startsWith('http')) page.outlets.push({ name, weight: WEIGHT.domain })
    if (name !== null) break
  }
  const stamp = firstText(item, DATE)
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.meta + 5 })
  page.section = firstText(item, SECTION) ?? page.section
  page.language = firstText(item, ['language', 'lang']) ?? page.language
  page.url = firstText(item, URL) ?? page.url
  return page
}
