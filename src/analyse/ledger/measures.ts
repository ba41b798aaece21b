/** Scores of probabilities against what came. Equations and their sources: `docs/method.md`. */
import type { Scored } from './types.ts'

/** Nobody is ever quite sure, and the logarithm of nothing has no bound. */
const LEAST = 0.01

const mean = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0) / values.length

/** Brier (1950): mean squared distance; 0 is perfect, 0.25 is what "fifty-fifty" gets. */
export function brier(scored: readonly Scored[]): number {
  return mean(scored.map(({ probability, came }) => (probability - came) ** 2))
}

/** Good (1952): mean surprise in bits; 0 is perfect, 1 is what "fifty-fifty" gets. */
export function logScore(scored: readonly Scored[]): number {
  const held = (p: number): number => Math.min(1 - LEAST, Math.max(LEAST, p))
  return mean(
    scored.map(({ probability, came }) => -Math.log2(came === 1 ? held(probability) : 1 - held(probability))),
  )
}

export const rateOf = (scored: readonly Scored[]): number => mean(scored.map(({ came }) => came))

/** Bounds of the bins of calibration. */
const BOUNDS = [0, 0.2, 0.4, 0.6, 0.8, 1.01]

export interface Bin {
  from: number
  to: number
  n: number
  /** Mean probability given. */
  said: number
  /** Share that came. */
  came: number
  /** Of that share, 95 %. */
  interval: [number, number]
}

/** Wilson (1927) interval of a share, 95 %. */
export function wilson(hits: number, n: number): [number, number] {
  const z = 1.96
  const p = hits / n
  const centre = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return [Math.max(0, (centre - spread) / whole), Math.min(1, (centre + spread) / whole)]
}

/** How often what was said with about one probability came; empty bins are left out. */
export function calibration(scored: readonly Scored[]): Bin[] {
  return BOUNDS.slice(0, -1).flatMap((from, i) => {
    const to = BOUNDS[i + 1] ?? 1
    const inside = scored.filter(({ probability }) => probability >= from && probability < to)
    if (inside.length === 0) return []
    const hits = inside.filter(({ came }) => came === 1).length
    return [
      {
        from,
        to: Math.min(to, 1),
        n: inside.length,
        said: mean(inside.map(({ probability }) => probability)),
        came: hits / inside.length,
        interval: wilson(hits, inside.length),
      },
    ]
  })
}

export interface Murphy {
  /** How far the bins' shares are from what was said; less is better. */
  reliability: number
  /** How far the bins' shares are from the share of all; more is better. */
  resolution: number
  uncertainty: number
  /** What the bins' width leaves: Brier = reliability − resolution + uncertainty + within. */
  within: number
}

/** Murphy (1973), with the part that lies within bins (Stephenson et al. 2008). */
export function murphy(scored: readonly Scored[]): Murphy {
  const rate = rateOf(scored)
  const bins = calibration(scored)
  const share = ({ n }: Bin): number => n / scored.length
  const reliability = bins.reduce((sum, bin) => sum + share(bin) * (bin.said - bin.came) ** 2, 0)
  const resolution = bins.reduce((sum, bin) => sum + share(bin) * (bin.came - rate) ** 2, 0)
  const uncertainty = rate * (1 - rate)
  return {
    reliability,
    resolution,
    uncertainty,
    within: brier(scored) - (reliability - resolution + uncertainty),
  }
}
