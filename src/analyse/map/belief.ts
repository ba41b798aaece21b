/**
 * How far a record supports that one factor brings more (or less) of another. After INDRA's simple scorer (Gyori et al.,
 * Molecular Systems Biology 2017): an origin is wrong if the reading errs as a system does, or if each of its claims was
 * misread by chance, and belief is that not all origins are wrong. Unlike there an origin is an article with all its
 * copies, so that six papers with one wire story weigh as one; and what is denied counts against.
 */
import type { Support } from './types.ts'

/** Of an origin: the way of reading itself is at fault, however often it claims the same. */
export const SYSTEMATIC = 0.05
/** What a claim under "could" or "perhaps" is worth of a plain one: about what readers take those words for (hedges.tsv). */
export const HEDGED = 0.6
/** Independent origins may share one source that nobody names. */
export const MOST = 0.98

/** One origin with the errors by chance of its claims. */
export interface Witness {
  origin: string
  /** Of each claim, that it was not read right. */
  chance: readonly number[]
  /** SYSTEMATIC + the product of these. */
  error: number
}

export function witnesses(claims: readonly Support[]): Witness[] {
  const byOrigin = new Map<string, number[]>()
  for (const claim of claims) {
    const worth = claim.confidence * (claim.hedged ? HEDGED : 1)
    const chance = Math.max(0, 1 - worth - SYSTEMATIC)
    for (const origin of claim.origins) byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), chance])
  }
  return [...byOrigin].map(([origin, chance]) => ({
    origin,
    chance,
    error: Math.min(1, SYSTEMATIC + chance.reduce((product, it) => product * it, 1)),
  }))
}

/** 1 − the product of the origins' errors, at most MOST; 0 where nobody claims it. */
export function support(claims: readonly Support[]): number {
  const all = witnesses(claims)
  if (all.length === 0) return 0
  return Math.min(MOST, 1 - all.reduce((product, { error }) => product * error, 1))
}

/** Support for it, less what support there is for its denial: P(for) × (1 − P(against)). To two places of a per cent. */
export function belief(claims: readonly Support[], denials: readonly Support[]): number {
  return Math.round(support(claims) * (1 - support(denials)) * 10_000) / 10_000
}
