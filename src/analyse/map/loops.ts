/** Loops: ways from a factor back to itself. Reinforcing ones feed a change, balancing ones check it. */
import { byCodePoint } from '../../record/ids.ts'
import type { DriverMap, Edge } from './types.ts'

export interface Loop {
  kind: 'reinforcing' | 'balancing'
  /** In their order, from the factor whose id is first; each edge's effect is the next one's cause. */
  edges: readonly Edge[]
  /** Product of the edges' beliefs: that all of them hold, were they independent. */
  belief: number
  weakest: Edge
}

export interface Loops {
  /** Shorter ones first, then by the ids of their factors. */
  loops: readonly Loop[]
  /** There are more, or longer ones may be: the bounds were reached. */
  cut: boolean
}

export interface LoopBounds {
  /** Edges of a loop at most. */
  length: number
  /** Loops at most. */
  count: number
  /** Edges looked at, at most. */
  steps: number
}

export const LOOP_BOUNDS: LoopBounds = { length: 6, count: 500, steps: 2_000_000 }

/** Each simple cycle once, found from its first factor: by length, so that a bound leaves out the longest. */
export function loopsOf({ factors, edges }: DriverMap, bounds: LoopBounds = LOOP_BOUNDS): Loops {
  const from = new Map<string, Edge[]>(factors.map(({ id }) => [id, []]))
  const into = new Map<string, Edge[]>(factors.map(({ id }) => [id, []]))
  for (const edge of edges) {
    from.get(edge.cause)?.push(edge)
    into.get(edge.effect)?.push(edge)
  }
  const ids = factors.map(({ id }) => id).sort(byCodePoint)
  const search: Search = { from, bounds, steps: 0, loops: [] }
  for (let length = 2; length <= bounds.length; length++)
    for (const id of ids) {
      const home = distances(into, id, length)
      const first: Walk = { start: id, home, length, path: [], on: new Set([id]) }
      if (!walk(search, first, id)) return { loops: search.loops, cut: true }
    }
  return { loops: search.loops, cut: false }
}

interface Search {
  from: ReadonlyMap<string, readonly Edge[]>
  bounds: LoopBounds
  steps: number
  loops: Loop[]
}

interface Walk {
  start: string
  /** Least number of edges from a factor back to the start. */
  home: ReadonlyMap<string, number>
  length: number
  path: Edge[]
  on: Set<string>
}

/** False: a bound was reached. */
function walk(search: Search, it: Walk, at: string): boolean {
  for (const edge of search.from.get(at) ?? []) {
    if (search.steps++ >= search.bounds.steps) return false
    const left = it.length - it.path.length - 1
    if (edge.effect === it.start) {
      if (left > 0) continue
      if (search.loops.length >= search.bounds.count) return false
      search.loops.push(loop([...it.path, edge]))
      continue
    }
    // A loop is found from its first factor alone.
    if (edge.effect < it.start || it.on.has(edge.effect)) continue
    if ((it.home.get(edge.effect) ?? Number.POSITIVE_INFINITY) > left) continue
    it.path.push(edge)
    it.on.add(edge.effect)
    const whole = walk(search, it, edge.effect)
    it.path.pop()
    it.on.delete(edge.effect)
    if (!whole) return false
  }
  return true
}

function loop(edges: readonly Edge[]): Loop {
  const [first] = edges
  if (first === undefined) throw new RangeError('a loop without edges')
  return {
    kind: edges.reduce((sign, edge) => sign * edge.sign, 1) > 0 ? 'reinforcing' : 'balancing',
    edges,
    belief: edges.reduce((product, edge) => product * edge.belief, 1),
    weakest: edges.reduce((least, edge) => (edge.belief < least.belief ? edge : least), first),
  }
}

/** Backwards from the start, over factors that come after it, as far as a loop of this length reaches. */
function distances(
  into: ReadonlyMap<string, readonly Edge[]>,
  start: string,
  length: number,
): Map<string, number> {
  const found = new Map([[start, 0]])
  const queue = [start]
  for (const id of queue) {
    const next = (found.get(id) ?? 0) + 1
    if (next >= length) break
    for (const { cause } of into.get(id) ?? [])
      if (cause >= start && !found.has(cause)) {
        found.set(cause, next)
        queue.push(cause)
      }
  }
  return found
}
