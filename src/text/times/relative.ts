/** Units counted from the document's date: "last month", "this year", "next week", "today", "two years ago", "later this week". */
import { addDays, interval, weekday } from '../../record/interval.ts'
import { around, isCalendar, shift, spread, type Unit } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'
import { measure, movesDate, unitAt } from './measures.ts'
import { seasonBack } from './periods.ts'
import { quantity } from './quantity.ts'

function counted(unit: Unit, by: number) {
  return (context: Context) => spread(context.anchor, day => around(shift(day, unit, by), unit))
}

/** "last month", "this year", "next week", "the coming week", "the last quarter". */
export function shiftedUnit(line: Line, i: number): Match | null {
  const word = at(line, i)
  const found = unitAt(line, i + 1)
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  if (word.code !== 'calendar' && !(word.code === 'span' && word.n === 1)) return null
  if (found.unit === 'day') return null
  return { first: i, end: i + 2, type: 'DATE', the: true, resolve: counted(found.unit, word.n * found.times) }
}

/** "today", "tomorrow morning", "tonight". */
export function deictic(line: Line, i: number): Match | null {
  const word = at(line, i)
  const part = word.code === '' ? at(line, i + 1) : null
  const code = part?.kind === 'daypart' ? part.code : word.code
  return {
    first: i,
    end: part?.kind === 'daypart' ? i + 2 : i + 1,
    type: code === '' ? 'DATE' : 'TIME',
    resolve: context =>
      withPart(
        spread(context.anchor, day => around(addDays(day, word.n), 'day')),
        code,
      ),
  }
}

export function withPart(meaning: Meaning, code: string): Meaning {
  return code === '' ? meaning : { ...meaning, value: `${meaning.value}T${code}` }
}

/** "this morning", "last night". */
export function shiftedPart(line: Line, i: number): Match | null {
  const word = at(line, i)
  const part = at(line, i + 1)
  const fits = word.lower === 'this' || (word.lower === 'last' && part.code === 'NI')
  if (part.kind !== 'daypart' || !fits) return null
  const back = word.lower === 'last' ? -1 : 0
  return {
    first: i,
    end: i + 2,
    type: 'TIME',
    resolve: context =>
      withPart(
        spread(context.anchor, day => around(addDays(day, back), 'day')),
        part.code,
      ),
  }
}

/** "the week before last", "the year after next". */
export function beyondNext(line: Line, i: number): Match | null {
  const found = unitAt(line, i)
  const before = is(line, i + 1, 'before') && is(line, i + 2, 'last')
  const after = is(line, i + 1, 'after') && is(line, i + 2, 'next')
  if (!(before || after) || !is(line, i - 1, 'the')) return null
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  const by = (before ? -2 : 2) * found.times
  return { first: i, end: i + 3, type: 'DATE', the: true, resolve: counted(found.unit, by) }
}

/** "the day before yesterday", "the day after tomorrow". */
export function dayBeside(line: Line, i: number): Match | null {
  const end = at(line, i + 2)
  const before = is(line, i + 1, 'before') && end.n === -1
  const after = is(line, i + 1, 'after') && end.n === 1
  if (!is(line, i, 'day') || end.kind !== 'deictic' || !(before || after)) return null
  return {
    first: i,
    end: i + 3,
    type: 'DATE',
    the: true,
    resolve: context => spread(context.anchor, day => around(addDays(day, end.n * 2), 'day')),
  }
}

/** "two summers ago". */
export function seasonsAgo(line: Line, i: number): Match | null {
  const count = quantity(line, i)
  const word = at(line, count?.end ?? -1)
  if (count?.n == null || word.kind !== 'seasons' || !is(line, count.end + 1, 'ago')) return null
  const n = Math.round(count.n)
  return {
    first: i,
    end: count.end + 2,
    type: 'DATE',
    resolve: context => seasonBack(word.code, n, context),
  }
}

const AHEAD = new Set(['hence'])
const LEADS_ON = new Set('and but if when as with to has have had by he she it they we'.split(' '))

/** "a year ago today", "two weeks ago Monday", "a year ago this month": the day or unit so long ago; null without one. */
function dayAgo(line: Line, i: number, unit: Unit, n: number): Match | null {
  const { kind, n: by, code } = at(line, i)
  if (kind === 'deictic' && code === '')
    return pointAgo(i + 1, day => around(addDays(shift(day, unit, -n), by), 'day'))
  if (kind === 'weekday' && code !== 'short') {
    return pointAgo(i + 1, day => {
      const there = shift(day, unit, -n)
      return around(addDays(there, by - weekday(there)), 'day')
    })
  }
  const within = is(line, i, 'this') ? unitAt(line, i + 1) : null
  if (within === null || within.plural || !isCalendar(within.unit)) return null
  return pointAgo(i + 2, day => around(shift(day, unit, -n), within.unit))
}

function pointAgo(end: number, rule: (day: string) => Meaning): Match {
  return { first: 0, end, type: 'DATE', resolve: ({ anchor }) => spread(anchor, rule) }
}

/** "two years ago", "several weeks ago", "three days from now": as exact as its unit. */
export function ago(line: Line, i: number): Match | null {
  const it = measure(line, i)
  if (it === null) return null
  const back = is(line, it.end, 'ago')
  const now = is(line, it.end, 'from') && is(line, it.end + 1, 'now')
  if (!back && !now && !AHEAD.has(at(line, it.end).lower)) return null
  const towards = back ? -1 : 1
  const on = back && it.n !== null ? dayAgo(line, it.end + 1, it.unit, it.n) : null
  if (on !== null) return { ...on, first: i }
  return {
    first: i,
    end: it.end + (now ? 2 : 1),
    type: 'DATE',
    resolve({ anchor }) {
      const { n } = it
      // "half a century ago" is no more exact than its decade.
      const as = it.unit === 'century' && n !== null && n < 1 ? 'decade' : it.unit
      if (n !== null) return spread(anchor, day => around(shift(day, it.unit, n * towards), as))
      return { value: back ? 'PAST_REF' : 'FUTURE_REF', interval: open(anchor, movesDate(it), towards) }
    },
  }
}

function open(anchor: Context['anchor'], moves: boolean, towards: number) {
  if (anchor === null || !moves) return null
  return towards < 0
    ? interval(null, anchor.end, 'unknown', 'relative')
    : interval(anchor.start, null, 'unknown', 'relative')
}

/** Lexemes `first` to `end` as the past, the present or the future at large. */
export function vague(first: number, end: number, { n, code }: { n: number; code: string }): Match {
  const resolve = ({ anchor }: Context): Meaning => ({
    value: code,
    interval: n === 0 ? anchor && { ...anchor, basis: 'relative' } : open(anchor, true, n),
  })
  return { first, end, type: 'DATE', resolve }
}

/** "recently", "now", "soon"; not "the soon-to-open bridge". */
export function vagueWord(line: Line, i: number): Match | null {
  return is(line, i + 1, '-') && at(line, i + 1).glued ? null : vague(i, i + 1, at(line, i))
}

/** "in the past, …", "in the future": not "the past week", nor "the future of the alliance". */
export function atLarge(line: Line, i: number): Match | null {
  const next = at(line, i + 1)
  const closed = next.kind === 'mark' || next.kind === 'none' || LEADS_ON.has(next.lower)
  if (!is(line, i - 1, 'the') || !is(line, i - 2, 'in') || !closed || next.lower === '-') return null
  const past = is(line, i, 'past')
  return { ...vague(i, i + 1, past ? { n: -1, code: 'PAST_REF' } : { n: 1, code: 'FUTURE_REF' }), the: true }
}

/** What is left of a unit at the document's date: "earlier this year", "later this month", "later in the week". */
export function restOf(line: Line, i: number): Match | null {
  const word = at(line, i)
  if (is(line, i + 1, 'today')) return { first: i, end: i + 2, type: 'DATE', resolve: counted('day', 0) }
  const inThe = is(line, i + 1, 'in') && is(line, i + 2, 'the')
  const j = inThe ? i + 3 : i + 2
  const shifted = at(line, i + 1)
  const found = unitAt(line, j)
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  if (!inThe && !(shifted.kind === 'shift' && shifted.code === 'calendar')) return null
  const by = inThe ? 0 : shifted.n
  return {
    first: i,
    end: j + 1,
    type: 'DATE',
    resolve(context) {
      // "earlier in the day": of the day that is talked of.
      const said = context.saidDay?.interval?.start
      if (inThe && found.unit === 'day' && said) return around(said, 'day')
      const whole = counted(found.unit, by)(context)
      return by === 0 ? cut(whole, context, word.n) : whole
    },
  }
}

function cut(whole: Meaning, { anchor }: Context, towards: number): Meaning {
  const days = whole.interval
  if (days === null || anchor?.start == null || anchor.start !== anchor.end || days.precision === 'day')
    return whole
  const rest =
    towards < 0
      ? interval(days.start, anchor.start, 'range', 'relative')
      : interval(anchor.start, days.end, 'range', 'relative')
  return { ...whole, interval: rest }
}
