/** A scenario and what it is compared with, run side by side from today. */
import { type Held, type Kernel, step, todayOf } from './kernel.ts'
import type { Network } from './network.ts'

export interface Course {
  /** Difference of each factor from the comparison, one row of all factors a step; empty where not asked for. */
  steps: Float64Array
  /** The same on average over the steps. */
  mean: Float64Array
  /** The last states, to go on from. */
  state: Float64Array
  today: Float64Array | null
}

/** `against` null: nothing is set. */
export function run(
  network: Network,
  weights: Float64Array,
  kernel: Kernel,
  held: Held,
  against: Held | null,
  everyStep = false,
): Course {
  const n = network.factors
  const today = todayOf(network, weights, kernel)
  // On deviations all stays at 0 where nothing is set.
  const still = against === null && today === null
  const start = today ?? new Float64Array(n)
  let here = Float64Array.from(start)
  let there = Float64Array.from(start)
  let next = new Float64Array(n)
  const steps = new Float64Array(everyStep ? n * held.length : 0)
  const mean = new Float64Array(n)
  for (let t = 0; t < held.length; t++) {
    step(network, weights, kernel, held[t] ?? null, today, here, next)
    ;[here, next] = [next, here]
    if (!still) {
      step(network, weights, kernel, against?.[t] ?? null, today, there, next)
      ;[there, next] = [next, there]
    }
    for (let i = 0; i < n; i++) mean[i] = (mean[i] ?? 0) + (here[i] ?? 0) - (there[i] ?? 0)
    if (everyStep)
      steps.set(
        here.map((value, i) => value - (there[i] ?? 0)),
        t * n,
      )
  }
  for (let i = 0; i < n; i++) mean[i] = (mean[i] ?? 0) / held.length
  return { steps, mean, state: here, today }
}
