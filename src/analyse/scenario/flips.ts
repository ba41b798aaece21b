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
const DRAWS = 100
const SUSPECTS = 60

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

/** Changes that turn a sign under mean weights, or take away more than half of an effect; what turns most comes first. */
function suspectsOf(asked: FlipsAsked): Change[] {
  const { map, network, strengths, plan, held, watched } = asked
  const kernel = kernelOf(plan.variant, plan.gain, plan.damping)
  const usual = averages(network, strengths)
  const weights = usual.slice()
  const edgeAt = new Map(Array.from(network.place, (place, e) => [place, e]))
  const meanOf = () => run(network, weights, kernel, held.held, held.against).mean
  const before = meanOf()
  const turned = (after: Float64Array) => (w: number) =>
    signOf(after[w] ?? 0) !== signOf(before[w] ?? 0) || Math.abs(after[w] ?? 0) < Math.abs(before[w] ?? 0) / 2
  return changesOf(map, network, asked.reached, asked.believe)
    .map(change => {
      weights.set(usual)
      for (const [place, strength] of change.changed)
        weights[edgeAt.get(place) ?? -1] = strength === null ? 0 : average(strength)
      return { change, turns: watched.filter(turned(meanOf())).length }
    })
    .filter(({ turns }) => turns > 0)
    .sort((a, b) => b.turns - a.turns)
    .slice(0, SUSPECTS)
    .map(({ change }) => change)
}

/** Per watched factor the edges and origins without which it would go another way, by the chosen variant. */
export function flipsOf(asked: FlipsAsked): Map<number, Flip[]> {
  const { map, network, strengths, plan, held, watched } = asked
  const found = new Map<number, Flip[]>(watched.map(w => [w, []]))
  const suspects = suspectsOf(asked)
  if (suspects.length === 0) return found
  const ids = map.edges.map(edge => edge.id)
  const draws = Math.min(DRAWS, plan.draws)
  const drawn = drawAll(network, strengths, ids, plan.seed, draws)
  const directions = (rows: readonly Float64Array[]) => {
    const { up, down } = tally(network, rows, plan, plan.variant, held, watched)
    return watched.map((_, i) => directionOf(up[i] ?? 0, down[i] ?? 0, draws, plan.threshold))
  }
  const before = directions(drawn)
  for (const { without, changed } of suspects) {
    const others = drawn.map((row, e) => {
      const strength = changed.get(network.place[e] ?? 0)
      return strength === undefined ? row : drawnFor(network, e, ids, strength, plan.seed, draws)
    })
    const edges = [...changed.keys()].flatMap(place => map.edges[place] ?? [])
    for (const [i, to] of directions(others).entries())
      if (to !== before[i] && before[i] !== 'unclear')
        found.get(watched[i] ?? -1)?.push({ without, to, edges })
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
