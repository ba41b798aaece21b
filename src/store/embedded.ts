import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { EntenteError } from '../record/errors.ts'
import { passing } from '../steps.ts'
import { type Database, latestMigration, MIGRATIONS, type Queries, refuseLater } from './database.ts'
import { diskFault } from './faults.ts'

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

async function start(folder: string): Promise<PGlite> {
  const client = new PGlite({
    dataDir: folder,
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [...PGlite.defaultStartParams, ...SERVER_OPTIONS],
  })
  await client.waitReady
  return client
}

/** Two databases that only `create database` needs: three files of five, and half of the bytes, in each new dossier. */
export const WITHOUT_TEMPLATES: readonly string[] = [
  'update pg_database set datistemplate = false',
  'drop database template0',
  'drop database template1',
]

/** Makes a new, migrated and closed database in `folder`. Takes seconds: see `template.ts`. */
export async function createDatabase(folder: string): Promise<void> {
  const client = await start(folder)
  await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
  for (const statement of WITHOUT_TEMPLATES) await client.exec(statement)
  await client.exec('checkpoint')
  await client.close()
  rmSync(join(folder, 'postmaster.pid'), { force: true })
}

function queriesOf(client: Pick<Transaction, 'query'>): Queries {
  return { query: (statement, parameters) => client.query(statement, parameters && [...parameters]) }
}

async function migrated(client: PGlite, folder: string): Promise<void> {
  const found = await client
    .query<{ at: string | null }>('select max(created_at)::text as at from drizzle.__drizzle_migrations')
    .catch(() => ({ rows: [] }))
  const applied = Number(found.rows[0]?.at ?? 0)
  refuseLater(applied, `the dossier in ${folder}`)
  if (applied >= latestMigration()) return
  passing('migrate:begun')
  await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
  passing('migrate:done')
}

/** One after the other, in the order in which they come. */
function makeTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}

/**
 * There is one connection: what is read amid a transaction is read within it, between two of its statements and behind
 * a savepoint, so that a query that fails does not take the transaction with it.
 */
function transactionsOf(client: PGlite): Pick<Database, 'peek' | 'transaction'> {
  let within: Queries | null = null
  return {
    peek: (statement, parameters) => (within ?? queriesOf(client)).query(statement, parameters),
    transaction: work =>
      client.transaction(async tx => {
        const inTurn = makeTurns()
        const own = queriesOf(tx)
        within = {
          query: (statement, parameters) =>
            inTurn(async () => {
              await tx.exec('savepoint peek')
              try {
                const rows = await own.query<never>(statement, parameters)
                await tx.exec('release savepoint peek')
                return rows
              } catch (error) {
                await tx.exec('rollback to savepoint peek; release savepoint peek')
                throw error
              }
            }),
        }
        try {
          return await work({
            query: (statement, parameters) => inTurn(() => own.query(statement, parameters)),
          })
        } finally {
          within = null
          await inTurn(async () => {})
        }
      }),
  }
}

/** Opens the database in a folder and brings its tables up to date. */
export async function openEmbedded(folder: string): Promise<Database> {
  try {
    const client = await start(folder)
    await migrated(client, folder)
    const queries = queriesOf(client)
    return {
      query: queries.query,
      ...transactionsOf(client),
      // One process, one connection: nobody writes meanwhile but the reader itself, who may want to.
      reading: work => work(queries),
      snapshot: async () => queries,
      endSnapshot() {},
      async close() {
        await client.exec('checkpoint')
        await client.close()
      },
    }
  } catch (error) {
    const fault = diskFault(error, folder)
    if (fault instanceof EntenteError) throw fault
    throw new EntenteError(
      'E_BROKEN',
      `the database in ${folder} does not open (${String(error instanceof Error ? error.message : error).split('\n')[0]}); \`entente rebuild\` makes it anew from the journal`,
      { cause: error },
    )
  }
}
