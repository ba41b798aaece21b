/** A result as it is printed and handed on: per cents and directions, each edge with its sentences, no bare numbers. */

import type { Passage } from '../../record/types.ts'
import type { DriverMap, Edge, Support } from '../map/types.ts'
import { monthOf, monthText } from './months.ts'
import type {
  Direction,
  Ending,
  FactorAnswer,
  Flip,
  Plan,
  ScenarioResult,
  Setting,
  Variant,
  VariantShare,
} from './types.ts'
import { average, originsOf, strengthOf } from './weights.ts'

export interface EdgeRow {
  edge: string
  cause: string
  effect: string
  sign: '+' | '-'
  /** Per cent: belief in this sign and in the opposite one, and the strength that they give on average. */
  belief: number
  against: number
  strength: number
  /** Independent origins. */
  origins: number
  drivers: string[]
  evidence: Passage[]
}

export interface PathRow {
  push: 'up' | 'down'
  edges: EdgeRow[]
}

export interface FlipRow {
  /** One of both. */
  edge: string | null
  origin: string | null
  to: Direction | 'none'
  /** What would be gone, or changed. */
  edges: string[]
  evidence: Passage[]
}

export interface FactorRow {
  factor: string
  name: string
  direction: Direction
  leaning: 'up' | 'down'
  stability: number
  /** Per cent: belief in the weakest edge of the best path that leans so; 0 where there is none. */
  belief: number
  rank: number
  rankStability: number
  /** Against the comparison, one a step. */
  course: ('up' | 'down' | 'same')[]
  variants: readonly VariantShare[]
  disagreements: readonly Variant[]
  paths: PathRow[]
  flips: FlipRow[]
}

export interface SettingRow {
  factor: string
  level: number
  /** YYYY-MM, else the step's number from 1. */
  from: string
  to: string
}

const percent = (share: number): number => Math.round(100 * share)

function passagesIn(supports: readonly Support[]): Passage[] {
  const seen = new Set<string>()
  return supports
    .flatMap(it => it.evidence)
    .filter(({ document, start, end }) => {
      const key = `${document} ${start} ${end}`
      return !seen.has(key) && seen.add(key)
    })
}

export function edgeRow(edge: Edge): EdgeRow {
  return {
    edge: edge.id,
    cause: edge.cause,
    effect: edge.effect,
    sign: edge.sign > 0 ? '+' : '-',
    belief: percent(edge.belief),
    against: percent(edge.rivalBelief),
    strength: percent(Math.abs(average(strengthOf(edge)))),
    origins: originsOf(edge.support).size,
    drivers: edge.support.map(it => it.driver),
    evidence: passagesIn(edge.support),
  }
}

/** The sentences that would be lost: those of the edge, or what the origin says of these edges. */
function lost({ without, edges }: Flip): Passage[] {
  if ('edge' in without) return passagesIn(edges.flatMap(edge => edge.support))
  const { origin } = without
  const own = edges
    .flatMap(edge => [...edge.support, ...edge.rivals])
    .filter(it => it.origins.includes(origin))
  const passages = passagesIn(own)
  const first = passages.filter(it => it.document === origin)
  return first.length > 0 ? first : passages
}

function flipRow(flip: Flip): FlipRow {
  return {
    edge: 'edge' in flip.without ? flip.without.edge : null,
    origin: 'origin' in flip.without ? flip.without.origin : null,
    to: flip.to,
    edges: flip.edges.map(edge => edge.id),
    evidence: lost(flip),
  }
}

/** A difference of less than a thousandth of the scale is not seen. */
const SEEN = 1e-3

export function rowOf(answer: FactorAnswer): FactorRow {
  const { course, paths, flips, ...rest } = answer
  const best = paths
    .filter(it => it.push === rest.leaning)
    .map(it => Math.min(...it.edges.map(edge => edge.belief)))
  return {
    ...rest,
    belief: percent(Math.max(0, ...best)),
    course: course.map(value => (value > SEEN ? 'up' : value < -SEEN ? 'down' : 'same')),
    paths: paths.map(({ push, edges }) => ({ push, edges: edges.map(edgeRow) })),
    flips: flips.map(flipRow),
  }
}

export function settingRow({ factor, level, first, last }: Setting, from: string | null): SettingRow {
  const start = from === null ? null : monthOf(from)
  const name = (step: number) => (start === null ? String(step + 1) : monthText(start + step))
  return { factor, level, from: name(first), to: name(last) }
}

const plainEnding = (ending: Ending) => ({
  outcome: ending.outcome,
  ...(ending.outcome === 'cycle' ? { cycle: ending.length } : {}),
})

/** The one JSON value of a scenario. */
export function plainResult(result: ScenarioResult, map: DriverMap, from: string | null): object {
  const { plan, ending, variants, contraction, factors, unmoved } = result
  return {
    ...plainEnding(ending),
    scenario: plainPlan(plan, from),
    variants: variants.map(({ variant, ending: its }) => ({ ...variant, ...plainEnding(its) })),
    oneFixedPoint: contraction.met,
    map: { factors: map.factors.length, edges: map.edges.length },
    factors: factors.map(rowOf),
    unmoved,
  }
}

function plainPlan(plan: Plan, from: string | null): object {
  const { settings, against, variant, ...rest } = plan
  return {
    set: settings.map(it => settingRow(it, from)),
    against: against.map(it => settingRow(it, from)),
    from,
    ...variant,
    ...rest,
  }
}
