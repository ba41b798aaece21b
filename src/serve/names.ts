/** Names for the ids in an answer, so that a page needs no second question. */
import type { Interval } from '../record/types.ts'
import type { Library } from './library.ts'

export interface NamesFor {
  actors: { [id: string]: { name: string; type: string; state: string | null } }
  issues: { [id: string]: string }
  factors: { [id: string]: string }
  documents: {
    [id: string]: {
      title: string | null
      outlet: string | null
      source: string
      published: Interval | null
      copyOf: string | null
    }
  }
}

/** Ids that have a name: of the strings of an answer few do. */
const named = new WeakMap<Library, ReadonlySet<string>>()

function namedIn(library: Library): ReadonlySet<string> {
  const known = named.get(library)
  if (known !== undefined) return known
  const ids = new Set([...library.actors.keys(), ...library.documents.keys()])
  for (const kind of ['issue', 'factor'] as const) for (const { id } of library.list(kind)) ids.add(id)
  named.set(library, ids)
  return ids
}

/** Everything in the value that is the id of something with a name. */
export function namesFor(library: Library, value: unknown): NamesFor {
  const names: NamesFor = { actors: {}, issues: {}, factors: {}, documents: {} }
  const issues = new Map(library.list('issue').map(({ id, name }) => [id, name]))
  const factors = new Map(library.list('factor').map(({ id, name }) => [id, name]))
  const ids = namedIn(library)
  const seen = new Set<string>()
  const see = (it: unknown): void => {
    if (typeof it === 'string') {
      if (ids.has(it) && !seen.has(it)) add(it)
      seen.add(it)
    } else if (Array.isArray(it)) for (const one of it) see(one)
    else if (typeof it === 'object' && it !== null) for (const one of Object.values(it)) see(one)
  }
  const add = (id: string): void => {
    const actor = library.actors.get(id)
    if (actor !== undefined) names.actors[id] = { name: actor.name, type: actor.type, state: actor.state }
    const issue = issues.get(id)
    if (issue !== undefined) names.issues[id] = issue
    const factor = factors.get(id)
    if (factor !== undefined) names.factors[id] = factor
    const head = library.documents.get(id)
    if (head === undefined) return
    const { title, outlet, source, published, copyOf } = head
    names.documents[id] = { title, outlet, source, published, copyOf }
  }
  see(value)
  return names
}
