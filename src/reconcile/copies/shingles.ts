/**
 * A text as the set of its runs of five words, each hashed to 32 bits. Two articles that share most of their
 * runs are one article; two that report the same day in their own words share almost none.
 */
const RUN = 5

const EMPTY = 0x811c9dc5

/** Spreads the bits, so that a sample by remainder is fair (the last step of MurmurHash3). */
function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** 1 for what words are made of, 2 for all else, 0 for what was not asked yet: one answer a code unit, looked up once. */
const kinds = new Uint8Array(65_536)

function isWordUnit(code: number): boolean {
  const known = kinds[code]
  if (known !== 0) return known === 1
  // Half of a surrogate pair: letters beyond the first plane are too rare to split words for.
  const is = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code))
  kinds[code] = is ? 1 : 2
  return is
}

/** FNV-1a of each word, over its UTF-16 code units in lower case. */
export function wordHashes(text: string): number[] {
  const lower = text.toLowerCase()
  const hashes: number[] = []
  let h = EMPTY
  let open = false
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (isWordUnit(code)) {
      h = Math.imul(h ^ code, 0x01000193)
      open = true
    } else if (open) {
      hashes.push(h >>> 0)
      h = EMPTY
      open = false
    }
  }
  if (open) hashes.push(h >>> 0)
  return hashes
}

/** The hash of each run of `length` words, in their order; a text of fewer words has one, of all of them. */
export function runHashes(text: string, length: number): number[] {
  const hashes = wordHashes(text)
  const runs: number[] = []
  for (let i = 0; i < hashes.length && (i === 0 || i + length <= hashes.length); i++) {
    let h = 0
    for (let k = i; k < i + length && k < hashes.length; k++) h = mix(Math.imul(h, 31) + (hashes[k] ?? 0))
    runs.push(h)
  }
  return runs
}

/** Hashes of all runs, each once. */
export function shingles(text: string): Set<number> {
  return new Set(runHashes(text, RUN))
}

/** What of a text is enough to find those that may be alike. */
export interface Sketch {
  /** Runs in all. */
  size: number
  /** About one run in eight, the same ones in every text. */
  sample: number[]
}

export function sketch(text: string): Sketch {
  const runs = runHashes(text, RUN)
  const kept = runs.filter(run => run % 8 === 0)
  const sample = kept.length >= 4 ? kept : runs.sort((a, b) => a - b).slice(0, 8)
  return { size: runs.length, sample: [...new Set(sample)] }
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
