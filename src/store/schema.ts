/** A dossier in a schema of a PostgreSQL server, open in as many processes as like. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { EntenteError } from '../record/errors.ts'
import { type Address, parseAddress } from './address.ts'
import { putSettings } from './documents.ts'
import { tableJournal } from './journal-table.ts'
import { PATIENCE_MS } from './lock.ts'
import type { StoreOptions } from './options.ts'
import { type Held, openServer, type ServerDatabase } from './server.ts'
import { DERIVED_SETTINGS, type Store, storeOf } from './store.ts'

/** Two locks a dossier, told apart by their names: one for a moment's committing, one for long work. */
const key = (what: 'commits' | 'long work', schema: string): string => `entente ${what} ${schema}`

const WAIT_MS = 50

async function holderOf(held: Held, name: string): Promise<string> {
  const found = await held.query<{ who: string }>(
    `select a.application_name as who from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.database = a.datid
       and (l.classid::int8 << 32 | l.objid::int8) = hashtextextended($1, 0)`,
    [name],
  )
  return found.rows[0]?.who ?? 'another entente process'
}

/** Takes the lock of long work on a connection of its own; with the connection it goes, also where the process dies. */
async function takeLock(
  database: ServerDatabase,
  { schema, text }: Address,
  patience: number,
): Promise<Held> {
  const name = key('long work', schema)
  const held = await database.hold()
  try {
    for (let waited = 0; ; waited += WAIT_MS) {
      const got = await held.query<{ got: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
        [name],
      )
      if (got.rows[0]?.got) return held
      if (waited >= patience)
        throw new EntenteError(
          'E_IN_USE',
          `${await holderOf(held, name)} is at work on the record of ${text}; try again when it has ended`,
        )
      await sleep(WAIT_MS)
    }
  } catch (error) {
    held.release()
    throw error
  }
}

/** Work inside of work that holds the lock has it already. */
function makeExclusively(database: ServerDatabase, address: Address, patience: number): Store['exclusively'] {
  const inside = new AsyncLocalStorage<true>()
  return async work => {
    if (inside.getStore()) return work()
    const held = await takeLock(database, address, patience)
    try {
      const result = await inside.run(true, work)
      if (held.isLost)
        throw new EntenteError(
          'E_SERVER',
          `PostgreSQL at ${address.server}: the connection was lost; run the same again and it finishes`,
        )
      return result
    } finally {
      held.release()
    }
  }
}

async function clearAll(database: ServerDatabase, schema: string): Promise<void> {
  await database.transaction(async queries => {
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key('commits', schema)])
    for (const table of ['facts', 'understandings', 'documents']) await queries.query(`delete from ${table}`)
    await queries.query('delete from settings where key = any($1)', [[...DERIVED_SETTINGS]])
  })
}

/** Opens a dossier on a server. Throws E_USAGE, E_SERVER, E_NO_DOSSIER, or with `fresh` E_IN_USE. */
export async function openSchema(place: string, options: StoreOptions = {}): Promise<Store> {
  const address = parseAddress(place)
  const { schema } = address
  const database = await openServer(address, options)
  const exclusively = makeExclusively(database, address, options.patience ?? PATIENCE_MS)
  const store = storeOf({
    place: address.text,
    isShared: true,
    engine: 'PostgreSQL',
    journal: tableJournal(database),
    database: () => database,
    // Not `truncate`: it takes the rows from under those who are reading.
    emptying: 'delete from facts',
    async lock(queries) {
      await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key('commits', schema)])
    },
    exclusively,
    async text(name) {
      const text = await store.setting(name)
      return typeof text === 'string' ? text : null
    },
    setText: (name, text) => database.transaction(queries => putSettings(queries, { [name]: text })),
    clear: () => clearAll(database, schema),
    close: () => database.close(),
  })
  try {
    if (options.fresh) await exclusively(() => store.clear())
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}
