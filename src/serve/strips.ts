/** Steps of an issue, as far as a picture of a thousand pixels can tell them apart. */
import type { Interval } from '../record/types.ts'
import { dayNumber } from './lanes.ts'

/** Parts of the time that an issue has; of those in one part the last is drawn. */
const PARTS = 240

export interface Drawn<Step extends string> {
  /** Place in the list of all steps. */
  at: number
  step: Step
  date: Interval
}

/** The dated steps in their order, thinned where they are too many; undated ones have no place in a picture. */
export function stepsToDraw<Step extends string>(
  steps: readonly { step: Step; date: Interval }[],
): Drawn<Step>[] {
  const all = steps.map(({ step, date }, at) => ({ at, step, date }))
  if (all.length <= PARTS) return all
  const dated = all.flatMap(it => {
    const day = it.date.start ?? it.date.end
    return day === null ? [] : [{ it, day: dayNumber(day) }]
  })
  const days = dated.map(({ day }) => day)
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY)
  const width = Math.max(1, (last - first) / PARTS)
  const byPart = new Map<number, Drawn<Step>>()
  for (const { it, day } of dated) byPart.set(Math.floor((day - first) / width), it)
  return [...byPart.values()].sort((a, b) => a.at - b.at)
}
