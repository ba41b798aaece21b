/**
 * Weighted events in time. What happened in a period counts whole, what happened before fades by half in each
 * half-life. The index is a weighted mean of PLOVER scores, from −10 to 10, so that twice as many articles are no
 * twice better relation.
 */
import { toDays } from '../../record/interval.ts'
import { firstReaching, type Period } from './periods.ts'
import { corroboration, fixedPart, heardIn, type Weighed } from './weights.ts'

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
  period: number
  /** Share of its days, 0 to 1: an event of March lies a third in each ten days of it. */
  share: number
}

/** Only events whose days are bounded on both sides have a place; a bare year is spread over the year. */
export function place(all: readonly Weighed[], periods: readonly Period[]): Placed[] {
  const placed: Placed[] = []
  for (const weighed of all) {
    const { start, end } = weighed.event.date
    if (start === null || end === null) continue
    const [first, last] = [toDays(start), toDays(end)]
    for (let i = firstReaching(periods, first); i < periods.length; i++) {
      const period = periods[i]
      if (period === undefined || period.first > last) break
      const days = Math.min(last, period.last) - Math.max(first, period.first) + 1
      placed.push({ weighed, period: i, share: days / (last - first + 1) })
    }
  }
  return placed
}

const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'] as const

/** The running sums of a series: five numbers a period (weight, then weight times score in each quarter). */
const FIELDS = 5

/** `heard(weighed)`: how many independent articles tell it, by the sum of their grades; 0 leaves the event out. */
export function valuesOf(
  placed: readonly Placed[],
  periods: readonly Period[],
  halfLife: number,
  heard: (weighed: Weighed) => number = heardIn,
): (Value | null)[] {
  const sums = new Float64Array(periods.length * FIELDS)
  const own = new Uint8Array(periods.length)
  for (const { weighed, period, share } of placed) {
    const weight = share * fixedPart(weighed) * corroboration(heard(weighed))
    if (weight === 0) continue
    own[period] = 1
    const at = period * FIELDS
    const quad = at + 1 + QUADS.indexOf(weighed.event.quad)
    sums[at] = (sums[at] ?? 0) + weight
    sums[quad] = (sums[quad] ?? 0) + weight * weighed.event.intensity
  }
  fade(sums, periods, halfLife)
  return periods.map((_, i) => (own[i] === 1 ? valueAt(sums, i) : null))
}

function fade(sums: Float64Array, periods: readonly Period[], halfLife: number): void {
  for (let i = 1; i < periods.length; i++) {
    const left = 2 ** (-((periods[i]?.first ?? 0) - (periods[i - 1]?.first ?? 0)) / halfLife)
    for (let k = 0; k < FIELDS; k++) {
      const at = i * FIELDS + k
      sums[at] = (sums[at] ?? 0) + left * (sums[at - FIELDS] ?? 0)
    }
  }
}

function valueAt(sums: Float64Array, i: number): Value {
  const [weight = 0, ...parts] = sums.subarray(i * FIELDS, (i + 1) * FIELDS)
  const [verbalCooperation = 0, materialCooperation = 0, verbalConflict = 0, materialConflict = 0] =
    parts.map(part => part / weight)
  return { weight, verbalCooperation, materialCooperation, verbalConflict, materialConflict }
}
