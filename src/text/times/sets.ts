/** What comes back: "every year", "annual", "15 a year", "once a month", "each Monday". */
import { duration } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match } from './match.ts'
import { measure, unitAt } from './measures.ts'

const SEASON_CODES: { [code: string]: string } = { spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' }

function set(first: number, end: number, value: string): Match {
  return { first, end, type: 'SET', resolve: () => ({ value, interval: null }) }
}

/** "every Monday", "each March", "every summer", "every morning" as a TIMEX3 value; '' for anything else. */
function named(line: Line, i: number): string {
  const { kind, n, code } = at(line, i)
  if (kind === 'weekday') return `XXXX-WXX-${n}`
  if (kind === 'month') return `XXXX-${String(n).padStart(2, '0')}`
  if (kind === 'season') return `XXXX-${SEASON_CODES[code] ?? 'XX'}`
  if (kind === 'weekend') return 'XXXX-WXX-WE'
  return kind === 'daypart' ? `XXXX-XX-XXT${code}` : ''
}

/** "every other week", "every second week", "every third year": of so many one. */
function ordinalStep(line: Line, i: number): number {
  if (is(line, i, 'other')) return 2
  return at(line, i).kind === 'ordinal' ? at(line, i).n : 1
}

/** "every year", "every two years", "every few years", "every other week", "each Monday", "every Monday morning". */
export function every(line: Line, i: number): Match | null {
  const step = ordinalStep(line, i + 1)
  const j = step > 1 ? i + 2 : i + 1
  const found = unitAt(line, j)
  if (found !== null) return found.plural ? null : set(i, j + 1, duration(found.times * step, found.unit))
  const it = is(line, i, 'every') ? measure(line, i + 1) : null
  if (it !== null) return set(i, it.end, duration(it.n, it.unit))
  const value = named(line, j)
  if (value === '') return null
  const part =
    at(line, j).kind === 'weekday' && at(line, j + 1).kind === 'daypart' ? at(line, j + 1).code : ''
  return part === '' ? set(i, j + 1, value) : set(i, j + 2, `${value}T${part}`)
}

const OFTEN = new Set(['once', 'twice', 'thrice'])

/** "twice" and "three times" before "a year" belong to it: the lexeme at which they begin. */
function adverbBefore(line: Line, i: number): number {
  if (OFTEN.has(at(line, i - 1).lower)) return i - 1
  return is(line, i - 1, 'times') && isCount(line, i - 2) ? i - 2 : i
}

/** "per year"; "per cent" is no time. */
export function per(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  if (found === null || found.plural) return null
  return set(adverbBefore(line, i), i + 2, duration(found.times, found.unit))
}

const RATED = new Set('once twice times thrice million billion trillion percent % people'.split(' '))
const AFTER_LENGTH = new Set('ago later earlier before after afterwards into'.split(' '))
/** How far before "a year" the number of "4 million tonnes a year" may stand. */
const NUMBER_REACH = 4

function isCount(line: Line, i: number): boolean {
  const { kind } = at(line, i)
  return kind === 'number' || kind === 'cardinal' || kind === 'vague'
}

/** "15 a year", "three times a month", "four meetings a year". */
export function rate(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  if (found === null || found.plural || at(line, i).kind !== 'article') return null
  if (AFTER_LENGTH.has(at(line, i + 2).lower)) return null
  const rated = RATED.has(at(line, i - 1).lower) || isCount(line, i - 1) || isCounted(line, i - 1)
  return rated ? set(adverbBefore(line, i), i + 2, duration(found.times, found.unit)) : null
}

/** "four meetings", "4 million tonnes of wheat", "a third" end at lexeme `last`. */
function isCounted(line: Line, last: number): boolean {
  // "4 million tonnes of wheat"
  if (is(line, last - 1, 'of')) return isCounted(line, last - 2)
  const noun = at(line, last)
  if (noun.kind === 'ordinal') return at(line, last - 1).kind === 'article'
  // "an hour a day", "one day a week"
  if (noun.kind === 'unit') return at(line, last - 1).kind === 'article' || isCount(line, last - 1)
  if (noun.kind !== 'units' && !(noun.kind === 'word' && noun.lower.endsWith('s'))) return false
  for (let i = last - 1; i >= last - NUMBER_REACH; i--) {
    if (isCount(line, i)) return true
    if (at(line, i).kind !== 'word') return false
  }
  return false
}

const PAPERS = new Set('daily weekly monthly quarterly'.split(' '))

/** "annual", "weekly talks"; not "China Daily", nor "the daily Example Shimbun". */
export function often(line: Line, i: number): Match | null {
  const { capital, code, lower } = at(line, i)
  const next = at(line, i + 1)
  if (PAPERS.has(lower) && (next.kind !== 'word' || next.capital || next.lower === 'newspaper')) return null
  return capital && i > 0 ? null : set(i, i + 1, code)
}
