/** Every causal relation that a text states. */
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import type { Claim, Pattern } from './claim.ts'
import { adjectivePattern } from './patterns/adjective.ts'
import { adverbPattern } from './patterns/adverb.ts'
import { listedPattern } from './patterns/listed.ts'
import { motivePattern } from './patterns/motive.ts'
import { predicatePattern } from './patterns/predicate.ts'
import { prepositionPattern } from './patterns/preposition.ts'
import { resultPattern } from './patterns/result.ts'
import { subordinatePattern } from './patterns/subordinate.ts'
import { verbPattern } from './patterns/verb.ts'
import { whyPattern } from './patterns/why.ts'

/** In order of trust: of two claims with the same cue the first stays. */
const patterns: readonly Pattern[] = [
  predicatePattern,
  adjectivePattern,
  prepositionPattern,
  verbPattern,
  subordinatePattern,
  adverbPattern,
  motivePattern,
  resultPattern,
  whyPattern,
  listedPattern,
]

export const claims = once((context: Context): readonly Claim[] =>
  carried(all(context).filter(({ negated }) => !negated)),
)

/** What a text says does not bring something: "the raid did not derail the talks". */
export const denials = once((context: Context): readonly Claim[] =>
  all(context).flatMap(claim =>
    claim.negated ? [claim] : isDoubted(claim) ? [{ ...claim, negated: true as const }] : [],
  ),
)

/** "Analysts doubt that the vote would undo the pact." */
export function isDoubted({ clause }: Claim): boolean {
  const { kind, parent } = clause
  if (kind !== 'complement' || parent?.verb == null) return false
  return /^(doubt|deny|dispute|reject)$/.test(parent.verb.lemma) && !parent.verb.negated
}

const all = once((context: Context): readonly Claim[] => {
  const found = new Map<string, Claim>()
  for (const sentence of context.analysis.sentences) {
    for (const clause of sentence.clauses) {
      for (const pattern of patterns) {
        for (const claim of pattern({ context, sentence, clause })) {
          const key = `${claim.cue[0]}:${claim.cause.span[0]}:${claim.effect.span[0]}`
          if (!found.has(key) && apart(claim)) found.set(key, claim)
        }
      }
    }
  }
  return [...found.values()]
})

function carried(found: readonly Claim[]): readonly Claim[] {
  return found
    .filter(claim => !carriedBy(claim, found))
    .sort((a, b) => a.cue[0] - b.cue[0] || a.cause.span[0] - b.cause.span[0])
}

/** "could help mend the rift", "If it tests a bomb, it will push them closer": one claim, not two. */
function carriedBy(claim: Claim, found: readonly Claim[]): boolean {
  if (!claim.pattern.startsWith('verb:')) return false
  for (const other of found) {
    if (other === claim) continue
    if (
      other.effect.clause !== null &&
      other.effect.clause === claim.clause &&
      other.pattern !== 'purpose' &&
      other.pattern !== 'result'
    ) {
      const pronoun = claim.cause.group !== null && /^(it|this|they|that)$/.test(claim.cause.group.lemma)
      if (pronoun || (other.pattern.startsWith('verb:') && claim.clause.parent === other.clause)) return true
    }
  }
  return false
}

/** The two sides are two things: neither lies within the other. */
function apart({ cause, effect }: Claim): boolean {
  const within = cause.span[0] >= effect.span[0] && cause.span[1] <= effect.span[1]
  return !(within && cause.group !== null && effect.group !== null) && cause.span[0] !== effect.span[0]
}
