/** The record in memory, with its facts by id and by document: read once, and again when the record has changed. */
import { type FactKind, type Facts, listOf, passagesOf, SOURCED, type SourcedKind } from '../record/facts.ts'
import type { Actor, DocumentHead } from '../record/types.ts'
import type { Desk } from './desk.ts'
import { type Tags, tagsOf } from './tags.ts'

export interface Found<K extends SourcedKind = SourcedKind> {
  kind: K
  fact: Facts[K]
}

export interface Library {
  version: string
  documents: ReadonlyMap<string, DocumentHead>
  actors: ReadonlyMap<string, Actor>
  tags: Tags
  list<K extends FactKind>(kind: K): readonly Facts[K][]
  /** By id, or by an id that a merge retired. */
  fact(id: string): Found | undefined
  /** Facts that rest on a passage of the document, in the record's order. */
  of(document: string): readonly Found[]
}

const KINDS: readonly FactKind[] = ['issue', 'factor', ...SOURCED]

async function readLibrary(desk: Desk, version: string): Promise<Library> {
  const source = await desk.source()
  const documents = new Map<string, DocumentHead>()
  for await (const head of source.heads()) documents.set(head.id, head)
  const actors = new Map<string, Actor>()
  for await (const actor of source.facts('actor')) actors.set(actor.id, actor)
  const lists: { [K in FactKind]?: Facts[K][] } = { actor: [...actors.values()] }
  for (const kind of KINDS) Object.assign(lists, { [kind]: await listOf(source.facts(kind)) })
  const byId = new Map<string, Found>()
  const byDocument = new Map<string, Found[]>()
  for (const kind of SOURCED) index(kind, lists[kind] ?? [], byId, byDocument)
  return {
    version,
    documents,
    actors,
    tags: await tagsOf(desk.review),
    list: kind => lists[kind] ?? [],
    fact: id => byId.get(id),
    of: document => byDocument.get(document) ?? [],
  }
}

/** The last day on which one of the documents came out. */
export function latestOf(heads: Iterable<DocumentHead>): string | null {
  let latest: string | null = null
  for (const { published } of heads) {
    const end = published?.end ?? null
    if (end !== null && (latest === null || end > latest)) latest = end
  }
  return latest
}

function index(
  kind: SourcedKind,
  facts: readonly Facts[SourcedKind][],
  byId: Map<string, Found>,
  byDocument: Map<string, Found[]>,
): void {
  for (const fact of facts) {
    const found = { kind, fact }
    byId.set(fact.id, found)
    if ('formerIds' in fact) for (const id of fact.formerIds) if (!byId.has(id)) byId.set(id, found)
    for (const document of new Set(passagesOf(fact).map(passage => passage.document))) {
      const list = byDocument.get(document)
      if (list === undefined) byDocument.set(document, [found])
      else list.push(found)
    }
  }
}

/** The library of a desk, read anew only when the record's version has changed. */
export function makeLibrarian(desk: Desk): () => Promise<Library> {
  let held: Promise<Library> | null = null
  let heldVersion = ''
  return async () => {
    const version = await desk.version()
    if (held === null || version !== heldVersion) {
      heldVersion = version
      held = readLibrary(desk, version)
    }
    return held
  }
}
