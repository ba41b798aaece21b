/**
 * The bound under which a map has one fixed point that every start ends in: slope × norm of the weights less than 1
 * for tanh, less than 4 for the sigmoid (its steepest slope is a quarter); with the rule's own term the norm is that
 * of W + I. Knight, Lloyd & Penn 2013, "Linking the theory of fuzzy cognitive maps and contraction". Any norm will do; the least of
 * three is taken (rows, columns, Frobenius). What is set takes in nothing: its row is 0.
 */
import type { Kernel } from './kernel.ts'
import type { Network } from './network.ts'
import type { Contraction } from './types.ts'

export function contractionOf(
  network: Network,
  weights: Float64Array,
  kernel: Kernel,
  held: Float64Array | null,
): Contraction {
  const free = (i: number) => held === null || Number.isNaN(held[i] ?? Number.NaN)
  const own = kernel.self ? 1 : 0
  const rows = new Float64Array(network.factors)
  const columns = new Float64Array(network.factors)
  let squares = 0
  for (let i = 0; i < network.factors; i++) {
    if (!free(i)) continue
    rows[i] = own
    columns[i] = (columns[i] ?? 0) + own
    squares += own
    for (let e = network.into[i] ?? 0; e < (network.into[i + 1] ?? 0); e++) {
      const weight = Math.abs(weights[e] ?? 0)
      const from = network.source[e] ?? 0
      rows[i] = (rows[i] ?? 0) + weight
      columns[from] = (columns[from] ?? 0) + weight
      squares += weight * weight
    }
  }
  const most = (sums: Float64Array) => sums.reduce((a, b) => Math.max(a, b), 0)
  const norm = kernel.gain * Math.min(most(rows), most(columns), Math.sqrt(squares))
  const bound = kernel.levels ? 4 : 1
  return { norm, bound, met: !kernel.trivalent && norm < bound }
}
