/** Every causal relation that a text states: motives, purposes and triggers too. */
import type { Span } from '../../record/types.ts'
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import type { Claim } from './claim.ts'
import { isDeed } from './deeds.ts'
import { type Judged, judged } from './judge/judge.ts'
import { pick } from './judge/pick.ts'
import { levers } from './levers.ts'

/** One item of `entente code`'s `causes`. */
export interface CodedCause {
  cause: Span
  effect: Span
  cue: Span
  confidence: number
}

/** From here on a sentence is held to state a cause: of the held-out lines that reach it, nine in ten do. */
const LIKELY = 0.64

export const causes = once((context: Context): readonly CodedCause[] => {
  const drivers = new Set(levers(context).map(({ claim }) => claim))
  return judged(context).flatMap(sentence => {
    const sure = sentence.likely >= LIKELY
    const stated = sentence.claims.filter(claim => drivers.has(claim) || (sure && !isDeed(context, claim)))
    if (stated.length > 0) return weighed(sentence, stated)
    const joint = sure ? pick(sentence, context.knowledge.causeModel) : null
    return joint === null ? [] : [{ ...joint, confidence: rounded(sentence.likely) }]
  })
})

/** The claim that the patterns trust most is as likely as its sentence, the others less in proportion. */
function weighed({ likely }: Judged, stated: readonly Claim[]): CodedCause[] {
  const most = Math.max(...stated.map(({ weight }) => weight))
  return stated.map(({ cause, effect, cue, weight }) => ({
    cause: cause.span,
    effect: effect.span,
    cue,
    confidence: rounded((likely * weight) / most),
  }))
}

const rounded = (share: number): number => Math.round(share * 100) / 100
