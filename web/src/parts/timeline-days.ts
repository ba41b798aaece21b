/** What the timeline shows: events, and the days in view. */
import type { Mark } from '../api.ts'
import { dayNumber, spanOf } from './lanes.ts'

export interface Marks {
  marks: Mark[]
  actors: { [id: string]: string }
  issues: { [id: string]: string }
}

/** The first and last day in view, as numbers; a part of a day where it is dragged. */
export type Range = [number, number]
/** `isDone`: it is where it is to stay. */
export type Move = (range: Range, isDone?: boolean) => void

/** What is drawn beyond each edge, in widths: so far it is dragged without being drawn again. */
export const BEYOND = 0.5

/** All that is bounded, with a little air; what was long ago does not press the rest together. */
export function wholeOf(marks: readonly Mark[]): Range {
  const spans = marks.flatMap(mark => {
    const span = spanOf(mark, 1)
    return span === null ? [] : [span]
  })
  const starts = spans.map(([from]) => from).sort((a, b) => a - b)
  const first = starts[Math.floor(starts.length * 0.03)] ?? dayNumber('2020-01-01')
  const last = spans.reduce((most, [, to]) => Math.max(most, to), first + 30)
  const air = Math.max(2, (last - first) * 0.03)
  return [first - air, last + air]
}

/** The words of a lane's head. */
export function nameIn(data: Marks, id: string): string {
  return data.issues[id] ?? data.actors[id] ?? id
}
