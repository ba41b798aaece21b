/** Scores times as TempEval does: of what is due and what was found, which extents and which values agree. */
import type { Time } from '../../../src/text/types.ts'
import type { TimeKey, TimeRow } from './key.ts'

export const MEASURES = ['value', 'strict', 'relaxed', 'type'] as const
export type Measure = (typeof MEASURES)[number]
export type Scores = { [measure in Measure]: number }

/** How many times of a family were found, and how many of them with the right value. */
export interface Count {
  right: number
  found: number
}

export interface Tally {
  scores: Scores
  misses: string[]
  families: ReadonlyMap<string, Count>
}

/** The time of the same extent, or else the first that overlaps and is still free. */
function counterpart(key: TimeKey, found: Time[], used: ReadonlySet<Time>): Time | undefined {
  const free = found.filter(time => !used.has(time))
  return (
    free.find(time => time.start === key.start && time.end === key.end) ??
    free.find(time => time.start < key.end && key.start < time.end)
  )
}

export function tally(rows: TimeRow[], find: (row: TimeRow) => Time[]): Tally {
  const right = { value: 0, strict: 0, relaxed: 0, type: 0 }
  const misses: string[] = []
  const families = new Map<string, Count>()
  let due = 0
  let all = 0
  for (const row of rows) {
    const found = find(row)
    const used = new Set<Time>()
    due += row.due.length
    all += found.length
    const correct = new Set<Time>()
    const say = (what: string) => misses.push(`${what} | ${row.published} ${row.text}`)
    // A time of the same extent is never given to another that only overlaps it.
    const exact = (key: TimeKey) => found.some(time => time.start === key.start && time.end === key.end)
    for (const key of [...row.due].sort((a, b) => Number(exact(b)) - Number(exact(a)))) {
      const time = counterpart(key, found, used)
      const words = row.text.slice(key.start, key.end)
      if (time === undefined) {
        say(`not found: ${words} = ${key.value}`)
        continue
      }
      used.add(time)
      const strict = time.start === key.start && time.end === key.end
      right.relaxed++
      if (strict) right.strict++
      if (time.value === key.value) correct.add(time)
      if (time.type === key.type) right.type++
      if (!strict || time.value !== key.value || time.type !== key.type)
        say(
          `${words} = ${key.type} ${key.value}, taken for ${row.text.slice(time.start, time.end)} = ${time.type} ${time.value}`,
        )
    }
    right.value += correct.size
    for (const time of found) {
      const count = families.get(time.family) ?? { right: 0, found: 0 }
      families.set(time.family, {
        right: count.right + (correct.has(time) ? 1 : 0),
        found: count.found + 1,
      })
    }
    for (const time of found)
      if (!used.has(time)) say(`beyond: ${row.text.slice(time.start, time.end)} = ${time.value}`)
  }
  const f1 = (n: number) => (due + all === 0 ? 1 : (2 * n) / (due + all))
  return {
    scores: {
      value: f1(right.value),
      strict: f1(right.strict),
      relaxed: f1(right.relaxed),
      type: f1(right.type),
    },
    misses,
    families,
  }
}
