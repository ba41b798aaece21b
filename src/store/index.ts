import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { EntenteError } from '../record/errors.ts'
import type { Document, DocumentHead, Record as EntenteRecord } from '../record/types.ts'
import { type Database, openDatabase } from './database.ts'
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
import { type Journal, openJournal } from './journal.ts'
import { acquireLock } from './lock.ts'
import type { Settled, Stored, StoredKind } from './pack.ts'
import { type Hit, searchDocuments } from './search.ts'
import { copyTemplate } from './template.ts'

export type { Entry } from './journal.ts'
export type { Change, Coded, Hit, Settled, Stored, StoredKind }

/** One dossier, open for this process alone until it is closed. */
export interface Store {
  readonly folder: string
  readonly journal: Journal
  setting(key: string): Promise<unknown>
  apply(change: Change): Promise<void>
  documents(): AsyncGenerator<Document>
  heads(): AsyncGenerator<DocumentHead>
  documentsById(ids: string[]): Promise<Document[]>
  coded(): AsyncGenerator<Coded>
  uncoded(coding: string): Promise<string[]>
  facts<K extends StoredKind>(kind: K): AsyncGenerator<Stored[K]>
  writeRecord(record: EntenteRecord, settled: Settled[], settings: { [key: string]: unknown }): Promise<void>
  search(query: string, limit: number): Promise<Hit[]>
  /** Rows by table, and bytes on disk by part. */
  figures(): Promise<{ rows: { [table: string]: number }; bytes: { [part: string]: number }; facts: number }>
  /** Throws the database away and makes an empty one; the journal stays. */
  clear(): Promise<void>
  close(): Promise<void>
}

export function dossierExists(folder: string): boolean {
  return existsSync(join(folder, 'journal.ndjson.gz'))
}

/** Half-copied databases of a process that was killed while it made one. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^store\.\d+$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function openIn(folder: string): Promise<Database> {
  const place = join(folder, 'store')
  if (!existsSync(place)) await copyTemplate(place)
  return openDatabase(place)
}

async function figuresOf(database: Database, journal: Journal) {
  const rows: { [table: string]: number } = {}
  const bytes: { [part: string]: number } = { journal: journal.length }
  for (const table of ['documents', 'understandings', 'facts']) {
    const found = await database.client.query<{ n: number; size: number }>(
      `select count(*)::int as n, pg_total_relation_size('${table}')::int8 as size from ${table}`,
    )
    rows[table] = found.rows[0]?.n ?? 0
    bytes[table] = Number(found.rows[0]?.size ?? 0)
  }
  const facts = await database.client.query<{ n: number }>(
    `select coalesce(sum(count), 0)::int as n from facts where kind <> 'document'`,
  )
  return { rows, bytes, facts: facts.rows[0]?.n ?? 0 }
}

export interface StoreOptions {
  /** Make the dossier where there is none; else that is an error. */
  create?: boolean
  /** How long to wait for another process, in milliseconds. */
  patience?: number
  /** Start from an empty database, whatever is there; the journal stays. For one that no longer opens. */
  fresh?: boolean
}

function requireDossier(folder: string): void {
  if (dossierExists(folder)) return
  throw new EntenteError(
    'E_NO_DOSSIER',
    `there is no dossier in ${folder}; \`entente add\` or \`entente init\` makes one`,
  )
}

export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  if (!options.create) requireDossier(folder)
  mkdirSync(folder, { recursive: true })
  const lock = await acquireLock(folder, options.patience)
  try {
    sweep(folder)
    const journal = openJournal(join(folder, 'journal.ndjson.gz'))
    if (options.fresh) rmSync(join(folder, 'store'), { recursive: true, force: true })
    let database = await openIn(folder)
    return {
      folder,
      journal,
      async setting(key) {
        const found = await database.client.query<{ value: unknown }>(
          'select value from settings where key = $1',
          [key],
        )
        return found.rows[0]?.value
      },
      apply: change => applyChange(database, change),
      documents: () => allDocuments(database),
      heads: () => documentHeads(database),
      documentsById: ids => readDocuments(database, ids),
      coded: () => allCoded(database),
      uncoded: coding => uncoded(database, coding),
      facts: kind => readFacts(database, kind),
      writeRecord: (record, settled, settings) => writeFacts(database, record, settled, settings),
      search: (query, limit) => searchDocuments(database, query, limit),
      figures: () => figuresOf(database, journal),
      async clear() {
        await database.close()
        rmSync(join(folder, 'store'), { recursive: true, force: true })
        database = await openIn(folder)
      },
      async close() {
        await database.client.exec('checkpoint')
        await database.close()
        journal.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
