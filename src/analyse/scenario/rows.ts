/** A result as it is printed and handed on: per cents and directions, each edge with its sentences, no bare numbers. */

import { byCodePoint } from '../../record/ids.ts'
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
import { average, type Side, strengthOf } from './weights.ts'

export interface EdgeRow {
  edge: string
  cause: string
  effect: string
  causeName: string
  effectName: string
  sign: '+' | '-'
  /** Per cent: belief in this sign and in the opposite one, and the strength that they give on average. */
  belief: number
  against: number
  strength: number
  /** What its weight is drawn from: "Beta(2.60, 1.40)"; against it in so many draws. */
  drawn: string
  drawnAgainst: string | null
  /** Independent origins. */
  origins: number
  /** How many sentences state it; the first of them. */
  passages: number
  evidence: Passage[]
  /** The first sentences of the opposite. */
  evidenceAgainst: Passage[]
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

const beta = ({ alpha, beta: b }: Side): string => `Beta(${alpha.toFixed(2)}, ${b.toFixed(2)})`

export type Naming = (factor: string) => string

export function namesIn(map: DriverMap): Naming {
  const names = new Map(map.factors.map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? id
}

/** Sentences that stand with each edge of a path; all are in the list of edges. */
const SHOWN = 5

export type EdgeRows = (edge: Edge) => EdgeRow

/** Makes each edge's row once, however many paths it lies on. */
export function edgeRowsOf(map: DriverMap): EdgeRows {
  const name = namesIn(map)
  const rows = new Map<string, EdgeRow>()
  return edge => {
    const row = rows.get(edge.id) ?? edgeRow(edge, name)
    rows.set(edge.id, row)
    return row
  }
}

function edgeRow(edge: Edge, name: Naming): EdgeRow {
  const strength = strengthOf(edge)
  const { side, rival, sure } = strength
  const evidence = passagesIn(edge.support)
  return {
    edge: edge.id,
    cause: edge.cause,
    effect: edge.effect,
    causeName: name(edge.cause),
    effectName: name(edge.effect),
    sign: edge.sign > 0 ? '+' : '-',
    belief: percent(edge.belief),
    against: percent(edge.rivalBelief),
    strength: percent(Math.abs(average(strength))),
    drawn: beta(side),
    drawnAgainst: rival === null ? null : `${beta(rival)} in ${percent(1 - sure)} % of draws`,
    origins: side.origins,
    passages: evidence.length,
    evidence: evidence.slice(0, SHOWN),
    evidenceAgainst: passagesIn(edge.rivals).slice(0, SHOWN),
  }
}

/** The sentences that would be lost: those of the edge, or what the origin says of these edges. */
function lost({ without, edges }: Flip): Passage[] {
  if ('edge' in without) return passagesIn(edges.flatMap(edge => edge.support)).slice(0, SHOWN)
  const { origin } = without
  const own = edges
    .flatMap(edge => [...edge.support, ...edge.rivals])
    .filter(it => it.origins.includes(origin))
  const passages = passagesIn(own)
  const first = passages.filter(it => it.document === origin)
  return (first.length > 0 ? first : passages).slice(0, SHOWN)
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

export function rowOf(answer: FactorAnswer, edgeRow: EdgeRows): FactorRow {
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
  const rows = edgeRowsOf(map)
  return {
    ...plainEnding(ending),
    scenario: plainPlan(plan, from),
    variants: variants.map(({ variant, ending: its }) => ({ ...variant, ...plainEnding(its) })),
    oneFixedPoint: contraction.met,
    map: { factors: map.factors.length, edges: map.edges.length },
    factors: factors.map(it => rowOf(it, rows)),
    edges: usedEdges(factors).map(plainEdge),
    unmoved,
  }
}

/** All that paths lead along or directions hang on, in the map's order. */
function usedEdges(factors: readonly FactorAnswer[]): Edge[] {
  const used = factors.flatMap(({ paths, flips }) => [...paths, ...flips].flatMap(it => it.edges))
  return [...new Set(used)].sort((a, b) => byCodePoint(a.id, b.id))
}

/** An edge with all that is claimed for it and against it. */
function plainEdge({ id, support, rivals }: Edge): object {
  return {
    edge: id,
    drivers: support.map(it => it.driver),
    evidence: passagesIn(support),
    against: rivals.map(it => it.driver),
    evidenceAgainst: passagesIn(rivals),
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
