import { isByline, isDateLine } from '../furniture/marks.ts'
import { isProse, key } from '../furniture/prose.ts'
import { blocksOf } from '../markup/blocks.ts'
import { namesIn, personName } from '../meta/authors.ts'
import { datesIn, stampDate } from '../meta/dates.ts'
import { hintsInLine } from '../meta/outlet.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { Page } from '../types.ts'
import type { Dom } from './dom.ts'

const BYLINES =
  '[rel="author"],[itemprop="author"],.byline,.by-line,.author-name,.authorname,.article-author,.post-author,.entry-author,.c-byline,.byline-name,[class*="byline"],[class*="author__name"],[class*="author-name"]'
const DATES =
  'time,[itemprop="datePublished"],.published,.date,.post-date,.entry-date,.article-date,.dateline,.timestamp,.pubdate,[class*="publish"],[class*="article-date"],[class*="timestamp"],[class*="byline"]'
/** Lines under the headline among which byline and date stand without a class that says so. */
const UNDER_TITLE = 8
/** Longer markup is not searched a second time, in characters. */
const LONGEST_PAGE = 1_000_000

/** Byline, date and rights as a reader sees them; asked only where the page's head is silent. */
export function takeVisible(page: Page, dom: Dom): void {
  const heading = dom.querySelector('h1')
  const title = heading?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  if (page.title === null && title !== '') page.title = title
  if (!hasAuthors(page)) takeByline(page, dom)
  if (page.dates.length === 0) takeDate(page, dom)
  if (hasAuthors(page) && page.dates.length > 0 && page.outlets.length > 0) return
  const lines = linesOf(dom)
  const at = lines.findIndex(line => key(line) === key(title))
  if (title !== '' && at >= 0) takeUnderTitle(page, lines.slice(at + 1))
  if (page.outlets.length === 0)
    for (const line of lines.slice(-20)) if (line.length < 200) page.outlets.push(...hintsInLine(line))
}

function hasAuthors(page: Page): boolean {
  return page.authors.flatMap(namesIn).length > 0
}

/** A page's lines as they stand under one another, furniture included. */
function linesOf(dom: Dom): string[] {
  const whole = dom.body?.innerHTML ?? ''
  if (whole.length > LONGEST_PAGE) return []
  const markup = whole.replace(/<\/?t[dr]\b[^<>]{0,500}>/gi, '<br><br>')
  return blocksOf(markup).flatMap(block => block.text.split('\n'))
}

/** "<div>Ana Silva</div> <span>2 May 2019</span>": what stands between headline and text, whatever its elements are called. */
function takeUnderTitle(page: Page, lines: readonly string[]): void {
  const end = lines.slice(0, UNDER_TITLE).findIndex(isProse)
  const head = lines.slice(0, end < 0 ? UNDER_TITLE : end).filter(line => line.length < 160)
  const wantsAuthors = !hasAuthors(page)
  const wantsDate = page.dates.length === 0
  for (const [i, line] of head.entries()) {
    const beside = [head[i - 1], head[i + 1]].some(other => other !== undefined && isDateLine(other))
    const signed = isByline(line) || (personName(line) !== null && beside)
    if (wantsAuthors && signed) page.authors.push(...namesIn(line))
    if (wantsDate && (signed || isDateLine(line))) pushDates(page, line)
  }
}

function pushDates(page: Page, line: string): void {
  for (const { interval, updated } of datesIn(line))
    page.dates.push({ interval, weight: updated ? DATE_WEIGHT.updated : DATE_WEIGHT.visible })
}

function takeByline(page: Page, dom: Dom): void {
  let seen = 0
  for (const element of dom.querySelectorAll(BYLINES)) {
    if (++seen > 12) return
    const line = element.innerHTML
      .slice(0, 4_000)
      .replace(/<br\b[^<>]{0,200}>|<\/(?:div|p|li|time)>/gi, ' | ')
      .replace(/<[^<>]{0,2000}>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (line.length > 160) continue
    const names = namesIn(line)
    if (names.length === 0) continue
    page.authors.push(...names)
    return
  }
}

/** The first date that is no change's; a change's if there is no other. */
function takeDate(page: Page, dom: Dom): void {
  let seen = 0
  for (const element of dom.querySelectorAll(DATES)) {
    if (++seen > 20) return
    const stamp = element.getAttribute('datetime') ?? element.getAttribute('content')
    const line = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 200)
    const beside = element.parentElement
    const label = beside === null || beside.children.length > 6 ? '' : beside.textContent.trim().slice(0, 20)
    const about = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${label}`
    const changed = /updat|modif/i.test(about)
    const stamped = stamp === null ? null : stampDate(stamp)
    const dates = stamped === null ? datesIn(line) : [{ interval: stamped, updated: false }]
    for (const { interval, updated } of dates)
      page.dates.push({ interval, weight: changed || updated ? DATE_WEIGHT.updated : DATE_WEIGHT.visible })
    if (page.dates.some(date => date.weight === DATE_WEIGHT.visible)) return
  }
}
