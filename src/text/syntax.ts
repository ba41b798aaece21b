/** Sentences with their tokens, noun groups and clauses: what names, times and coreference build on. */
import type { Knowledge } from '../knowledge/index.ts'
import { chunk } from './clauses/chunk.ts'
import { fold } from './clauses/fold.ts'
import { parseClauses } from './clauses/parser.ts'
import { pairQuotes } from './quotes.ts'
import { splitSentences } from './sentences.ts'
import { tokenise } from './tokens.ts'
import type { NounGroup, Sentence } from './types.ts'

export function parseSentences(text: string, knowledge: Knowledge): Sentence[] {
  const quotations = pairQuotes(text).flatMap(quotation => quotation.parts)
  return splitSentences(text).map((span, index) => {
    const tokens = tokenise(text, span, quotations, knowledge)
    const groups: NounGroup[] = []
    const elements = fold(tokens, chunk(tokens, index, knowledge, groups), knowledge.verbClasses)
    const clauses = parseClauses(tokens, elements, index, knowledge)
    return { index, paragraph: span.paragraph, start: span.start, end: span.end, tokens, groups, clauses }
  })
}
