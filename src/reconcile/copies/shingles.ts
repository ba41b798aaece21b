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

const BASE = 0x01000193

/** The hash of each run of `length` words, in their order; a text of fewer words has one, of all of them. */
export function runHashes(text: string, length: number): Uint32Array {
  const words = wordHashes(text)
  const first = Math.min(length, words.length)
  const runs = new Uint32Array(words.length === 0 ? 0 : words.length - first + 1)
  // A polynomial over the words, as Karp and Rabin roll it on: the word in front leaves, the next one comes.
  let leaving = 1
  for (let i = 1; i < first; i++) leaving = Math.imul(leaving, BASE)
  let sum = 0
  for (let i = 0; i < words.length; i++) {
    if (i >= first) sum = (sum - Math.imul(words[i - first] ?? 0, leaving)) | 0
    sum = (Math.imul(sum, BASE) + (words[i] ?? 0)) | 0
    if (i >= first - 1) runs[i - first + 1] = mix(sum)
  }
  return runs
}

/** Each of a rising list once. */
export function distinct(rising: Uint32Array): Uint32Array {
  const kept = new Uint32Array(rising.length)
  let count = 0
  for (let i = 0; i < rising.length; i++) {
    const run = rising[i] ?? 0
    if (i === 0 || run !== rising[i - 1]) kept[count++] = run
  }
  return kept.slice(0, count)
}

/** How many two rising lists have in common. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  let k = 0
  for (const run of a) {
    while (k < b.length && (b[k] ?? 0) < run) k++
    if (b[k] === run) shared++
  }
  return shared
}

/** Hashes of all runs, each once, rising. */
export function shingles(text: string): Uint32Array {
  return distinct(runHashes(text, RUN).sort())
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
  const sample = kept.length >= 4 ? kept : runs.toSorted().slice(0, 8)
  return { size: runs.length, sample: [...new Set(sample)] }
}

export interface Likeness {
  /** Shared runs over all runs of both. */
  jaccard: number
  /** Shared runs over the runs of the shorter. */
  containment: number
}

/** Of two texts' shingles. */
export function likeness(a: Uint32Array, b: Uint32Array): Likeness {
  const shared = countShared(a, b)
  return {
    jaccard: shared / (a.length + b.length - shared),
    containment: shared / Math.min(a.length, b.length),
  }
}
