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
import { isAddress, parseAddress } from '../store/address.ts'
import { TABLES } from './tables.ts'

/** A file, or a stretch of one, as it was found: to be read by whoever takes it. */
export interface Item {
  source: string
  /** Number of its first line in its file, from 1. */
  firstLine: number
  bytes: Uint8Array
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

export const BATCHES = 'batches'
export const RECONCILING = 'reconciling'
export const DEAD = 'dead'

/** A worker that died without a word is missed after so long; one that lives says so every few seconds. */
export const MISSED_AFTER_S = 30
/** Longer than any batch takes; a worker that hangs is not waited for longer. */
const EXPIRES_S = 600
const RETRIES = 4
const FOR_EVER_DAYS = 3650

export interface QueueOptions {
  /** Seconds before a batch that failed is tried again, doubled each time. */
  retryDelay?: number
  /** How often it is tried again before it lies among the dead. */
  retries?: number
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
  takeReconciling(early: boolean): Promise<string | null>
  reconciled(job: string, why: string | null): Promise<void>
  /** True where no batch waits or is worked on. */
  isEmpty(): Promise<boolean>
  /** True where the record is asked for or being made. */
  isReconciling(): Promise<boolean>
  /** A sign of life; gives back batches of workers that give none. Returns how many. */
  beat(worker: string): Promise<number>
  leave(worker: string): Promise<void>
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

const said = (why: string) => ({ message: why })

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
    db: { executeSql: (text, values) => pool.query(text, values) },
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
  return queueOf({ boss, pool, schema, asked })
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

async function makeQueues(boss: PgBoss, { retryDelay = 5, retries = RETRIES }: QueueOptions): Promise<void> {
  await boss.createQueue(DEAD, { name: DEAD, retryLimit: 0, retentionDays: FOR_EVER_DAYS })
  await boss.createQueue(BATCHES, {
    name: BATCHES,
    retryLimit: retries,
    retryDelay,
    retryBackoff: true,
    expireInSeconds: EXPIRES_S,
    retentionDays: FOR_EVER_DAYS,
    deadLetter: DEAD,
  })
  // One that waits and one that is worked on, never more.
  await boss.createQueue(RECONCILING, {
    name: RECONCILING,
    policy: 'stately',
    retryLimit: RETRIES,
    retryDelay,
    expireInHours: 12,
    retentionDays: FOR_EVER_DAYS,
  })
}

interface Means {
  boss: PgBoss
  pool: pg.Pool
  schema: string
  asked: Queue['query']
}

interface Row {
  no: number
  source: string
  first_line: number
  bytes: Uint8Array
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
async function put({ boss, pool }: Means, items: readonly Item[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const batch of batchesOf(items)) {
      const rows = batch.map(({ source, firstLine, bytes }) => ({
        source,
        first_line: firstLine,
        bytes: gzipSync(bytes, { level: 1 }).toString('base64'),
      }))
      const found = await client.query<{ no: string }>(
        `insert into inbox (source, first_line, bytes)
         select source, first_line, decode(bytes, 'base64')
         from jsonb_to_recordset($1::jsonb) as r(source text, first_line integer, bytes text) returning no`,
        [JSON.stringify(rows)],
      )
      const data: Payload = { items: found.rows.map(row => Number(row.no)) }
      await boss.insert([{ name: BATCHES, data }], {
        db: { executeSql: (text, values) => client.query(text, values) },
      })
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function take({ boss, asked }: Means, worker: string): Promise<Batch | null> {
  const [job] = await boss.fetch<Payload>(BATCHES, { includeMetadata: true, batchSize: 1 })
  if (job === undefined) return null
  await asked('update workers set job = $2, seen = now() where id = $1', [worker, job.id])
  const rows = await asked<Row>(
    'select no::float8 as no, source, first_line, bytes from inbox where no = any($1) order by no',
    [job.data.items],
  )
  const items = rows.map(row => ({
    no: row.no,
    source: row.source,
    firstLine: row.first_line,
    bytes: gunzipSync(row.bytes),
  }))
  return { job: job.id, retries: job.retryCount, items }
}

interface Gone {
  id: string
  job: string | null
}

async function giveBack({ boss }: Means, gone: readonly Gone[], why: string): Promise<void> {
  for (const { id, job } of gone) if (job !== null) await boss.fail(BATCHES, job, said(`worker ${id} ${why}`))
}

/** Workers that gave no sign of life for long, and what they were at. */
async function missed(means: Means): Promise<number> {
  const gone = await means.asked<Gone>(
    `delete from workers where seen < now() - interval '1 second' * $1 returning id, job`,
    [MISSED_AFTER_S],
  )
  await giveBack(means, gone, 'gave no sign of life any more')
  await means.boss.expire()
  await means.asked(`delete from done where at < now() - interval '1 day'`)
  return gone.length
}

/** A dead batch's files go back under a new job, in one transaction. */
async function requeue({ boss, pool }: Means, jobs: readonly string[] | null): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ data: Payload }>(
      `delete from job where name = $1 and state = 'created' and ($2::text[] is null or id::text = any($2)) returning data`,
      [DEAD, jobs],
    )
    const fresh = rows.map(({ data }) => ({ name: BATCHES, data: { items: data.items } }))
    if (fresh.length > 0)
      await boss.insert(fresh, { db: { executeSql: (text, values) => client.query(text, values) } })
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
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
    async takeReconciling(early) {
      const [job] = await boss.fetch(RECONCILING, { ignoreStartAfter: early })
      return job?.id ?? null
    },
    async reconciled(job, why) {
      if (why === null) await boss.complete(RECONCILING, job)
      else await boss.fail(RECONCILING, job, said(why))
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
    async lost(pid) {
      const gone = await asked<Gone>('delete from workers where host = $1 and pid = $2 returning id, job', [
        hostname(),
        pid,
      ])
      await giveBack(means, gone, 'fell over')
    },
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
