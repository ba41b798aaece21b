/** Events on lanes of time: which lanes one stands in and which days it covers. The server and the page count alike. */
import { fromDays, isDate, toDays } from '../record/interval.ts'
import type { Event } from '../record/types.ts'

export const LANE_KINDS = ['issue', 'type', 'actor', 'states', 'outlet', 'none'] as const
export type LaneKind = (typeof LANE_KINDS)[number]

/** An event in the few fields that a picture draws. */
export interface Mark
  extends Pick<
    Event,
    'id' | 'title' | 'type' | 'quad' | 'intensity' | 'status' | 'date' | 'states' | 'issues'
  > {
  actors: string[]
  outlets: string[]
}

/** At most so many marks are drawn one by one; beyond, what is near is one heap. */
export const MOST_MARKS = 1500

/** Days since 1970-01-01; NaN for what is no day. */
export const dayNumber = (day: string): number => (isDate(day) ? toDays(day) : Number.NaN)

export const isoOf = (day: number): string => fromDays(Math.floor(day))

/** The lane of events that are of no issue: the picture leaves nothing out. */
export const NO_ISSUE = 'none'

export function keysOf(mark: Mark, kind: LaneKind): readonly string[] {
  if (kind === 'issue') return mark.issues.length === 0 ? [NO_ISSUE] : mark.issues
  if (kind === 'actor') return mark.actors
  if (kind === 'outlet') return mark.outlets
  if (kind === 'states') return mark.states
  return kind === 'type' ? [mark.type] : ['']
}

/** From and to in days: an open end is drawn for `open` days, so that it is seen to go on. */
export function spanOf({ date }: Pick<Mark, 'date'>, open: number): [number, number] | null {
  const { start, end } = date
  if (start !== null && end !== null) return [dayNumber(start), dayNumber(end)]
  if (start !== null) return [dayNumber(start), dayNumber(start) + open]
  return end === null ? null : [dayNumber(end) - open, dayNumber(end)]
}

/** The first and last day in view, as numbers; a part of a day where it is dragged. */
export type Range = [number, number]

/** All that is bounded, with a little air; what was long ago does not press the rest together. */
export function wholeOf(marks: readonly Pick<Mark, 'date'>[]): Range {
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

/** Where a stretch of time begins, how many events have their middle in it, and how many of these are of conflict. */
export type Bin = [day: number, count: number, conflict: number]

export interface Binned {
  id: string
  count: number
  bins: Bin[]
}

/** `width`: days to a bin. */
function countBins(spans: readonly { middle: number; isConflict: boolean }[], width: number): Bin[] {
  const counts = new Map<number, [number, number]>()
  for (const { middle, isConflict } of spans) {
    const day = Math.floor(middle / width) * width
    const count = counts.get(day) ?? [0, 0]
    counts.set(day, count)
    count[0]++
    if (isConflict) count[1]++
  }
  return [...counts].sort(([a], [b]) => a - b).map(([day, [count, conflict]]) => [day, count, conflict])
}

/** So many stretches the whole is counted in; a screen is some hundreds of heaps wide. */
const BINS = 1000
/** Lanes that are counted; a screen has room for a dozen. */
const MOST_LANES = 60

/** Events counted by stretches of time: all of them, and those of the fullest lanes. */
export function binned(marks: readonly Mark[], kind: LaneKind, [first, last]: Range) {
  const width = Math.max(1, Math.ceil((last - first) / BINS))
  const all: { middle: number; isConflict: boolean }[] = []
  const byLane = new Map<string, typeof all>()
  for (const mark of marks) {
    const span = spanOf(mark, width)
    if (span === null) continue
    const one = { middle: (span[0] + span[1]) / 2, isConflict: mark.quad.endsWith('conflict') }
    all.push(one)
    for (const key of keysOf(mark, kind)) {
      const lane = byLane.get(key)
      if (lane === undefined) byLane.set(key, [one])
      else lane.push(one)
    }
  }
  const lanes: Binned[] = [...byLane]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, MOST_LANES)
    .map(([id, own]) => ({ id, count: own.length, bins: countBins(own, width) }))
  return { width, all: countBins(all, width), lanes }
}
