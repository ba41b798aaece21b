import type { Profile } from '../profile.ts'

/** What a rule may know of where the two tellings stand. */
export interface Scope {
  /** Both in one document, before documents are compared. */
  readonly within: boolean
}

/** Such a weight ends the comparison: the two are two. */
export const VETO = Number.NEGATIVE_INFINITY

/**
 * Speaks for (positive) or against (negative) two tellings being of one event. Weights add up; see `decide`.
 * Both arguments may already stand for several tellings. Symmetric, except where it says otherwise.
 */
export interface MergeRule {
  readonly name: string
  /** What it goes by, in a sentence for a person. */
  readonly reason: string
  /** The greatest weight that it can give: what cannot reach a link any more is not compared further. */
  readonly most: number
  weigh(a: Profile, b: Profile, scope: Scope): number
  /** The values that it went by, for a receipt. */
  say(a: Profile, b: Profile): string
}

export function values(set: Iterable<string>): string {
  return [...set].sort().join(', ') || 'none'
}
