/** Where a map is thin: what rests on one article, what is disputed, which loops hang on such an edge. */
import type { Loop } from './loops.ts'
import type { DriverMap, Edge, MapFactor } from './types.ts'

export interface MapReport {
  /** Edges that rest on one article, copies counted once. */
  oneOrigin: readonly Edge[]
  /** Edges whose opposite is claimed too, or that somebody denies. */
  contested: readonly Edge[]
  /** Loops with an edge that is believed less than WEAK, or whose opposite is believed more than half as much. */
  weakLoops: readonly Loop[]
  /** Factors that no row of the inventory covers. */
  ungrounded: readonly MapFactor[]
}

/** About what a plain claim in one article is believed. */
export const WEAK = 0.7

export function reportOf({ factors, edges }: DriverMap, loops: readonly Loop[]): MapReport {
  return {
    oneOrigin: edges.filter(edge => originsOf(edge).length === 1),
    contested: edges.filter(edge => edge.rivals.length > 0 || (edge.denials ?? []).length > 0),
    weakLoops: loops.filter(({ edges: links }) => links.some(isWeak)),
    ungrounded: factors.filter(({ grounded }) => !grounded),
  }
}

export function isWeak({ belief, rivalBelief }: Edge): boolean {
  return belief < WEAK || rivalBelief > belief / 2
}

/** Articles that claim an edge as it stands. */
export function originsOf({ support }: Edge): string[] {
  return [...new Set(support.flatMap(({ origins }) => origins))]
}
