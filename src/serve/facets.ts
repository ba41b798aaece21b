/** How many of the chosen facts there are of each kind of thing: what one can narrow by next. */
import type { Facts, SourcedKind } from '../record/facts.ts'
import type { Library } from './library.ts'

export interface FacetValue {
  value: string
  label: string
  count: number
}
export type Facets = { [name: string]: FacetValue[] }

/** The values of one fact, by facet. */
export function valuesOf(
  fact: Facts[SourcedKind],
  library: Library,
): { [name: string]: readonly (string | null)[] } {
  const outlets = fact.evidence.map(({ document }) => library.documents.get(document)?.outlet ?? null)
  const common = { outlet: outlets }
  if ('type' in fact) {
    const { type, status, states, issues, level, source, target } = fact
    return {
      ...common,
      type: [type],
      status: [status],
      states,
      issue: issues,
      level: [level],
      actor: [...source, ...target],
    }
  }
  if ('speaker' in fact) {
    const { actor, name, affiliation } = fact.speaker
    const state = actor === null ? null : (library.actors.get(actor)?.state ?? null)
    return {
      ...common,
      actor: [actor ?? name],
      affiliation: [affiliation],
      states: [state],
      issue: fact.issues,
      type: [fact.kind],
    }
  }
  if ('stance' in fact) {
    const state = library.actors.get(fact.actor)?.state ?? null
    return { ...common, actor: [fact.actor], states: [state], issue: [fact.issue], type: [fact.stance] }
  }
  if ('outcome' in fact) return { ...common, actor: [fact.by], status: [fact.outcome] }
  return { ...common, actor: [fact.claimedBy], cause: [fact.cause.factor], effect: [fact.effect.factor] }
}

function labelOf(name: string, value: string, library: Library, issues: ReadonlyMap<string, string>): string {
  if (name === 'issue') return issues.get(value) ?? value
  return library.actors.get(value)?.name ?? value
}

/** Most frequent first, then by code points. */
export function facetsOf<K extends SourcedKind>(_: K, facts: readonly Facts[K][], library: Library): Facets {
  const counts = new Map<string, Map<string, number>>()
  for (const fact of facts) {
    for (const [name, values] of Object.entries(valuesOf(fact, library))) {
      const facet = counts.get(name) ?? new Map<string, number>()
      counts.set(name, facet)
      for (const value of new Set(values)) if (value !== null) facet.set(value, (facet.get(value) ?? 0) + 1)
    }
  }
  const issues = new Map(library.list('issue').map(({ id, name }) => [id, name]))
  const sorted = ([name, facet]: [string, Map<string, number>]): [string, FacetValue[]] => [
    name,
    [...facet]
      .map(([value, count]) => ({ value, label: labelOf(name, value, library, issues), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ]
  return Object.fromEntries([...counts].map(sorted))
}
