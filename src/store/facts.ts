import { dateOf } from '../record/facts.ts'
import type { Record as EntenteRecord } from '../record/types.ts'
import type { Database } from './database.ts'
import { cited, pack, type Settled, type Stored, type StoredKind, type Texts, unpack } from './pack.ts'

/** Enough for one statement; a larger one only costs memory. */
const BATCH = 500

const PUT = `
  insert into facts (kind, id, position, starts, ends, body)
  select kind, id, position, starts, ends, body
  from jsonb_to_recordset($1::jsonb) as r(kind text, id text, position integer, starts date, ends date, body text)`

function* rowsOf<K extends StoredKind>(
  kind: K,
  facts: readonly Stored[K][],
  numbers: ReadonlyMap<string, number>,
) {
  for (const [position, fact] of facts.entries()) {
    const date = dateOf(fact)
    yield {
      kind,
      id: fact.id,
      position,
      starts: date?.start ?? null,
      ends: date?.end ?? null,
      body: pack(kind, fact, numbers),
    }
  }
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

async function documentNumbers(database: Database): Promise<Map<string, number>> {
  const found = await database.client.query<{ id: string; no: number }>('select id, no from documents')
  return new Map(found.rows.map(row => [row.id, row.no]))
}

/** Puts the record in the place of the former one, all at once. `settled` holds what changed on documents. */
export async function writeFacts(
  database: Database,
  record: EntenteRecord,
  settled: Settled[],
  settings: { [key: string]: unknown },
): Promise<void> {
  const numbers = await documentNumbers(database)
  await database.client.transaction(async tx => {
    // Not `delete`: its dead rows would stay, as nothing vacuums an embedded database.
    await tx.exec('truncate facts')
    let batch: unknown[] = []
    for (const row of allRows(record, settled, numbers)) {
      batch.push(row)
      if (batch.length < BATCH) continue
      await tx.query(PUT, [batch])
      batch = []
    }
    if (batch.length > 0) await tx.query(PUT, [batch])
    await tx.query(
      `insert into settings (key, value) select key, value from jsonb_each($1::jsonb)
       on conflict (key) do update set value = excluded.value`,
      [settings],
    )
  })
}

async function textsFor(database: Database, bodies: string[]): Promise<Texts> {
  const numbers = new Set<number>()
  for (const body of bodies) for (const no of cited(body)) numbers.add(no)
  if (numbers.size === 0) return new Map()
  const found = await database.client.query<{ no: number; id: string; text: string }>(
    'select no, id, text from documents where no = any($1)',
    [[...numbers]],
  )
  return new Map(found.rows.map(row => [row.no, row]))
}

/** The record's facts of one kind, in its order, with their quotes. */
export async function* readFacts<K extends StoredKind>(
  database: Database,
  kind: K,
): AsyncGenerator<Stored[K]> {
  for (let last = -1; ; ) {
    const page = await database.client.query<{ position: number; body: string }>(
      'select position, body from facts where kind = $1 and position > $2 order by position limit $3',
      [kind, last, BATCH],
    )
    const texts = await textsFor(
      database,
      page.rows.map(row => row.body),
    )
    for (const row of page.rows) yield unpack(kind, row.body, texts)
    const end = page.rows.at(-1)
    if (end === undefined) return
    last = end.position
  }
}
