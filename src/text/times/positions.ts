/** Days by their place in a month: "the first Sunday in March", "the last Friday of the month", "the 5th of next month". */
import { nthWeekday } from '../../knowledge/holidays.ts'
import { dayOf, isDate, iso, parts } from '../../record/interval.ts'
import { around, isCalendar, shift, spread } from './calendar.ts'
import { dayAt } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match, Meaning, Parser } from './match.ts'
import { unitAt } from './measures.ts'

/** The day in the month that `meaning` is; null where it is no month or has no such day. */
function inMonth(meaning: Meaning | null, day: (year: number, month: number) => string | null) {
  const days = meaning?.interval
  if (!days?.start || days.precision !== 'month') return null
  const { year, month } = parts(days.start)
  const date = day(year, month)
  return date !== null && isDate(date) ? { value: date, interval: dayOf(date, days.basis) } : null
}

/** "the month", "next month", "this month" at lexeme `i`. */
function relativeMonth(line: Line, i: number): Match | null {
  const { kind, code, n } = at(line, i)
  const shifted = kind === 'shift' && code === 'calendar'
  const found = kind === 'the' || shifted ? unitAt(line, i + 1) : null
  if (found?.unit !== 'month' || found.plural || !isCalendar(found.unit)) return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    resolve: ({ anchor }) => spread(anchor, day => around(shift(day, 'month', shifted ? n : 0), 'month')),
  }
}

function match(first: number, month: Match, day: (year: number, month: number) => string | null): Match {
  return {
    first,
    end: month.end,
    type: 'DATE',
    the: true,
    resolve: context => inMonth(month.resolve(context), day),
  }
}

/** Reads "the third Thursday in" before a month that `points` knows. */
export function weekdayOf(points: Parser): Parser {
  return (line, i) => {
    const word = at(line, i)
    const last = word.lower === 'last' || word.lower === 'final'
    const weekday = at(line, i + 1)
    if (weekday.kind !== 'weekday' || weekday.code === 'short' || !(last || word.kind === 'ordinal'))
      return null
    if (!is(line, i + 2, 'in') && !is(line, i + 2, 'of')) return null
    const month = relativeMonth(line, i + 3) ?? points(line, i + 3)
    if (month === null || (!last && word.n < 1)) return null
    return match(i, month, (year, at) => nthWeekday(year, at, weekday.n, last ? -1 : word.n))
  }
}

/** "the 5th of next month", "the first of this month". */
export function dayOfMonth(line: Line, i: number): Match | null {
  const figure = dayAt(line, i)
  const day = figure?.day ?? (at(line, i).kind === 'ordinal' ? at(line, i).n : 0)
  const end = figure?.end ?? i + 1
  if (day < 1 || !is(line, end, 'of') || !is(line, i - 1, 'the')) return null
  const month = relativeMonth(line, end + 1)
  return month === null ? null : match(i, month, (year, at) => iso(year, at, day))
}
