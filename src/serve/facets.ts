/** How many of the chosen facts there are of each kind of thing: what one can narrow by next. */
import type { Facts, SourcedKind } from '../record/facts.ts'
import type { Library } from './library.ts'

export interface FacetValue {
  value: string
  label: string
  count: number
}
export type Facets = { [name: string]: FacetValue[] }

type Values = readonly (string | null)[]
type Getter<K extends SourcedKind> = (fact: Facts[K], library: Library) => Values

const outlet: Getter<SourcedKind> = ({ evidence }, { documents }) =>
  evidence.map(({ document }) => documents.get(document)?.outlet ?? null)

const stateOf = (actor: string | null, { actors }: Library): Values => [
  actor === null ? null : (actors.get(actor)?.state ?? null),
]

const tag: Getter<SourcedKind> = ({ id }, { tags }) => tags.get(id) ?? []

/** What a fact of each kind has, by facet. */
const FACETS: { readonly [K in SourcedKind]: { readonly [name: string]: Getter<K> } } = {
  event: {
    outlet,
    tag,
    type: ({ type }) => [type],
    status: ({ status }) => [status],
    states: ({ states }) => states,
    issue: ({ issues }) => issues,
    level: ({ level }) => [level],
    actor: ({ source, target }) => [...source, ...target],
  },
  statement: {
    outlet,
    tag,
    actor: ({ speaker }) => [speaker.actor ?? speaker.name],
    affiliation: ({ speaker }) => [speaker.affiliation],
    states: ({ speaker }, library) => stateOf(speaker.actor, library),
    issue: ({ issues }) => issues,
    type: ({ kind }) => [kind],
  },
  position: {
    outlet,
    tag,
    actor: ({ actor }) => [actor],
    states: ({ actor }, library) => stateOf(actor, library),
    issue: ({ issue }) => [issue],
    type: ({ stance }) => [stance],
  },
  forecast: { outlet, tag, actor: ({ by }) => [by], status: ({ outcome }) => [outcome] },
  driver: {
    outlet,
    tag,
    actor: ({ claimedBy }) => [claimedBy],
    cause: ({ cause }) => [cause.factor],
    effect: ({ effect }) => [effect.factor],
  },
}

/** The values of one fact for one facet; none where its kind has no such facet. */
export function valuesOf<K extends SourcedKind>(
  kind: K,
  name: string,
  fact: Facts[K],
  library: Library,
): Values {
  return FACETS[kind][name]?.(fact, library) ?? []
}

/** Each value counts once a fact. Tens of thousands of facts are counted for one answer. */
function countsOf<K extends SourcedKind>(get: Getter<K>, facts: readonly Facts[K][], library: Library) {
  const counts = new Map<string, number>()
  for (const fact of facts) {
    const values = get(fact, library)
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? null
      if (value !== null && (i === 0 || values.indexOf(value) === i))
        counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

function labelOf(name: string, value: string, library: Library, issues: ReadonlyMap<string, string>): string {
  if (name === 'issue') return issues.get(value) ?? value
  return library.actors.get(value)?.name ?? value
}

/** Most frequent first, then by code points. */
export function facetsOf<K extends SourcedKind>(
  kind: K,
  facts: readonly Facts[K][],
  library: Library,
): Facets {
  const issues = new Map(library.list('issue').map(({ id, name }) => [id, name]))
  const facets: Facets = {}
  for (const [name, get] of Object.entries(FACETS[kind])) {
    if (facts.length === 0) break
    facets[name] = [...countsOf(get, facts, library)]
      .map(([value, count]) => ({ value, label: labelOf(name, value, library, issues), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
  return facets
}
