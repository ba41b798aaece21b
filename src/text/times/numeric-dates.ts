/** Dates in figures, and days of a month alone: "2022-11-13", "13.11.2022", "on the 13th". */

import { daysBetween } from '../../record/interval.ts'
import { dateMatch, dayAt, isYear } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import type { DateParts, Match } from './match.ts'
import { resolveParts } from './resolve-date.ts'

/** "16-Oct-2008". */
export function dashedMonth(line: Line, i: number): Match | null {
  const [day, dash, month, again] = [0, 1, 2, 3].map(k => at(line, i + k))
  if (month?.kind !== 'month' || dash?.lower !== '-' || again?.lower !== '-' || !month.glued) return null
  if (!day || day.n < 1 || day.n > 31 || !isYear(line, i + 4) || !at(line, i + 4).glued) return null
  return dateMatch(i, i + 5, { year: at(line, i + 4).n, month: month.n, day: day.n })
}

/** "2022-11-13", "2022/11/13", "13.11.2022", and "13/11/2022" where one order is possible or lies near. */
export function numericDate(line: Line, i: number): Match | null {
  const [a, mark, b, again, c] = [0, 1, 2, 3, 4].map(k => at(line, i + k))
  if (is(line, i - 1, '/') && a?.glued) return null
  if (!a || !mark || !b || !again || !c || b.kind !== 'number' || c.kind !== 'number') return null
  if (!'-/.'.includes(mark.lower) || mark.lower !== again.lower) return null
  if (!(mark.glued && b.glued && again.glued && c.glued) || at(line, i + 5).kind === 'number') return null
  if (isYear(line, i) || a.n > 999) return found(i, ymd(a.n, b.n, c.n))
  if (c.end - c.start !== 4) return null
  const either = mark.lower !== '.' && a.n <= 12 && b.n <= 12 && a.n !== b.n
  return either ? eitherOrder(i, a.n, b.n, c.n) : found(i, dmy(a.n, b.n, c.n, mark.lower))
}

function found(first: number, parts: DateParts | null): Match | null {
  return parts === null ? null : dateMatch(first, first + 5, parts)
}

/** Days from publication within which one of two orders may decide itself, and how much farther the other must lie. */
const NEAR = 45
const FARTHER = 2

/** "05/04/2018" is the day that lies near the document's date, if the other order's does not; else nothing. */
function eitherOrder(first: number, a: number, b: number, year: number): Match | null {
  const orders = [ymd(year, b, a), ymd(year, a, b)]
  return {
    first,
    end: first + 5,
    type: 'DATE',
    resolve(context) {
      const start = context.anchor?.start
      if (!start) return null
      const days = orders.flatMap(parts => (parts && resolveParts(parts, context)) ?? [])
      const off = (value: string) => Math.abs(daysBetween(start, value))
      const [near, far] = days.sort((x, y) => off(x.value) - off(y.value))
      if (near === undefined || off(near.value) > NEAR) return null
      return far === undefined || off(far.value) > Math.max(NEAR, off(near.value) * FARTHER) ? near : null
    },
  }
}

function ymd(year: number, month: number, day: number): DateParts | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

function dmy(a: number, b: number, year: number, mark: string): DateParts | null {
  if (mark === '.' || a > 12 || a === b) return ymd(year, b, a)
  return b > 12 ? ymd(year, a, b) : null
}

/** "on the 13th": a day of the month that is being talked of. */
export function dayOnly(line: Line, i: number): Match | null {
  const day = dayAt(line, i)
  if (day === null || day.end !== i + 2 || !is(line, i - 1, 'the')) return null
  const led = ['on', 'by', 'until', 'since', 'from', 'before', 'after'].includes(at(line, i - 2).lower)
  const next = at(line, day.end)
  const closed =
    next.kind !== 'word' || ['in', 'and', 'to', 'with', 'at', 'after', 'before'].includes(next.lower)
  const capital = next.capital && next.kind === 'word'
  return led && closed && !capital && next.kind !== 'unit'
    ? { ...dateMatch(i, day.end, { year: null, month: null, day: day.day }), the: true }
    : null
}
