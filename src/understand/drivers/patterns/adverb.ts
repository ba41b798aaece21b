/** "Hence, …", "As a result, …": the sentence before is the cause. */
import type { Span } from '../../../record/types.ts'
import type { Sentence } from '../../../text/types.ts'
import { clauseSide, cueSpan, type Pattern } from '../claim.ts'

const CONNECTIVE = /^(therefore|hence|thus|consequently|accordingly)$/

export const adverbPattern: Pattern = site => {
  const { clause, sentence, context } = site
  if (clause.kind !== 'main' || clause.verb === null) return []
  const at = sentence.tokens.findIndex(
    (token, i) => i >= clause.first && i <= (clause.verb?.last ?? 0) && CONNECTIVE.test(token.lower),
  )
  const before = context.analysis.sentences[sentence.index - 1]
  if (at < 0 || before === undefined) return []
  const cause = { span: spanOf(before), group: null, clause: before.clauses[0] ?? null, sentence: before }
  return [
    {
      cause,
      effect: clauseSide(site, clause),
      cue: cueSpan(site, at, at),
      sign: 1,
      driver: false,
      pattern: 'adverb',
      clause,
      weight: 0.5,
    },
  ]
}

function spanOf(sentence: Sentence): Span {
  return [sentence.start, sentence.end]
}
