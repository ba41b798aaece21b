/** What a person should look at first, and how often the rules were right where a person looked. */
import type { About, Correction } from '../record/corrections.ts'
import { type Facts, type RecordSource, SOURCED, type SourcedKind } from '../record/facts.ts'
import type { Fate } from './fate.ts'

export interface Waiting<K extends SourcedKind = SourcedKind> {
  kind: K
  fact: Facts[K]
  /** Uncertainty by consequence. */
  weight: number
}

/** How much hangs on one fact of a kind, by itself; an event's intensity comes to it. */
const WEIGHTS: { readonly [K in SourcedKind]: number } = {
  event: 0.5,
  position: 0.6,
  forecast: 0.5,
  driver: 0.5,
  statement: 0.3,
}

/** The full range of PLOVER's intensities, from nothing to either end. */
const INTENSITY = 10

function weightOf(kind: SourcedKind, fact: Facts[SourcedKind]): number {
  const deed = 'intensity' in fact ? (0.5 * Math.abs(fact.intensity)) / INTENSITY : 0
  // Many documents that tell it make it weigh more for the reader, and more would be wrong with it.
  const documents = new Set(fact.evidence.map(({ document }) => document)).size
  const spread = Math.log2(1 + documents)
  return (1 - fact.confidence) * (WEIGHTS[kind] + deed) * spread
}

/** A note or a tag says nothing of whether it is right. */
const reviewed = ({ correction: { act }, state }: Fate): boolean =>
  state === 'applied' && act.do !== 'note' && act.do !== 'tag'

/** The facts on which nobody has spoken, the least certain and most consequential first. */
export async function queueOf(source: RecordSource, fates: readonly Fate[]): Promise<Waiting[]> {
  const done = new Set(fates.filter(reviewed).map(({ fact }) => fact))
  const queue: Waiting[] = []
  for (const kind of SOURCED)
    for await (const fact of source.facts(kind))
      if (!done.has(fact.id)) queue.push({ kind, fact, weight: weightOf(kind, fact) })
  return queue.sort((a, b) => b.weight - a.weight || (a.fact.id < b.fact.id ? -1 : 1))
}

export interface Accuracy {
  kind: SourcedKind
  reviewed: number
  /** Accepted as the rules made them. */
  right: number
  /** Of those reviewed, what the rules' own confidence leads one to expect; null where none is. */
  expected: number | null
}

/** Those that change what the rules made of it. */
const CHANGES: readonly Correction['act']['do'][] = ['correct', 'merge', 'split']

/** True where a person accepted it as it was, false where it was changed or rejected, null where neither. */
function verdictOf(corrections: readonly Correction[]): boolean | null {
  if (corrections.some(({ act }) => CHANGES.includes(act.do))) return false
  const last = corrections.findLast(({ act }) => act.do === 'accept' || act.do === 'reject')
  return last === undefined ? null : last.act.do === 'accept'
}

/**
 * How many of the facts that were reviewed were right, by kind. Facts that the rules no longer make count as well:
 * they were right or wrong when they were looked at. Of two that were merged neither was right as it stood; what was
 * split off by hand is none of the rules' own.
 */
export function accuracyOf(corrections: readonly Correction[]): Accuracy[] {
  const held = corrections.filter(({ withdrawn }) => withdrawn === null)
  const byHand = new Set(held.map(({ act }) => (act.do === 'split' ? act.into : '')))
  const byFact = new Map<string, { about: About; own: Correction[] }>()
  for (const correction of held) {
    const { act, fact } = correction
    for (const about of act.do === 'merge' ? [fact, act.with] : [fact]) {
      const key = `${about.kind} ${about.id}`
      const own = byFact.get(key)?.own ?? []
      if (!byHand.has(about.id)) byFact.set(key, { about, own: [...own, correction] })
    }
  }
  const looked = [...byFact.values()].flatMap(({ about, own }) => {
    const isRight = verdictOf(own)
    return isRight === null ? [] : [{ ...about, isRight }]
  })
  return SOURCED.map(kind => {
    const own = looked.filter(fact => fact.kind === kind)
    const sum = own.reduce((total, { confidence }) => total + confidence, 0)
    return {
      kind,
      reviewed: own.length,
      right: own.filter(({ isRight }) => isRight).length,
      expected: own.length === 0 ? null : sum / own.length,
    }
  })
}
