/**
 * What several kinds of finding build on is worked out once for each document: `key` is its context or its analysis,
 * and the result goes when that goes.
 */
export function once<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { result: Result }>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before.result
    const result = work(key)
    known.set(key, { result })
    return result
  }
}
