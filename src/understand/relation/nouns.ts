import type { Span } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Reader } from '../events/reading.ts'
import type { Candidate, Pair } from './pair.ts'

const AGAINST = new Set([
  'against',
  'on',
  'to',
  'with',
  'from',
  'for',
  'of',
  'over',
  'into',
  'at',
  'between',
  'by',
  'toward',
  'towards',
  'in',
])

/** "S's attack on T", "talks between S and T", "the S ambassador's apology to T". */
export function fromNouns(sentences: readonly Sentence[], reader: Reader, pair: Pair): Candidate[] {
  const found: Candidate[] = []
  for (const sentence of sentences) {
    for (const group of sentence.groups) {
      const reading = reader.noun(group)
      if (reading === null) continue
      const score = sideOf(group, pair.source) + sideOf(group, pair.target)
      if (score > 0) found.push({ reading, score })
    }
  }
  return found
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** 2.6 where the span stands in the noun's own phrase, so that both sides make up a good reading. */
function sideOf(group: NounGroup, span: Span): number {
  if (group.possessor !== null && overlaps(group.possessor.whole, span)) return 2.6
  if (overlaps(group.span, span)) return 2.2
  if (group.phrases.some(phrase => AGAINST.has(phrase.preposition) && overlaps(phrase.span, span))) return 2.6
  return 0
}
