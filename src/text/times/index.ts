/** Times in a document, as written and as worked out from its date. */
import { timeConfidence } from '../../knowledge/time-families.ts'
import type { Interval } from '../../record/types.ts'
import type { Sentence, Time } from '../types.ts'
import { directionAt, reachesNow } from './direction.ts'
import { familyOf } from './kinds.ts'
import { at, type Line, lexemes } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'
import { readTimes } from './read.ts'
import { relationOf } from './relation.ts'

/** How many sentences after it a date still is what "the following year" counts from. */
const REACH = 2
/** The day that an article is about reaches further: "a day earlier" at its end. */
const DAY_REACH = 5

/** What a document has said so far, as a later time may count from it. */
class Said {
  private last: Meaning | null = null
  private lastDay: Meaning | null = null
  private lastAt = 0
  private dayAt = 0
  private plainly = false

  add(meaning: Meaning, sentence: number, plainly: boolean): void {
    this.last = meaning
    this.plainly = plainly
    this.lastAt = sentence
    if (meaning.interval?.precision !== 'day') return
    this.lastDay = meaning
    this.dayAt = sentence
  }

  at(sentence: number): Omit<Context, 'anchor' | 'direction' | 'reachesNow'> {
    return {
      said: sentence - this.lastAt <= REACH ? this.last : null,
      saidDay: sentence - this.dayAt <= DAY_REACH ? this.lastDay : null,
      saidHere: sentence === this.lastAt ? this.last : null,
      saidPlainly: this.plainly,
    }
  }
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
  const family = familyOf(line, match, meaning)
  return {
    start: at(line, match.first).start,
    end: at(line, match.end - 1).end,
    sentence,
    type: meaning.type ?? match.type,
    value: meaning.value,
    interval: meaning.interval,
    relation: relationOf(line, match),
    part,
    family,
    confidence: timeConfidence(family),
  }
}

interface Place {
  line: Line
  sentence: Sentence
  anchor: Interval | null
}

/** Works the matches of a sentence out, one after the other, into `times`. */
function resolveAll(matches: Match[], { line, sentence, anchor }: Place, said: Said, times: Time[]): void {
  for (const match of matches) {
    const direction = directionAt(sentence, line, match)
    const context: Context = {
      anchor,
      direction,
      reachesNow: reachesNow(sentence, line, match),
      ...said.at(sentence.index),
    }
    const whole = match.resolve(context)
    if (whole !== null) times.push(timeOf(line, match, whole, sentence.index, false))
    for (const point of match.points ?? []) {
      const meaning = point.resolve(context)
      if (meaning !== null) times.push(timeOf(line, point, meaning, sentence.index, whole !== null))
    }
    if (whole !== null && canBeSaid(match, whole))
      said.add(whole, sentence.index, at(line, match.first - 1).lower === 'in')
  }
}

/**
 * All times of the text in order; a range comes before its points, which are marked as its parts.
 * `published` is what "today" is: a day, or a month or year where no more is known, or null.
 */
export function findTimes(text: string, sentences: Sentence[], published: Interval | null): Time[] {
  const anchor = published?.start != null && published.end !== null ? published : null
  const times: Time[] = []
  const said = new Said()
  for (const sentence of sentences) {
    const line = lexemes(text, sentence.start, sentence.end)
    const matches = readTimes(line)
    if (matches.length > 0) resolveAll(matches, { line, sentence, anchor }, said, times)
  }
  return times
}
