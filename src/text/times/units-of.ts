/** Units counted inside a time: "the last week of May", "the first three months of 2023", "the week of Nov. 7". */
import { addDays, dayOf, interval } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { around, isCalendar, shift, spread, type Unit } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning, Parser } from './match.ts'
import { measure, unitAt } from './measures.ts'
import { within } from './portions.ts'

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
  const last = word.lower === 'last' || (word.kind === 'ordinal' && word.n === 0)
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

/** "the last days of 2020", "the opening weeks of June": so many is not said. */
function manyOf(points: Parser, line: Line, i: number): Match | null {
  const word = at(line, i)
  const last = word.lower === 'last' || word.n === 0
  if (at(line, i + 1).kind !== 'units' || !(last || word.n === 1) || !is(line, i + 2, 'of')) return null
  return wholeOf(points, line, i, { end: i + 2, code: last ? 'end' : 'start' })
}

const HALF_CODES: { [word: string]: string } = {
  first: 'first-half',
  second: 'second-half',
  latter: 'second-half',
}
const halfCodes = new Map(Object.entries(HALF_CODES))

/** "the second half of the 20th century", "the first half of May". */
export function halfOf(points: Parser): Parser {
  return (line, i) => {
    const code = halfCodes.get(at(line, i).lower)
    if (code === undefined || !is(line, i + 1, 'half') || !is(line, i + 2, 'of')) return null
    return wholeOf(points, line, i, { end: i + 2, code })
  }
}

/** "the early years of the 20th century", "the final days of 2020". */
export function earlyUnitsOf(points: Parser): Parser {
  return (line, i) => {
    const { code } = at(line, i)
    return at(line, i + 1).kind === 'units' ? wholeOf(points, line, i, { end: i + 2, code }) : null
  }
}

/** A part, which ends before the lexeme `end`, of a time that follows after "of". */
function wholeOf(
  points: Parser,
  line: Line,
  first: number,
  part: { end: number; code: string },
): Match | null {
  if (!is(line, part.end, 'of')) return null
  const the = is(line, part.end + 1, 'the') ? 1 : 0
  const i = part.end + 1 + the
  const whole = points(line, i)
  if (whole === null || whole.first !== i || (the === 1 && whole.the !== true)) return null
  return {
    first,
    end: whole.end,
    type: 'DATE',
    the: true,
    resolve: context => within(whole.resolve(context), part.code, context),
  }
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
    if (part === null) return manyOf(points, line, i)
    if (!is(line, part.end, 'of')) return null
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

/** "the year" that runs: "the deadliest month of the year", "the year's last vote". */
const NOT_OF = new Set('time times man woman person player team book word story'.split(' '))

export function theYear(line: Line, i: number): Match | null {
  if (!is(line, i, 'year') || !is(line, i - 1, 'the')) return null
  const next = at(line, i + 1)
  const owns = next.lower === "'" && is(line, i + 2, 's') && !is(line, i + 3, 'end')
  const of = is(line, i - 2, 'of') && !NOT_OF.has(at(line, i - 3).lower)
  const closed = next.kind === 'mark' || next.kind === 'none' || next.lower === 'and' || next.lower === 'in'
  if (!owns && !(of && closed && next.lower !== '-')) return null
  const resolve = ({ anchor }: Context) => spread(anchor, day => around(day, 'year'))
  return { first: i, end: i + 1, type: 'DATE', the: true, resolve }
}

const LATER_KINDS = new Set(['weekday', 'shift', 'deictic'])

/** "earlier Thursday", "later that day", "earlier in May", "later in 2023"; not "an earlier March deal". */
export function earlierIn(points: Parser): Parser {
  return (line, i) => {
    const preposition = is(line, i + 1, 'in') || is(line, i + 1, 'on')
    const j = preposition ? i + 2 : i + 1
    if (!preposition && (!LATER_KINDS.has(at(line, j).kind) || at(line, i - 1).kind === 'article'))
      return null
    const inner = points(line, j)
    const fits = inner !== null && inner.first === j && inner.type !== 'SET' && inner.type !== 'DURATION'
    return fits ? { ...inner, first: i } : null
  }
}
