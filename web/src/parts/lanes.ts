/** Events laid out in lanes: which stand alone, which are drawn together, and in which row of their lane. */
import {
  type Bin,
  type Binned,
  keysOf,
  type LaneKind,
  type Mark,
  MOST_MARKS,
  NO_ISSUE,
  spanOf,
} from '../../../src/serve/lanes.ts'

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
  count: number
  /** How many of them are of conflict. */
  conflict: number
}

export interface Lane {
  id: string
  name: string
  count: number
  rows: number
  placed: Placed[]
  heaps: Heap[]
}

const MOST_ROWS = 9

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

function heapsOf(bins: readonly Bin[], width: number): Heap[] {
  const heaps = new Map<number, Heap>()
  for (const [day, count, conflict] of bins) {
    const place = Math.floor(day / width)
    const known = heaps.get(place)
    if (known === undefined)
      heaps.set(place, { from: place * width, to: (place + 1) * width, count, conflict })
    else {
      known.count += count
      known.conflict += conflict
    }
  }
  return [...heaps.values()]
}

const binOf = ({ mark, from, to }: Spanned): Bin => [
  (from + to) / 2,
  1,
  mark.quad.endsWith('conflict') ? 1 : 0,
]

function laneOf(
  id: string,
  name: string,
  spanned: readonly Spanned[],
  view: { gap: number; isFull: boolean },
): Lane {
  const placed = view.isFull ? [] : stack(spanned, view.gap)
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 1)
  if (!view.isFull && rows <= MOST_ROWS) return { id, name, count: spanned.length, rows, placed, heaps: [] }
  return {
    id,
    name,
    count: spanned.length,
    rows: 2,
    placed: [],
    heaps: heapsOf(spanned.map(binOf), view.gap),
  }
}

interface View {
  from: number
  to: number
  pixels: number
  nameOf(id: string): string
}

const lastOf = (lane: string): number => (lane === NO_ISSUE ? 1 : 0)

/** In pixels: what is nearer is drawn as one. */
const GAP = 12

/** Lanes of events that the server has counted, `width` days to a bin: too many of them to be drawn one by one. */
export function heapedLanes(binned: readonly Binned[], width: number, view: View): Lane[] {
  const gap = ((view.to - view.from) / Math.max(1, view.pixels)) * GAP
  // What was counted by the week cannot be told apart by the day.
  const step = Math.max(1, Math.round(gap / width)) * width
  return binned
    .map(({ id, bins }): Lane => {
      const inView = bins.filter(([day]) => day + width > view.from && day < view.to)
      const count = inView.reduce((sum, [, n]) => sum + n, 0)
      return { id, name: view.nameOf(id), count, rows: 2, placed: [], heaps: heapsOf(inView, step) }
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => lastOf(a.id) - lastOf(b.id) || b.count - a.count || (a.id < b.id ? -1 : 1))
}

/**
 * `from` and `to`: the days in view; `pixels` wide. The fullest lanes first, what is of no issue last. One event may
 * stand in several lanes.
 */
export function lanesOf(marks: readonly Mark[], kind: LaneKind, view: View): Lane[] {
  const perPixel = (view.to - view.from) / Math.max(1, view.pixels)
  const gap = perPixel * GAP
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
    .sort(([a, x], [b, y]) => lastOf(a) - lastOf(b) || y.length - x.length || (a < b ? -1 : 1))
    .map(([id, spanned]) =>
      laneOf(
        id,
        view.nameOf(id),
        spanned.sort((a, b) => a.from - b.from),
        { gap, isFull },
      ),
    )
}
