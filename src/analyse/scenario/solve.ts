/** Runs a scenario on a map: how it ends, which way each factor goes, how surely, by which edges. */
import type { DriverMap } from '../map/types.ts'
import { contractionOf } from './contraction.ts'
import { drawAll, type Sides, type Tally, tally, variantsOf } from './draws.ts'
import { endingOf } from './ending.ts'
import { type Believe, flipsOf } from './flips.ts'
import { heldBy, kernelOf } from './kernel.ts'
import { type Network, networkOf, reachedFrom } from './network.ts'
import { pathsFrom } from './paths.ts'
import { type Ranks, ranksOf } from './ranks.ts'
import { run } from './run.ts'
import type { Direction, FactorAnswer, Flip, Path, Plan, ScenarioResult, Setting, Variant } from './types.ts'
import { averages, carried, type Strength, strengthOf } from './weights.ts'

/** Paths that are told of each factor. */
const PATHS = 3

/** What is set to another level than in the comparison, with the direction of the difference. */
function pushes({ settings, against }: Plan): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (list: readonly Setting[], sign: number) => {
    for (const { factor, level, first, last } of list)
      sums.set(factor, (sums.get(factor) ?? 0) + sign * level * (last - first + 1))
  }
  add(settings, 1)
  add(against, -1)
  return new Map([...sums].map(([factor, sum]) => [factor, Math.sign(sum)]))
}

function endings(network: Network, weights: Float64Array, plan: Plan, held: Sides) {
  return variantsOf(plan.variant).map(variant => {
    const kernel = kernelOf(variant, plan.gain, plan.damping)
    const { state, today } = run(network, weights, kernel, held.held, held.against)
    return { variant, ending: endingOf(network, weights, kernel, held.held.at(-1) ?? null, today, state) }
  })
}

const percent = (part: number, whole: number): number => Math.floor((100 * part) / Math.max(1, whole))

interface Leaning {
  leaning: 'up' | 'down'
  stability: number
  direction: Direction
  disagreements: Variant[]
}

/** Which way most draws go; unclear below the threshold, or where the chosen variant says otherwise. */
function leaningOf(tallies: readonly Tally[], w: number, draws: number, threshold: number): Leaning {
  const sum = (of: 'up' | 'down') => tallies.reduce((all, it) => all + (it[of][w] ?? 0), 0)
  const leaning = sum('up') >= sum('down') ? 'up' : 'down'
  const stability = percent(sum(leaning), draws * tallies.length)
  const says = (it: Tally) => percent(it[leaning][w] ?? 0, draws)
  const chosen = tallies[0]
  const clear = stability >= threshold && chosen !== undefined && says(chosen) >= threshold
  const disagreements = tallies.filter(it => says(it) < threshold).map(it => it.variant)
  return {
    leaning,
    stability,
    direction: clear ? leaning : 'unclear',
    // Where all say the same, that it is unclear, nobody disagrees.
    disagreements: disagreements.length === tallies.length ? [] : disagreements,
  }
}

interface Worked {
  map: DriverMap
  network: Network
  plan: Plan
  tallies: readonly Tally[]
  ranks: Ranks
  steps: Float64Array
  paths: ReadonlyMap<string, Path[]>
}

function answerOf(it: Worked, w: number, factor: number): FactorAnswer {
  const { map, network, plan, tallies, ranks } = it
  const id = network.ids[factor] ?? ''
  return {
    factor: id,
    name: map.factors[factor]?.name ?? id,
    ...leaningOf(tallies, w, plan.draws, plan.threshold),
    rank: ranks.rank[w] ?? 0,
    rankStability: Math.floor(100 * (ranks.stability[w] ?? 0)),
    course: Array.from({ length: plan.steps }, (_, t) => it.steps[t * network.factors + factor] ?? 0),
    variants: tallies.map(({ variant, up, down }) => ({
      ...variant,
      up: percent(up[w] ?? 0, plan.draws),
      down: percent(down[w] ?? 0, plan.draws),
    })),
    paths: it.paths.get(id) ?? [],
    flips: [],
  }
}

/**
 * Solves the plan. `believe` is how the map believes claims; without it no origin is taken out, only edges. Equal maps,
 * plans and seeds give equal results.
 */
export function solve(map: DriverMap, plan: Plan, believe: Believe | null): ScenarioResult {
  const network = networkOf(map)
  const strengths: Strength[] = map.edges.map(strengthOf)
  const weights = averages(network, strengths)
  const held: Sides = {
    held: heldBy(plan.settings, network, plan.steps),
    against: plan.against.length === 0 ? null : heldBy(plan.against, network, plan.steps),
  }
  const sources = pushes(plan)
  const set = new Set([...sources.keys()].map(id => network.indexOf.get(id) ?? -1))
  const reached = reachedFrom(network, set)
  const watched = [...network.ids.keys()].filter(i => reached[i] === 1 && !set.has(i))
  const ids = map.edges.map(edge => edge.id)
  const drawn = drawAll(network, strengths, ids, plan.seed, plan.draws)
  const tallies = variantsOf(plan.variant).map(variant => tally(network, drawn, plan, variant, held, watched))
  const kernel = kernelOf(plan.variant, plan.gain, plan.damping)
  const { steps } = run(network, weights, kernel, held.held, held.against, true)
  const paths = pathsFrom(sources, map.edges, strengths.map(carried), PATHS)
  const worked: Worked = { map, network, plan, tallies, ranks: ranksOf(tallies), steps, paths }
  const answers = watched.map((factor, w) => answerOf(worked, w, factor))
  const sure = watched.filter((_, w) => answers[w]?.direction !== 'unclear')
  const flips = flipsOf({ map, network, strengths, plan, held, reached, watched: sure, believe })
  const ends = endings(network, weights, plan, held)
  return {
    plan,
    ending: ends[0]?.ending ?? { outcome: 'no convergence', after: 0 },
    variants: ends,
    contraction: contractionOf(network, weights, kernel, held.held.at(-1) ?? null),
    factors: answers
      .map((answer, w): FactorAnswer => ({ ...answer, flips: sorted(flips.get(watched[w] ?? -1) ?? []) }))
      .sort((a, b) => a.rank - b.rank),
    unmoved: network.ids.filter((_, i) => reached[i] === 0),
  }
}

/** Edges before origins. */
function sorted(flips: readonly Flip[]): Flip[] {
  return [...flips.filter(it => 'edge' in it.without), ...flips.filter(it => 'origin' in it.without)]
}
