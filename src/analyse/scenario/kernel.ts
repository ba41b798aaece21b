/**
 * One step of the map, and several. Every variant is one of two kernels. On deviations x from today, -1 to 1:
 *   modified Kosko  x' = f(λ(x + Σ w·x))        Kosko  x' = f(λ Σ w·x)
 * with f = tanh or the sign (trivalent); rescaled on deviations is modified Kosko, and rescaled with the sigmoid is it at
 * half the slope, since 2σ(s) − 1 = tanh(s/2). On levels a, 0 to 1, with the sigmoid, where today is the state that the
 * map without settings comes to from 0.5 (it is not 0.5, and not the same for all):
 *   modified Kosko  a' = σ(λ(a + Σ w·a))        Kosko  a' = σ(λ Σ w·a)
 */
import type { Network } from './network.ts'
import type { Setting, Variant } from './types.ts'

export interface Kernel {
  levels: boolean
  self: boolean
  trivalent: boolean
  gain: number
  damping: number
}

export function kernelOf({ rule, transfer }: Variant, gain: number, damping: number): Kernel {
  const rescaled = rule === 'rescaled'
  return {
    levels: transfer === 'sigmoid' && !rescaled,
    self: rule !== 'kosko',
    trivalent: transfer === 'trivalent',
    gain: rescaled && transfer === 'sigmoid' ? gain / 2 : gain,
    damping,
  }
}

/** The level that each factor is held at in each step; NaN where it is free. Steps that hold the same share an array. */
export type Held = readonly Float64Array[]

export function heldBy(settings: readonly Setting[], network: Network, steps: number): Held {
  const held: Float64Array[] = []
  for (let step = 0; step < steps; step++) {
    const before = held[step - 1]
    const active = settings.filter(it => it.first <= step && step <= it.last)
    const changed = settings.some(it => it.first === step || it.last === step - 1)
    if (before !== undefined && !changed) {
      held.push(before)
      continue
    }
    const levels = new Float64Array(network.factors).fill(Number.NaN)
    for (const { factor, level } of active) levels[network.indexOf.get(factor) ?? -1] = level
    held.push(levels)
  }
  return held
}

/** Writes the state after `from` into `to`. `today` is where levels lie when nothing is set, for kernels of levels. */
export function step(
  network: Network,
  weights: Float64Array,
  kernel: Kernel,
  held: Float64Array | null,
  today: Float64Array | null,
  from: Float64Array,
  to: Float64Array,
): void {
  const { into, source, factors } = network
  const { levels, self, trivalent, gain, damping } = kernel
  let edge = 0
  for (let i = 0; i < factors; i++) {
    const end = into[i + 1] ?? 0
    const own = from[i] ?? 0
    const level = held === null ? Number.NaN : (held[i] ?? Number.NaN)
    if (!Number.isNaN(level)) {
      edge = end
      to[i] = today === null ? level : heldLevel(today[i] ?? 0, level)
      continue
    }
    let sum = self ? own : 0
    for (; edge < end; edge++) sum += (weights[edge] ?? 0) * (from[source[edge] ?? 0] ?? 0)
    let next: number
    if (levels) next = 1 / (1 + Math.exp(-gain * sum))
    else if (sum === 0) next = 0
    else next = trivalent ? Math.sign(sum) : Math.tanh(gain * sum)
    to[i] = damping === 0 ? next : damping * own + (1 - damping) * next
  }
}

/** Between today's level and the end of the scale on that side. */
function heldLevel(today: number, level: number): number {
  return level > 0 ? today + level * (1 - today) : today + level * today
}

/** Steps that levels are given to come about to rest before anything is set; what they still move is no difference. */
const SETTLE = 60
const RESTED = 1e-4

/** Where levels stand today; null for kernels of deviations, where it is 0. */
export function todayOf(network: Network, weights: Float64Array, kernel: Kernel): Float64Array | null {
  if (!kernel.levels) return null
  let now = new Float64Array(network.factors).fill(0.5)
  let next = new Float64Array(network.factors)
  for (let i = 0; i < SETTLE; i++) {
    step(network, weights, kernel, null, null, now, next)
    let moved = 0
    for (let k = 0; k < next.length; k++) moved = Math.max(moved, Math.abs((next[k] ?? 0) - (now[k] ?? 0)))
    ;[now, next] = [next, now]
    if (moved < RESTED) break
  }
  return now
}
