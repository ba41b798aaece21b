/** Days of the week and weekends: "on Monday", "last Friday", "Sunday evening", "over the weekend". */
import { addDays, interval, weekday as weekdayOf } from '../../record/interval.ts'
import { around, spread, weekValue } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import { type Context, type Direction, looksAhead, type Match, type Meaning, type Parser } from './match.ts'
import { weekdayDate } from './months.ts'
import { withPart } from './relative.ts'

/** The day of the week next to `day`: on it or before, or on it or after; `strict` leaves `day` itself out. */
function nearest(day: string, n: number, direction: Direction, strict: boolean): string {
  const off = direction === 'past' ? (weekdayOf(day) - n + 7) % 7 : (n - weekdayOf(day) + 7) % 7
  const by = strict && off === 0 ? 7 : off
  return addDays(day, direction === 'past' ? -by : by)
}

function onWeekday(n: number, towards: Direction | null, strict: boolean, context: Context): Meaning {
  const direction = towards ?? context.direction ?? 'past'
  return spread(context.anchor, day => around(nearest(day, n, direction, strict), 'day'))
}

/** A weekday and the part of the day after it. */
function match(line: Line, first: number, i: number, towards: Direction | null): Match {
  const { n } = at(line, i)
  const part = at(line, i + 1)
  const code = part.kind === 'daypart' ? part.code : ''
  return {
    first,
    end: code === '' ? i + 1 : i + 2,
    type: code === '' ? 'DATE' : 'TIME',
    resolve: context => withPart(onWeekday(n, towards, towards !== null, context), code),
  }
}

/** "Monday", "Friday morning"; "Mon." alone is nothing. */
export function weekday(line: Line, i: number): Match | null {
  const dated = weekdayDate(line, i)
  if (dated !== null) return dated
  if (at(line, i).code === 'short') return null
  const found = match(line, i, i, null)
  // "It was on a Friday."
  if (at(line, i - 1).kind === 'article' && is(line, i - 2, 'on') && at(line, found.end).kind !== 'word')
    return { ...found, resolve: () => ({ value: `XXXX-WXX-${at(line, i).n}`, interval: null }) }
  const shifted = at(line, found.end)
  const week = shifted.kind === 'shift' && shifted.code === 'calendar' && is(line, found.end + 1, 'week')
  return week ? inWeek(found, at(line, i).n, shifted.n) : found
}

/** "Monday next week". */
function inWeek(found: Match, n: number, by: number): Match {
  const resolve = (context: Context) =>
    spread(context.anchor, day => around(addDays(day, n - weekdayOf(day) + by * 7), 'day'))
  return { ...found, end: found.end + 2, type: 'DATE', resolve }
}

/** "last Friday", "next Monday", "this Sunday"; "this" looks ahead unless the clause looks back. */
export function shiftedWeekday(line: Line, i: number): Match | null {
  const word = at(line, i)
  // "this past Tuesday", "this coming Friday": the second word says which way.
  if (word.lower === 'this' && at(line, i + 1).code === 'span')
    return withThis(i, shiftedWeekday(line, i + 1))
  if (at(line, i + 1).kind !== 'weekday' || at(line, i + 1).code === 'short' || word.code === 'said')
    return null
  // "next Monday, 21 November"
  const dated = weekdayDate(line, i + 1)
  if (dated !== null) return withThis(i, dated)
  if (word.n !== 0) return match(line, i, i + 1, word.n < 0 ? 'past' : 'future')
  const found = match(line, i, i + 1, null)
  return {
    ...found,
    resolve: context => found.resolve({ ...context, direction: context.direction ?? 'future' }),
  }
}

function withThis(first: number, inner: Match | null): Match | null {
  return inner === null ? null : { ...inner, first }
}

/** "the weekend of March 23": the one that the day lies in, or is nearest to. */
export function weekendOf(points: Parser): Parser {
  return (line, i) => {
    const day = is(line, i + 1, 'of') ? points(line, i + 2) : null
    if (day?.parts?.day == null && day?.points === undefined) return null
    return {
      first: i,
      end: day.end,
      type: 'DATE',
      the: true,
      resolve(context) {
        const days = day.resolve(context)?.interval
        const start = days?.start
        if (!start || (days.precision !== 'day' && days.precision !== 'range')) return null
        return weekendMeaning(addDays(start, weekdayOf(start) === 1 ? -2 : 6 - weekdayOf(start)))
      },
    }
  }
}

function weekendMeaning(saturday: string): Meaning {
  const days = interval(saturday, addDays(saturday, 1), 'range', 'relative')
  return { value: `${weekValue(saturday)}-WE`, interval: days }
}

/** The Saturday of the weekend meant; on a Saturday or Sunday a weekend that isn't "last" or "next" is the one that runs. */
function saturdayNear(day: string, direction: Direction, strict: boolean): string {
  const running = weekdayOf(day) >= 6
  if (running && !strict) return nearest(day, 6, 'past', false)
  if (looksAhead(direction)) return nearest(day, 6, 'future', true)
  const last = nearest(day, 6, 'past', false)
  return running ? addDays(last, -7) : last
}

/** "the weekend", "a weekend summit". */
export function weekend(_line: Line, i: number): Match {
  return weekendMatch(i, i + 1, null, false)
}

/** "last weekend", "this weekend", "the past weekend". */
export function shiftedWeekend(line: Line, i: number): Match | null {
  const word = at(line, i)
  if (word.lower === 'this' && at(line, i + 1).code === 'span')
    return withThis(i, shiftedWeekend(line, i + 1))
  if (at(line, i + 1).kind !== 'weekend' || word.code === 'said' || word.code === 'vague') return null
  const towards = word.n < 0 ? 'past' : word.n > 0 ? 'future' : null
  return weekendMatch(i, i + 2, towards, word.n !== 0)
}

function weekendMatch(first: number, end: number, towards: Direction | null, strict: boolean): Match {
  const resolve = (context: Context) => {
    const direction = towards ?? context.direction ?? 'past'
    return spread(context.anchor, day => weekendMeaning(saturdayNear(day, direction, strict)))
  }
  return { first, end, type: 'DATE', the: true, resolve }
}

/** "on Mondays", "at weekends". */
export function weekdaysSet(line: Line, i: number): Match {
  const value = `XXXX-WXX-${at(line, i).kind === 'weekends' ? 'WE' : at(line, i).n}`
  return { first: i, end: i + 1, type: 'SET', resolve: () => ({ value, interval: null }) }
}
