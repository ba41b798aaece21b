import { setImmediate } from 'node:timers/promises'
import { dateOf } from '../record/facts.ts'
import type { Record as EntenteRecord } from '../record/types.ts'
import { passing } from '../steps.ts'
import type { Queries } from './database.ts'
import { putSettings } from './documents.ts'
import { cited, pack, type Settled, type Stored, type StoredKind, unpack } from './pack.ts'
import { textsOf } from './texts.ts'

/** Rows to a statement: some two thousand facts. */
const BATCH = 100
/** Characters to a row, of which the database makes a third by compressing. */
const ROW = 6_000

const PUT = `
  insert into facts (kind, position, count, starts, ends, body)
  select kind, position, count, starts, ends, body
  from jsonb_to_recordset($1::jsonb)
    as r(kind text, position integer, count integer, starts date, ends date, body text)`

interface Row {
  kind: string
  position: number
  count: number
  starts: string | null
  ends: string | null
  body: string
}

const least = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a
const greatest = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a

function* rowsOf<K extends StoredKind>(
  kind: K,
  facts: readonly Stored[K][],
  numbers: ReadonlyMap<string, number>,
): Generator<Row> {
  const begin = (position: number): Row => ({ kind, position, count: 0, starts: null, ends: null, body: '' })
  let row = begin(0)
  for (const [position, fact] of facts.entries()) {
    const date = dateOf(fact)
    row.starts = least(row.starts, date?.start ?? date?.end ?? null)
    row.ends = greatest(row.ends, date?.end ?? date?.start ?? null)
    row.body += `${row.count === 0 ? '[' : ','}${pack(kind, fact, numbers)}`
    row.count++
    if (row.body.length < ROW) continue
    yield { ...row, body: `${row.body}]` }
    row = begin(position + 1)
  }
  if (row.count > 0) yield { ...row, body: `${row.body}]` }
}

function* allRows(record: EntenteRecord, settled: Settled[], numbers: ReadonlyMap<string, number>) {
  yield* rowsOf('document', settled, numbers)
  yield* rowsOf('actor', record.actors, numbers)
  yield* rowsOf('issue', record.issues, numbers)
  yield* rowsOf('event', record.events, numbers)
  yield* rowsOf('statement', record.statements, numbers)
  yield* rowsOf('position', record.positions, numbers)
  yield* rowsOf('forecast', record.forecasts, numbers)
  yield* rowsOf('driver', record.drivers, numbers)
  yield* rowsOf('factor', record.factors, numbers)
}

async function documentNumbers(queries: Queries): Promise<Map<string, number>> {
  const found = await queries.query<{ id: string; no: number }>('select id, no from documents')
  return new Map(found.rows.map(row => [row.id, row.no]))
}

/**
 * Puts the record in the place of the former one, within a transaction of the caller's. `settled` holds what changed
 * on documents.
 */
export async function writeFacts(
  queries: Queries,
  emptying: string,
  record: EntenteRecord,
  settled: Settled[],
  settings: { [key: string]: unknown },
): Promise<void> {
  const numbers = await documentNumbers(queries)
  await queries.query(emptying)
  passing('record:emptied')
  let batch: Row[] = []
  const flush = async () => {
    if (batch.length > 0) await queries.query(PUT, [JSON.stringify(batch)])
    batch = []
  }
  for (const row of allRows(record, settled, numbers)) {
    batch.push(row)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  await putSettings(queries, settings)
}

/** Rows to read at once: some hundreds of facts and the texts of their documents. */
const PAGE = 20

/** The record's facts of one kind, in its order, with their quotes. */
export async function* readFacts<K extends StoredKind>(queries: Queries, kind: K): AsyncGenerator<Stored[K]> {
  const texts = await textsOf(queries)
  for (let last = -1; ; ) {
    const page = await queries.query<{ position: number; body: string }>(
      'select position, body from facts where kind = $1 and position > $2 order by position limit $3',
      [kind, last, PAGE],
    )
    const numbers = new Set<number>()
    for (const { body } of page.rows) for (const no of cited(body)) numbers.add(no)
    const cutFrom = await texts(numbers)
    for (const row of page.rows) {
      const bodies: unknown[][] = JSON.parse(row.body)
      for (const values of bodies) yield unpack(kind, values, cutFrom)
    }
    const end = page.rows.at(-1)
    if (end === undefined) return
    last = end.position
    // A server answers others in between: an embedded database never waits for anything.
    await setImmediate()
  }
}
