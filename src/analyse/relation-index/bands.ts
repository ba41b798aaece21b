/**
 * How far the index hangs on which articles happen to be there: a bootstrap over independent articles (Efron 1979).
 * As many articles are drawn with replacement as there are, each event of theirs stays with the probability of its
 * confidence, each draw gives a series, and the band of a period holds the middle nine tenths of them. Where one or two
 * articles tell all, the band is too narrow: the count of articles stands beside it.
 */
import { makeRandom } from '../random.ts'
import type { Period } from './periods.ts'
import { netOf, type Placed, valuesOf } from './series.ts'
import type { Weighed } from './weights.ts'

export type Band = readonly [low: number, high: number]

/** Of all draws, those in which a period has an event at all; with fewer there is no band. */
const LEAST_DRAWS = 0.2
const TAILS = [0.05, 0.95] as const

export interface BandOptions {
  halfLife: number
  draws: number
  seed: number
}

export function bandsOf(
  placed: readonly Placed[],
  periods: readonly Period[],
  { halfLife, draws, seed }: BandOptions,
): (Band | null)[] {
  const origins = originsIn(placed)
  const nets: number[][] = periods.map(() => [])
  const random = makeRandom(seed)
  const times = new Map<string, number>()
  const all = [...new Set(placed.map(({ weighed }) => weighed))]
  const heard = new Map<Weighed, number>()
  for (let draw = 0; draw < draws; draw++) {
    times.clear()
    for (let i = 0; i < origins.length; i++) {
      const origin = origins[random.below(origins.length)] ?? ''
      times.set(origin, (times.get(origin) ?? 0) + 1)
    }
    for (const weighed of all) {
      const isRight = random.next() < weighed.confidence
      heard.set(weighed, isRight ? heardOf(weighed, times) : 0)
    }
    const values = valuesOf(placed, periods, halfLife, weighed => heard.get(weighed) ?? 0)
    for (const [i, value] of values.entries()) if (value !== null) nets[i]?.push(netOf(value))
  }
  return nets.map(values => (values.length < draws * LEAST_DRAWS ? null : middle(values)))
}

function heardOf({ origins }: Weighed, times: ReadonlyMap<string, number>): number {
  return origins.reduce((sum, { origin, grade }) => sum + grade * (times.get(origin) ?? 0), 0)
}

function originsIn(placed: readonly Placed[]): string[] {
  const origins = new Set<string>()
  for (const { weighed } of placed) for (const { origin } of weighed.origins) origins.add(origin)
  return [...origins].sort()
}

function middle(values: number[]): Band {
  values.sort((a, b) => a - b)
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? 0
  return [at(TAILS[0]), at(TAILS[1])]
}
