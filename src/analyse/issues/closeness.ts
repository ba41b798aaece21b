/**
 * Who is closer to whom on a matter: the mean affinity (`stance-affinity.tsv`) of the stances that both took within
 * one quarter of a year, each pair weighted by the product of its confidences; pairs from which nothing follows are
 * left out. Stances are summed by quarter first, so that the work grows with positions, not with their pairs.
 */
import type { StanceAffinity } from '../../knowledge/stance-affinity.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Position, Stance } from '../../record/types.ts'
import type { View } from '../view.ts'
import { voiceOf } from './moves.ts'
import type { Closeness } from './types.ts'

/** Fewer pairs say nothing. */
export const LEAST_PAIRS = 2
/** So many states with most positions are compared: more make no table that one can read. */
const MOST_STATES = 12

interface Taken {
  weight: number
  count: number
  ids: string[]
}
type Quarter = Map<Stance, Taken>

function quarterOf({ date }: Position): string | null {
  const day = date?.start ?? date?.end ?? null
  return day === null ? null : `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`
}

function byQuarter(positions: readonly Position[]): Map<string, Quarter> {
  const quarters = new Map<string, Quarter>()
  for (const position of positions) {
    const name = quarterOf(position)
    if (name === null) continue
    const quarter: Quarter = quarters.get(name) ?? new Map()
    quarters.set(name, quarter)
    const taken = quarter.get(position.stance) ?? { weight: 0, count: 0, ids: [] }
    taken.weight += position.confidence
    taken.count++
    taken.ids.push(position.id)
    quarter.set(position.stance, taken)
  }
  return quarters
}

function between(
  [a, own]: [string, Map<string, Quarter>],
  [b, others]: [string, Map<string, Quarter>],
  affinity: StanceAffinity,
): Closeness | null {
  let [sum, weight, compared, quarters] = [0, 0, 0, 0]
  const ids = new Set<string>()
  for (const [name, quarter] of own) {
    const other = others.get(name)
    if (other === undefined) continue
    quarters++
    for (const [x, left] of quarter) {
      for (const [y, right] of other) {
        const value = affinity.of(x, y)
        if (value === 0) continue
        sum += value * left.weight * right.weight
        weight += left.weight * right.weight
        compared += left.count * right.count
        for (const id of [...left.ids, ...right.ids]) ids.add(id)
      }
    }
  }
  if (quarters === 0) return null
  const value = compared < LEAST_PAIRS ? null : Math.round((sum / weight) * 100) / 100
  return { a, b, value, quarters, compared, positions: [...ids].sort(byCodePoint) }
}

export function closenessOf(
  view: View,
  positions: readonly Position[],
  affinity: StanceAffinity,
): Closeness[] {
  const byVoice = new Map<string, Position[]>()
  for (const position of positions) {
    const voice = voiceOf(view, position.actor)
    if (voice === null) continue
    const own = byVoice.get(voice)
    if (own === undefined) byVoice.set(voice, [position])
    else own.push(position)
  }
  const most = [...byVoice]
    .sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b))
    .slice(0, MOST_STATES)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([voice, own]): [string, Map<string, Quarter>] => [voice, byQuarter(own)])
  const pairs = most.flatMap((a, i) => most.slice(i + 1).flatMap(b => between(a, b, affinity) ?? []))
  return pairs.sort((x, y) => y.compared - x.compared || byCodePoint(x.a + x.b, y.a + y.b))
}
