/** What the store asks of a database, and no more: one SQL, on PGlite in a folder and on a PostgreSQL server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EntenteError } from '../record/errors.ts'

/** JSON goes in as text (`$1::jsonb`) and lists as arrays (`any($1)`): the two drivers differ in all else. */
export type Parameter = string | number | boolean | null | readonly string[] | readonly number[] | Uint8Array

/** Names in statements stand without a schema: whoever opens the database says which one is meant. */
export interface Queries {
  /** Integers come as numbers, also of eight bytes; dates as text; jsonb parsed; bytea as Uint8Array. */
  query<Row>(statement: string, parameters?: readonly Parameter[]): Promise<{ rows: Row[] }>
}

/** Its own `query` may run a statement twice where the line breaks, so it is for reading; writing is a transaction. */
export interface Database extends Queries {
  /** For reading at once, also amid a transaction of this process, of which it may see what is not committed yet. */
  peek: Queries['query']
  /** All that `work` does is done when it resolves, and nothing of it where it rejects. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Every statement of `work` sees the database as it stood at the first, whatever others write meanwhile. */
  reading<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** The same for as long as it is of use: until it is ended, the next one taken, or the database closed. */
  snapshot(): Promise<Queries>
  endSnapshot(): void
  close(): Promise<void>
}

export const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url))

/** Latest migration's time stamp: where the database has it, drizzle's migrator (and its queries) can rest. */
export function latestMigration(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8'),
  )
  return Math.max(0, ...journal.entries.map(entry => entry.when))
}

/** A database that a later version has changed could be read wrongly, and must not be written. */
export function refuseLater(applied: number, where: string): void {
  if (applied <= latestMigration()) return
  throw new EntenteError(
    'E_BROKEN',
    `${where} was written by a later version of entente; install that one, or \`entente restore\` a backup elsewhere`,
  )
}
