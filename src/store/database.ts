import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { EntenteError } from '../record/errors.ts'

const migrations = fileURLToPath(new URL('./migrations/', import.meta.url))

/**
 * 16 MB of buffers instead of 128 take 110 MB less memory and cost nothing measurable here; short WAL segments
 * keep an empty dossier at 25 MB. The log is kept small by checkpoints after each batch.
 */
export const SERVER_OPTIONS: readonly string[] = [
  '-c',
  'shared_buffers=16MB',
  '-c',
  'min_wal_size=2MB',
  '-c',
  'max_wal_size=16MB',
  '-c',
  'maintenance_work_mem=16MB',
  '-c',
  'timezone=UTC',
]

export interface Database {
  readonly client: PGlite
  readonly orm: PgliteDatabase
  close(): Promise<void>
}

async function start(folder: string): Promise<PGlite> {
  const client = new PGlite({
    dataDir: folder,
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [...PGlite.defaultStartParams, ...SERVER_OPTIONS],
  })
  await client.waitReady
  return client
}

/** Makes a new, migrated and closed database in `folder`. Takes seconds: see `template.ts`. */
export async function createDatabase(folder: string): Promise<void> {
  const client = await start(folder)
  await migrate(drizzle(client), { migrationsFolder: migrations })
  await client.exec('checkpoint')
  await client.close()
  rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** Latest migration's time stamp: where the database has it, drizzle's migrator (and its queries) can rest. */
function latestMigration(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'),
  )
  return Math.max(0, ...journal.entries.map(entry => entry.when))
}

/** Opens a database and brings its tables up to date. */
export async function openDatabase(folder: string): Promise<Database> {
  try {
    const client = await start(folder)
    const orm = drizzle(client)
    const applied = await client
      .query<{ at: string | null }>('select max(created_at)::text as at from drizzle.__drizzle_migrations')
      .catch(() => ({ rows: [] }))
    if (Number(applied.rows[0]?.at ?? 0) < latestMigration()) {
      await migrate(orm, { migrationsFolder: migrations })
    }
    return { client, orm, close: () => client.close() }
  } catch (error) {
    throw new EntenteError(
      'E_BROKEN',
      `the database in ${folder} does not open (${String(error instanceof Error ? error.message : error).split('\n')[0]}); \`entente rebuild\` makes it anew from the journal`,
      { cause: error },
    )
  }
}
