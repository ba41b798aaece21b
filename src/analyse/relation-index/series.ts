/**
 * Weighted events in time. What happened in a period counts whole, what happened before fades by half in each
 * half-life. The index is a weighted mean of PLOVER scores, from −10 to 10, so that twice as many articles are no
 * twice better relation.
 */
import { toDays } from '../../record/interval.ts'
import { QUADS } from '../../record/types.ts'
import { firstReaching, type Period } from './periods.ts'
import { fixedPart, type Weighed } from './weights.ts'

/** The four quarters of PLOVER: each a share of the net value, in points of it. */
export interface Value {
  /** Sum of weights: how much evidence there is. */
  weight: number
  verbalCooperation: number
  materialCooperation: number
  verbalConflict: number
  materialConflict: number
}

export const cooperationOf = (value: Value): number => value.verbalCooperation + value.materialCooperation
export const conflictOf = (value: Value): number => value.verbalConflict + value.materialConflict
export const netOf = (value: Value): number => cooperationOf(value) + conflictOf(value)

/** The part of an event that lies in one period. */
export interface Placed {
  weighed: Weighed
  /** The event's place in the list that it came from. */
  index: number
  period: number
  /** Share of its days, 0 to 1: an event of March lies a third in each ten days of it. */
  share: number
}

/** Only events whose days are bounded on both sides have a place; a bare year is spread over the year. */
export function place(all: readonly Weighed[], periods: readonly Period[]): Placed[] {
  const placed: Placed[] = []
  for (const [index, weighed] of all.entries()) {
    const { start, end } = weighed.event.date
    if (start === null || end === null) continue
    const [first, last] = [toDays(start), toDays(end)]
    for (let i = firstReaching(periods, first); i < periods.length; i++) {
      const period = periods[i]
      if (period === undefined || period.first > last) break
      const days = Math.min(last, period.last) - Math.max(first, period.first) + 1
      placed.push({ weighed, index, period: i, share: days / (last - first + 1) })
    }
  }
  return placed
}

/** The running sums of a series: five numbers a period (weight, then weight times score in each quarter). */
const FIELDS = 5

/** A series ready to be added up many times: numbers in rows, one a placed event. */
export interface Series {
  periods: readonly Period[]
  halfLife: number
  /** The place of the event that each row is a part of. */
  event: Int32Array
  /** Where the row's period begins among the sums, and which quarter it belongs to. */
  at: Int32Array
  quarter: Uint8Array
  /** Its weight without corroboration. */
  weight: Float64Array
  score: Float64Array
}

export function seriesOf(placed: readonly Placed[], periods: readonly Period[], halfLife: number): Series {
  return {
    periods,
    halfLife,
    event: Int32Array.from(placed, ({ index }) => index),
    at: Int32Array.from(placed, ({ period }) => period * FIELDS),
    quarter: Uint8Array.from(placed, ({ weighed }) => 1 + QUADS.indexOf(weighed.event.quad)),
    weight: Float64Array.from(placed, ({ weighed, share }) => share * fixedPart(weighed)),
    score: Float64Array.from(placed, ({ weighed }) => weighed.event.intensity),
  }
}

/** `corroborated`: of each event, 0 to 1; 0 leaves it out. A period in which nothing counts has null. */
export function valuesOf(series: Series, corroborated: Float64Array): (Value | null)[] {
  const { periods, event, at, quarter, weight, score } = series
  const sums = new Float64Array(periods.length * FIELDS)
  for (let row = 0; row < event.length; row++) {
    const counts = (weight[row] ?? 0) * (corroborated[event[row] ?? 0] ?? 0)
    const start = at[row] ?? 0
    const own = start + (quarter[row] ?? 0)
    sums[start] = (sums[start] ?? 0) + counts
    sums[own] = (sums[own] ?? 0) + counts * (score[row] ?? 0)
  }
  const isEmpty = periods.map((_, i) => sums[i * FIELDS] === 0)
  fade(sums, series)
  return periods.map((_, i) => (isEmpty[i] ? null : valueAt(sums, i)))
}

function fade(sums: Float64Array, { periods, halfLife }: Series): void {
  for (let i = 1; i < periods.length; i++) {
    const left = 2 ** (-((periods[i]?.first ?? 0) - (periods[i - 1]?.first ?? 0)) / halfLife)
    for (let k = 0; k < FIELDS; k++) {
      const place = i * FIELDS + k
      sums[place] = (sums[place] ?? 0) + left * (sums[place - FIELDS] ?? 0)
    }
  }
}

function valueAt(sums: Float64Array, i: number): Value {
  const at = (k: number): number => sums[i * FIELDS + k] ?? 0
  const weight = at(0)
  return {
    weight,
    verbalCooperation: at(1) / weight,
    materialCooperation: at(2) / weight,
    verbalConflict: at(3) / weight,
    materialConflict: at(4) / weight,
  }
}
