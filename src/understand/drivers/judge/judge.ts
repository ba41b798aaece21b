/** How likely it is that a sentence states a cause, by the model that `training/causes.ts` fits. */
import { type LinearModel, shares } from '../../../knowledge/linear.ts'
import type { Sentence } from '../../../text/types.ts'
import type { Context } from '../../context.ts'
import type { Claim } from '../claim.ts'
import { claims } from '../claims.ts'
import { isDeed } from '../deeds.ts'
import { type Shown, show } from './features.ts'

export interface Judged extends Shown {
  sentence: Sentence
  /** Between 0 and 1: the share of such sentences that state one. */
  likely: number
}

export function judged(context: Context): Judged[] {
  const { causeModel, causalClasses } = context.knowledge
  const bySentence = claimsBySentence(context)
  return context.analysis.sentences.map(sentence => {
    const own = bySentence.get(sentence.index) ?? []
    const shown = show(sentence, own, claim => isDeed(context, claim), causalClasses)
    return { ...shown, sentence, likely: shares(causeModel.scores(shown.features))[1] ?? 0 }
  })
}

/** How much some features speak for a cause: above 0 for, below against. */
export function weightOf(model: LinearModel, features: readonly string[]): number {
  const [no = 0, yes = 0] = model.scores(features)
  const [noAnyway = 0, yesAnyway = 0] = model.scores([])
  return yes - yesAnyway - (no - noAnyway)
}

/** All that a text shows, each feature once: what the model is fitted on. */
export function featuresOf(context: Context): string[] {
  return [...new Set(judged(context).flatMap(({ features }) => features))]
}

function claimsBySentence(context: Context): Map<number, Claim[]> {
  const bySentence = new Map<number, Claim[]>()
  for (const claim of claims(context)) {
    const index = claim.clause.sentence
    const others = bySentence.get(index)
    if (others === undefined) bySentence.set(index, [claim])
    else others.push(claim)
  }
  return bySentence
}
