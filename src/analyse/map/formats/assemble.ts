/** A map out of what a file lists: both in their order, each pair of factors one edge. */
import { byCodePoint } from '../../../record/ids.ts'
import type { DriverMap, Edge, MapFactor } from '../types.ts'
import { type Claims, claimsOf } from './claims.ts'
import { noMap } from './format.ts'

/** An arrow as it is drawn: its weight's sign is what it says, its size how far it is believed. */
export interface Arrow extends Claims {
  cause: string
  effect: string
  /** −1 to 1; an arrow of weight 0 says nothing and is left out. */
  weight: number
  rivalBelief: number
}

/** Where a file draws two arrows between the same two, the heavier one is the edge, an opposite one its rival. */
export function assemble(name: string, factors: readonly MapFactor[], arrows: readonly Arrow[]): DriverMap {
  const known = new Map<string, MapFactor>()
  for (const factor of factors) {
    if (factor.id === '') throw noMap(name, 'a factor has no id; give each one that is its own')
    if (!known.has(factor.id)) known.set(factor.id, factor)
  }
  const edges = new Map<string, Edge>()
  for (const arrow of arrows) {
    if (arrow.weight === 0) continue
    for (const end of [arrow.cause, arrow.effect])
      if (!known.has(end))
        throw noMap(
          name,
          `an arrow ends at "${end}", which is none of its factors; add the factor or mend the id`,
        )
    const edge = edgeOf(arrow)
    const other = edges.get(edge.id)
    edges.set(edge.id, other === undefined ? edge : joined(other, edge))
  }
  if (known.size === 0) throw noMap(name, 'it holds no factor')
  return {
    factors: [...known.values()].sort((a, b) => byCodePoint(a.id, b.id)),
    edges: [...edges.values()].sort((a, b) => byCodePoint(a.id, b.id)),
  }
}

function edgeOf(arrow: Arrow): Edge {
  const { cause, effect, weight, rivalBelief } = arrow
  return {
    id: `${cause}>${effect}`,
    cause,
    effect,
    sign: weight > 0 ? 1 : -1,
    belief: Math.min(1, Math.abs(weight)),
    rivalBelief: Math.min(1, Math.max(0, rivalBelief)),
    ...claimsOf(arrow),
  }
}

function joined(one: Edge, two: Edge): Edge {
  const [first, second] = two.belief > one.belief ? [two, one] : [one, two]
  const denied = [...(first.denials ?? []), ...(second.denials ?? [])]
  const base: Edge = denied.length === 0 ? first : { ...first, denials: denied }
  if (first.sign === second.sign)
    return {
      ...base,
      rivalBelief: Math.max(first.rivalBelief, second.rivalBelief),
      support: [...first.support, ...second.support],
      rivals: [...first.rivals, ...second.rivals],
    }
  return {
    ...base,
    rivalBelief: Math.max(first.rivalBelief, second.belief),
    support: [...first.support, ...second.rivals],
    rivals: [...first.rivals, ...second.support],
  }
}

/** An edge's weight: its sign, and how far it is believed. */
export function weightOf({ sign, belief }: Edge): number {
  return sign * belief
}
