/** Units counted from the document's date: "last month", "this year", "next week", "today", "two years ago", "later this week". */
import { addDays, interval } from '../../record/interval.ts'
import { around, isCalendar, shift, spread, type Unit } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'
import { measure, movesDate, unitAt } from './measures.ts'

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

const AHEAD = new Set(['hence'])

/** "two years ago", "several weeks ago", "three days from now": as exact as its unit. */
export function ago(line: Line, i: number): Match | null {
  const it = measure(line, i)
  if (it === null) return null
  const back = is(line, it.end, 'ago')
  const now = is(line, it.end, 'from') && is(line, it.end + 1, 'now')
  if (!back && !now && !AHEAD.has(at(line, it.end).lower)) return null
  const towards = back ? -1 : 1
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

/** "recently", "now", "soon". */
export function vagueWord(line: Line, i: number): Match {
  const { n, code } = at(line, i)
  const resolve = ({ anchor }: Context): Meaning => ({
    value: code,
    interval: n === 0 ? anchor && { ...anchor, basis: 'relative' } : open(anchor, true, n),
  })
  return { first: i, end: i + 1, type: 'DATE', resolve }
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
      if (inThe && found.unit === 'day' && context.saidDay !== null) return context.saidDay
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
