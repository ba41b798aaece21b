import type { Knowledge } from '../knowledge/index.ts'
import { byCodePoint } from '../record/ids.ts'
import { toDays } from '../record/interval.ts'
import type { Mention, MentionKind, Understanding } from '../record/mentions.ts'
import type { Document } from '../record/types.ts'
import { type Actors, mergeActors } from './actors/index.ts'
import { type Copies, findCopies } from './copies/index.ts'
import type { Source } from './events/telling.ts'

/** All that came in, sorted, with actors and copies settled: what every kind of fact is put together from. */
export interface Context {
  readonly knowledge: Knowledge
  readonly documents: readonly Document[]
  readonly understandings: readonly Understanding[]
  readonly actors: Actors
  readonly copies: Copies
  source(document: string): Source
}

/** A mention with its document. */
export interface Told<M extends Mention> {
  mention: M
  source: Source
}

function byMention(a: Mention, b: Mention): number {
  return a.span[0] - b.span[0] || a.span[1] - b.span[1] || byCodePoint(a.id, b.id)
}

/** Whoever handed them in, in whatever order: by document id, and within a document by offset. */
function ordered(understandings: readonly Understanding[], known: ReadonlySet<string>): Understanding[] {
  return understandings
    .filter(({ document }) => known.has(document))
    .map(it => ({ ...it, mentions: [...it.mentions].sort(byMention) }))
    .sort((a, b) => byCodePoint(a.document, b.document))
}

export function prepare(
  documents: readonly Document[],
  understandings: readonly Understanding[],
  knowledge: Knowledge,
): Context {
  const sortedDocuments = [...documents].sort((a, b) => byCodePoint(a.id, b.id))
  const understood = ordered(understandings, new Set(documents.map(({ id }) => id)))
  const anchors = new Map(understood.map(({ document, anchor }) => [document, anchor.date]))
  const copies = findCopies(sortedDocuments)
  const sources = new Map(
    sortedDocuments.map((document): [string, Source] => {
      const end = (document.published ?? anchors.get(document.id))?.end ?? null
      return [
        document.id,
        { document, origin: copies.origin(document.id), published: end === null ? null : toDays(end) },
      ]
    }),
  )
  return {
    knowledge,
    documents: sortedDocuments,
    understandings: understood,
    actors: mergeActors(understood),
    copies,
    source(id) {
      const source = sources.get(id)
      if (source === undefined) throw new RangeError(`no document ${id}`)
      return source
    },
  }
}

/** All mentions of one kind, by document and offset. */
export function toldOf<K extends MentionKind>(
  context: Context,
  kind: K,
): Told<Extract<Mention, { kind: K }>>[] {
  const told: Told<Extract<Mention, { kind: K }>>[] = []
  for (const { document, mentions } of context.understandings) {
    const source = context.source(document)
    for (const mention of mentions) if (isKind(mention, kind)) told.push({ mention, source })
  }
  return told
}

function isKind<K extends MentionKind>(mention: Mention, kind: K): mention is Extract<Mention, { kind: K }> {
  return mention.kind === kind
}
