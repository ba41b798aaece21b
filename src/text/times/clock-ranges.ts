/** From one time of day to another that alone says which half of the day it is: "2 to 4 p.m.", "between 6.10 and 6.45 p.m.". */
import { clockMatch, minutes, type Read, read } from './clock.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match } from './match.ts'
import { range } from './ranges.ts'

/** "6", "6.10": an hour that leaves its half of the day to the second one. */
function bare(line: Line, i: number): Read | null {
  const { kind, n, glued } = at(line, i)
  if (kind !== 'number' || n < 1 || n > 12 || (glued && !is(line, i - 1, '('))) return null
  const minute = minutes(line, i)
  return { end: minute === null ? i + 1 : i + 3, hour: n, minute: minute ?? 0, halved: false }
}

export function clockRange(line: Line, i: number): Match | null {
  const from = bare(line, i)
  if (from === null) return null
  const opener = at(line, i - 1).lower
  const word = at(line, from.end).lower
  const linked = word === '-' || word === 'to' || word === 'until' || (word === 'and' && opener === 'between')
  const to = linked ? secondOf(line, from.end + 1) : null
  if (to === null) return null
  // "from 10 to 2 p.m." begins in the morning.
  const later = to.hour >= 12 ? (from.hour % 12) + 12 : from.hour % 12
  const hour = later * 60 + (from.minute ?? 0) < to.hour * 60 + (to.minute ?? 0) ? later : (later + 12) % 24
  const a = clockMatch(line, i, { ...from, hour })
  const led = opener === 'from' || opener === 'between'
  return range(
    led ? i - 1 : i,
    { ...a, end: from.end },
    clockMatch(line, from.end + 1, to),
    led ? opener : undefined,
  )
}

/** The second time, which says its half of the day. */
function secondOf(line: Line, i: number): Read | null {
  const second = read(line, i, is(line, i - 1, '-'))
  return second?.halved === true ? second : null
}
