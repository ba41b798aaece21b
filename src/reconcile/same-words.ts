/** Facts that documents word alike: the same quotation, the same sentence of a wire story. */
import { normalise } from '../record/ids.ts'
import { runHashes } from './copies/shingles.ts'
import { makeGroups } from './groups.ts'

const RUN = 4
/** A run of words that this many facts share ("the two leaders agreed to") is no sign of a common source. */
const COMMON = 400
/** So much of the shorter one's runs. */
const SAME = 0.75

function runsOf(text: string): Set<number> {
  return new Set(runHashes(normalise(text), RUN))
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let count = 0
  for (const run of small) if (large.has(run)) count++
  return count
}

/**
 * Groups of items whose words are mostly the same, among those that `may` be one. A shorter quotation joins the
 * longer one that holds it, if it has at least four words.
 */
export function groupByWords<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  may: (a: T, b: T) => boolean,
): T[][] {
  const groups = makeGroups(items.length)
  const runs: Set<number>[] = []
  const holders = new Map<number, number[]>()
  /** For each item how many runs of the item in hand it has, and which item that was. */
  const hits: number[] = []
  const asked: number[] = []
  items.forEach((item, b) => {
    const own = runsOf(textOf(item))
    runs.push(own)
    const near: number[] = []
    let isCounted = true
    for (const run of own) {
      const list = holders.get(run)
      for (const a of list ?? []) {
        if (asked[a] === b) hits[a] = (hits[a] ?? 0) + 1
        else {
          asked[a] = b
          hits[a] = 1
          near.push(a)
        }
      }
      if (list === undefined) holders.set(run, [b])
      else if (list.length < COMMON) list.push(b)
      else isCounted = false
    }
    for (const a of near) {
      const [other, before] = [items[a], runs[a]]
      if (other === undefined || before === undefined || groups.find(a) === groups.find(b)) continue
      const due = SAME * Math.min(before.size, own.size)
      const count = isCounted ? (hits[a] ?? 0) : shared(before, own)
      if (count >= due && may(other, item)) groups.join(a, b)
    }
  })
  return groups.all().map(group => group.flatMap(i => items[i] ?? []))
}
