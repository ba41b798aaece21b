/** Units counted inside a time: "the last week of May", "the first three months of 2023", "the week of Nov. 7". */
import { addDays, dayOf, interval } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { around, isCalendar, shift, type Unit } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match, Meaning, Parser } from './match.ts'
import { measure, unitAt } from './measures.ts'

interface Counted {
  end: number
  unit: Unit
  /** Units that are left out before it; from the end where negative: "the last week" is -1. */
  skipped: number
  length: number
}

/** "second week", "last day", "first three months", "final quarter". */
function counted(line: Line, i: number): Counted | null {
  const word = at(line, i)
  const last = word.lower === 'last' || word.lower === 'final'
  if (word.kind !== 'ordinal' && !last) return null
  const one = unitAt(line, i + 1)
  const several = one === null ? measure(line, i + 1) : null
  const length = one !== null && !one.plural ? one.times : (several?.n ?? null)
  const unit = one?.unit ?? several?.unit
  if (unit === undefined || length === null || !isCalendar(unit)) return null
  if (several !== null && !last && word.n !== 1) return null
  const end = several?.end ?? i + 2
  return { end, unit, length, skipped: last ? -length : (word.n - 1) * length }
}

function inside(whole: Interval, { unit, skipped, length }: Counted): Interval | null {
  if (whole.start === null || whole.end === null || whole.precision === 'unknown') return null
  const from = skipped < 0 ? addDays(whole.end, 1) : whole.start
  const start = shift(from, unit, skipped)
  const end = addDays(shift(start, unit, length), -1)
  if (start < whole.start || end > whole.end) return null
  return start === end ? dayOf(start, whole.basis) : interval(start, end, 'range', whole.basis)
}

function meaningIn(whole: Meaning | null, part: Counted): Meaning | null {
  const days = whole?.interval ? inside(whole.interval, part) : null
  if (whole === null || days === null) return whole && { ...whole, interval: null }
  return { value: days.precision === 'day' ? (days.start ?? whole.value) : whole.value, interval: days }
}

/** Reads "the last week of" and the like before any time that `points` knows. */
export function unitsOf(points: Parser): Parser {
  return (line, i) => {
    const part = counted(line, i)
    if (part === null || !is(line, part.end, 'of')) return null
    const the = is(line, part.end + 1, 'the') ? 1 : 0
    const whole = points(line, part.end + 1 + the)
    if (whole === null || (the === 1 && whole.the !== true)) return null
    return {
      first: i,
      end: whole.end,
      type: 'DATE',
      the: true,
      resolve: context => meaningIn(whole.resolve(context), part),
    }
  }
}

/** Reads "the week of" before a day that `points` knows. */
export function weekOfDay(points: Parser): Parser {
  return (line, i) => {
    if (at(line, i).code !== 'week' || !is(line, i + 1, 'of')) return null
    const day = points(line, i + 2)
    return day?.parts?.day == null ? null : weekMatch(i, day)
  }
}

function weekMatch(first: number, day: Match): Match {
  return {
    first,
    end: day.end,
    type: 'DATE',
    the: true,
    resolve(context) {
      const days = day.resolve(context)?.interval
      if (!days?.start) return null
      const week = around(days.start, 'week')
      return { ...week, interval: week.interval && { ...week.interval, basis: days.basis } }
    },
  }
}
