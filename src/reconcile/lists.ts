import { byCodePoint } from '../record/ids.ts'

/** Each value once, in code-point order. */
export function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(byCodePoint)
}

export function sharesAny<T>(a: Iterable<T>, b: ReadonlySet<T>): boolean {
  for (const value of a) if (b.has(value)) return true
  return false
}

export function isSubset<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size > b.size) return false
  for (const value of a) if (!b.has(value)) return false
  return true
}

export function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && isSubset(a, b)
}

/** Adds `value` to the list under `key`. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** How often each value comes. */
export function counts<T>(values: Iterable<T>): Map<T, number> {
  const count = new Map<T, number>()
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1)
  return count
}

/** The value that comes most often; of equals the longest, then the first by code point. */
export function commonest(values: Iterable<string>): string | null {
  let best: string | null = null
  let most = 0
  for (const [value, count] of counts(values)) {
    if (best === null || count > most || (count === most && preferred(value, best) < 0)) {
      best = value
      most = count
    }
  }
  return best
}

function preferred(a: string, b: string): number {
  return a.length !== b.length ? b.length - a.length : byCodePoint(a, b)
}
