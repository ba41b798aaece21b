/** The parts of a calendar date: "13 November 2022", "Nov. 13", "the 13th of November". */
import { at, is, type Line } from './lexemes.ts'
import type { DateParts, Match } from './match.ts'
import { resolveParts } from './resolve-date.ts'

export const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th'])
/** "in March 15 people died": a day of the month doesn't come before a counted noun. */
const COUNTED = new Set(
  (
    'people soldiers troops civilians percent million billion countries members men women children officers workers ' +
    'protesters students villagers migrants refugees prisoners hostages others ships missiles rockets houses dead'
  ).split(' '),
)

export interface Read {
  end: number
  parts: DateParts
}

/** A match from parts that stand in lexemes `first` to `end`. */
export function dateMatch(first: number, end: number, parts: DateParts): Match {
  return { first, end, type: 'DATE', parts, resolve: context => resolveParts(parts, context) }
}

/** Four digits that can be a year, not followed by ",000" or a decimal. */
export function isYear(line: Line, i: number): boolean {
  const lexeme = at(line, i)
  if (lexeme.kind !== 'number' || lexeme.end - lexeme.start !== 4 || lexeme.n < 1000 || lexeme.n > 2199)
    return false
  const next = at(line, i + 1)
  if (!next.glued) return true
  if (next.kind === 'word' || next.lower === '%') return false
  const after = at(line, i + 2)
  return !(',.:'.includes(next.lower) && after.kind === 'number' && after.glued)
}

/** "13", "13th": the day and the lexeme after it. */
export function dayAt(line: Line, i: number): { day: number; end: number } | null {
  const lexeme = at(line, i)
  if (lexeme.kind !== 'number' || lexeme.end - lexeme.start > 2 || lexeme.n < 1 || lexeme.n > 31) return null
  const next = at(line, i + 1)
  if (!next.glued) return { day: lexeme.n, end: i + 1 }
  if (ORDINAL_ENDS.has(next.lower)) return { day: lexeme.n, end: i + 2 }
  if (next.kind === 'word' || next.lower === '%' || next.lower === ':') return null
  const after = at(line, i + 2)
  return (next.lower === '.' || next.lower === ',') && after.kind === 'number' && after.glued
    ? null
    : { day: lexeme.n, end: i + 1 }
}

/** The lexeme after a month's name and its full stop; null where there is no month. */
export function monthEnd(line: Line, i: number): number | null {
  if (at(line, i).kind !== 'month') return null
  return at(line, i).code === 'short' && is(line, i + 1, '.') && at(line, i + 1).glued ? i + 2 : i + 1
}

/** ", 2022" or "2022" or "of 2022" after a month or day. */
export function yearAfter(line: Line, i: number): { year: number; end: number } | null {
  const j = is(line, i, ',') || is(line, i, 'of') ? i + 1 : i
  const short = at(line, i + 1)
  // "Jan. '22"
  if (is(line, i, "'") && short.glued && short.kind === 'number' && short.end - short.start === 2) {
    return { year: short.n + (short.n < 50 ? 2000 : 1900), end: i + 2 }
  }
  return isYear(line, j) && at(line, j).n >= 1500 && !at(line, j).glued
    ? { year: at(line, j).n, end: j + 1 }
    : null
}

/** "Nov. 13, 2022", "November 13th". */
export function monthDay(line: Line, i: number): Read | null {
  const afterMonth = monthEnd(line, i)
  if (afterMonth === null) return null
  const j = is(line, afterMonth, 'the') ? afterMonth + 1 : afterMonth
  const day = dayAt(line, j)
  if (day === null) return null
  const year = yearAfter(line, day.end)
  if (year === null && COUNTED.has(at(line, day.end).lower)) return null
  return {
    end: year?.end ?? day.end,
    parts: { year: year?.year ?? null, month: at(line, i).n, day: day.day },
  }
}

/** "13 November 2022", "the 13th of November"; `afterDash` for the second day of "7-8 May". */
export function dayMonth(line: Line, i: number, afterDash = false): Read | null {
  const day = dayAt(line, i)
  if (day === null || (!afterDash && isMeasure(line, i))) return null
  const j = is(line, day.end, 'of') ? day.end + 1 : day.end
  const end = monthEnd(line, j)
  if (end === null) return null
  const year = yearAfter(line, end)
  return { end: year?.end ?? end, parts: { year: year?.year ?? null, month: at(line, j).n, day: day.day } }
}

/** "$13 May", "Su-27 March", "No. 5 June", "1.5": the number belongs to what stands before it. */
function isMeasure(line: Line, i: number): boolean {
  const before = at(line, i - 1)
  return (
    (at(line, i).glued && before.kind !== 'none' && before.lower !== '(' && before.lower !== '"') ||
    before.lower === '$'
  )
}
