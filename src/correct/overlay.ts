/** The record as corrected: the last step on its way out. What the rules made stays as it is beneath. */
import type { Correction } from '../record/corrections.ts'
import {
  type FactKind,
  type Facts,
  listOf,
  type RecordSource,
  SOURCED,
  type SourcedKind,
} from '../record/facts.ts'
import type { Actor } from '../record/types.ts'
import { type Finder, makeFinder } from './bind.ts'
import type { Fate } from './fate.ts'
import { type Means, type Named, setField } from './fields.ts'
import { type Replayed, replay } from './replay.ts'

export interface Corrected {
  source: RecordSource
  /** In the order of the corrections. */
  fates: Fate[]
}

type ByFact = Map<string, Fate[]>

async function namedIn(source: RecordSource): Promise<Named> {
  const actors = new Map<string, Actor>()
  for await (const actor of source.facts('actor')) actors.set(actor.id, actor)
  const issues = new Set<string>()
  for await (const { id } of source.facts('issue')) issues.add(id)
  const factors = new Set<string>()
  for await (const { id } of source.facts('factor')) factors.add(id)
  return { actors, issues, factors }
}

/** The last word on whether it is there at all. */
function isRejected(fates: readonly Fate[]): boolean {
  const verdict = fates.findLast(({ correction: { act } }) => act.do === 'accept' || act.do === 'reject')
  return verdict?.correction.act.do === 'reject'
}

function withFields<K extends SourcedKind>(
  kind: K,
  fact: Facts[K],
  fates: readonly Fate[],
  means: Means,
  named: Named,
): Facts[K] {
  let now = fact
  for (const fate of fates) {
    const { act } = fate.correction
    if (act.do !== 'correct') continue
    const next = setField(kind, now, act, means, named)
    if (next === null) fate.state = 'lost'
    else now = next
  }
  return now
}

/** Facts of one kind that change: by id, the fact as corrected, null where it is rejected. */
async function changesOf<K extends SourcedKind>(
  source: RecordSource,
  kind: K,
  fates: readonly Fate[],
  means: Means,
  named: Named,
): Promise<Map<string, Facts[K] | null>> {
  const changes = new Map<string, Facts[K] | null>()
  const facts = await listOf(source.facts(kind))
  const byFact = bind(fates, makeFinder(facts))
  for (const fact of facts) {
    const own = byFact.get(fact.id)
    if (own === undefined) continue
    const corrected = withFields(kind, fact, own, means, named)
    if (isRejected(own)) changes.set(fact.id, null)
    else if (corrected !== fact) changes.set(fact.id, corrected)
  }
  return changes
}

function bind(fates: readonly Fate[], finder: Finder): ByFact {
  const byFact: ByFact = new Map()
  for (const fate of fates) {
    fate.fact = finder.find(fate.correction.fact)
    if (fate.correction.withdrawn !== null) continue
    fate.state = fate.fact === null ? 'lost' : 'applied'
    if (fate.fact === null) continue
    const own = byFact.get(fate.fact)
    if (own === undefined) byFact.set(fate.fact, [fate])
    else own.push(fate)
  }
  return byFact
}

type Changes = { [K in SourcedKind]?: Map<string, Facts[K] | null> }

/** What settled a forecast, as it stands today: a merged event has another id, and a rejected one settles nothing. */
function settledBy(
  fact: Facts[FactKind],
  { moved, rejected }: Replayed,
): Pick<Facts['forecast'], 'resolvedBy' | 'outcome'> | null {
  if (!('resolvedBy' in fact) || fact.resolvedBy === null) return null
  const { resolvedBy, outcome } = fact
  const now = moved.get(resolvedBy) ?? resolvedBy
  if (rejected.has(now)) return { resolvedBy: null, outcome: 'open' }
  return now === resolvedBy ? null : { resolvedBy: now, outcome }
}

function overlaid(source: RecordSource, replayed: Replayed | null, changes: Changes): RecordSource {
  const of: { readonly [kind: string]: ReadonlyMap<string, Facts[SourcedKind] | null> } = changes
  return {
    documents: () => source.documents(),
    heads: () => source.heads(),
    async *facts<K extends FactKind>(kind: K): AsyncGenerator<Facts[K]> {
      const lists: { [L in FactKind]?: readonly Facts[L][] } =
        replayed === null ? {} : { event: replayed.events }
      const list = lists[kind]
      if (list !== undefined) return yield* list
      const changed = of[kind]
      for await (const fact of source.facts(kind)) {
        const now = changed?.get(fact.id)
        if (now === null) continue
        const settled = replayed === null ? null : settledBy(now ?? fact, replayed)
        if (now === undefined && settled === null) yield fact
        else yield Object.assign({}, fact, now, settled)
      }
    },
  }
}

/** Lays corrections over a record, in the order in which they were made. */
export async function correct(
  source: RecordSource,
  corrections: readonly Correction[],
  means: Means,
): Promise<Corrected> {
  const fates = corrections.map(
    (correction): Fate => ({
      correction,
      fact: null,
      state: correction.withdrawn === null ? 'lost' : 'withdrawn',
    }),
  )
  if (fates.length === 0) return { source, fates }
  const named = await namedIn(source)
  const changes: Changes = {}
  let replayed: Replayed | null = null
  for (const kind of SOURCED) {
    const own = fates.filter(({ correction }) => correction.fact.kind === kind)
    if (own.length === 0) continue
    if (kind === 'event') replayed = replay(await listOf(source.facts('event')), own, means, named)
    else Object.assign(changes, { [kind]: await changesOf(source, kind, own, means, named) })
  }
  return { source: overlaid(source, replayed, changes), fates }
}
