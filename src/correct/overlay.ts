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
import { type Means, type Named, setField } from './fields.ts'

/** What became of a correction. `lost`: nothing in the record can be meant by it, or its value no longer fits. */
export interface Fate {
  correction: Correction
  /** Id of the fact that it speaks of today. */
  fact: string | null
  state: 'applied' | 'lost' | 'withdrawn'
}

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
  if (fates.length === 0) return changes
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

/** A forecast that a rejected event had settled is open again. */
function unsettled(fact: Facts[FactKind], rejected: ReadonlySet<string>): boolean {
  return 'resolvedBy' in fact && fact.resolvedBy !== null && rejected.has(fact.resolvedBy)
}

function overlaid(source: RecordSource, changes: Changes): RecordSource {
  const rejected = new Set([...(changes.event ?? [])].flatMap(([id, fact]) => (fact === null ? [id] : [])))
  const of: { readonly [kind: string]: ReadonlyMap<string, Facts[SourcedKind] | null> } = changes
  return {
    documents: () => source.documents(),
    heads: () => source.heads(),
    async *facts<K extends FactKind>(kind: K): AsyncGenerator<Facts[K]> {
      const changed = of[kind]
      for await (const fact of source.facts(kind)) {
        const now = changed?.get(fact.id)
        if (now === null) continue
        const isOpen = unsettled(now ?? fact, rejected)
        if (now === undefined && !isOpen) yield fact
        else yield Object.assign({}, fact, now, isOpen ? { resolvedBy: null, outcome: 'open' } : {})
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
  for (const kind of SOURCED) {
    const own = fates.filter(({ correction }) => correction.fact.kind === kind)
    Object.assign(changes, { [kind]: await changesOf(source, kind, own, means, named) })
  }
  return { source: overlaid(source, changes), fates }
}
