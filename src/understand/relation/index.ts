import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType, Span } from '../../record/types.ts'
import type { Analysis, NounGroup, Sentence } from '../../text/types.ts'
import { createReader } from '../events/reading.ts'
import type { Reader, Reading } from '../events/types.ts'
import { backoff } from './backoff.ts'
import { candidates, ENOUGH, outermost } from './candidates.ts'
import { convention } from './conventions.ts'
import { type Found, featuresOf } from './features.ts'
import type { Candidate, Pair, Sides } from './pair.ts'
import { confidenceOf, rank } from './ranker.ts'
import { sidesOf, touches } from './sides.ts'

/** The PLOVER type of what the source does to the target; `type: null` where the text says nothing that is known. */
export interface Relation {
  type: EventType | null
  confidence: number
  trigger?: Span
  pattern?: string
}

/** Verbs that tell nothing by themselves: "Peru *is* larger than Chile". */
const EMPTY = new Set(['be', 'have', 'do', 'become', 'remain', 'seem', 'lie', 'belong'])

/** What the rules and the words say of a pair; apart, so that the learned part is trained on just this. */
export function evidence(
  analysis: Analysis,
  pair: Pair,
  knowledge: Knowledge,
): { found: Found; features: readonly string[] } {
  const isParty = (group: NounGroup) => {
    const head = analysis.sentences[group.sentence]?.tokens[group.head]
    const span: Span = head === undefined ? group.span : [head.start, head.end]
    return touches(span, pair.source) || touches(span, pair.target)
  }
  const reader = createReader(analysis, knowledge, isParty)
  const sentences = sentencesOf(analysis, pair)
  const sides = sidesOf(analysis, pair, reader)
  const all = candidates(sentences, reader, sides)
  const found = { ...choose(all, sentences, reader, sides), others: all, type: null }
  const { reading } = found
  const told: Found = {
    ...found,
    type: reading === null ? null : convention(reading, sentences, knowledge, sides),
  }
  return { found: told, features: featuresOf(sentences, sides, told, reader, knowledge) }
}

/** The reading that binds the two; else the one nearest to both. */
function choose(
  all: readonly Candidate[],
  sentences: readonly Sentence[],
  reader: Reader,
  sides: Sides,
): { reading: Reading | null; score: number; guessed: boolean } {
  const chosen = outermost(all, sides)
  if (chosen !== null && chosen.score >= ENOUGH) return { ...chosen, guessed: false }
  const guess = backoff(sentences, reader, sides)
  if (chosen !== null && (guess === null || chosen.score >= 2)) return { ...chosen, guessed: false }
  return guess === null ? { reading: null, score: 0, guessed: true } : { ...guess, guessed: true }
}

/** What the source does to the target in the sentence that names both. */
export function relation(analysis: Analysis, pair: Pair, knowledge: Knowledge): Relation {
  const { found, features } = evidence(analysis, pair, knowledge)
  if (found.reading === null && isSilent(sentencesOf(analysis, pair))) return { type: null, confidence: 0 }
  const { type, share } = rank(found, features)
  const confidence = confidenceOf(share)
  const told =
    type === found.type ? found.reading : (found.others.find(it => it.reading.type === type)?.reading ?? null)
  if (told === null) return { type, confidence, pattern: 'words' }
  return { type, confidence, trigger: told.trigger, pattern: told.pattern }
}

function isSilent(sentences: readonly Sentence[]): boolean {
  return sentences.every(it => it.tokens.every(token => token.pos !== 'VERB' || EMPTY.has(token.lemma)))
}

function sentencesOf(analysis: Analysis, { source, target }: Pair): Sentence[] {
  const start = Math.min(source[0], target[0])
  const end = Math.max(source[1], target[1])
  return analysis.sentences.filter(sentence => sentence.start < end && start < sentence.end)
}
