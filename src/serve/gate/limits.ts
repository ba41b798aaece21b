/** How much one may ask: buckets that fill again, and a wait that doubles with each wrong token. */

/** A map that forgets what was least lately used, so that nobody can fill the memory with new names. */
export function forgetful<T>(most: number) {
  const held = new Map<string, T>()
  return {
    get: (key: string): T | undefined => held.get(key),
    set(key: string, value: T): void {
      held.delete(key)
      held.set(key, value)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
    delete: (key: string): boolean => held.delete(key),
    get size() {
      return held.size
    },
  }
}

/** So many clients are remembered at once. */
const REMEMBERED = 10_000

export interface Limit {
  /** So many at once. */
  burst: number
  perSecond: number
}

/** Takes one from the bucket of a name; gives the seconds to wait, 0 where there was one. */
export type Buckets = (name: string, now: Date) => number

export function makeBuckets({ burst, perSecond }: Limit, most = REMEMBERED): Buckets {
  const buckets = forgetful<{ left: number; at: number }>(most)
  return (name, now) => {
    const at = now.getTime()
    const former = buckets.get(name) ?? { left: burst, at }
    // A clock that was set back fills nothing, and takes nothing away.
    const filled = (Math.max(0, at - former.at) / 1000) * perSecond
    const left = Math.min(burst, former.left + filled)
    buckets.set(name, { left: left < 1 ? left : left - 1, at })
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0
  }
}

/** So many slips cost nothing. */
const FREE = 5
/** The longest wait, and the time after which slips are forgotten, in seconds. */
const LONGEST = 900

export interface Failures {
  /** Seconds until the next try, 0 for now. */
  wait(name: string, now: Date): number
  add(name: string, now: Date): void
}

/** 1, 2, 4 … seconds from the sixth failure on. What is right in between does not shorten it. */
export function makeFailures(most = REMEMBERED): Failures {
  const failures = forgetful<{ count: number; at: number; until: number }>(most)
  return {
    wait(name, now) {
      const { until = 0 } = failures.get(name) ?? {}
      return Math.max(0, Math.ceil((until - now.getTime()) / 1000))
    },
    add(name, now) {
      const at = now.getTime()
      const former = failures.get(name)
      const isOver = former === undefined || at - Math.max(former.at, former.until) > LONGEST * 1000
      const count = (isOver ? 0 : former.count) + 1
      const hold = count <= FREE ? 0 : Math.min(LONGEST, 2 ** (count - FREE - 1))
      failures.set(name, { count, at, until: at + hold * 1000 })
    },
  }
}
