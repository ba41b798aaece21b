import { at, firstText, isObject, listOf, text } from '../json/access.ts'
import { plainText } from '../markup/blocks.ts'
import type { Page } from '../types.ts'
import { stampDate } from './dates.ts'
import { WEIGHT } from './outlet.ts'
import { DATE_WEIGHT } from './weights.ts'

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/
const MOST_NODES = 2_000

/** Takes title, authors, outlet, section and dates of a schema.org graph; `articleBody` is given back. */
export function takeSchema(page: Page, data: unknown): string | null {
  const nodes = nodesOf(data)
  const byId = new Map(
    nodes.flatMap(node => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  )
  const resolve = (value: unknown): unknown => {
    const id = at(value, '@id')
    const node = typeof id === 'string' ? byId.get(id) : undefined
    return node !== undefined && at(value, 'name') === undefined ? node : value
  }
  const article = nodes.find(node => typesOf(node).some(type => ARTICLE.test(type)))
  for (const node of nodes) {
    if (typesOf(node).includes('WebSite')) pushName(page, at(node, 'name'), WEIGHT.meta / 2)
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
    pushName(page, at(resolve(publisher), 'name'), WEIGHT.meta)
  page.section ??= text(listOf(article.articleSection)[0])
  page.language ??= text(article.inLanguage)
  takeDate(page, article)
  return text(article.articleBody)
}

function takeDate(page: Page, node: unknown): void {
  const stamp = firstText(node, ['datePublished', 'dateCreated'])
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.schema })
}

function takeAuthor(page: Page, author: unknown): void {
  if (typesOf(author).includes('Organization')) return
  for (const name of listOf(typeof author === 'string' ? author : at(author, 'name'))) {
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
