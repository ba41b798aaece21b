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

/** "every year", "every two years", "every other week", "each Monday". */
export function every(line: Line, i: number): Match | null {
  const other = is(line, i + 1, 'other') ? 1 : 0
  const found = unitAt(line, i + 1 + other)
  if (found !== null)
    return found.plural ? null : set(i, i + 2 + other, duration(found.times + other, found.unit))
  const it = is(line, i, 'every') ? measure(line, i + 1) : null
  if (it !== null && it.n !== null) return set(i, it.end, duration(it.n, it.unit))
  const value = named(line, i + 1)
  return value === '' ? null : set(i, i + 2, value)
}

/** "per year"; "per cent" is no time. */
export function per(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  return found === null || found.plural ? null : set(i, i + 2, duration(found.times, found.unit))
}

const RATED = new Set('once twice times thrice million billion trillion percent % people'.split(' '))

function isCount(line: Line, i: number): boolean {
  const { kind } = at(line, i)
  return kind === 'number' || kind === 'cardinal' || kind === 'vague'
}

/** "15 a year", "three times a month", "four meetings a year". */
export function rate(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  if (found === null || found.plural || at(line, i).kind !== 'article') return null
  const after = at(line, i + 2).lower
  if (after === 'ago' || after === 'later' || after === 'earlier') return null
  const before = at(line, i - 1)
  const noun = before.kind === 'units' || (before.kind === 'word' && before.lower.endsWith('s'))
  const plural = noun && isCount(line, i - 2)
  if (!RATED.has(before.lower) && !isCount(line, i - 1) && !plural) return null
  return set(i, i + 2, duration(found.times, found.unit))
}

const PAPERS = new Set('daily weekly monthly quarterly'.split(' '))

/** "annual", "weekly talks"; not "China Daily", nor "the daily Example Shimbun". */
export function often(line: Line, i: number): Match | null {
  const { capital, code, lower } = at(line, i)
  const next = at(line, i + 1)
  if (PAPERS.has(lower) && (next.kind !== 'word' || next.capital || next.lower === 'newspaper')) return null
  return capital && i > 0 ? null : set(i, i + 1, code)
}
