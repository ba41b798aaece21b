/** The index of a relationship over time, with what it rests on. */
import type { ContactLevels } from '../../knowledge/contact-levels.ts'
import { toDays } from '../../record/interval.ts'
import type { Event } from '../../record/types.ts'
import type { View } from '../view.ts'
import { type Band, bandsOf } from './bands.ts'
import { firstReaching, type Period, periodsBetween } from './periods.ts'
import {
  conflictOf,
  cooperationOf,
  netOf,
  type Placed,
  place,
  seriesOf,
  type Value,
  valuesOf,
} from './series.ts'
import { turnsOf } from './turning.ts'
import type { IndexOptions, Point, RelationIndex } from './types.ts'
import { corroboration, heardIn, type Weighed, weigh, weightOf } from './weights.ts'

export { GRAINS, type Grain } from './periods.ts'
export type { Placed } from './series.ts'
export { gradesOf } from './sources.ts'
export type { IndexOptions, Point, RelationIndex, Turn } from './types.ts'
export { corroboration, heardIn } from './weights.ts'

const within = (event: Event, states: ReadonlySet<string>): boolean =>
  event.states.filter(state => states.has(state)).length >= 2

/** What counts: reported, between at least two of the states, told by a document that counts. */
function counted(
  events: readonly Event[],
  view: View,
  levels: ContactLevels,
  options: IndexOptions,
): Weighed[] {
  const states = new Set(options.states)
  return events
    .filter(event => event.status === 'reported' && within(event, states))
    .flatMap(event => weigh(event, view, options.grades, levels) ?? [])
}

function isPlaceable({ event: { date } }: Weighed): boolean {
  return date.start !== null && date.end !== null
}

function spanOf(weighed: readonly Weighed[], { to, today }: IndexOptions): [string, string] | null {
  let [first, last] = ['9999-12-31', '0001-01-01']
  for (const { event } of weighed) {
    const { start, end } = event.date
    if (start !== null && start < first) first = start
    if (end !== null && end > last) last = end
  }
  if (first > last) return null
  const end = to ?? today ?? last
  return end < first ? null : [first, end]
}

/** Independent articles by the period in which they came out. */
function coverage(view: View, periods: readonly Period[], { grades }: IndexOptions): number[] {
  const counts = periods.map(() => new Set<string>())
  for (const { id, published } of view.documents.values()) {
    if (!grades.has(id) || published?.end == null) continue
    const day = toDays(published.end)
    const at = firstReaching(periods, day)
    if (day >= (periods[at]?.first ?? Number.POSITIVE_INFINITY)) counts[at]?.add(view.origin(id))
  }
  return counts.map(set => set.size)
}

/** How an index is drawn where nobody asks for another way: half a year's memory, and no number from one event. */
export const USUAL = { halfLife: 180, least: 2, draws: 200, seed: 1 } as const

/** What one placed part of an event weighs in its period. */
export const weightIn = ({ weighed, share }: Placed): number => share * weightOf(weighed)

/** To a hundredth: more would feign a precision that is not there. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0

function pointOf(
  period: Period,
  value: Value | null,
  band: Band | null,
  own: { placed: readonly Placed[]; documents: number; least: number },
): Point {
  const { placed, documents, least } = own
  const { start, end } = period
  const inside = placed.filter(({ share }) => share >= 0.5)
  const events = inside.length
  const origins = new Set(inside.flatMap(({ weighed }) => weighed.origins.map(it => it.origin))).size
  const bare = { start, end, events, origins, documents, placed }
  if (value === null || events < least) {
    const none = { net: null, cooperation: null, conflict: null, verbal: null, material: null, band: null }
    return { ...bare, ...none }
  }
  return {
    ...bare,
    net: round(netOf(value)),
    cooperation: round(cooperationOf(value)),
    conflict: round(conflictOf(value)),
    verbal: round(value.verbalCooperation + value.verbalConflict),
    material: round(value.materialCooperation + value.materialConflict),
    band: band === null ? null : [round(band[0]), round(band[1])],
  }
}

/** From the first period with a number, or from the day that was asked for. */
function shown(points: readonly Point[], { from }: IndexOptions): Point[] {
  const first = points.findIndex(point => (from === null ? point.net !== null : point.end >= from))
  return first < 0 ? [] : points.slice(first)
}

/**
 * `events`: those that the index is to be drawn from, in any order. Equations: `docs/method.md`.
 */
export function relationIndex(
  events: readonly Event[],
  view: View,
  levels: ContactLevels,
  options: IndexOptions,
): RelationIndex {
  const weighed = counted(events, view, levels, options)
  const placeable = weighed.filter(isPlaceable)
  const unplaced = weighed.length - placeable.length
  const span = spanOf(placeable, options)
  if (span === null) return { points: [], turns: [], unplaced }
  const periods = periodsBetween(span[0], span[1], options.grain)
  const placed = place(placeable, periods)
  const series = seriesOf(placed, periods, options.halfLife)
  const values = valuesOf(
    series,
    Float64Array.from(placeable, it => corroboration(heardIn(it))),
  )
  const bands = bandsOf(series, placeable, options)
  const documents = coverage(view, periods, options)
  const byPeriod = periods.map((): Placed[] => [])
  for (const it of placed) byPeriod[it.period]?.push(it)
  const points = periods.map((period, i) =>
    pointOf(period, values[i] ?? null, bands[i] ?? null, {
      placed: byPeriod[i] ?? [],
      documents: documents[i] ?? 0,
      least: options.least,
    }),
  )
  const all = shown(points, options)
  return { points: all, turns: turnsOf(all), unplaced }
}
