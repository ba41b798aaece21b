/** Which fact a correction speaks of, after a rebuild and under newer rules. */
import type { Correction } from '../record/corrections.ts'
import { passagesOf, type SourcedFact } from '../record/facts.ts'
import { normalise } from '../record/ids.ts'
import type { Passage } from '../record/types.ts'
import { traitsOf } from './traits.ts'

export interface Finder {
  /** The fact's id; null where none, or more than one, can be meant. */
  find(fact: Correction['fact']): string | null
}

const placeOf = ({ document, start, end }: Passage): string => `${document} ${start} ${end}`

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, new Set([id]))
  else ids.add(id)
}

/** Finds among the facts of one kind: by id, by a retired id, by the passage, and last by the quote. */
export function makeFinder(facts: Iterable<SourcedFact>): Finder {
  const ids = new Set<string>()
  const former = new Map<string, string>()
  const places = new Map<string, Set<string>>()
  // A document that is read anew without a stray line has another id and other offsets; its sentences are the same.
  const quotes = new Map<string, Set<string>>()
  for (const fact of facts) {
    ids.add(fact.id)
    if ('formerIds' in fact) for (const id of fact.formerIds) former.set(id, fact.id)
    const traits = traitsOf(fact)
    for (const passage of passagesOf(fact)) {
      add(places, `${placeOf(passage)} ${traits}`, fact.id)
      add(quotes, `${normalise(passage.quote)} ${traits}`, fact.id)
    }
  }
  const only = (found: Set<string> | undefined): string | null =>
    found?.size === 1 ? ([...found][0] ?? null) : null
  return {
    find({ id, traits, passage }) {
      if (ids.has(id)) return id
      return (
        former.get(id) ??
        only(places.get(`${placeOf(passage)} ${traits}`)) ??
        only(quotes.get(`${normalise(passage.quote)} ${traits}`))
      )
    },
  }
}
