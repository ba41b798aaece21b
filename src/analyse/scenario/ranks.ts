/** Which factors move most: by the median of the chosen variant, and how surely by all. */
import type { Tally } from './draws.ts'

export function median(values: Float64Array): number {
  const sorted = values.slice().sort()
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

/** 1 for the largest; equal ones in their order. */
function placesOf(sizes: Float64Array): number[] {
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  const places: number[] = []
  order.forEach((which, place) => {
    places[which] = place + 1
  })
  return places
}

/** How many of the sorted are no larger. */
function upTo(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

export function ranksOf(tallies: readonly Tally[]): Ranks {
  const chosen = tallies[0]?.effects ?? []
  const rank = placesOf(Float64Array.from(chosen, effects => Math.abs(median(effects))))
  const near = new Uint32Array(rank.length)
  const sizes = new Float64Array(rank.length)
  const sorted = new Float64Array(rank.length)
  let all = 0
  for (const { effects } of tallies) {
    const draws = effects[0]?.length ?? 0
    all += draws
    for (let draw = 0; draw < draws; draw++) {
      for (let w = 0; w < sizes.length; w++) sizes[w] = Math.abs(effects[w]?.[draw] ?? 0)
      sorted.set(sizes)
      sorted.sort()
      for (let w = 0; w < sizes.length; w++) {
        const place = sizes.length + 1 - upTo(sorted, sizes[w] ?? 0)
        if (Math.abs(place - (rank[w] ?? 0)) <= 1) near[w] = (near[w] ?? 0) + 1
      }
    }
  }
  return { rank, stability: Array.from(near, count => count / Math.max(1, all)) }
}
