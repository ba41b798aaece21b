/** A map as arrays of numbers: its edges ordered by the factor that they lead to. */
import type { DriverMap } from '../map/types.ts'

export interface Network {
  /** Number of factors and of edges. */
  factors: number
  edges: number
  ids: readonly string[]
  indexOf: ReadonlyMap<string, number>
  /** Edges into factor `i` stand from `into[i]` to before `into[i + 1]`. */
  into: Int32Array
  /** The factor that an edge comes from and leads to, and its place in the map's list. */
  source: Int32Array
  target: Int32Array
  place: Int32Array
}

export function networkOf(map: DriverMap): Network {
  const ids = map.factors.map(factor => factor.id)
  const indexOf = new Map(ids.map((id, i) => [id, i]))
  const ends = map.edges.map(edge => [indexOf.get(edge.cause) ?? -1, indexOf.get(edge.effect) ?? -1])
  // A factor that brings more of itself says nothing of the others.
  const order = [...ends.keys()].filter(i => {
    const [from = -1, to = -1] = ends[i] ?? []
    return from >= 0 && to >= 0 && from !== to
  })
  order.sort((a, b) => (ends[a]?.[1] ?? 0) - (ends[b]?.[1] ?? 0) || a - b)
  const into = new Int32Array(ids.length + 1)
  for (const i of order) {
    const next = (ends[i]?.[1] ?? 0) + 1
    into[next] = (into[next] ?? 0) + 1
  }
  for (let i = 1; i <= ids.length; i++) into[i] = (into[i] ?? 0) + (into[i - 1] ?? 0)
  return {
    factors: ids.length,
    edges: order.length,
    ids,
    indexOf,
    into,
    source: Int32Array.from(order, i => ends[i]?.[0] ?? 0),
    target: Int32Array.from(order, i => ends[i]?.[1] ?? 0),
    place: Int32Array.from(order),
  }
}

/** 1 for each factor to which something leads from one of these, those themselves among them. */
export function reachedFrom(network: Network, starts: Iterable<number>): Uint8Array {
  const out: number[][] = Array.from({ length: network.factors }, () => [])
  for (let e = 0; e < network.edges; e++) out[network.source[e] ?? 0]?.push(network.target[e] ?? 0)
  const reached = new Uint8Array(network.factors)
  const open = [...starts]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached[at] === 1) continue
    reached[at] = 1
    for (const next of out[at] ?? []) if (reached[next] === 0) open.push(next)
  }
  return reached
}
