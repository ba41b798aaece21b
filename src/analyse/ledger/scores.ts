/** How well groups of forecasts did, each with its intervals and beside baselines. */
import { byCodePoint } from '../../record/ids.ts'
import { makeRandom } from '../random.ts'
import { type Bin, brier, calibration, logScore, type Murphy, murphy, rateOf } from './measures.ts'
import type { Entry, Grouping, Scored } from './types.ts'

export type Range = [low: number, high: number]

/** Fewer settled forecasts than this have no rank. */
export const RANKED = 5

export interface Score {
  name: string
  /** Of people; `base rate` and `persistence` are what they are held against. */
  baseline: boolean
  /** Settled and with a probability. */
  n: number
  /** All forecasts of the group. */
  of: number
  brier: number | null
  brierRange: Range | null
  log: number | null
  logRange: Range | null
  /** Share that came. */
  rate: number | null
  /** 1 − Brier ÷ that of the base rate: above 0 is better than the base rate. */
  skill: number | null
  calibration: Bin[]
  murphy: Murphy | null
  /** By Brier score among groups with five or more; null where there are fewer. */
  rank: number | null
  entries: readonly Entry[]
}

export interface Draws {
  draws: number
  seed: number
}

export function scoredOf({ forecast: { probability }, outcome }: Entry): Scored | null {
  if (probability === null || (outcome !== 'happened' && outcome !== 'did-not-happen')) return null
  return { probability, came: outcome === 'happened' ? 1 : 0 }
}

/** The middle 95 % over bootstrap samples (Efron 1979). */
function ranges(scored: readonly Scored[], { draws, seed }: Draws): { brier: Range; log: Range } {
  const random = makeRandom(seed)
  const briers: number[] = []
  const logs: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const sample = scored.map((it, _, all) => all[random.below(all.length)] ?? it)
    briers.push(brier(sample))
    logs.push(logScore(sample))
  }
  const middle = (values: number[]): Range => {
    values.sort((a, b) => a - b)
    const at = (share: number): number =>
      values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0
    return [at(0.025), at(0.975)]
  }
  return { brier: middle(briers), log: middle(logs) }
}

/** `prior`: the share that came among all that is scored. */
export function scoreOf(name: string, scored: readonly Scored[], prior: number | null, how: Draws): Score {
  const bare = {
    name,
    baseline: false,
    n: scored.length,
    of: scored.length,
    calibration: [],
    murphy: null,
    rank: null,
    entries: [],
  }
  if (scored.length === 0)
    return { ...bare, brier: null, brierRange: null, log: null, logRange: null, rate: null, skill: null }
  const range = scored.length < 2 || how.draws === 0 ? null : ranges(scored, how)
  const own = brier(scored)
  const base = prior === null ? null : brier(scored.map(({ came }) => ({ came, probability: prior })))
  return {
    ...bare,
    brier: own,
    brierRange: range?.brier ?? null,
    log: logScore(scored),
    logRange: range?.log ?? null,
    rate: rateOf(scored),
    skill: base === null || base === 0 ? null : 1 - own / base,
    calibration: calibration(scored),
    murphy: murphy(scored),
  }
}

function groupNames(entry: Entry, by: Grouping | null): readonly string[] {
  if (by === null) return ['all']
  return by === 'outlet' ? entry.outlets : [entry[by]]
}

/** Everybody gets a rank who has five settled forecasts; the best Brier score first. */
function ranked(scores: readonly Score[]): Score[] {
  const able = scores.filter(({ n }) => n >= RANKED).sort((a, b) => (a.brier ?? 1) - (b.brier ?? 1))
  const rank = new Map(able.map((it, i) => [it, i + 1]))
  return scores
    .map(it => ({ ...it, rank: able.length > 1 ? (rank.get(it) ?? null) : null }))
    .sort(
      (a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || b.n - a.n || b.of - a.of || byCodePoint(a.name, b.name),
    )
}

/** What would have been scored by saying each time how often the other forecasts came true. */
function baseRate(scored: readonly Scored[], how: Draws): Score[] {
  if (scored.length < 2) return []
  const came = scored.filter(it => it.came === 1).length
  const others = scored.map(it => ({ came: it.came, probability: (came - it.came) / (scored.length - 1) }))
  return [{ ...scoreOf('base rate of the others', others, null, how), baseline: true }]
}

/** `naive`: forecasts of a rule that knows nothing but the index, scored beside the people. */
export function scoresOf(
  entries: readonly Entry[],
  by: Grouping | null,
  how: Draws,
  naive: { name: string; scored: readonly Scored[] } | null = null,
): Score[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const name of groupNames(entry, by)) {
      const own = groups.get(name)
      if (own === undefined) groups.set(name, [entry])
      else own.push(entry)
    }
  }
  const all = entries.flatMap(entry => scoredOf(entry) ?? [])
  const prior = all.length === 0 ? null : rateOf(all)
  const scores = [...groups].map(([name, own]) => ({
    ...scoreOf(
      name,
      own.flatMap(entry => scoredOf(entry) ?? []),
      prior,
      how,
    ),
    of: own.length,
    entries: own,
  }))
  const persistence =
    naive === null || naive.scored.length === 0
      ? []
      : [{ ...scoreOf(naive.name, naive.scored, null, how), baseline: true }]
  return [...ranked(scores), ...baseRate(all, how), ...persistence]
}
