/** V8's Map takes some 16.7 million keys and no more; an archive has more runs of words than that. */
export interface LargeMap<V> {
  get(key: number): V | undefined
  set(key: number, value: V): void
}

/** Keys are 32-bit hashes, unsigned, and spread evenly. */
export function makeLargeMap<V>(): LargeMap<V> {
  const parts = Array.from({ length: 64 }, () => new Map<number, V>())
  const partOf = (key: number): Map<number, V> => {
    const part = parts[key >>> 26]
    if (part === undefined) throw new RangeError(`${key} is no hash of 32 bits`)
    return part
  }
  return {
    get: key => partOf(key).get(key),
    set: (key, value) => void partOf(key).set(key, value),
  }
}
