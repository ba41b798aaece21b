/** The same scenario with many weights: which way each factor goes, and how far beside the others. */
import { type Held, type Kernel, kernelOf } from './kernel.ts'
import type { Network } from './network.ts'
import { run } from './run.ts'
import type { Plan, Variant } from './types.ts'
import { drawWeights, type Strength } from './weights.ts'

/**
 * All that is told apart: rescaled with tanh is modified Kosko with tanh, and is not counted twice. Trivalent knows
 * no strengths, so it is run only where it is asked for.
 */
export const VARIANTS: readonly Variant[] = [
  { rule: 'modified', transfer: 'tanh' },
  { rule: 'kosko', transfer: 'tanh' },
  { rule: 'rescaled', transfer: 'sigmoid' },
  { rule: 'modified', transfer: 'sigmoid' },
  { rule: 'kosko', transfer: 'sigmoid' },
]

export const sameVariant = (a: Variant, b: Variant): boolean => {
  const plain = ({ rule, transfer }: Variant) =>
    `${rule === 'rescaled' && transfer !== 'sigmoid' ? 'modified' : rule} ${transfer}`
  return plain(a) === plain(b)
}

/** The chosen variant first. */
export function variantsOf(chosen: Variant): Variant[] {
  return [chosen, ...VARIANTS.filter(variant => !sameVariant(variant, chosen))]
}

/** Weights of each edge of the network, a row of draws for each. */
export function drawAll(
  network: Network,
  strengths: readonly Strength[],
  ids: readonly string[],
  seed: number,
  draws: number,
): Float64Array[] {
  return Array.from({ length: network.edges }, (_, e) => {
    const into = new Float64Array(draws)
    const place = network.place[e] ?? 0
    const strength = strengths[place]
    if (strength !== undefined) drawWeights(strength, seed, ids[place] ?? '', into)
    return into
  })
}

/** A difference so small is none: what rounding leaves. */
export const NONE = 1e-9

export interface Tally {
  variant: Variant
  /** Draws in which each of the watched factors goes up, and down. */
  up: Uint32Array
  down: Uint32Array
  /** How far each goes, a row of draws for each of the watched. */
  effects: Float64Array[]
}

export interface Sides {
  held: Held
  against: Held | null
}

export function tally(
  network: Network,
  drawn: readonly Float64Array[],
  plan: Pick<Plan, 'gain' | 'damping'>,
  variant: Variant,
  { held, against }: Sides,
  watched: readonly number[],
): Tally {
  const kernel: Kernel = kernelOf(variant, plan.gain, plan.damping)
  const draws = drawn[0]?.length ?? 0
  const weights = new Float64Array(network.edges)
  const up = new Uint32Array(watched.length)
  const down = new Uint32Array(watched.length)
  const effects = watched.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    for (let e = 0; e < weights.length; e++) weights[e] = drawn[e]?.[draw] ?? 0
    const { mean } = run(network, weights, kernel, held, against)
    for (let w = 0; w < watched.length; w++) {
      const effect = mean[watched[w] ?? 0] ?? 0
      if (effect > NONE) up[w] = (up[w] ?? 0) + 1
      else if (effect < -NONE) down[w] = (down[w] ?? 0) + 1
      const row = effects[w]
      if (row !== undefined) row[draw] = effect
    }
  }
  return { variant, up, down, effects }
}
