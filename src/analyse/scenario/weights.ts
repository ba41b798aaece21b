/**
 * How strong an edge is, as far as the record tells. Its strength is drawn from Beta(1 + b·k, 1 + (1 − b)·k): b is
 * the belief in the side, k its independent origins; nothing known beforehand is uniform (Laplace). Where the
 * opposite is claimed as well, exactly one of both holds, with odds b(1 − r) : r(1 − b).
 */

import type { Edge, Support } from '../map/types.ts'
import { makeRandom, type Random, seedFor } from '../random.ts'
import type { Network } from './network.ts'

export interface Side {
  alpha: number
  beta: number
  origins: number
}

export interface Strength {
  sign: 1 | -1
  /** Chance that the edge's sign is the right one. */
  sure: number
  side: Side
  rival: Side | null
}

export function originsOf(supports: readonly Support[]): Set<string> {
  return new Set(supports.flatMap(support => support.origins))
}

function sideOf(belief: number, supports: readonly Support[]): Side {
  const origins = originsOf(supports).size
  // What comes in from a file without its sources counts as said once.
  const counts = Math.max(1, origins)
  return { alpha: 1 + belief * counts, beta: 1 + (1 - belief) * counts, origins }
}

export function strengthOf(
  edge: Pick<Edge, 'sign' | 'belief' | 'rivalBelief' | 'support' | 'rivals'>,
): Strength {
  const { belief, rivalBelief } = edge
  const side = sideOf(belief, edge.support)
  if (rivalBelief <= 0) return { sign: edge.sign, sure: 1, side, rival: null }
  const yes = belief * (1 - rivalBelief)
  const no = rivalBelief * (1 - belief)
  const sure = yes + no > 0 ? yes / (yes + no) : 0.5
  return { sign: edge.sign, sure, side, rival: sideOf(rivalBelief, edge.rivals) }
}

const meanOf = ({ alpha, beta }: Side): number => alpha / (alpha + beta)

/** The mean of what is drawn. */
export function average({ sign, sure, side, rival }: Strength): number {
  const against = rival === null ? 0 : (1 - sure) * meanOf(rival)
  return sign * (sure * meanOf(side) - against)
}

/** Mean weights in the network's order of edges. */
export function averages(network: Network, strengths: readonly Strength[]): Float64Array {
  return Float64Array.from(network.place, place => {
    const strength = strengths[place]
    return strength === undefined ? 0 : average(strength)
  })
}

/** How much of an effect its likelier side passes on, 0 to 1: what paths are ordered by. */
export function carried({ sure, side }: Strength): number {
  return sure * meanOf(side)
}

/** Cheng's algorithm BB (1978), for shapes of 1 and more, not both 1. */
function drawBeta(random: Random, alpha: number, beta: number): number {
  const a = Math.min(alpha, beta)
  const b = Math.max(alpha, beta)
  const sum = a + b
  const scale = Math.sqrt((sum - 2) / (2 * a * b - sum))
  const shape = a + 1 / scale
  for (;;) {
    const u = random.next()
    const v = scale * Math.log(u / (1 - u))
    const w = a * Math.exp(v)
    const z = u * u * random.next()
    const r = shape * v - 1.386_294_361_119_890_6
    const s = a + r - w
    if (s + 2.609_437_912_434_1 < 5 * z) {
      const t = Math.log(z)
      if (s <= t && r + sum * Math.log(sum / (b + w)) < t) continue
    }
    return a === alpha ? w / (b + w) : b / (b + w)
  }
}

/** Writes `count` draws of an edge's weight; the first ones are the same however many follow. */
export function drawWeights(strength: Strength, seed: number, edge: string, into: Float64Array): void {
  const random = makeRandom(seedFor(seed, edge))
  const { sign, sure, side, rival } = strength
  for (let i = 0; i < into.length; i++) {
    const holds = random.next() < sure || rival === null
    const { alpha, beta } = holds ? side : rival
    into[i] = (holds ? sign : -sign) * drawBeta(random, alpha, beta)
  }
}
