/** Times in a document, as written and as worked out from its date. */
import type { Interval } from '../../record/types.ts'
import type { Sentence, Time } from '../types.ts'
import { directionAt } from './direction.ts'
import { at, type Line, lexemes } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'
import { readTimes } from './read.ts'
import { relationOf } from './relation.ts'

/** How many sentences after it a date still is what "a day earlier" counts from. */
const REACH = 2

interface Said {
  meaning: Meaning
  sentence: number
}

/** What a later "the same day" may count from. */
function canBeSaid(match: Match, { interval }: Meaning): boolean {
  return (
    match.type !== 'SET' &&
    interval?.start != null &&
    interval.end !== null &&
    interval.precision !== 'unknown'
  )
}

function timeOf(line: Line, match: Match, meaning: Meaning, sentence: number, part: boolean): Time {
  return {
    start: at(line, match.first).start,
    end: at(line, match.end - 1).end,
    sentence,
    type: meaning.type ?? match.type,
    value: meaning.value,
    interval: meaning.interval,
    relation: relationOf(line, match),
    part,
  }
}

interface Place {
  line: Line
  sentence: Sentence
  anchor: Interval | null
}

/** Works the matches of a sentence out, one after the other, into `times`; gives what was said last. */
function resolveAll(matches: Match[], { line, sentence, anchor }: Place, before: Said | null, times: Time[]) {
  let said = before
  for (const match of matches) {
    const context: Context = {
      anchor,
      direction: directionAt(sentence, line, match),
      said: said !== null && sentence.index - said.sentence <= REACH ? said.meaning : null,
      saidHere: said?.sentence === sentence.index ? said.meaning : null,
    }
    const whole = match.resolve(context)
    if (whole !== null) times.push(timeOf(line, match, whole, sentence.index, false))
    for (const point of match.points ?? []) {
      const meaning = point.resolve(context)
      if (meaning !== null) times.push(timeOf(line, point, meaning, sentence.index, whole !== null))
    }
    if (whole !== null && canBeSaid(match, whole)) said = { meaning: whole, sentence: sentence.index }
  }
  return said
}

/**
 * All times of the text in order; a range comes before its points, which are marked as its parts.
 * `published` is what "today" is: a day, or a month or year where no more is known, or null.
 */
export function findTimes(text: string, sentences: Sentence[], published: Interval | null): Time[] {
  const anchor = published?.start != null && published.end !== null ? published : null
  const times: Time[] = []
  let said: Said | null = null
  for (const sentence of sentences) {
    const line = lexemes(text, sentence.start, sentence.end)
    const matches = readTimes(line)
    if (matches.length > 0) said = resolveAll(matches, { line, sentence, anchor }, said, times)
  }
  return times
}
