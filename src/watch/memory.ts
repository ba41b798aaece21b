/** What is known of a list's items, while a visit goes on. */
import type { WatchState } from './state.ts'
import type { Item } from './types.ts'

/** An article that could not be had is tried so many times. */
const TRIES = 3
/** Items remembered beyond those that are on the list. */
const MEMORY = 20_000

export class Memory {
  readonly seen: Map<string, string>
  readonly tries: Map<string, number>

  constructor({ seen, tries }: WatchState) {
    this.seen = new Map(seen)
    this.tries = new Map(tries)
  }

  /** null: never seen. */
  markOf({ keys }: Item): string | null {
    for (const key of keys) {
      const mark = this.seen.get(key)
      if (mark !== undefined) return mark
    }
    return null
  }

  keep({ keys, mark }: Item): void {
    for (const key of keys) {
      this.seen.delete(key)
      this.seen.set(key, mark)
      this.tries.delete(key)
    }
  }

  /** True where it is given up. */
  fail(item: Item): boolean {
    const [key = ''] = item.keys
    const times = (this.tries.get(key) ?? 0) + 1
    this.tries.set(key, times)
    if (times < TRIES) return false
    this.keep(item)
    return true
  }

  /** All that are on the list, and the latest of the others. */
  kept(items: readonly Item[]): [string, string][] {
    const listed = new Set(items.flatMap(({ keys }) => keys))
    const others = [...this.seen].filter(([key]) => !listed.has(key)).slice(-MEMORY)
    return [...others, ...[...this.seen].filter(([key]) => listed.has(key))]
  }
}
