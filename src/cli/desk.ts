/** One open dossier as the server needs it: its record in memory, its texts in the store. */
import type { Session } from '../pipeline.ts'
import { EntenteError } from '../record/errors.ts'
import { type FactKind, type Facts, type RecordSource, SOURCED } from '../record/facts.ts'
import type { DocumentHead, Span } from '../record/types.ts'
import type { Desk } from '../serve/index.ts'
import { ANALYSES } from './commands/analyses.ts'
import { theMap } from './commands/driver-map.ts'
import { doorOf } from './door.ts'
import { recordOf } from './dossier.ts'
import { type Explanations, explanationsOf } from './explain.ts'
import type { Shell } from './shell.ts'

const KINDS: readonly FactKind[] = ['actor', 'issue', 'factor', ...SOURCED]

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** The same record, its facts and heads read once; texts still come from the store. */
async function inMemory(source: RecordSource): Promise<RecordSource> {
  const heads: DocumentHead[] = await listOf(source.heads())
  const lists: { [K in FactKind]?: Facts[K][] } = {}
  for (const kind of KINDS) Object.assign(lists, { [kind]: await listOf(source.facts(kind)) })
  return {
    documents: () => source.documents(),
    async *heads() {
      yield* heads
    },
    async *facts(kind) {
      yield* lists[kind] ?? []
    },
  }
}

/** Keeps one value as long as its key stays the same. */
function keeping<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  let held: { key: string; value: Promise<T> } | null = null
  return key => {
    if (held?.key !== key) held = { key, value: make(key) }
    return held.value
  }
}

/** A version ends in the length that the journal had, in base 36: what came later is read from there. */
function changedSince({ store }: Session, version: string): ReturnType<Desk['changedSince']> {
  const [, digits] = /-([0-9a-z]{1,10})$/.exec(version) ?? []
  const from = digits === undefined ? Number.NaN : Number.parseInt(digits, 36)
  if (!(from <= store.journal.length)) return null
  const added = new Set<string>()
  const removed = new Set<string>()
  try {
    for (const { entries } of store.journal.read(from)) {
      for (const entry of entries) {
        const id = entry.op === 'add' ? entry.document.id : entry.id
        const [into, outOf] = entry.op === 'add' ? [added, removed] : [removed, added]
        if (!outOf.delete(id)) into.add(id)
      }
    }
  } catch (error) {
    // No batch ends there: the version is another dossier's.
    if (error instanceof EntenteError) return null
    throw error
  }
  return { added: [...added], removed: [...removed] }
}

export async function makeDesk(shell: Shell, session: Session): Promise<Desk> {
  const { store, dossier } = session
  const { splitSentences } = await import('../text/sentences.ts')
  // Grows with every change of the dossier: the journal is only ever appended to.
  const version = async (): Promise<string> => `${session.version}-${store.journal.length.toString(36)}`
  const today = keeping(async () => inMemory(await recordOf(shell, session, undefined)))
  const then = keeping(async key => inMemory(await recordOf(shell, session, key.split(' ')[0])))
  const reasons = keeping((): Promise<Explanations> => explanationsOf(session))
  const source = async (asOf?: string): Promise<RecordSource> =>
    asOf === undefined ? today(await version()) : then(`${asOf} ${await version()}`)
  return {
    name: dossier.name,
    states: dossier.states,
    version,
    changedSince: it => changedSince(session, it),
    now: () => shell.effects.now(),
    source: () => source(),
    document: async id => (await store.documentsById([id]))[0],
    documents: ids => store.documentsById(ids),
    find: (query, limit) => store.search(query, limit),
    sentences: text => splitSentences(text).map(({ start, end }): Span => [start, end]),
    async explain(kind, fact) {
      return (await reasons(await version())).of(kind, fact)
    },
    doors: [...ANALYSES.map(it => it.door(session, source)), doorOf(theMap, session, source)],
  }
}
