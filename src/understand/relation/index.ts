import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType, Span } from '../../record/types.ts'
import type { Analysis, NounGroup, Sentence } from '../../text/types.ts'
import { createReader, type Reader, type Reading } from '../events/reading.ts'
import { backoff } from './backoff.ts'
import { convention } from './conventions.ts'
import { fromNouns } from './nouns.ts'
import type { Candidate, Pair } from './pair.ts'
import { scoreOf } from './score.ts'

/** The PLOVER type of what the source does to the target; `type: null` where the text says nothing that is known. */
export interface Relation {
  type: EventType | null
  confidence: number
  trigger?: Span
  pattern?: string
}

/** Below this, the verb is not what binds the two. */
const ENOUGH = 3

/** What the source does to the target in the sentence that names both. */
export function relation(analysis: Analysis, pair: Pair, knowledge: Knowledge): Relation {
  const isParty = (group: NounGroup) => {
    const head = analysis.sentences[group.sentence]?.tokens[group.head]
    const span: Span = head === undefined ? group.span : [head.start, head.end]
    return touches(span, pair.source) || touches(span, pair.target)
  }
  const reader = createReader(analysis, knowledge, isParty)
  const sentences = sentencesOf(analysis, pair)
  const verbs = outermost(candidates(sentences, reader, pair))
  const nouns = best(fromNouns(sentences, reader, pair))
  const chosen = [verbs, nouns].filter(it => it !== null).sort((a, b) => b.score - a.score)[0]
  if (chosen !== undefined && chosen.score >= ENOUGH)
    return answer(chosen, sentences, knowledge, chosen.score >= 6 ? 0.85 : 0.7)
  const guess = backoff(sentences, reader, pair)
  if (chosen !== undefined && (guess === null || chosen.score >= 2))
    return answer(chosen, sentences, knowledge, 0.45)
  return guess === null ? { type: null, confidence: 0 } : answer(guess, sentences, knowledge, 0.35)
}

function answer(
  { reading }: Candidate,
  sentences: readonly Sentence[],
  knowledge: Knowledge,
  confidence: number,
): Relation {
  return {
    type: convention(reading, sentences, knowledge),
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

function candidates(sentences: readonly Sentence[], reader: Reader, pair: Pair): Candidate[] {
  const found: Candidate[] = []
  for (const sentence of sentences) {
    for (const clause of sentence.clauses) {
      const reading = reader.clause(clause)
      if (reading !== null) found.push({ reading, score: scoreOf(reading, clause, pair) })
    }
  }
  return found
}

/** The highest score; of equals, the clause that stands further out. */
function best(found: readonly Candidate[]): Candidate | null {
  let top: Candidate | null = null
  for (const candidate of found) if (top === null || candidate.score > top.score) top = candidate
  return top
}

/** The best reading; "refused to *meet*" is a refusal, so an operator around it with the same doer wins. */
function outermost(found: readonly Candidate[]): Candidate | null {
  let top = best(found)
  for (let steps = 0; top !== null && steps < 5; steps++) {
    const inner: Reading = top.reading
    const outer = found.find(it => it.reading.inner === inner && it.score >= ENOUGH)
    if (outer === undefined) break
    top = { reading: outer.reading, score: Math.max(outer.score, top.score) }
  }
  return top
}

function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
