/** A dossier's store: what it offers, and the part of it that is the same in a folder and on a server. */
import type { MessagePort } from 'node:worker_threads'
import type { Correction } from '../record/corrections.ts'
import type { SavedSearch } from '../record/searches.ts'
import type { Document, DocumentHead, Record as EntenteRecord } from '../record/types.ts'
import type { Watch } from '../record/watches.ts'
import { passing } from '../steps.ts'
import type { Database, Queries } from './database.ts'
import {
  allCoded,
  allDocuments,
  applyChange,
  type Change,
  type Coded,
  documentHeads,
  readDocuments,
  uncoded,
} from './documents.ts'
import { readFacts, writeFacts } from './facts.ts'
import type { Entry, Journal } from './journal.ts'
import { type Loan, lend, loanOf } from './lent.ts'
import type { Settled, Stored, StoredKind } from './pack.ts'
import { type Hit, searchDocuments } from './search.ts'

/** What is there while a batch is committed: nobody else changes it until the batch is in. */
export interface Present {
  setting(key: string): Promise<unknown>
  documentsById(ids: string[]): Promise<Document[]>
}

/** What a batch puts into the journal, what follows from that, and what the caller wants to know of it. */
export interface Plan<T> {
  entries: readonly Entry[]
  change: Change
  result: T
}

/** Reads of a dossier; of those that `frozen` gives, each sees the same state. */
export interface Reader extends Present {
  documents(): AsyncGenerator<Document>
  heads(): AsyncGenerator<DocumentHead>
  coded(): AsyncGenerator<Coded>
  /** Documents that the rules of a stamp have not coded. */
  uncoded(coding: string): Promise<string[]>
  facts<K extends StoredKind>(kind: K): AsyncGenerator<Stored[K]>
  /** All settings but those that follow from the journal, by key. */
  ownSettings(): Promise<{ key: string; value: unknown }[]>
  search(query: string, limit: number): Promise<Hit[]>
}

export interface Figures {
  /** By table. */
  rows: { [table: string]: number }
  /** On disk, by part. */
  bytes: { [part: string]: number }
  facts: number
  /** "PGlite, PostgreSQL 18.6" */
  engine: string
}

/** One open dossier: in a folder for this process alone, on a server for as many as like. */
export interface Store extends Reader {
  /** For people: the folder, or the address without its password. */
  readonly place: string
  /** True where other processes may change it meanwhile. */
  readonly isShared: boolean
  readonly journal: Journal
  /**
   * Journals a batch and applies what follows from it, in one: `plan` is asked while nobody else can change
   * anything, reads from `Present` alone, and says both. Gives null, and does nothing, where the journal has batches that the
   * store lacks (a process was killed, or is rebuilding): they come first.
   */
  commit<T>(plan: (present: Present) => Promise<Plan<T>>): Promise<{ result: T } | null>
  /** Changes what is derived, without a word in the journal. */
  apply(change: Change): Promise<void>
  /**
   * Puts a record in the place of the former one. Gives false, and does nothing, where the journal has gone on from
   * `at`, where it ended before the record's documents were read; with null that is no matter. Throws E_BROKEN where a
   * document that the record cites is gone.
   */
  writeRecord(
    record: EntenteRecord,
    settled: Settled[],
    settings: { [key: string]: unknown },
    at: number | null,
  ): Promise<boolean>
  /** All of `work` sees one state, whatever others write meanwhile. */
  frozen<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** The same for as long as it is of use: until it is ended, the next one taken, or the store closed. */
  snapshot(): Promise<Reader>
  endSnapshot(): void
  /** Runs what must not run twice at once: finishing, rebuilding, filling. Throws E_IN_USE where another process does. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** A text of its own by the name of its file, such as `dossier.yaml`; null where it has none. `rebuild` leaves it. */
  text(name: string): Promise<string | null>
  /** Writes it, whole or not at all; null takes it away. */
  setText(name: string, text: string | null): Promise<void>
  figures(): Promise<Figures>
  /** Lets another thread work on it, which `borrow`s it at the other end of the port; returns how to take it back. */
  lend(port: MessagePort): { loan: Loan; takeBack: () => Promise<void> }
  /** Empties the store of all that the journal can give back; the journal stays. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** Settings that follow from the journal; all others are the dossier's own. */
export const DERIVED_SETTINGS = [
  'journal',
  'record',
  'corrections',
  'watches',
  'searches',
  'opening',
] as const

/** What differs between the two. */
export interface Kind extends Pick<Store, 'place' | 'isShared' | 'exclusively' | 'clear' | 'close'> {
  readonly journal: Journal
  readonly engine: string
  database(): Database
  /** The statement that empties the table of facts. */
  readonly emptying: string
  /** Begins every transaction that writes. */
  lock(queries: Queries): Promise<void>
  text: Store['text']
  setText: Store['setText']
}

async function readSetting(queries: Queries, key: string): Promise<unknown> {
  const found = await queries.query<{ value: unknown }>('select value from settings where key = $1', [key])
  return found.rows[0]?.value
}

async function readOwnSettings(queries: Queries): Promise<{ key: string; value: unknown }[]> {
  const found = await queries.query<{ key: string; value: unknown }>(
    'select key, value from settings where key <> all($1) order by key collate "C"',
    [[...DERIVED_SETTINGS]],
  )
  return found.rows
}

function readerOf(queries: () => Queries): Reader {
  return {
    setting: key => readSetting(queries(), key),
    documentsById: ids => readDocuments(queries(), ids),
    documents: () => allDocuments(queries()),
    heads: () => documentHeads(queries()),
    coded: () => allCoded(queries()),
    uncoded: coding => uncoded(queries(), coding),
    facts: kind => readFacts(queries(), kind),
    ownSettings: () => readOwnSettings(queries()),
    search: (query, limit) => searchDocuments(queries(), query, limit),
  }
}

async function figuresOf({ database, journal, engine, isShared }: Kind): Promise<Figures> {
  const queries = database()
  const rows: { [table: string]: number } = {}
  const bytes: { [part: string]: number } = isShared ? {} : { journal: await journal.end() }
  const tables = ['documents', 'understandings', 'facts', ...(isShared ? ['journal'] : [])]
  for (const table of tables) {
    const found = await queries.query<{ n: number; size: number }>(
      `select count(*)::int as n, pg_total_relation_size('${table}')::int8 as size from ${table}`,
    )
    rows[table] = found.rows[0]?.n ?? 0
    bytes[table] = Number(found.rows[0]?.size ?? 0)
  }
  const facts = await queries.query<{ n: number }>(
    `select coalesce(sum(count), 0)::int as n from facts where kind <> 'document'`,
  )
  const version = await queries.query<{ server_version: string }>('show server_version')
  return {
    rows,
    bytes,
    facts: facts.rows[0]?.n ?? 0,
    engine: `${engine} ${version.rows[0]?.server_version ?? ''}`,
  }
}

/** How far the store has followed the journal. */
export async function followed(present: Pick<Present, 'setting'>): Promise<number> {
  return Number((await present.setting('journal')) ?? 0)
}

/** Builds the store out of what differs. */
export function storeOf(kind: Kind): Store {
  const { journal, lock } = kind
  const writing = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    kind.database().transaction(async queries => {
      await lock(queries)
      return work(queries)
    })
  const lent = new Set<() => Promise<void>>()
  // Who looks something up does not wait until a record of a hundred thousand facts is written.
  const peeking = (): Queries => ({ query: kind.database().peek })
  return {
    ...readerOf(kind.database),
    documentsById: ids => readDocuments(peeking(), ids),
    search: (query, limit) => searchDocuments(peeking(), query, limit),
    place: kind.place,
    isShared: kind.isShared,
    journal,
    commit: async plan => {
      const done = await writing(async queries => {
        const present = readerOf(() => queries)
        if ((await followed(present)) !== (await journal.end(queries))) return null
        const { entries, change, result } = await plan(present)
        if (entries.length === 0) return { result }
        const settings = { ...change.settings, journal: await journal.append(entries, queries) }
        await applyChange(queries, { ...change, settings })
        passing('commit:applied')
        return { result }
      })
      passing('commit:done')
      return done
    },
    apply: change => writing(queries => applyChange(queries, change)),
    writeRecord: (record, settled, settings, at) =>
      writing(async queries => {
        if (at !== null && (await followed(readerOf(() => queries))) !== at) return false
        await writeFacts(queries, kind.emptying, record, settled, settings)
        passing('record:written')
        return true
      }),
    frozen: work => kind.database().reading(queries => work(readerOf(() => queries))),
    async snapshot() {
      const queries = await kind.database().snapshot()
      return kind.isShared ? readerOf(() => queries) : readerOf(kind.database)
    },
    endSnapshot: () => kind.database().endSnapshot(),
    exclusively: work => kind.exclusively(work),
    text: name => kind.text(name),
    setText: (name, text) => kind.setText(name, text),
    figures: () => figuresOf(kind),
    clear: () => kind.clear(),
    lend(port) {
      const stop = lend(kind, port)
      const takeBack = async () => {
        if (lent.delete(takeBack)) await stop()
      }
      lent.add(takeBack)
      return { loan: loanOf(kind), takeBack }
    },
    async close() {
      for (const takeBack of [...lent]) await takeBack()
      await kind.close()
    },
  }
}

/** What `watches` holds among the settings. */
export function watchesIn(value: unknown): Watch[] {
  // Only `commit` writes it.
  return Array.isArray(value) ? value : []
}

/** What `searches` holds among the settings. */
export function searchesIn(value: unknown): SavedSearch[] {
  // Only `commit` writes it.
  return Array.isArray(value) ? value : []
}

/** What `corrections` holds among the settings. */
export function correctionsIn(value: unknown): Correction[] {
  // Only `commit` writes it.
  return Array.isArray(value) ? value : []
}
