/** The record as analyses look at it: in memory, without the articles' texts. */
import { type FactKind, type Facts, listOf, type RecordSource } from '../record/facts.ts'
import type { Actor, DocumentHead } from '../record/types.ts'

export interface View {
  /** By id; in the record's order. */
  documents: ReadonlyMap<string, DocumentHead>
  actors: ReadonlyMap<string, Actor>
  /** The facts of each kind that were asked for, in the record's order; of the others none. */
  facts<K extends FactKind>(kind: K): readonly Facts[K][]
  /** The article that a document is a copy or a later version of, itself where it is neither: equal origins count once. */
  origin(document: string): string
}

/** Reads what an analysis needs: documents' heads, actors, and the facts of these kinds. */
export async function viewOf(source: RecordSource, kinds: readonly FactKind[]): Promise<View> {
  const documents = new Map<string, DocumentHead>()
  for await (const head of source.heads()) documents.set(head.id, head)
  const actors = new Map<string, Actor>()
  for await (const actor of source.facts('actor')) actors.set(actor.id, actor)
  const lists: { [K in FactKind]?: Facts[K][] } = {}
  for (const kind of kinds) Object.assign(lists, { [kind]: await listOf(source.facts(kind)) })
  return {
    documents,
    actors,
    facts: kind => lists[kind] ?? [],
    origin(document) {
      let id = document
      // A copy of a copy; never longer than the chain, whatever a damaged record says.
      for (let steps = documents.size; steps > 0; steps--) {
        const head = documents.get(id)
        const earlier = head?.copyOf ?? head?.revisionOf ?? null
        if (earlier === null) return id
        id = earlier
      }
      return id
    },
  }
}
