import { addDays } from '../../record/interval.ts'
import { isDateLine } from '../furniture/marks.ts'
import { datesIn, type LabelledDate } from '../meta/dates.ts'
import { hostOf } from '../meta/host.ts'
import { relativeDay } from '../meta/relative.ts'
import { stampDate } from '../meta/stamps.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { DateHint, Page } from '../types.ts'
import { type Frame, headOf } from './headline.ts'
import type { Mark, PageLines } from './lines.ts'

/** Lines behind the last paragraph among which a page dates itself. */
const AFTER = 12
/** Lines longer than this are no date lines. */
const LONGEST_LINE = 160
/** An issue's months count for less than a day in the address. */
const ROUGH = 30

/** Dates as the page shows them, by where they stand and what the words before them say. */
export function takeDates(page: Page, seen: PageLines, frame: Frame, fetched: string | null): void {
  const order = dayFirstOf(page)
  const [from, to] = headOf(frame)
  const shown: DateHint[] = []
  const add = (date: LabelledDate, weight: number) => {
    if (date.label === 'apart') return
    const sure = date.label === 'published' ? weight + 4 : weight
    const rough = date.interval.precision === 'day' ? 0 : ROUGH
    shown.push({ interval: date.interval, weight: date.updated ? DATE_WEIGHT.updated : sure - rough })
  }
  for (const mark of seen.marks) {
    if (mark.kind !== 'date' || (mark.away && !mark.strong)) continue
    const weight = placeWeight(mark.line, frame, from, to, mark.strong)
    if (weight === 0) continue
    for (const date of datesOf(mark, order)) add(date, weight + 2)
  }
  for (const [i, { text, away, footer }] of seen.lines.entries()) {
    if (away || footer || text.length > LONGEST_LINE || !/\p{Nd}/u.test(text)) continue
    const weight = i > to ? 0 : placeWeight(i, frame, from, to, false)
    const behind = i >= frame.end && i <= frame.end + AFTER
    if (weight === 0 && !behind) continue
    const dates = datesIn(text, lineOrder(text, order), true)
    const dateLine = dates.length > 0 && isDateLine(text)
    for (const date of dates) {
      if (weight > 0 && (i !== frame.at || dateLine)) add(date, dateLine ? weight + 1 : weight - 6)
      else if (behind && (date.label === 'published' || dateLine)) add(date, DATE_WEIGHT.print - 4)
    }
  }
  page.dates.push(...shown)
  correctZone(page, shown)
  if (page.dates.length === 0 && fetched !== null) takeRelative(page, seen, frame, fetched)
}

/** How far a date at a line may be trusted, 0 where it is likely that of something else. */
function placeWeight(line: number, frame: Frame, from: number, to: number, strong: boolean): number {
  if (line >= from && line < to) return DATE_WEIGHT.visible - (line < frame.at ? 1 : 0) + (strong ? 3 : 0)
  if (strong) return DATE_WEIGHT.visible - 2
  if (line >= frame.end && line <= frame.end + AFTER) return DATE_WEIGHT.print - 2
  return line < from || line < frame.end ? DATE_WEIGHT.loose : 0
}

/** What the element's text says, and its stamp where the text says no day. */
function datesOf(mark: Mark, order: boolean | null): LabelledDate[] {
  const dates = datesIn(mark.text, lineOrder(mark.text, order), true).filter(
    ({ interval }) => interval.precision === 'day',
  )
  const updated = /updat|modif|last/i.test(mark.names) && !/publish/i.test(mark.names)
  if (dates.length === 0 && mark.stamp !== null) {
    const interval = stampDate(mark.stamp)
    const label = updated || /^\s*(?:last\s)?(?:updated|modified)/i.test(mark.text) ? 'updated' : null
    if (interval !== null) dates.push({ interval, label, updated: label === 'updated' })
  }
  return updated
    ? dates.map(date => (date.label === null ? { ...date, label: 'updated', updated: true } : date))
    : dates
}

/**
 * A stamp in UTC may name the day before or after the one that the page shows: `2021-06-17T22:30Z` is the 18th in Tokyo.
 * Then what is shown holds.
 */
function correctZone(page: Page, shown: readonly DateHint[]): void {
  const stamp = page.utc
  const best = shown.reduce<DateHint | null>((a, b) => (a === null || b.weight > a.weight ? b : a), null)
  if (stamp === null || best === null || best.weight < DATE_WEIGHT.visible - 1) return
  const [day, hour] = [stamp.slice(0, 10), Number(stamp.slice(11, 13))]
  const local = (hour >= 10 && addDays(day, 1)) || null
  const west = (hour < 12 && addDays(day, -1)) || null
  const { start } = best.interval
  if (start !== null && (start === local || start === west))
    page.dates.push({ interval: best.interval, weight: DATE_WEIGHT.meta + 1 })
}

function takeRelative(page: Page, seen: PageLines, frame: Frame, fetched: string): void {
  const [from, to] = headOf(frame)
  for (const { text, away } of seen.lines.slice(from, to)) {
    const interval = away || text.length > LONGEST_LINE ? null : relativeDay(text, fetched)
    if (interval === null) continue
    page.dates.push({ interval, weight: DATE_WEIGHT.relative })
    return
  }
}

/** "07:45 AM CDT" stands behind a date with the month first. */
function lineOrder(line: string, order: boolean | null): boolean | null {
  return order ?? (/\b[ECMP][SD]?T\b/.test(line) ? false : null)
}

/** Countries' domains whose pages write the month first, or both ways. */
const MIXED: ReadonlySet<string> = new Set(['us', 'ca', 'ph', 'io', 'co', 'tv', 'me', 'ai', 'fm', 'ly', 'pr'])

/** Whether the page writes the day before the month, by its language and its country's domain; null if that is not known. */
function dayFirstOf(page: Page): boolean | null {
  const [language = '', region = ''] = (page.language ?? '').toLowerCase().split(/[-_]/)
  if (language === 'en' && region === 'us') return false
  if (
    (language === 'en' && /^[a-z]{2}$/.test(region) && region !== 'ca') ||
    (language !== 'en' && language !== '')
  )
    return true
  const domain = /\.([a-z]{2})$/.exec(hostOf(page.url) ?? '')?.[1]
  return domain === undefined || MIXED.has(domain) ? null : true
}
