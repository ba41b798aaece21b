/** The times of one sentence, before any is worked out. */
import { timeWords } from '../../knowledge/time-words.ts'
import { dayFor } from './clock.ts'
import { STARTS, time } from './families.ts'
import { holiday, newYear } from './holidays.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match, Meaning } from './match.ts'
import { joined } from './ranges.ts'
import { vague } from './relative.ts'

interface Phrase {
  end: number
  /** Null where the words are no time. */
  match: Match | null
}

/** A phrase of the table at lexeme `i`, with the "the" or "a" before it that belongs to it. */
function phrase(line: Line, i: number): Phrase | null {
  const first = at(line, i)
  for (const { rest, word } of timeWords().phrases.get(first.lower) ?? []) {
    if (!rest.every((lower, k) => is(line, i + 1 + k, lower))) continue
    const end = i + 1 + rest.length
    if (word.kind === 'not-a-time') return { end, match: null }
    const { kind } = at(line, i - 1)
    const led = kind === 'the' || kind === 'article'
    if (word.kind === 'vague-time') return { end, match: vague(led ? i - 1 : i, end, word) }
    const match = word.kind === 'new-year' ? newYear(line, i) : null
    if (match !== null) return { end, match: led ? { ...match, first: i - 1 } : match }
    if (word.kind === 'holiday' && first.capital) return { end, match: holiday(line, i, word.code, end) }
  }
  return null
}

/** The time at lexeme `i`, with its "the". */
function withThe(line: Line, i: number): Match | null {
  if (at(line, i).kind !== 'the') return time(line, i)
  // "the '90s": the apostrophe belongs to the decade.
  const inner = time(line, is(line, i + 1, "'") ? i + 2 : i + 1)
  return inner?.the === true && inner.first === i + 1 ? withFirst(inner, i) : null
}

/** The first point of a list begins where the list does: "the 17th and 18th centuries". */
function withFirst(match: Match, first: number): Match {
  const points = match.points?.map(point => (point.first === match.first ? { ...point, first } : point))
  return points === undefined ? { ...match, first } : { ...match, first, points }
}

function singles(line: Line): Match[] {
  const found: Match[] = []
  for (let i = 0; i < line.lexemes.length; ) {
    const { kind, opens } = at(line, i)
    // Most lexemes are these.
    if (!opens && (kind === 'word' || kind === 'mark')) {
      i++
      continue
    }
    const named = kind === 'the' || kind === 'article' ? i + 1 : i
    const fixed = at(line, named).opens ? phrase(line, named) : null
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

const AFTERNOON = /T(AF|EV|NI)$/

function isClock(line: Line, { first, type, points, dated }: Match): boolean {
  const { kind } = at(line, first)
  return type === 'TIME' && points === undefined && dated !== true && (kind === 'number' || kind === 'clock')
}

/** "9:30 Friday night" is half past nine in the evening. */
function inHalf(clock: Meaning, part: string): Meaning {
  const hour = Number(/T(\d\d)/.exec(clock.value)?.[1] ?? 12)
  if (!AFTERNOON.test(part) || hour >= 12 || hour === 0) return clock
  return { ...clock, value: clock.value.replace(/T\d\d/, `T${hour + 12}`) }
}

/** The lexeme after "(0200 GMT)", where such brackets begin at `i`. */
function afterBrackets(line: Line, i: number): number {
  if (!is(line, i, '(') || at(line, i + 1).kind !== 'number') return i
  for (let j = i + 2; j < i + 8; j++) if (is(line, j, ')')) return j + 1
  return i
}

/** "8 a.m. on Friday", "Friday at 8 a.m.", "9:30 Friday night": one time, on the day that is given. */
function clockOnDay(line: Line, a: Match, b: Match): Match | null {
  const between = b.first - a.end
  const word = at(line, a.end).lower
  const linked = between === 0 || (between === 1 && (word === 'on' || word === 'at' || word === ','))
  if (!linked || !isDay(a) || !isDay(b) || a.dated === true) return null
  const [day, clock] = isClock(line, b) ? [a, b] : [b, a]
  if (isClock(line, day) || !isClock(line, clock) || (word === 'on' && day === a)) return null
  return {
    first: a.first,
    end: b.end,
    type: 'TIME',
    dated: true,
    resolve(context) {
      const said = day.resolve(context)
      const on = said?.interval?.precision === 'day' ? { ...context, saidHere: said } : context
      if (dayFor(on) === null) return clock.resolve({ ...context, anchor: null, saidHere: null })
      const meaning = clock.resolve(on)
      return meaning && inHalf(meaning, said?.value ?? '')
    },
  }
}

/** The match as of the day that `day` means. */
function ofDay(match: Match, day: Match): Match {
  const on = (inner: Match): Match => ({
    ...inner,
    resolve: context => inner.resolve({ ...context, saidHere: day.resolve(context) }),
  })
  return match.points === undefined ? on(match) : { ...on(match), points: match.points.map(on) }
}

/** "10 a.m. local time (0200 GMT) on Sunday", "from 2 to 4 p.m. on Sunday": all are of the day that stands after them. */
function lookAhead(line: Line, matches: Match[]): Match[] {
  return matches.map((match, k) => {
    const range = match.points?.[0] !== undefined && isClock(line, match.points[0])
    if (!range && !isClock(line, match)) return match
    const inside = is(line, match.first - 1, '(') && is(line, match.end, ')')
    const end = inside ? match.end + 1 : afterBrackets(line, match.end)
    const day = matches.slice(k + 1, k + 3).find(other => !isClock(line, other))
    const led = is(line, end, 'on') ? end + 1 : end
    const apart = end > match.end || range
    return apart && day?.first === led && day.type === 'DATE' ? ofDay(match, day) : match
  })
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
  if (found.length < 2) return found
  return join(line, lookAhead(line, join(line, found, clockOnDay)), joined)
}
