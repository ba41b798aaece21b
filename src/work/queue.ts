/**
 * The queue of a dossier on a server: files wait in `inbox`, jobs of pg-boss name a batch of them. All of it has a
 * schema of its own beside the dossier's, so that it can be thrown away without touching a record.
 */
import { hostname } from 'node:os'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import PgBoss from 'pg-boss'
import { EntenteError } from '../record/errors.ts'
import { shortHash } from '../record/ids.ts'
import { passing } from '../steps.ts'
import { isAddress, parseAddress } from '../store/address.ts'
import { adopt, lost, missed, said } from './missed.ts'
import { BATCHES, DEAD, makeQueues, type QueueOptions, RECONCILING } from './queues.ts'
import { TABLES } from './tables.ts'

/** A file, or a stretch of one, as it was found: to be read by whoever takes it. */
export interface Item {
  source: string
  /** Number of its first line in its file, from 1. */
  firstLine: number
  bytes: Uint8Array
  beside?: Beside
}

/** What an archive says of a page. */
export interface Beside {
  url?: string | null
  /** ISO 8601. */
  retrieved?: string | null
  charset?: string | null
  /** True of a page that a crawler took: most of these are no articles, and nothing is wrong with that. */
  crawled?: boolean
}

export interface Waiting extends Item {
  no: number
}

export interface Batch {
  job: string
  /** How often it was begun before. */
  retries: number
  items: Waiting[]
}

/** A file that could not be read, or only in part: told, and not tried again. */
export interface Trouble {
  source: string
  code: string
  message: string
}

/** An item that is in the dossier, or will never be. */
export interface Settled {
  no: number
  troubles: readonly Trouble[]
}

export interface Done {
  documents: number
  /** Milliseconds. */
  took: number
}

export interface Queue {
  readonly schema: string
  query<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  /** Puts items in, as batches; returns when they are safe. */
  put(items: readonly Item[]): Promise<void>
  /** The next batch, now this worker's own; null where none waits. */
  take(worker: string): Promise<Batch | null>
  settle(items: readonly Settled[]): Promise<void>
  finish(worker: string, batch: Batch, done: Done): Promise<void>
  /** Gives a batch back, to be tried again later or, after the last time, to lie among the dead. */
  fail(worker: string, job: string, why: string): Promise<void>
  /** Asks for the record to be made, at once or, where it was asked for already, then. */
  askToReconcile(afterSeconds: number): Promise<void>
  /** Takes the asking, if it is due; `early` also if it is not yet. */
  takeReconciling(worker: string, early: boolean): Promise<string | null>
  reconciled(worker: string, job: string, why: string | null): Promise<void>
  /** True where no batch waits or is worked on. */
  isEmpty(): Promise<boolean>
  /** True where the record is asked for or being made. */
  isReconciling(): Promise<boolean>
  /** A sign of life; gives back batches of workers that give none. Returns how many. */
  beat(worker: string): Promise<number>
  leave(worker: string): Promise<void>
  /** Gives back at once what dead processes of this machine were at. Returns how many. */
  adopt(): Promise<number>
  /** Gives back what a process of this machine was at that has ended without a word. */
  lost(pid: number): Promise<void>
  /** Puts dead batches back, to be tried as if for the first time; null: all of them. Returns how many. */
  requeue(jobs: readonly string[] | null): Promise<number>
  /** Throws dead batches away, with the files that are still in them. Returns how many. */
  discard(jobs: readonly string[] | null): Promise<number>
  close(): Promise<void>
}

interface Payload {
  items: number[]
}

/** pg-boss takes names of fifty characters at most. */
function schemaOf(dossier: string): string {
  return dossier.length <= 44 ? `${dossier}_queue` : `${dossier.slice(0, 30)}_${shortHash(dossier)}_queue`
}

/** Opens the queue beside the dossier at a server's address. Throws E_USAGE for a folder, E_SERVER. */
export async function openQueue(place: string, options: QueueOptions = {}): Promise<Queue> {
  if (!isAddress(place))
    throw new EntenteError(
      'E_USAGE',
      'a queue needs a server that several machines reach: --database postgres://user@host/db; into a folder, `entente add` reads at once',
    )
  const { url, schema: dossier, server } = parseAddress(place)
  const schema = schemaOf(dossier)
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    application_name: `entente queue ${process.pid} on ${hostname()}`,
    options: `-c search_path=${schema} -c timezone=UTC`,
  })
  pool.on('error', () => {})
  const asked = async <Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return (await pool.query<Row & pg.QueryResultRow>(statement, [...values])).rows
    } catch (error) {
      throw faultOf(error, server)
    }
  }
  const boss = new PgBoss({
    db: { executeSql: asksOf(pool, server) },
    schema,
    // Its own clockwork would run in every worker; what is overdue is looked for with each sign of life.
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  try {
    await boss.start()
    await makeQueues(boss, options)
    for (const statement of TABLES) await asked(statement)
  } catch (error) {
    await pool.end()
    throw faultOf(error, server)
  }
  return queueOf({ boss, pool, schema, server, asked })
}

type Asks = PgBoss.Db['executeSql']

/** As pg-boss asks: its faults, too, name the server. */
function asksOf(client: Pick<pg.ClientBase, 'query'>, server: string): Asks {
  return async (text, values) => {
    try {
      return await client.query(text, values)
    } catch (error) {
      throw faultOf(error, server)
    }
  }
}

function faultOf(error: unknown, server: string): EntenteError {
  if (error instanceof EntenteError) return error
  const message = error instanceof Error ? error.message || String(error.name) : String(error)
  return new EntenteError(
    'E_SERVER',
    `PostgreSQL at ${server}: ${message}; what waits in the queue is safe, run the same again`,
    { cause: error },
  )
}

export interface Means {
  boss: PgBoss
  pool: pg.Pool
  schema: string
  server: string
  asked: Queue['query']
}

/** pg-boss and this asking as one client, so that all of it is there or nothing. */
async function inTransaction<T>({ pool, server }: Means, work: (db: PgBoss.Db) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw faultOf(error, server)
  })
  let isBroken = false
  try {
    await client.query('begin')
    const result = await work({ executeSql: asksOf(client, server) })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    throw faultOf(error, server)
  } finally {
    client.release(isBroken)
  }
}

interface Row {
  no: number
  source: string
  first_line: number
  bytes: Uint8Array
  beside: Beside
}

/** Items of a batch together: small ones share the cost of a commit, a large one bounds what a crash costs. */
const BATCH = { items: 32, bytes: 2_000_000 }

function* batchesOf(items: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for (const item of items) {
    batch.push(item)
    bytes += item.bytes.length
    if (batch.length < BATCH.items && bytes < BATCH.bytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/** Items and the job that names them come in one transaction: neither is ever there without the other. */
async function put(means: Means, items: readonly Item[]): Promise<void> {
  await inTransaction(means, async db => {
    for (const batch of batchesOf(items)) {
      const rows = batch.map(({ source, firstLine, bytes, beside = {} }) => ({
        source,
        beside,
        first_line: firstLine,
        bytes: gzipSync(bytes, { level: 1 }).toString('base64'),
      }))
      const found = await db.executeSql(
        `insert into inbox (source, first_line, bytes, beside)
         select source, first_line, decode(bytes, 'base64'), beside
         from jsonb_to_recordset($1::jsonb) as r(source text, first_line integer, bytes text, beside jsonb)
         returning no`,
        [JSON.stringify(rows)],
      )
      passing('enqueue:items')
      const data: Payload = { items: found.rows.map(row => Number(row.no)) }
      await means.boss.insert([{ name: BATCHES, data }], { db })
    }
  })
  passing('enqueue:put')
}

/** The next job of a queue and the note whose it is, in one: there is no moment in which it is nobody's. */
async function claim<T extends object>(
  means: Means,
  worker: string,
  name: string,
  options: PgBoss.FetchOptions,
): Promise<PgBoss.JobWithMetadata<T> | null> {
  return inTransaction(means, async db => {
    await db.executeSql('savepoint taking', [])
    const [job] = await means.boss.fetch<T>(name, { ...options, db, includeMetadata: true, batchSize: 1 })
    if (job === undefined) {
      // Also where another took it in the same moment, or where the line broke, of which the fetching says nothing.
      await db.executeSql('rollback to savepoint taking', [])
      return null
    }
    await db.executeSql(
      `insert into workers (id, host, pid, job) values ($1, $2, $3, $4)
       on conflict (id) do update set job = excluded.job, seen = now()`,
      [worker, hostname(), process.pid, job.id],
    )
    return job
  })
}

async function take(means: Means, worker: string): Promise<Batch | null> {
  const job = await claim<Payload>(means, worker, BATCHES, {})
  if (job === null) return null
  const rows = await means.asked<Row>(
    'select no::float8 as no, source, first_line, bytes, beside from inbox where no = any($1) order by no',
    [job.data.items],
  )
  const items = rows.map(row => ({
    no: row.no,
    source: row.source,
    firstLine: row.first_line,
    bytes: gunzipSync(row.bytes),
    beside: row.beside,
  }))
  passing('work:taken')
  return { job: job.id, retries: job.retryCount, items }
}

/** A dead batch's files go back under a new job, in one transaction. */
async function requeue(means: Means, jobs: readonly string[] | null): Promise<number> {
  return inTransaction(means, async db => {
    const { rows } = await db.executeSql(
      `delete from job where name = $1 and state = 'created' and ($2::text[] is null or id::text = any($2)) returning data`,
      [DEAD, jobs],
    )
    const fresh = rows.map(({ data }: { data: Payload }) => ({ name: BATCHES, data: { items: data.items } }))
    if (fresh.length > 0) await means.boss.insert(fresh, { db })
    return rows.length
  })
}

function queueOf(means: Means): Queue {
  const { boss, pool, schema, asked } = means
  return {
    schema,
    query: asked,
    put: items => put(means, items),
    take: worker => take(means, worker),
    async settle(items) {
      await asked(
        `with gone as (delete from inbox where no = any($1))
         insert into troubles (source, code, message)
         select source, code, message from jsonb_to_recordset($2::jsonb) as r(source text, code text, message text)`,
        [items.map(({ no }) => no), JSON.stringify(items.flatMap(({ troubles }) => troubles))],
      )
    },
    async finish(worker, batch, { documents, took }) {
      await boss.complete(BATCHES, batch.job)
      await asked(
        'update workers set job = null, seen = now(), batches = batches + 1, documents = documents + $2 where id = $1',
        [worker, documents],
      )
      await asked('insert into done (documents, took) values ($1, $2)', [documents, Math.round(took)])
    },
    async fail(worker, job, why) {
      await boss.fail(BATCHES, job, said(why))
      await asked('update workers set job = null, seen = now(), failures = failures + 1 where id = $1', [
        worker,
      ])
    },
    async askToReconcile(afterSeconds) {
      await boss.send(RECONCILING, {}, { startAfter: afterSeconds })
    },
    async takeReconciling(worker, early) {
      const job = await claim(means, worker, RECONCILING, { ignoreStartAfter: early })
      return job?.id ?? null
    },
    async reconciled(worker, job, why) {
      if (why === null) await boss.complete(RECONCILING, job)
      else await boss.fail(RECONCILING, job, said(why))
      await asked('update workers set job = null, seen = now() where id = $1', [worker])
    },
    async isEmpty() {
      return (await boss.getQueueSize(BATCHES, { before: 'completed' })) === 0
    },
    async isReconciling() {
      return (await boss.getQueueSize(RECONCILING, { before: 'completed' })) > 0
    },
    async beat(worker) {
      await asked(
        `insert into workers (id, host, pid) values ($1, $2, $3)
         on conflict (id) do update set seen = now()`,
        [worker, hostname(), process.pid],
      )
      return missed(means)
    },
    async leave(worker) {
      await asked('delete from workers where id = $1', [worker])
    },
    adopt: () => adopt(means),
    lost: pid => lost(means, pid),
    requeue: jobs => requeue(means, jobs),
    async discard(jobs) {
      const rows = await asked<{ no: number }>(
        `with dead as (delete from job where name = $1 and state = 'created'
           and ($2::text[] is null or id::text = any($2)) returning data),
         gone as (delete from inbox where no in
           (select jsonb_array_elements_text(data->'items')::bigint from dead))
         select 1 as no from dead`,
        [DEAD, jobs],
      )
      return rows.length
    },
    async close() {
      await boss.stop({ graceful: false, wait: false, close: false })
      await pool.end()
    },
  }
}
