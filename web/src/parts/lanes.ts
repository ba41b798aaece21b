/** Events laid out in lanes: which stand alone, which are drawn together, and in which row of their lane. */
import type { Mark } from '../api.ts'

export const LANE_KINDS = ['issue', 'type', 'actor', 'states', 'outlet', 'none'] as const
export type LaneKind = (typeof LANE_KINDS)[number]

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

export interface Placed {
  mark: Mark
  /** Days, both included. */
  from: number
  to: number
  row: number
}

/** Several that would lie on one another, drawn as one. */
export interface Heap {
  from: number
  to: number
  marks: Mark[]
}

export interface Lane {
  id: string
  name: string
  count: number
  rows: number
  placed: Placed[]
  heaps: Heap[]
}

/** At most so many marks are drawn one by one; beyond, what is near is one heap. */
export const MOST_MARKS = 1500
const MOST_ROWS = 9

export function keysOf(mark: Mark, kind: LaneKind): readonly string[] {
  if (kind === 'issue') return mark.issues
  if (kind === 'actor') return mark.actors
  if (kind === 'outlet') return mark.outlets
  if (kind === 'states') return mark.states
  return kind === 'type' ? [mark.type] : ['']
}

/** From and to in days: an open end is drawn for `open` days, so that it is seen to go on. */
export function spanOf({ date }: Mark, open: number): [number, number] | null {
  const { start, end } = date
  if (start !== null && end !== null) return [dayNumber(start), dayNumber(end)]
  if (start !== null) return [dayNumber(start), dayNumber(start) + open]
  return end === null ? null : [dayNumber(end) - open, dayNumber(end)]
}

interface Spanned {
  mark: Mark
  from: number
  to: number
}

/** Each into the first row that is free there; `gap` in days keeps neighbours apart. */
function stack(spanned: readonly Spanned[], gap: number): Placed[] {
  const ends: number[] = []
  return spanned.map(({ mark, from, to }) => {
    const free = ends.findIndex(end => end <= from)
    const row = free < 0 ? ends.length : free
    ends[row] = to + gap
    return { mark, from, to, row }
  })
}

function heap(spanned: readonly Spanned[], width: number): Heap[] {
  const heaps = new Map<number, Heap>()
  for (const { mark, from, to } of spanned) {
    const bin = Math.floor((from + to) / 2 / width)
    const known = heaps.get(bin)
    if (known === undefined) heaps.set(bin, { from: bin * width, to: (bin + 1) * width, marks: [mark] })
    else known.marks.push(mark)
  }
  return [...heaps.values()]
}

function laneOf(
  id: string,
  name: string,
  spanned: readonly Spanned[],
  view: { gap: number; isFull: boolean },
): Lane {
  const placed = view.isFull ? [] : stack(spanned, view.gap)
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 1)
  if (!view.isFull && rows <= MOST_ROWS) return { id, name, count: spanned.length, rows, placed, heaps: [] }
  return { id, name, count: spanned.length, rows: 2, placed: [], heaps: heap(spanned, view.gap) }
}

/**
 * `from` and `to`: the days in view; `pixels` wide. The fullest lanes first. One event may stand in several lanes; what
 * has no issue stands in none.
 */
export function lanesOf(
  marks: readonly Mark[],
  kind: LaneKind,
  view: { from: number; to: number; pixels: number; nameOf(id: string): string },
): Lane[] {
  const perPixel = (view.to - view.from) / Math.max(1, view.pixels)
  const gap = perPixel * 12
  const byLane = new Map<string, Spanned[]>()
  let drawn = 0
  for (const mark of marks) {
    const span = spanOf(mark, perPixel * 24)
    if (span === null || span[1] < view.from || span[0] > view.to) continue
    for (const key of keysOf(mark, kind)) {
      const lane = byLane.get(key) ?? []
      byLane.set(key, lane)
      lane.push({ mark, from: span[0], to: Math.max(span[1], span[0] + perPixel * 8) })
      drawn++
    }
  }
  const isFull = drawn > MOST_MARKS
  return [...byLane]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([id, spanned]) =>
      laneOf(
        id,
        view.nameOf(id),
        spanned.sort((a, b) => a.from - b.from),
        { gap, isFull },
      ),
    )
}
