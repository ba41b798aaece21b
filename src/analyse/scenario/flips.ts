/** What the directions hang on: an edge or an origin is taken out, and the scenario is run again. */
import type { DriverMap, Edge, Support } from '../map/types.ts'
import { drawAll, NONE, type Sides, tally } from './draws.ts'
import { kernelOf } from './kernel.ts'
import type { Network } from './network.ts'
import { run } from './run.ts'
import type { Direction, Flip, Plan } from './types.ts'
import { average, averages, drawWeights, originsOf, type Strength, strengthOf } from './weights.ts'

/** How far claims support one sign, less what denies it: the map's own belief. */
export type Believe = (supports: readonly Support[], denials: readonly Support[]) => number

/** Draws by which a suspected flip is looked at, and how many suspects are. */
const DRAWS = 200
const SUSPECTS = 80

interface Change {
  without: Flip['without']
  /** Strengths by place in the map; null: the edge is gone. */
  changed: ReadonlyMap<number, Strength | null>
}

function withoutOrigin(edge: Edge, origin: string, believe: Believe): Strength | null {
  const left = (supports: readonly Support[]) =>
    supports.flatMap(it => {
      const origins = it.origins.filter(other => other !== origin)
      return origins.length === 0 ? [] : [{ ...it, origins }]
    })
  const support = left(edge.support)
  const rivals = left(edge.rivals)
  const denials = left(edge.denials ?? [])
  const of = (side: readonly Support[], denied: number) =>
    side.length === 0
      ? 0
      : believe(
          side,
          denials.filter(it => it.sign === denied),
        )
  const belief = of(support, edge.sign)
  const rivalBelief = of(rivals, -edge.sign)
  if (belief === 0 && rivalBelief === 0) return null
  if (belief >= rivalBelief) return strengthOf({ sign: edge.sign, belief, rivalBelief, support, rivals })
  const sign = edge.sign === 1 ? -1 : 1
  return strengthOf({ sign, belief: rivalBelief, rivalBelief: belief, support: rivals, rivals: support })
}

/** Only an origin that some side of an edge rests on alone can turn anything. */
function originsAlone(edge: Edge): string[] {
  return [edge.support, edge.rivals].flatMap(side => {
    const origins = originsOf(side)
    return origins.size === 1 ? [...origins] : []
  })
}

function changesOf(map: DriverMap, network: Network, reached: Uint8Array, believe: Believe | null): Change[] {
  const places = [...network.place.keys()]
    .filter(e => reached[network.source[e] ?? 0] === 1)
    .map(e => network.place[e] ?? 0)
    .sort((a, b) => a - b)
  const changes: Change[] = []
  const byOrigin = new Map<string, number[]>()
  for (const place of places) {
    const edge = map.edges[place]
    if (edge === undefined) continue
    changes.push({ without: { edge: edge.id }, changed: new Map([[place, null]]) })
    if (believe === null) continue
    for (const origin of originsAlone(edge)) byOrigin.set(origin, [])
  }
  if (believe === null) return changes
  for (const place of places) {
    for (const origin of originsOf([
      ...(map.edges[place]?.support ?? []),
      ...(map.edges[place]?.rivals ?? []),
    ]))
      byOrigin.get(origin)?.push(place)
  }
  for (const [origin, touched] of byOrigin) {
    const changed = new Map<number, Strength | null>()
    for (const place of touched) {
      const edge = map.edges[place]
      if (edge !== undefined) changed.set(place, withoutOrigin(edge, origin, believe))
    }
    changes.push({ without: { origin }, changed })
  }
  return changes
}

export interface FlipsAsked {
  map: DriverMap
  network: Network
  strengths: readonly Strength[]
  plan: Plan
  held: Sides
  reached: Uint8Array
  /** Factors with a direction. */
  watched: readonly number[]
  /** Null: claims are not known, so only edges are taken out. */
  believe: Believe | null
}

const signOf = (value: number): number => (value > NONE ? 1 : value < -NONE ? -1 : 0)

function directionOf(up: number, down: number, draws: number, threshold: number): Direction | 'none' {
  if (up + down === 0) return 'none'
  if (100 * Math.max(up, down) < threshold * draws) return 'unclear'
  return up > down ? 'up' : 'down'
}

/** Per watched factor the edges and origins without which it would go another way, by the chosen variant. */
export function flipsOf(asked: FlipsAsked): Map<number, Flip[]> {
  const { map, network, strengths, plan, held, watched } = asked
  const kernel = kernelOf(plan.variant, plan.gain, plan.damping)
  const weights = averages(network, strengths)
  const meanOf = () => run(network, weights, kernel, held.held, held.against).mean
  const before = meanOf()
  const found = new Map<number, Flip[]>(watched.map(w => [w, []]))
  const edgeAt = new Map(Array.from(network.place, (place, e) => [place, e]))
  const suspects = changesOf(map, network, asked.reached, asked.believe).filter(({ changed }) => {
    const kept = weights.slice()
    for (const [place, strength] of changed)
      weights[edgeAt.get(place) ?? -1] = strength === null ? 0 : average(strength)
    const after = meanOf()
    weights.set(kept)
    return watched.some(w => signOf(after[w] ?? 0) !== signOf(before[w] ?? 0))
  })
  if (suspects.length === 0) return found
  const ids = map.edges.map(edge => edge.id)
  const draws = Math.min(DRAWS, plan.draws)
  const drawn = drawAll(network, strengths, ids, plan.seed, draws)
  const base = tally(network, drawn, plan, plan.variant, held, watched)
  for (const { without, changed } of suspects.slice(0, SUSPECTS)) {
    const others = drawn.map((row, e) => {
      const strength = changed.get(network.place[e] ?? 0)
      return strength === undefined ? row : drawnFor(network, e, ids, strength, plan.seed, draws)
    })
    const now = tally(network, others, plan, plan.variant, held, watched)
    const edges = [...changed.keys()].flatMap(place => map.edges[place] ?? [])
    watched.forEach((w, i) => {
      const was = directionOf(base.up[i] ?? 0, base.down[i] ?? 0, draws, plan.threshold)
      const to = directionOf(now.up[i] ?? 0, now.down[i] ?? 0, draws, plan.threshold)
      if (to !== was) found.get(w)?.push({ without, to, edges })
    })
  }
  return found
}

function drawnFor(
  network: Network,
  e: number,
  ids: readonly string[],
  strength: Strength | null,
  seed: number,
  draws: number,
): Float64Array {
  const row = new Float64Array(draws)
  if (strength === null) return row
  drawWeights(strength, seed, ids[network.place[e] ?? 0] ?? '', row)
  return row
}
