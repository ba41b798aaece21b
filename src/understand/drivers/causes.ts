/** Every causal relation that a text states: motives, purposes and triggers too. */
import type { Span } from '../../record/types.ts'
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import type { Claim } from './claim.ts'
import { isDeed } from './deeds.ts'
import { judged, weightOf } from './judge/judge.ts'
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
  const model = context.knowledge.causeModel
  return judged(context).flatMap(sentence => {
    const sure = sentence.likely >= LIKELY
    const stated = sentence.claims
      .filter(({ claim }) => drivers.has(claim) || (sure && !isDeed(context, claim)))
      .map(({ claim, features }) => ({ claim, weight: weightOf(model, features) }))
    const most = Math.max(...stated.map(({ weight }) => weight))
    // "The ship left port after the quarrel": of several the weak ones only look like a cause.
    const kept = stated.filter(({ claim, weight }) => drivers.has(claim) || weight === most || weight > 0)
    if (kept.length > 0)
      return kept.map(({ claim, weight }) => coded(context, claim, sentence.likely * part(weight, most)))
    const joint = sure ? pick(sentence, model) : null
    return joint === null ? [] : [{ ...joint, confidence: rounded(sentence.likely) }]
  })
})

/** The claim that speaks most for a cause is as likely as its sentence, the others less in proportion, to a half. */
function part(weight: number, most: number): number {
  return weight === most ? 1 : Math.max(0.5, weight / most)
}

function coded(context: Context, { cause, effect, cue }: Claim, likely: number): CodedCause {
  return {
    cause: bare(context, cause.span),
    effect: bare(context, effect.span),
    cue,
    confidence: rounded(likely),
  }
}

const MARKS = new Set([' ', '\n', '.', ',', ';', ':', '!', '?'])

/** Without the marks and spaces at its ends: they belong to the sentence. */
function bare({ analysis: { text } }: Context, [start, end]: Span): Span {
  let from = start
  let to = end
  while (to > from && MARKS.has(text[to - 1] ?? '')) to--
  while (from < to && MARKS.has(text[from] ?? '')) from++
  return from < to ? [from, to] : [start, end]
}

/** Nothing is certain: at the top, three in a hundred lines state no cause after all. */
const rounded = (share: number): number => Math.min(0.97, Math.round(share * 100) / 100)
