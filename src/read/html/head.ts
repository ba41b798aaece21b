import { attempt } from '../json/attempt.ts'
import { plainText } from '../markup/blocks.ts'
import { decodeEntities } from '../markup/entities.ts'
import { attribute } from '../markup/tags.ts'
import { stampDate } from '../meta/dates.ts'
import { takeSchema } from '../meta/jsonld.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { Page } from '../types.ts'

/** Names of meta tags by what they hold, best first. */
const TITLE = [
  'og:title',
  'twitter:title',
  'dc.title',
  'citation_title',
  'headline',
  'parsely-title',
  'sailthru.title',
]
const AUTHOR = [
  'author',
  'article:author',
  'article:author_name',
  'byl',
  'dc.creator',
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'dcterms.creator',
  'authors',
  'author_name',
]
const SITE = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'citation_journal_title',
  'source',
  'copyright',
]
const DATE = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'originalpublicationdate',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'ptime',
  'displaydate',
  'created',
  'lastmod',
]
const SECTION = ['article:section', 'parsely-section', 'section', 'category', 'cg']

/** Takes what a page's head says of the article, schema.org data included; `articleBody` is given back. */
export function takeMetaTags(page: Page, markup: string): string | null {
  let body: string | null = null
  for (const data of schemaOf(markup)) body ??= takeSchema(page, data)
  const tags = metaTags(markup)
  const first = (names: readonly string[]) => names.flatMap(name => tags.get(name) ?? [])
  const title = first(TITLE)[0] ?? titleElement(markup)
  if (title !== null && title !== undefined) page.title ??= plainText(title)
  for (const author of first(AUTHOR)) if (!author.startsWith('http')) page.authors.push(author)
  first(SITE).forEach((name, i) => {
    page.outlets.push({ name, weight: WEIGHT.meta - i * 10 })
  })
  for (const stamp of first(DATE)) {
    const interval = stampDate(stamp)
    if (interval === null) continue
    page.dates.push({ interval, weight: DATE_WEIGHT.meta })
    break
  }
  page.section ??= first(SECTION)[0] ?? null
  page.language ??=
    attribute(/<html\b([^>]{0,2000})>/i.exec(markup)?.[1] ?? '', 'lang') ||
    (tags.get('og:locale')?.[0] ?? null)
  page.url ??= canonical(markup) ?? tags.get('og:url')?.[0] ?? null
  const tail = /\s[|\u2013\u2014-]\s([^|\u2013\u2014]{3,50})$/.exec(titleElement(markup) ?? '')
  if (tail?.[1] !== undefined) page.outlets.push({ name: tail[1], weight: WEIGHT.titleTail })
  return body
}

function metaTags(markup: string): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const match of markup.matchAll(/<meta\b([^>]{1,5000})>/gi)) {
    const raw = match[1] ?? ''
    const name = (
      attribute(raw, 'property') ||
      attribute(raw, 'name') ||
      attribute(raw, 'itemprop')
    ).toLowerCase()
    const content = decodeEntities(attribute(raw, 'content')).trim()
    if (name === '' || content === '') continue
    const known = tags.get(name)
    if (known === undefined) tags.set(name, [content])
    else known.push(content)
  }
  return tags
}

function schemaOf(markup: string): unknown[] {
  const found: unknown[] = []
  for (const match of markup.matchAll(/<script\b([^>]{0,500})>/gi)) {
    if (!/ld\+json/i.test(match[1] ?? '')) continue
    const start = match.index + match[0].length
    const end = markup.indexOf('</script', start)
    const data = attempt(markup.slice(start, end < 0 ? markup.length : end))
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
