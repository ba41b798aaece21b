/** From the parts of a date that the text gives to its value: a missing year or month is worked out, never made up. */
import {
  addDays,
  dayOf,
  daysBetween,
  isDate,
  iso,
  monthOf,
  overlap,
  parts,
  yearOf,
} from '../../record/interval.ts'
import type { Basis, Interval } from '../../record/types.ts'
import { monthValue } from './calendar.ts'
import { type Context, type DateParts, type Direction, looksAhead, type Meaning } from './match.ts'

/** Days after publication that still pass for "past": a document's date may be a day behind its events' time zone. */
const SLACK = 1
/** A date that lies so near on the unexpected side is meant, rather than the one most of a year away. */
const NEAR = 14
const FAR = 300
const YEAR_GIVEN: ReadonlySet<string> = new Set(['day', 'month', 'year'])

/** The days that full parts cover. */
function daysOf(year: number, month: number | null, day: number | null, basis: Basis): Interval {
  if (month === null) return yearOf(year, basis)
  return day === null ? monthOf(year, month, basis) : dayOf(iso(year, month, day), basis)
}

function meaningOf(year: number, month: number | null, day: number | null, basis: Basis): Meaning | null {
  if (day !== null && month !== null && !isDate(iso(year, month, day))) return null
  const interval = daysOf(year, month, day, basis)
  const value = month === null ? String(year).padStart(4, '0') : monthValue(year, month)
  return { value: day === null ? value : `${value}-${String(day).padStart(2, '0')}`, interval }
}

function masked(month: number | null, day: number | null): string {
  const two = (n: number | null) => (n === null ? 'XX' : String(n).padStart(2, '0'))
  return day === null ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`
}

/** Signed days from the anchor's nearest day to the candidate: negative in the past. */
function offset(anchor: { start: string; end: string }, it: Interval): number {
  if (it.start !== null && it.start > anchor.end) return daysBetween(anchor.end, it.start)
  if (it.end !== null && it.end < anchor.start) return daysBetween(anchor.start, it.end)
  return 0
}

/** Of the candidates, the one that the clause's direction asks for. */
function choose(candidates: Interval[], anchor: { start: string; end: string }, direction: Direction | null) {
  const ranked = candidates.map(it => ({ it, off: offset(anchor, it) }))
  const exact = candidates.every(it => it.precision === 'day')
  const slack = exact ? SLACK : 0
  const past = ranked.filter(c => c.off <= slack).at(-1)
  const future = ranked.find(c => c.off >= -slack)
  if (past === undefined || future === undefined) return (past ?? future)?.it
  // "offered to mediate in July", told in September
  if (direction === 'purpose' && !exact) return -past.off * 2 <= future.off ? past.it : future.it
  if (looksAhead(direction)) {
    return exact && future.off > FAR && -past.off <= NEAR ? past.it : future.it
  }
  if (direction === 'past' || !exact)
    return past.off < -FAR && exact && future.off <= NEAR ? future.it : past.it
  return -past.off <= future.off * 3 ? past.it : future.it
}

/** The years around the anchor in which the day exists (29 February). */
function candidates(anchor: { start: string; end: string }, month: number, day: number | null): Interval[] {
  const all: Interval[] = []
  const last = parts(anchor.end).year + 1
  for (let year = parts(anchor.start).year - 1; year <= last; year++) {
    if (day === null || isDate(iso(year, month, day))) all.push(daysOf(year, month, day, 'relative'))
  }
  return all
}

/**
 * A year that the sentence has just said goes on: "in October 2018 the court ruled …, and on Nov. 29", "the 2023
 * summit in May". A past year that only describes a noun does not: "rejected the 2015 accord in May".
 */
function continued(month: number, day: number | null, context: Context): Meaning | null {
  const said = context.reachesNow ? null : context.saidHere?.interval
  if (!said?.start || said.basis !== 'stated' || !YEAR_GIVEN.has(said.precision)) return null
  const from = parts(said.start)
  const now = context.anchor === null ? null : parts(context.anchor.start ?? said.start)
  const ahead = now !== null && from.year > now.year
  if (ahead) return context.direction === 'past' ? null : meaningOf(from.year, month, day, 'relative')
  if (from.year === now?.year || (said.precision === 'year' && !context.saidPlainly)) return null
  const year = from.year + (said.precision !== 'year' && month < from.month ? 1 : 0)
  const passed = now === null || year < now.year || (year === now.year && month <= now.month)
  return passed ? meaningOf(year, month, day, 'relative') : null
}

/** "November", "Nov. 13": the year comes from the sentence, the document's date or both. */
function withoutYear(month: number, day: number | null, context: Context): Meaning | null {
  const said = continued(month, day, context)
  const { anchor } = context
  if (anchor === null || anchor.start === null || anchor.end === null) {
    return said ?? { value: masked(month, day), interval: null }
  }
  if (said !== null) return said
  const ends = { start: anchor.start, end: anchor.end }
  const all = candidates(ends, month, day)
  const inside = all.filter(it => overlap(it, anchor))
  const wide = daysBetween(ends.start, ends.end) > 2
  const chosen = wide && inside.length === 1 ? inside[0] : choose(all, ends, context.direction)
  const start = chosen?.start
  return start ? meaningOf(parts(start).year, month, day, 'relative') : null
}

/** Of what `inYear` gives for the years around the document's date, the one that the clause's direction asks for. */
export function nearestYear(inYear: (year: number) => Meaning | null, context: Context): Meaning | null {
  const { anchor, direction, saidHere } = context
  const said = saidHere?.interval?.precision === 'year' ? saidHere.interval.start : null
  if (said) return inYear(parts(said).year)
  if (anchor === null || anchor.start === null || anchor.end === null) return null
  const from = parts(anchor.start).year
  const meanings = [from - 1, from, from + 1].flatMap(year => inYear(year) ?? [])
  const days = meanings.flatMap(meaning => meaning.interval ?? [])
  const chosen = choose(days, { start: anchor.start, end: anchor.end }, direction)
  return meanings.find(meaning => meaning.interval === chosen) ?? null
}

/** Nearest such day of a month in the direction asked for, or in the month that the sentence has said. */
function withoutMonth(day: number, context: Context): Meaning | null {
  const said = context.said?.interval
  if (said?.start && (said.precision === 'day' || said.precision === 'month')) {
    const { year, month } = parts(said.start)
    const next =
      said.precision === 'day' && parts(said.start).day > day ? nextMonth(year, month) : { year, month }
    return meaningOf(next.year, next.month, day, 'relative')
  }
  const { anchor } = context
  if (anchor === null || anchor.start === null || anchor.start !== anchor.end) {
    return { value: masked(null, day), interval: null }
  }
  for (let i = 0; i < 62; i++) {
    const date = addDays(anchor.start, context.direction === 'future' ? i : -i)
    if (parts(date).day === day) return { value: date, interval: dayOf(date, 'relative') }
  }
  return null
}

function nextMonth(year: number, month: number): { year: number; month: number } {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

/** What the parts mean where they stand; null where there is no such day. */
export function resolveParts(given: DateParts, context: Context): Meaning | null {
  const { year, month, day } = given
  if (year !== null) return meaningOf(year, month, day, 'stated')
  if (month !== null) return withoutYear(month, day, context)
  return day === null ? null : withoutMonth(day, context)
}
