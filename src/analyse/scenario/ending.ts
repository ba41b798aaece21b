/** Where a map goes when it is left to run: to rest, round and round, or neither within the cap. */
import { type Kernel, step } from './kernel.ts'
import type { Network } from './network.ts'
import type { Ending } from './types.ts'

/** Steps after which it is given up. Released factors come to rest slowly under modified Kosko, as 1/√t. */
export const CAP = 2000
/** A change from step to step that is none, where nobody sees a thousandth. */
const STILL = 1e-4
/** Two states so near to each other are one, where steps are larger than that. */
const SAME = 1e-6
/** States are kept under a hash of their values cut to this. */
const GRAIN = 1e-4

function hashOf(state: Float64Array): number {
  let hash = 2_166_136_261
  for (const value of state) hash = Math.imul(hash ^ Math.round(value / GRAIN), 16_777_619)
  return hash >>> 0
}

function apart(a: Float64Array, b: Float64Array): number {
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)))
  return most
}

/** Runs on from `state` with what is held. Never more than `CAP` steps. */
export function endingOf(
  network: Network,
  weights: Float64Array,
  kernel: Kernel,
  held: Float64Array | null,
  today: Float64Array | null,
  state: Float64Array,
): Ending {
  const states: Float64Array[] = [state]
  const seen = new Map<number, number[]>([[hashOf(state), [0]]])
  let now = state
  for (let after = 1; after <= CAP; after++) {
    const next = new Float64Array(now.length)
    step(network, weights, kernel, held, today, now, next)
    if (apart(now, next) < STILL) return { outcome: 'fixed point', after }
    const hash = hashOf(next)
    const before = seen.get(hash) ?? []
    const same = before.find(index => apart(states[index] ?? next, next) < SAME)
    if (same !== undefined) return { outcome: 'cycle', length: after - same, after }
    seen.set(hash, [...before, after])
    states.push(next)
    now = next
  }
  return { outcome: 'no convergence', after: CAP }
}
