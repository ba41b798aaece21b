/** Times counted from the one said before: "a day earlier", "two years later", "the same day", "the following month", "that year". */
import { addDays, daysBetween, monthOf, parts, weekday } from '../../record/interval.ts'
import { around, duration, isCalendar, shift, spread, type Unit } from './calendar.ts'
import { isYear, monthEnd } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import { type Context, looksAhead, type Match, type Meaning } from './match.ts'
import { type Measure, measure, unitAt } from './measures.ts'
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

/** "54 years later" is not said to the month. */
const LONG = 10

/**
 * `n` units from what was said, where that is known as exactly as the unit asks for. `whole` is the unit of
 * the calendar ("the following year"); else a month stays one ("a year later").
 */
function moved(context: Context, unit: Unit, n: number, whole = false): Meaning {
  const days = (unit === 'day' ? context.saidDay : context.said)?.interval
  if (!days?.start || !days.end) return unknown(unit)
  // "1999-2007 … the following decade": from the end of what was said.
  if (whole && n > 0 && days.precision === 'range') return around(shift(days.end, unit, n), unit)
  const fine =
    daysBetween(days.start, days.end) < (DAYS[unit] ?? 1) || (unit !== 'day' && days.precision === 'month')
  if (!fine) return unknown(unit)
  const coarse = !whole && unit !== 'day' && days.precision === 'month' && n < LONG ? 'month' : unit
  // "in February … the same week": some week of it.
  if (unit === 'week' && days.precision === 'month') return around(shift(days.start, unit, n), 'month')
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
  if (it === null || it.joined) return null
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
      const value = duration(it.n, it.unit)
      if (!isCalendar(it.unit))
        return movedClock(context.said, it, towards) ?? { value, interval: null, type: 'DURATION' }
      if (it.n === null) return { value, interval: null, type: 'DURATION' }
      // "up from a year earlier" with no date before it counts from the document's.
      const said = context.said === null && towards < 0 ? anchored(context) : context
      return moved(said, it.unit, it.n * towards)
    },
  }
}

const MINUTES: { [unit: string]: number } = { minute: 1, hour: 60 }

/** "six hours later" after "1 p.m."; null where no time of day was said. */
function movedClock(said: Meaning | null, { n, unit }: Measure, towards: number): Meaning | null {
  const time = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(said?.value ?? '')
  const by = MINUTES[unit]
  if (time === null || n === null || by === undefined) return null
  const minutes = Number(time[2]) * 60 + Number(time[3]) + Math.round(n * by) * towards
  const day = addDays(time[1] ?? '', Math.floor(minutes / 1440))
  const rest = ((minutes % 1440) + 1440) % 1440
  const two = (figure: number) => String(figure).padStart(2, '0')
  const clock = `${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  return { value: `${day}T${clock}`, interval: around(day, 'day').interval, type: 'TIME' }
}

/** The document's date as what was said, where nothing was. */
function anchored(context: Context): Context {
  const { anchor } = context
  const meaning = anchor?.start && anchor.start === anchor.end ? around(anchor.start, 'day') : null
  return { ...context, said: context.said ?? meaning, saidDay: context.saidDay ?? meaning }
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
  const the = is(line, i - 1, 'the')
  const next = word.lower === 'next' && the
  if (word.code !== 'said' && !next) return null
  if (word.lower !== 'that' && !the) return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve(context) {
      // "He won in 1961. The next year …", but "the next year will be hard".
      const over = (context.said?.interval?.end ?? '9') < (context.anchor?.start ?? '')
      const ahead = next && found.unit !== 'day' && (looksAhead(context.direction) || !over)
      const back = word.n < 0 && context.said === null
      return moved(ahead || back ? afresh(context) : context, found.unit, word.n * found.times, true)
    },
  }
}

/** "the same day last year", "the same quarter a year ago". */
export function sameInYear(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  if (!is(line, i, 'same') || !is(line, i - 1, 'the') || found === null || found.plural) return null
  const of = is(line, i + 2, 'of') || is(line, i + 2, 'in') ? 1 : 0
  const j = i + 2 + of
  const last = is(line, j, 'last') && is(line, j + 1, 'year')
  const ago = is(line, j, 'a') && is(line, j + 1, 'year') && is(line, j + 2, 'ago')
  if (!isCalendar(found.unit) || found.unit === 'year' || !(last || ago)) return null
  const resolve = ({ anchor }: Context) => spread(anchor, day => around(shift(day, 'year', -1), found.unit))
  return { first: i, end: last ? j + 2 : j + 3, type: 'DATE', the: true, resolve }
}

/** Counting from the document's date, whatever was said. */
function afresh(context: Context): Context {
  return anchored({ ...context, said: null, saidDay: null })
}

/** "that morning", "the same evening". */
export function saidPart(line: Line, i: number): Match | null {
  const part = at(line, i + 1)
  const next = is(line, i, 'next') && is(line, i - 1, 'the')
  if (part.kind !== 'daypart' || !(next || at(line, i).code === 'said')) return null
  const by = at(line, i).n
  return {
    first: i,
    end: i + 2,
    type: 'TIME',
    the: true,
    resolve: context => withPart(moved(context, 'day', by), part.code),
  }
}

/** "the evening before", "the night after". */
export function partBeside(line: Line, i: number): Match | null {
  const { code } = at(line, i)
  const towards = is(line, i + 1, 'before') ? -1 : is(line, i + 1, 'after') ? 1 : 0
  if (towards === 0 || !is(line, i - 1, 'the') || !closes(line, i + 2)) return null
  const resolve = (context: Context) => withPart(moved(context, 'day', towards), code)
  return { first: i, end: i + 2, type: 'TIME', the: true, resolve }
}

/** "the Friday before", "the Monday after". */
export function weekdayBeside(line: Line, i: number): Match | null {
  const { n, code } = at(line, i)
  const towards = is(line, i + 1, 'before') ? -1 : is(line, i + 1, 'after') ? 1 : 0
  if (towards === 0 || code === 'short' || !is(line, i - 1, 'the') || !closes(line, i + 2)) return null
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve: context => weekdayFrom(n, towards, context),
  }
}

function weekdayFrom(n: number, towards: number, { saidDay }: Context): Meaning {
  const start = saidDay?.interval?.start
  if (!start) return { value: 'XXXX-XX-XX', interval: null }
  const ahead = (n - weekday(start) + 6) % 7
  return around(addDays(start, towards > 0 ? ahead + 1 : ahead - 6), 'day')
}

/** "reopened in July 2015 … *the following March*": the first one after what was said, or the last before it. */
export function saidMonth(line: Line, i: number): Match | null {
  const word = at(line, i)
  if (word.code !== 'said' || word.n === 0 || word.lower === 'that') return null
  const end = monthEnd(line, i + 1)
  if (end === null || isYear(line, end)) return null
  const month = at(line, i + 1).n
  const resolve = ({ said }: Context): Meaning => {
    const from = word.n > 0 ? said?.interval?.end : said?.interval?.start
    if (from == null) return { value: `XXXX-${String(month).padStart(2, '0')}`, interval: null }
    const { year, month: own } = parts(from)
    const shift = word.n > 0 ? (month > own ? 0 : 1) : month < own ? 0 : -1
    const interval = monthOf(year + shift, month, 'relative')
    return { value: interval.start?.slice(0, 7) ?? '', interval }
  }
  return { first: i, end, type: 'DATE', the: true, resolve }
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
    resolve: context => weekdayFrom(day.n, word.n, context),
  }
}
