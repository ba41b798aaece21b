/** Lengths of time: "three years", "a 27-year contract", "for decades", "a year-long freeze", "in 12 years". */
import { interval } from '../../record/interval.ts'
import { around, duration, shift, spread } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import { looksAhead, type Match } from './match.ts'
import { type Measure, measure, movesDate, unitAt } from './measures.ts'

/** "a day", "years": too common to count without a word that measures. */
const MEASURING = new Set(
  'for in within over after than about least most nearly almost around only just over last once under exactly another'.split(
    ' ',
  ),
)
const PLURAL_LED = new Set('for in over after within'.split(' '))
/** "the first summit in 12 years": looks back whatever the tense is. */
const BACKWARD = new Set(
  'first once time times only worst best highest lowest biggest largest least twice met'.split(' '),
)

/** "55-year-old", "55 years old", "10 years of age", "aged 55". */
function isAge(line: Line, end: number): boolean {
  const j = is(line, end, '-') ? end + 1 : end
  if (is(line, j, 'old') && (j === end || at(line, end).glued)) return true
  return is(line, end, 'of') && is(line, end + 1, 'age')
}

/** "-long" after the unit belongs to the extent. */
function withLong(line: Line, end: number): number {
  return is(line, end, '-') && is(line, end + 1, 'long') ? end + 2 : end
}

function isMeant(line: Line, i: number, it: Measure, end: number): boolean {
  const first = at(line, i)
  // "once-in-a-century floods"
  if (first.kind === 'article' && first.glued && is(line, i - 1, '-')) return false
  const before = at(line, i - 1).lower
  if (first.kind === 'units') {
    return PLURAL_LED.has(before) || end > it.end || (is(line, end, 'of') && it.unit !== 'day')
  }
  if (first.kind === 'article' && it.end === i + 2 && it.unit === 'day')
    return MEASURING.has(before) || is(line, end, 'after') || is(line, end, 'before')
  // "some years", "their third in as many months"
  return !(first.kind === 'vague' && (first.lower === 'some' || before === 'as'))
}

const ROUGHLY = new Set('about around roughly some just less more than under'.split(' '))

/** "in three years' time": the lexeme after it. */
function timeEnd(line: Line, end: number): number | null {
  if (!is(line, end, "'")) return null
  const j = is(line, end + 1, 's') ? end + 2 : end + 1
  return is(line, j, 'time') ? j + 1 : null
}

/** "will be finished in three years": a point ahead, not a length. */
function isAhead(line: Line, i: number, end: number): boolean {
  let led = i - 1
  while (ROUGHLY.has(at(line, led).lower)) led--
  if (!is(line, led, 'in')) return false
  const after = at(line, end).kind
  if (after !== 'mark' && after !== 'none') return false
  for (let j = i - 2; j >= 0 && j > i - 30; j--) {
    const { lower } = at(line, j)
    if (BACKWARD.has(lower) || (lower.length > 5 && lower.endsWith('est')) || at(line, j).kind === 'ordinal')
      return false
  }
  return true
}

/** "in two weeks' time" looks ahead whatever the tense is. */
function inTime(first: number, end: number, it: Measure): Match {
  return {
    first,
    end,
    type: 'DATE',
    resolve({ anchor }) {
      const { n } = it
      if (n !== null) return spread(anchor, day => around(shift(day, it.unit, n), it.unit))
      return {
        value: 'FUTURE_REF',
        interval: anchor && interval(anchor.start, null, 'unknown', 'relative'),
      }
    },
  }
}

export function length(line: Line, i: number): Match | null {
  const it = measure(line, i)
  if (it === null || (isAge(line, it.end) && it.n !== null)) return null
  const ahead = timeEnd(line, it.end)
  if (ahead !== null && movesDate(it) && is(line, i - 1, 'in')) return inTime(i, ahead, it)
  const end = withLong(line, it.end)
  if (!isMeant(line, i, it, end)) return null
  const value = duration(it.n, it.unit)
  const point = isAhead(line, i, end) && movesDate(it)
  return {
    first: i,
    end,
    type: 'DURATION',
    the: !it.joined && at(line, i).kind !== 'article' && !is(line, i - 2, 'of'),
    resolve(context) {
      const { n } = it
      if (!point || n === null || !looksAhead(context.direction)) return { value, interval: null }
      return { ...spread(context.anchor, day => around(shift(day, it.unit, n), it.unit)), type: 'DATE' }
    },
  }
}

/** "yearlong". */
export function longWord(line: Line, i: number): Match | null {
  const { code } = at(line, i)
  return { first: i, end: i + 1, type: 'DURATION', resolve: () => ({ value: code, interval: null }) }
}

/** "year-long", "a year-old dispute". */
export function unitLong(line: Line, i: number): Match | null {
  const found = unitAt(line, i)
  if (found === null || !is(line, i + 1, '-') || !is(line, i + 2, 'long')) return null
  const value = duration(found.plural ? null : found.times, found.unit)
  return { first: i, end: i + 3, type: 'DURATION', resolve: () => ({ value, interval: null }) }
}

const RUNS = new Set('over in within for during of through throughout across'.split(' '))
const PERIODS = new Set(['period', 'quarter', 'half', 'month', 'week'])
const LASTS = new Set('to will would may might could can should must shall not t also only'.split(' '))
const VAGUE_PAST = new Set(['last', 'past', 'recent', 'previous'])

/** "the past three years", "the next six months", "recent years", "the coming days". */
export function span(line: Line, i: number): Match | null {
  const word = at(line, i)
  // "this past week": the second word says which way.
  if (word.lower === 'this' && at(line, i + 1).code === 'span') {
    const inner = span(line, i + 1)
    return inner === null ? null : { ...inner, first: i }
  }
  if (word.code === 'said' && word.n <= 0 && word.lower !== 'previous') return null
  const it = measure(line, i + 1)
  const single = it === null && word.code === 'span' ? unitAt(line, i + 1) : null
  const theSingle =
    it === null && word.code === 'calendar' && is(line, i - 1, 'the') ? unitAt(line, i + 1) : null
  const one = single ?? (theSingle?.unit === 'quarter' || theSingle?.unit === 'day' ? null : theSingle)
  // "the same quarter of the last year"
  if (one === theSingle && one !== null && is(line, i - 2, 'of') && PERIODS.has(at(line, i - 3).lower))
    return null
  // "the next year" is a length only where something runs over it.
  if (one === theSingle && one !== null && word.n > 0 && !RUNS.has(at(line, i - 2).lower)) return null
  if (one !== null && !(one.unit === 'week' && word.n === 1 && word.code === 'span')) {
    if (word.n === 0) return null
    return spanMatch(i, { end: i + 2, n: one.times, unit: one.unit, joined: false }, word.n, false)
  }
  if (it === null || at(line, i + 1).kind === 'article' || word.n === 0) return null
  // "will last two weeks"
  if (word.lower === 'last' && LASTS.has(at(line, i - 1).lower)) return null
  if (at(line, i + 1).kind === 'units') return vagueSpan(i, it, word.n, VAGUE_PAST.has(word.lower))
  return word.code === 'vague' || it.joined ? null : spanMatch(i, it, word.n, word.code === 'said')
}

/** `said`: "the following two years" run from the date said before. */
function spanMatch(first: number, it: Measure, towards: number, said: boolean): Match {
  return {
    first,
    end: it.end,
    type: 'DURATION',
    the: true,
    resolve(context) {
      const value = duration(it.n, it.unit)
      const { n } = it
      const anchor = said ? (context.said?.interval ?? null) : context.anchor
      if (anchor?.start == null || anchor.end === null || !movesDate(it)) return { value, interval: null }
      const edge = n === null ? null : shift(towards < 0 ? anchor.start : anchor.end, it.unit, n * towards)
      const days =
        towards < 0
          ? interval(edge, anchor.end, 'range', 'relative')
          : interval(anchor.start, edge, 'range', 'relative')
      return { value, interval: days }
    },
  }
}

/** "in recent years", "in the coming days": no end is said. */
function vagueSpan(first: number, it: Measure, towards: number, past: boolean): Match {
  return {
    first,
    end: it.end,
    type: 'DATE',
    the: true,
    resolve({ anchor }) {
      const value = past || towards < 0 ? 'PAST_REF' : 'FUTURE_REF'
      if (anchor === null) return { value, interval: null }
      const days =
        towards < 0
          ? interval(null, anchor.end, 'unknown', 'relative')
          : interval(anchor.start, null, 'unknown', 'relative')
      return { value, interval: days }
    },
  }
}
