/** Dates in figures, and days of a month alone: "2022-11-13", "13.11.2022", "on the 13th". */
import { dateMatch, dayAt, isYear } from './dates.ts'
import { at, is, type Lexeme, type Line } from './lexemes.ts'
import type { DateParts, Match } from './match.ts'

/** "2022-11-13", "2022/11/13", "13.11.2022", and "13/11/2022" where only one order is possible. */
export function numericDate(line: Line, i: number): Match | null {
  const [a, mark, b, again, c] = [0, 1, 2, 3, 4].map(k => at(line, i + k))
  if (is(line, i - 1, '/') && a?.glued) return null
  if (!a || !mark || !b || !again || !c || b.kind !== 'number' || c.kind !== 'number') return null
  if (!'-/.'.includes(mark.lower) || mark.lower !== again.lower) return null
  if (!(mark.glued && b.glued && again.glued && c.glued) || at(line, i + 5).kind === 'number') return null
  const parts = isYear(line, i) || a.n > 999 ? ymd(a.n, b.n, c.n) : dmy(a.n, b.n, c, mark.lower)
  return parts === null ? null : dateMatch(i, i + 5, parts)
}

function ymd(year: number, month: number, day: number): DateParts | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

function dmy(a: number, b: number, year: Lexeme, mark: string): DateParts | null {
  if (year.end - year.start !== 4) return null
  if (mark === '.' || a > 12 || a === b) return ymd(year.n, b, a)
  return b > 12 ? ymd(year.n, a, b) : null
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
