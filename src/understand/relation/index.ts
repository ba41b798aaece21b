import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType, Span } from '../../record/types.ts'
import type { Analysis, NounGroup, Sentence } from '../../text/types.ts'
import { createReader } from '../events/reading.ts'
import { backoff } from './backoff.ts'
import { candidates, ENOUGH, outermost } from './candidates.ts'
import { convention } from './conventions.ts'
import type { Candidate, Pair } from './pair.ts'
import { sidesOf, touches } from './sides.ts'

/** The PLOVER type of what the source does to the target; `type: null` where the text says nothing that is known. */
export interface Relation {
  type: EventType | null
  confidence: number
  trigger?: Span
  pattern?: string
}

/** What the source does to the target in the sentence that names both. */
export function relation(analysis: Analysis, pair: Pair, knowledge: Knowledge): Relation {
  const isParty = (group: NounGroup) => {
    const head = analysis.sentences[group.sentence]?.tokens[group.head]
    const span: Span = head === undefined ? group.span : [head.start, head.end]
    return touches(span, pair.source) || touches(span, pair.target)
  }
  const reader = createReader(analysis, knowledge, isParty)
  const sentences = sentencesOf(analysis, pair)
  const sides = sidesOf(analysis, pair)
  const chosen = outermost(candidates(sentences, reader, sides), sides)
  if (chosen !== null && chosen.score >= ENOUGH)
    return answer(chosen, sentences, knowledge, pair, chosen.score >= 6 ? 0.85 : 0.7)
  const guess = backoff(sentences, reader, pair)
  if (chosen !== null && (guess === null || chosen.score >= 2))
    return answer(chosen, sentences, knowledge, pair, 0.45)
  return guess === null ? { type: null, confidence: 0 } : answer(guess, sentences, knowledge, pair, 0.35)
}

function answer(
  { reading }: Candidate,
  sentences: readonly Sentence[],
  knowledge: Knowledge,
  pair: Pair,
  confidence: number,
): Relation {
  return {
    type: convention(reading, sentences, knowledge, pair),
    confidence,
    trigger: reading.trigger,
    pattern: reading.pattern,
  }
}

function sentencesOf(analysis: Analysis, { source, target }: Pair): Sentence[] {
  const start = Math.min(source[0], target[0])
  const end = Math.max(source[1], target[1])
  return analysis.sentences.filter(sentence => sentence.start < end && start < sentence.end)
}
