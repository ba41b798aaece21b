import type { Span } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Reader, Reading } from '../events/types.ts'
import type { Candidate, Sides } from './pair.ts'
import { touches } from './sides.ts'

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

/** "S's attack on T", "talks between S and T", "the S ambassador's apology to T", "S's pledge to arm T". */
export function fromNouns(sentences: readonly Sentence[], reader: Reader, pair: Sides): Candidate[] {
  const found: Candidate[] = []
  for (const sentence of sentences) {
    for (const group of sentence.groups) {
      const reading = reader.noun(group)
      if (reading === null) continue
      const source = sideOf(group, pair.source)
      const target = Math.max(sideOf(group, pair.target), innerSide(reading, pair.target))
      // "Lima's refusal" is not Quito's.
      const others = group.possessor !== null && source === 0 && !pair.isSource(group.possessor)
      if (source + target > 0) found.push({ reading, score: others ? 0 : source + target })
      else if (reading.inner?.clause != null && !others) found.push({ reading, score: 0.5 })
    }
  }
  return found
}

/** 2.6 where the span stands in the noun's own phrase, so that both sides make up a good reading. */
function sideOf(group: NounGroup, span: Span): number {
  if (group.possessor !== null && touches(group.possessor.whole, span)) return 2.6
  if (touches(group.span, span)) return 2.2
  if (group.phrases.some(phrase => AGAINST.has(phrase.preposition) && touches(phrase.span, span))) return 2.6
  return 0
}

/** "a pledge to arm *the rebels*", "the lifting of sanctions *on Haiti*". */
function innerSide(reading: Reading, span: Span): number {
  for (let inner = reading.inner; inner !== null; inner = inner.inner) {
    if (inner.clause !== null && touches(inner.clause.span, span)) return 2.6
    if (inner.noun !== null && sideOf(inner.noun.group, span) > 0) return 2.6
  }
  return 0
}
