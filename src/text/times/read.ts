/** The times of one sentence, before any is worked out. */
import { timeWords } from '../../knowledge/time-words.ts'
import { dayFor } from './clock.ts'
import { STARTS, time } from './families.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match } from './match.ts'
import { holiday } from './months.ts'
import { joined } from './ranges.ts'

/** A phrase of the table at lexeme `i`: the lexeme after it, and the holiday that it names or null. */
function phrase(line: Line, i: number): { end: number; match: Match | null } | null {
  const first = at(line, i)
  for (const { rest, word } of timeWords().phrases.get(first.lower) ?? []) {
    if (!rest.every((lower, k) => is(line, i + 1 + k, lower))) continue
    const end = i + 1 + rest.length
    if (word.kind !== 'holiday') return { end, match: null }
    if (first.capital) return { end, match: holiday(line, i, word.n, end) }
  }
  return null
}

/** The time at lexeme `i`, with its "the". */
function withThe(line: Line, i: number): Match | null {
  if (at(line, i).kind !== 'the') return time(line, i)
  // "the '90s": the apostrophe belongs to the decade.
  const inner = time(line, is(line, i + 1, "'") ? i + 2 : i + 1)
  return inner?.the === true && inner.first === i + 1 ? { ...inner, first: i } : null
}

function singles(line: Line): Match[] {
  const { phrases } = timeWords()
  const found: Match[] = []
  for (let i = 0; i < line.lexemes.length; ) {
    const { kind, lower } = at(line, i)
    const fixed = phrases.has(lower) ? phrase(line, i) : null
    if (fixed !== null) {
      if (fixed.match !== null) found.push(fixed.match)
      i = fixed.match?.end ?? fixed.end
      continue
    }
    const match = STARTS.has(kind) || kind === 'the' ? withThe(line, i) : null
    if (match !== null) found.push(match)
    i = match === null ? i + 1 : match.end
  }
  return found
}

function isDay(match: Match): boolean {
  return match.type === 'DATE' || (match.type === 'TIME' && match.points === undefined)
}

/** "8 a.m. on Friday", "Friday at 8 a.m.": one time, on the day that is given. */
function clockOnDay(line: Line, a: Match, b: Match): Match | null {
  const between = b.first - a.end
  const word = at(line, a.end).lower
  const linked = between === 0 || (between === 1 && (word === 'on' || word === 'at' || word === ','))
  if (!linked || a.type === b.type || !isDay(a) || !isDay(b)) return null
  const [day, clock] = a.type === 'DATE' ? [a, b] : [b, a]
  const { kind } = at(line, clock.first)
  if ((word === 'on' && day === a) || (kind !== 'number' && kind !== 'clock')) return null
  return {
    first: a.first,
    end: b.end,
    type: 'TIME',
    resolve(context) {
      const said = day.resolve(context)
      const on = said?.interval?.precision === 'day' ? { ...context, saidHere: said } : context
      return dayFor(on) === null
        ? clock.resolve({ ...context, anchor: null, saidHere: null })
        : clock.resolve(on)
    },
  }
}

/** Joins neighbours, from left to right. */
function join(line: Line, matches: Match[], how: (line: Line, a: Match, b: Match) => Match | null): Match[] {
  const out: Match[] = []
  for (const match of matches) {
    const last = out.at(-1)
    const both = last === undefined ? null : how(line, last, match)
    if (both === null) out.push(match)
    else out[out.length - 1] = both
  }
  return out
}

export function readTimes(line: Line): Match[] {
  const found = singles(line)
  return found.length < 2 ? found : join(line, join(line, found, clockOnDay), joined)
}
