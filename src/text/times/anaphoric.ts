/** Times counted from the one said before: "a day earlier", "two years later", "the same day", "the following month", "that year". */
import { addDays, daysBetween, weekday } from '../../record/interval.ts'
import { around, duration, isCalendar, shift, type Unit } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'
import { measure, unitAt } from './measures.ts'
import { withPart } from './relative.ts'

const LATER = new Set('later after afterward afterwards thereafter on'.split(' '))
const EARLIER = new Set('earlier before previously prior beforehand'.split(' '))

/** A unit as X where nothing says what it counts from. */
function unknown(unit: Unit): Meaning {
  return { value: around('2000-06-15', unit).value.replace(/\d/g, 'X'), interval: null }
}

/** Days that one unit is about; a date said by the year can't be moved by days. */
const DAYS: { [unit: string]: number } = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  decade: 3660,
  century: 36600,
}

/**
 * `n` units from what was said, where that is known as exactly as the unit asks for. `whole` is the unit of
 * the calendar ("the following year"); else a month stays one ("a year later").
 */
function moved(context: Context, unit: Unit, n: number, whole = false): Meaning {
  const days = (unit === 'day' ? context.saidDay : context.said)?.interval
  if (!days?.start || !days.end) return unknown(unit)
  const fine =
    daysBetween(days.start, days.end) < (DAYS[unit] ?? 1) || (unit !== 'day' && days.precision === 'month')
  if (!fine) return unknown(unit)
  const coarse = !whole && unit !== 'day' && days.precision === 'month' ? 'month' : unit
  const as = days.precision === 'year' && (unit === 'month' || unit === 'week') ? 'year' : coarse
  return around(shift(days.start, unit, n), as)
}

/** "before" and "after" at the end of a clause; "two years after the ruling" counts from the ruling. */
function closes(line: Line, i: number): boolean {
  const { kind, lower } = at(line, i)
  return kind === 'mark' || kind === 'none' || lower === 'in' || lower === 'at' || lower === 'when'
}

/** "two years later", "a day earlier", "three days before". */
export function apart(line: Line, i: number): Match | null {
  const it = measure(line, i)
  if (it === null || it.joined || !isCalendar(it.unit)) return null
  const word = at(line, it.end).lower
  const towards = LATER.has(word) ? 1 : EARLIER.has(word) ? -1 : 0
  const plain = word === 'later' || word === 'earlier'
  if (towards === 0 || !(plain || closes(line, it.end + 1)) || (word === 'on' && it.n === null)) return null
  if (is(line, it.end + 1, 'than')) return null
  return {
    first: i,
    end: it.end + 1,
    type: 'DATE',
    resolve(context) {
      if (it.n !== null) return moved(context, it.unit, it.n * towards)
      return { value: duration(null, it.unit), interval: null }
    },
  }
}

/** "the day before", "the year after": a unit next to what was said. */
export function beside(line: Line, i: number): Match | null {
  const found = unitAt(line, i)
  if (found === null || found.plural || !isCalendar(found.unit) || !is(line, i - 1, 'the')) return null
  const { lower } = at(line, i + 1)
  const towards =
    lower === 'after' ? 1 : lower === 'before' || lower === 'prior' || lower === 'earlier' ? -1 : 0
  if (towards === 0 || !closes(line, i + 2)) return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve: context => moved(context, found.unit, towards * found.times, true),
  }
}

/** "the same day", "that month", "the following year", "the next day", "the previous week". */
export function saidUnit(line: Line, i: number): Match | null {
  const word = at(line, i)
  const found = unitAt(line, i + 1)
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  const nextDay = word.lower === 'next' && found.unit === 'day'
  if (word.code !== 'said' && !nextDay) return null
  if (word.lower !== 'that' && !is(line, i - 1, 'the')) return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve: context => moved(context, found.unit, word.n * found.times, true),
  }
}

/** "that morning", "the same evening". */
export function saidPart(line: Line, i: number): Match | null {
  const part = at(line, i + 1)
  if (part.kind !== 'daypart' || at(line, i).code !== 'said') return null
  const by = at(line, i).n
  return {
    first: i,
    end: i + 2,
    type: 'TIME',
    the: true,
    resolve: context => withPart(moved(context, 'day', by), part.code),
  }
}

/** "the following Monday", "the previous Friday". */
export function saidWeekday(line: Line, i: number): Match | null {
  const word = at(line, i)
  const day = at(line, i + 1)
  if (word.code !== 'said' || word.n === 0 || day.kind !== 'weekday') return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve(context) {
      const start = context.saidDay?.interval?.start
      if (!start) return { value: 'XXXX-XX-XX', interval: null }
      const ahead = (day.n - weekday(start) + 6) % 7
      return around(addDays(start, word.n > 0 ? ahead + 1 : ahead - 6), 'day')
    },
  }
}
