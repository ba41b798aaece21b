/** What the timeline shows: events counted by stretches of time, and those in view where they are few. */
import type { Bin, Binned, Mark, Range } from '../../../src/serve/lanes.ts'
import { MOST_MARKS, NO_ISSUE } from '../../../src/serve/lanes.ts'

interface Named {
  actors: { [id: string]: string }
  issues: { [id: string]: string }
}

/** All chosen events; each by itself only where they are few. */
export interface Counted extends Named {
  total: number
  whole: Range
  marks: Mark[] | null
  /** Days to a bin. */
  width: number
  all: Bin[]
  lanes: Binned[]
}

/** Events that reach into some days: all of them, unless `total` says that there are more. */
export interface Marks extends Named {
  marks: Mark[]
  total: number
  within: Range | null
}

/** `isDone`: it is where it is to stay. */
export type Move = (range: Range, isDone?: boolean) => void

/** What is drawn beyond each edge, in widths: so far it is dragged without being drawn again. */
export const BEYOND = 0.5

/** The words of a lane's head; `noIssue`: those of the lane of what is of no issue. */
export function nameIn(data: Named, id: string, noIssue: string): string {
  if (id === NO_ISSUE) return noIssue
  return data.issues[id] ?? data.actors[id] ?? id
}

/**
 * The days for which events are to be asked one by one; null where they are at hand, or too many. Round numbers that
 * reach well beyond what is in view, so that a drag or two needs no other answer.
 */
export function daysToAsk({ marks, all, width }: Counted, [first, last]: Range): Range | null {
  if (marks !== null) return null
  const step = 2 ** Math.ceil(Math.log2(Math.max(2, (last - first) * (0.5 + BEYOND))))
  const [from, to] = [(Math.floor(first / step) - 0.5) * step, (Math.ceil(last / step) + 0.5) * step]
  const inside = all.reduce((sum, [day, n]) => (day + width > from && day < to ? sum + n : sum), 0)
  return inside > MOST_MARKS ? null : [from, to]
}

/** The events to be drawn one by one in these days; null where they are too many, or not there yet. */
export function marksFor(counted: Counted, asked: Marks | undefined, [first, last]: Range): Mark[] | null {
  if (counted.marks !== null) return counted.marks
  const [from, to] = asked?.within ?? [0, 0]
  const isWhole = asked !== undefined && asked.marks.length === asked.total && from <= first && to >= last
  return isWhole ? asked.marks : null
}
