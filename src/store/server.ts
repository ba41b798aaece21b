/** The same store on a PostgreSQL server, one schema a dossier. */
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { EntenteError } from '../record/errors.ts'
import { passing } from '../steps.ts'
import type { Address } from './address.ts'
import { type Database, latestMigration, MIGRATIONS, type Queries, refuseLater } from './database.ts'
import { isPassing, serverFault } from './faults.ts'

/** How long a server that is not there yet, or not there any more, is waited for, in milliseconds. */
export const SERVER_PATIENCE_MS = 5_000
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000

/** No statement of ours takes a tenth of it on a million articles, and one that hangs must not hang for ever. */
const STATEMENT_MS = 300_000
const CONNECT_MS = 5_000
/** So many at once are enough for one process: it writes one thing at a time. */
const CONNECTIONS = 4

/** Told to those who find the dossier in use, and shown in `pg_stat_activity`. */
const PROCESS = `entente process ${process.pid}`

const { INT8, DATE } = pg.types.builtins

/** As PGlite gives them: eight-byte integers as numbers, dates as they stand. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser(type, format) {
    if (type === INT8) return Number
    if (type === DATE) return (text: string) => text
    return pg.types.getTypeParser(type, format)
  },
}

/** Runs again what failed on the way to the server, with longer and longer pauses, until patience is at an end. */
async function patiently<T>(attempt: () => Promise<T>, server: string, patience: number): Promise<T> {
  for (let waited = 0, wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isPassing(error) || waited >= patience) throw serverFault(error, server)
      await sleep(wait)
      waited += wait
    }
  }
}

function queriesOf(client: pg.ClientBase, server: string): Queries {
  return {
    async query<Row>(statement: string, parameters: readonly unknown[] = []) {
      try {
        const { rows } = await client.query<Row & pg.QueryResultRow>(statement, [...parameters])
        return { rows }
      } catch (error) {
        throw serverFault(error, server)
      }
    },
  }
}

/** The search path comes with the connection, so that no statement can run before it is set. */
function poolFor({ url, schema }: Address): pg.Pool {
  const whole = new URL(url)
  const given = whole.searchParams.get('options') ?? ''
  const timeout = whole.searchParams.get('statement_timeout') ?? String(STATEMENT_MS)
  const ours = ['search_path', schema, 'statement_timeout', timeout, 'timezone', 'UTC', 'jit', 'off']
  const settings = ours.flatMap((name, i) => (i % 2 === 0 ? [`-c ${name}=${ours[i + 1]}`] : []))
  whole.searchParams.set('options', [given, ...settings].join(' ').trim())
  const pool = new pg.Pool({
    connectionString: whole.href,
    application_name: `${PROCESS} on ${hostname()}`,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types: TYPES,
  })
  // An idle connection that breaks is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => {})
  // So can one break that is in use, between two queries.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** A connection that answers: one from the pool may have died while it lay idle. */
async function connected(pool: pg.Pool, first: string): Promise<pg.PoolClient> {
  const client = await pool.connect()
  try {
    await client.query(first)
    return client
  } catch (error) {
    client.release(true)
    throw error
  }
}

const READING = 'begin isolation level repeatable read read only'

interface Means {
  pool: pg.Pool
  server: string
  patience: number
}

/** Nothing is done before `begin` has been answered, so up to there it may be tried again. */
async function inTransaction<T>(
  { pool, server, patience }: Means,
  begin: string,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const client = await patiently(() => connected(pool, begin), server, patience)
  let isBroken = false
  try {
    const result = await work(queriesOf(client, server))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    throw serverFault(error, server)
  } finally {
    client.release(isBroken)
  }
}

async function applied(client: pg.ClientBase, schema: string): Promise<number> {
  const table = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `"${schema}".__drizzle_migrations`,
  ])
  if (!table.rows[0]?.there) return 0
  const found = await client.query<{ at: number | null }>(
    `select max(created_at) as at from "${schema}".__drizzle_migrations`,
  )
  return found.rows[0]?.at ?? 0
}

/** Brings the schema's tables up to date; of several processes that would, one does. */
async function migrateSchema({ pool, server, patience }: Means, { schema, text }: Address): Promise<void> {
  const client = await patiently(() => connected(pool, 'select 1'), server, patience)
  try {
    if ((await applied(client, schema)) < latestMigration()) {
      await client.query(`select pg_advisory_lock(hashtextextended('entente migrates ' || $1, 0))`, [schema])
      passing('migrate:begun')
      await migrate(drizzle(client), { migrationsFolder: MIGRATIONS, migrationsSchema: schema })
      passing('migrate:done')
    }
    refuseLater(await applied(client, schema), text)
  } catch (error) {
    throw serverFault(error instanceof Error && error.cause !== undefined ? error.cause : error, server)
  } finally {
    // The lock goes with the connection.
    client.release(true)
  }
}

/** A connection that keeps what is bound to it, such as an advisory lock, until it is released. */
export interface Held extends Queries {
  /** True once the line broke: what was bound to it is lost. */
  readonly isLost: boolean
  release(): void
}

export interface ServerDatabase extends Database {
  hold(): Promise<Held>
}

async function hold({ pool, server, patience }: Means): Promise<Held> {
  const client = await patiently(() => connected(pool, 'select 1'), server, patience)
  let isLost = false
  client.on('error', () => {
    isLost = true
  })
  return {
    query: queriesOf(client, server).query,
    get isLost() {
      return isLost
    },
    release: () => client.release(true),
  }
}

/** At most one snapshot at a time: one that is held keeps the server from clearing away what it sees. */
function makeSnapshots({ pool, server, patience }: Means) {
  let client: pg.PoolClient | null = null
  const release = () => {
    client?.release(true)
    client = null
  }
  return {
    release,
    async take(): Promise<Queries> {
      release()
      const fresh = await patiently(() => connected(pool, READING), server, patience)
      client = fresh
      return queriesOf(fresh, server)
    },
  }
}

/** True where the schema holds a dossier. Throws E_SERVER where the server cannot be asked. */
async function hasTables({ pool, server, patience }: Means, schema: string): Promise<boolean> {
  return patiently(
    async () => {
      const found = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
        `"${schema}".documents`,
      ])
      return found.rows[0]?.there === true
    },
    server,
    patience,
  )
}

export interface ServerOptions {
  /** Make the schema and its tables where there are none; else that is an error. */
  create?: boolean
  /** How long to wait for the server, in milliseconds. */
  serverPatience?: number
}

/** Opens a dossier's schema and brings its tables up to date. Throws E_SERVER, or E_NO_DOSSIER where none is there. */
export async function openServer(address: Address, options: ServerOptions = {}): Promise<ServerDatabase> {
  const { create = false, serverPatience: patience = SERVER_PATIENCE_MS } = options
  const { schema, server, text } = address
  const means: Means = { pool: poolFor(address), server, patience }
  try {
    if (!create && !(await hasTables(means, schema)))
      throw new EntenteError('E_NO_DOSSIER', `there is no dossier in ${text}; \`entente init\` makes one`)
    await migrateSchema(means, address)
  } catch (error) {
    await means.pool.end()
    throw error
  }
  const snapshots = makeSnapshots(means)
  const query: Queries['query'] = (statement, parameters) =>
    patiently(
      async () => {
        const client = await means.pool.connect()
        let fault: unknown = null
        try {
          const { rows } = await client.query(statement, parameters && [...parameters])
          return { rows }
        } catch (error) {
          fault = error
          throw error
        } finally {
          client.release(isPassing(fault))
        }
      },
      server,
      patience,
    )
  return {
    query,
    // Each has a connection of its own.
    peek: query,
    transaction: work => inTransaction(means, 'begin', work),
    reading: work => inTransaction(means, READING, work),
    snapshot: () => snapshots.take(),
    endSnapshot: () => snapshots.release(),
    hold: () => hold(means),
    async close() {
      snapshots.release()
      await means.pool.end()
    },
  }
}
