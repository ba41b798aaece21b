/** Facts that documents word alike: the same quotation, the same sentence of a wire story. */
import { normalise } from '../record/ids.ts'
import { countShared, distinct, runHashes } from './copies/shingles.ts'
import { makeGroups } from './groups.ts'
import { push } from './lists.ts'

const RUN = 4
/** The first so many that have a run of words stand for all that have it: what is alike to the others is to them. */
const COMMON = 64
/** So much of the shorter one's runs. */
const SAME = 0.75

/** Its runs, each once, rising. */
function runsOf(text: string): Uint32Array {
  return distinct(runHashes(normalise(text), RUN).sort())
}

/**
 * Groups of items whose words are mostly the same, among those that `may` be one. A shorter quotation joins the
 * longer one that holds it, if it has at least four words. Two that may be one have one of their `keys` in common: the
 * speaker, the article; nobody else's words are looked at, so the work grows with what each has said.
 */
export function groupByWords<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  may: (a: T, b: T) => boolean,
  keysOf: (item: T) => readonly string[] = () => [''],
): T[][] {
  const groups = makeGroups(items.length)
  const runs = items.map(item => runsOf(textOf(item)))
  const joinIf = (a: number, b: number): void => {
    const [x, y] = [items[a], items[b]]
    if (x !== undefined && y !== undefined && may(x, y)) groups.join(a, b)
  }
  const byKey = new Map<string, number[]>()
  for (const [i, item] of items.entries()) for (const key of keysOf(item)) push(byKey, key, i)
  const compare = comparer(runs, (a, b) => groups.find(a) === groups.find(b), joinIf)
  for (const bucket of byKey.values()) if (bucket.length > 1) compare(bucket)
  return groups.all().map(group => group.flatMap(i => items[i] ?? []))
}

/** Hands over the pairs of a bucket that share most of the shorter one's runs, but for those that are one already. */
function comparer(
  runs: readonly Uint32Array[],
  areOne: (a: number, b: number) => boolean,
  found: (a: number, b: number) => void,
): (bucket: readonly number[]) => void {
  /** For each item how many runs of the one in hand it has, and which look it was counted for. */
  const hits = new Uint32Array(runs.length)
  const looks = new Uint32Array(runs.length)
  let look = 0
  return bucket => {
    const holders = new Map<number, number[]>()
    for (const b of bucket) {
      look++
      const own = runs[b] ?? new Uint32Array()
      const near: number[] = []
      let isCounted = true
      for (const run of own) {
        const list = holders.get(run) ?? []
        for (const a of list) {
          if (looks[a] === look) hits[a] = (hits[a] ?? 0) + 1
          else {
            looks[a] = look
            hits[a] = 1
            near.push(a)
          }
        }
        if (list.length === 0) holders.set(run, [b])
        else if (list.length < COMMON) list.push(b)
        else isCounted = false
      }
      for (const a of near) {
        if (areOne(a, b)) continue
        const before = runs[a] ?? new Uint32Array()
        const shared = isCounted ? (hits[a] ?? 0) : countShared(before, own)
        if (shared >= SAME * Math.min(before.length, own.length)) found(a, b)
      }
    }
  }
}
