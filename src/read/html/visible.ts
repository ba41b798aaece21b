import { namesIn } from '../meta/authors.ts'
import { findDate, stampDate } from '../meta/dates.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { Page } from '../types.ts'
import type { Dom } from './dom.ts'

const BYLINES =
  '[rel="author"],[itemprop="author"],.byline,.by-line,.author-name,.authorname,.article-author,.post-author,.entry-author,.c-byline,.byline-name,[class*="byline"],[class*="author__name"],[class*="author-name"]'
const DATES =
  'time,[itemprop="datePublished"],.published,.date,.post-date,.entry-date,.article-date,.dateline,.timestamp,.pubdate,[class*="publish"],[class*="article-date"],[class*="timestamp"]'

/** Byline and date as a reader sees them; asked only where the page's head is silent. */
export function takeVisible(page: Page, dom: Dom): void {
  const heading = dom.querySelector('h1')
  const title = heading?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  if (page.title === null && title !== '') page.title = title
  if (page.authors.flatMap(namesIn).length === 0) takeByline(page, dom)
  if (page.dates.length === 0) takeDate(page, dom)
}

function takeByline(page: Page, dom: Dom): void {
  let seen = 0
  for (const element of dom.querySelectorAll(BYLINES)) {
    if (++seen > 12) return
    const line = element.textContent.replace(/\s+/g, ' ').trim()
    if (line.length > 160) continue
    const names = namesIn(line)
    if (names.length === 0) continue
    page.authors.push(...names)
    return
  }
}

function takeDate(page: Page, dom: Dom): void {
  let seen = 0
  for (const element of dom.querySelectorAll(DATES)) {
    if (++seen > 20) return
    const stamp = element.getAttribute('datetime') ?? element.getAttribute('content')
    const line = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 200)
    const interval = (stamp === null ? null : stampDate(stamp)) ?? findDate(line)?.interval ?? null
    if (interval === null) continue
    page.dates.push({ interval, weight: DATE_WEIGHT.visible })
    return
  }
}
