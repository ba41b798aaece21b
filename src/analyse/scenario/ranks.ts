/** Which factors move most: by the median of the chosen variant, and how surely by all. */
import type { Tally } from './draws.ts'

export function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Ranks {
  /** Per watched factor, 1 first. */
  rank: number[]
  /** Share of draws of all variants that put it there or one place beside. */
  stability: number[]
}

function placesOf(sizes: Float64Array): Uint32Array {
  const order = Uint32Array.from(sizes, (_, i) => i).sort(
    (a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b,
  )
  const places = new Uint32Array(sizes.length)
  order.forEach((which, place) => {
    places[which] = place + 1
  })
  return places
}

export function ranksOf(tallies: readonly Tally[]): Ranks {
  const chosen = tallies[0]?.effects ?? []
  const rank = [...placesOf(Float64Array.from(chosen, effects => Math.abs(median(effects))))]
  const near = new Uint32Array(rank.length)
  const sizes = new Float64Array(rank.length)
  let all = 0
  for (const { effects } of tallies) {
    const draws = effects[0]?.length ?? 0
    all += draws
    for (let draw = 0; draw < draws; draw++) {
      for (let w = 0; w < sizes.length; w++) sizes[w] = Math.abs(effects[w]?.[draw] ?? 0)
      const places = placesOf(sizes)
      for (let w = 0; w < sizes.length; w++)
        if (Math.abs((places[w] ?? 0) - (rank[w] ?? 0)) <= 1) near[w] = (near[w] ?? 0) + 1
    }
  }
  return { rank, stability: Array.from(near, count => count / Math.max(1, all)) }
}
