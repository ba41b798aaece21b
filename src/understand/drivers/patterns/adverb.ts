/** "Hence, …", "As a result, …", "That is why …": the sentence before is the cause. */
import type { CausalCue } from '../../../knowledge/causal.ts'
import { clauseSide, cueSpan, type Pattern, type Site } from '../claim.ts'

export const adverbPattern: Pattern = site => {
  const { clause, sentence, context } = site
  if (clause.parent !== null || clause.verb === null) return []
  const found = connective(site)
  const before = context.analysis.sentences[sentence.index - 1]
  if (found === null || before === undefined) return []
  const { row, first, last } = found
  return [
    {
      cause: {
        span: [before.start, before.end],
        group: null,
        clause: before.clauses[0] ?? null,
        sentence: before,
      },
      effect: clauseSide(site, clause),
      cue: cueSpan(site, first, last),
      sign: row.sign,
      driver: row.driver,
      pattern: `adverb:${row.cue}`,
      clause,
      weight: 0.5,
    },
  ]
}

/** The connective up to the verb: one word, or as many as four ("as a result", "for this reason"). */
function connective({
  clause,
  sentence,
  context,
}: Site): { row: CausalCue; first: number; last: number } | null {
  const end = clause.verb?.last ?? clause.first
  for (let i = Math.max(0, clause.first - 5); i <= end; i++) {
    if (!context.knowledge.causalCues.opensAdverb(sentence.tokens[i]?.lower ?? '')) continue
    let words = ''
    for (let last = i; last < i + 4 && last <= clause.last; last++) {
      words =
        words === '' ? (sentence.tokens[last]?.lower ?? '') : `${words} ${sentence.tokens[last]?.lower ?? ''}`
      const row = context.knowledge.causalCues.of('adverb', words)[0]
      if (row !== undefined) return { row, first: i, last }
    }
  }
  return null
}
