/** By what a time was worked out: the families whose rightness is counted apart, for their confidence. */
import { at, type Line } from './lexemes.ts'
import type { Match, Meaning } from './match.ts'

/** The lexeme that carries the time: after "the" and after "early", "late", "the end of". */
function carrier(line: Line, { first, end }: Match): number {
  let i = first
  while (
    i < end - 1 &&
    (at(line, i).kind === 'the' || at(line, i).kind === 'part' || at(line, i).lower === 'of')
  )
    i++
  return i
}

const COUNTED_ON = new Set(['later', 'earlier', 'before', 'after', 'prior', 'on', 'previously'])

/** A date that doesn't stand whole in the text. */
function relativeFamily(line: Line, match: Match): string {
  if (match.parts !== undefined) return match.parts.day === null ? 'month' : 'day'
  const { kind, code } = at(line, carrier(line, match))
  if (kind === 'weekday') return 'weekday'
  if (kind === 'deictic') return 'today'
  return code === 'said' || COUNTED_ON.has(at(line, match.end - 1).lower) ? 'said' : 'relative'
}

/** A row of `time-families.tsv`. */
export function familyOf(line: Line, match: Match, { value, interval, type = match.type }: Meaning): string {
  if (type === 'SET') return 'set'
  if (match.points !== undefined) return 'range'
  if (type === 'DURATION') return 'length'
  if (value.endsWith('_REF')) return 'vague'
  if (value.includes('X')) return 'unknown'
  const { kind } = at(line, carrier(line, match))
  if (type === 'TIME') return kind === 'number' || kind === 'clock' ? 'clock' : 'daypart'
  if (interval?.basis === 'stated') return interval.precision === 'day' ? 'date' : 'year'
  return relativeFamily(line, match)
}
