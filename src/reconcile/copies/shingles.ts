/**
 * A text as the set of its runs of five words, each hashed to 32 bits. Two articles that share most of their
 * runs are one article; two that report the same day in their own words share almost none.
 */
const RUN = 5

/** FNV-1a over UTF-16 code units. */
function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Spreads the bits, so that a sample by remainder is fair (the last step of MurmurHash3). */
function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** Hashes of all runs; a text of fewer than five words has one, of all its words. */
export function shingles(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hash)
  const runs = new Set<number>()
  for (let i = 0; i === 0 || i + RUN <= hashes.length; i++) {
    let h = 0
    for (let k = i; k < i + RUN && k < hashes.length; k++) h = mix(Math.imul(h, 31) + (hashes[k] ?? 0))
    runs.add(h)
  }
  return runs
}

/** About one run in eight, the same ones in every text: enough to find what is alike. */
export function sample(runs: ReadonlySet<number>): number[] {
  const kept = [...runs].filter(run => run % 8 === 0)
  return kept.length >= 4 ? kept : [...runs].sort((a, b) => a - b).slice(0, 8)
}

export interface Likeness {
  /** Shared runs over all runs of both. */
  jaccard: number
  /** Shared runs over the runs of the shorter. */
  containment: number
}

export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): Likeness {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const run of small) if (large.has(run)) shared++
  return { jaccard: shared / (a.size + b.size - shared), containment: shared / small.size }
}
