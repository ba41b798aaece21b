import { key } from '../furniture/prose.ts'
import { at, firstText, isObject, listOf, text } from '../json/access.ts'
import { plainText } from '../markup/blocks.ts'
import type { Page } from '../types.ts'
import { WEIGHT } from './outlet.ts'
import { stampDate, utcStamp } from './stamps.ts'
import { DATE_WEIGHT } from './weights.ts'

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/
const MOST_NODES = 2_000
/** Articles among which the page's own is looked for. */
const MOST_COMPARED = 60

/** What else the page says of itself: it settles which of several articles in the data is its own. */
export interface About {
  urls: readonly string[]
  titles: readonly string[]
}

/** Takes title, authors, outlet, section and dates of a schema.org graph; `articleBody` is given back. */
export function takeSchema(
  page: Page,
  data: unknown,
  about: About = { urls: [], titles: [] },
): string | null {
  const nodes = nodesOf(data)
  const byId = new Map(
    nodes.flatMap(node => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  )
  const resolve = (value: unknown): unknown => {
    const id = at(value, '@id')
    const node = typeof id === 'string' ? byId.get(id) : undefined
    return node !== undefined && at(value, 'name') === undefined ? node : value
  }
  const article = ownArticle(nodes, about)
  for (const node of nodes) {
    const types = typesOf(node)
    if (types.includes('WebSite')) pushName(page, at(node, 'name'), WEIGHT.meta / 2)
    else if (types.some(type => /^NewsMediaOrganization$/.test(type)))
      pushName(page, at(node, 'name'), WEIGHT.meta / 3)
  }
  if (article === undefined) {
    const dated = nodes.find(node => text(node.datePublished) !== null)
    if (dated !== undefined) takeDate(page, dated)
    return null
  }
  const headline = firstText(article, ['headline', 'name'])
  if (headline !== null) page.title ??= plainText(headline)
  for (const author of [...listOf(article.author), ...listOf(article.creator)])
    takeAuthor(page, resolve(author))
  for (const publisher of listOf(article.publisher))
    pushName(page, typeof publisher === 'string' ? publisher : at(resolve(publisher), 'name'), WEIGHT.meta)
  page.section ??= text(listOf(article.articleSection)[0])
  page.language ??= text(article.inLanguage)
  takeDate(page, article)
  return text(article.articleBody)
}

type Node = { readonly [key: string]: unknown }

/** Teasers of other articles stand in the data as well: the page's own has its address or its title. */
function ownArticle(nodes: readonly Node[], { urls, titles }: About): Node | undefined {
  const articles = nodes.filter(node => typesOf(node).some(type => ARTICLE.test(type)))
  if (articles.length < 2) return articles[0]
  const keys = titles.map(key)
  const score = (node: Node) => {
    const own = [node.url, node['@id'], node.mainEntityOfPage, at(node.mainEntityOfPage, '@id')]
    const headline = key(plainText(firstText(node, ['headline', 'name']) ?? ''))
    const titled = headline.length > 3 && keys.some(title => title.includes(headline))
    return (own.some(url => typeof url === 'string' && urls.includes(url)) ? 2 : 0) + (titled ? 2 : 0)
  }
  let best = articles[0]
  let bestScore = best === undefined ? 0 : score(best)
  for (const node of articles.slice(1, MOST_COMPARED)) {
    const its = score(node)
    if (its > bestScore) [best, bestScore] = [node, its]
  }
  return best
}

function takeDate(page: Page, node: unknown): void {
  const stamp = firstText(node, ['datePublished', 'dateCreated'])
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval === null || stamp === null) return
  page.dates.push({ interval, weight: DATE_WEIGHT.schema })
  page.utc ??= utcStamp(stamp)
}

function takeAuthor(page: Page, author: unknown): void {
  if (typesOf(author).some(type => type.endsWith('Organization'))) return
  const parts = [text(at(author, 'givenName')), text(at(author, 'familyName'))].filter(part => part !== null)
  const named = typeof author === 'string' ? author : (at(author, 'name') ?? parts.join(' '))
  for (const name of listOf(named)) {
    if (typeof name === 'string') page.authors.push(plainText(name))
  }
}

function pushName(page: Page, name: unknown, weight: number): void {
  const clean = text(name)
  if (clean !== null) page.outlets.push({ name: plainText(clean), weight })
}

function typesOf(node: unknown): string[] {
  return listOf(at(node, '@type')).filter(type => typeof type === 'string')
}

/** All objects of a graph, outermost first. */
function nodesOf(data: unknown): { readonly [key: string]: unknown }[] {
  const nodes: { readonly [key: string]: unknown }[] = []
  const queue: unknown[] = [data]
  for (let i = 0; i < queue.length && nodes.length < MOST_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_NODES))
    else if (isObject(value)) {
      nodes.push(value)
      queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage)
    }
  }
  return nodes
}
