/** Claims that only say what somebody did. */
import type { Context } from '../context.ts'
import type { Claim } from './claim.ts'

/** "Militants killed two", "he raised a flag": what an actor does with its own hands names no cause. */
export function isDeed(context: Context, { pattern, cause }: Claim): boolean {
  if (!pattern.startsWith('verb:') || cause.group === null) return false
  return (
    /^(he|she|they|we|i|who)$/.test(cause.group.lemma) || context.analysis.actorsOf(cause.group).length > 0
  )
}
