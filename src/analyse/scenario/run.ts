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

/** Two states that take turns. */
class Track {
  now: Float64Array
  #next: Float64Array

  constructor(start: Float64Array) {
    this.now = start.slice()
    this.#next = new Float64Array(start.length)
  }

  step(
    network: Network,
    weights: Float64Array,
    kernel: Kernel,
    held: Float64Array | null,
    today: Float64Array | null,
  ) {
    step(network, weights, kernel, held, today, this.now, this.#next)
    ;[this.now, this.#next] = [this.#next, this.now]
  }
}

function add(sums: Float64Array, values: Float64Array, sign: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + sign * (values[i] ?? 0)
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
  const start = todayOf(network, weights, kernel)
  const here = new Track(start ?? new Float64Array(n))
  // What levels are counted from, and compared with where nothing else is; on deviations it stays at 0.
  const plain = start === null ? null : new Track(start)
  const there = against === null ? plain : new Track(start ?? new Float64Array(n))
  const steps = new Float64Array(everyStep ? n * held.length : 0)
  const mean = new Float64Array(n)
  for (let t = 0; t < held.length; t++) {
    plain?.step(network, weights, kernel, null, null)
    const today = plain?.now ?? null
    here.step(network, weights, kernel, held[t] ?? null, today)
    if (against !== null) there?.step(network, weights, kernel, against[t] ?? null, today)
    add(mean, here.now, 1)
    if (there !== null) add(mean, there.now, -1)
    if (everyStep) {
      const row = steps.subarray(t * n, (t + 1) * n)
      add(row, here.now, 1)
      if (there !== null) add(row, there.now, -1)
    }
  }
  for (let i = 0; i < n; i++) mean[i] = (mean[i] ?? 0) / held.length
  return { steps, mean, state: here.now, today: plain?.now ?? null }
}
