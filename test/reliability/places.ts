/** Dossiers in every state from which a piece of work sets out, in a folder and on a server, and copies of them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { changeWatches, openSession, takeSearch } from '../../src/pipeline.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { openQueue } from '../../src/work/queue.ts'
import { done, here } from './program.ts'
import { FORMER, LATER, writeTexts } from './texts.ts'

export type StoreKind = 'folder' | 'server'
export const STORES: readonly StoreKind[] = ['folder', 'server']

/**
 * `none`: nothing is there. `some`: the first articles, a correction, a watch, a saved search. `full`: all articles.
 * `old`: the same with the tables and the rules of an older version. `queued`: some, and the others in the queue.
 */
export type State = 'none' | 'some' | 'full' | 'old' | 'queued'

const SCHEMA = 'dossier'

const WATCH = {
  id: 'w1',
  url: 'https://harbour-gazette.example/feed',
  given: 'https://harbour-gazette.example/',
  kind: 'rss' as const,
  name: 'The Harbour Gazette',
  every: 3600,
  since: null,
  added: '2021-05-02T00:00:00.000Z',
}
const SEARCH = { id: 's1', name: 'salmon', q: 'salmon', at: '2021-05-02T00:00:00.000Z', isForgotten: false }

/** `--dossier FOLDER` or `--database postgres://…`. */
export const at = (place: string): [string, string] => [
  place.startsWith('postgres') ? '--database' : '--dossier',
  place,
]

/** Makes the tables as they were two migrations ago, and their contents those of older rules. */
const OLDER = (schema: string, migrations: string): string[] => [
  `drop table ${schema}journal`,
  `alter index ${schema}documents_words reset (gin_pending_list_limit)`,
  `delete from ${migrations} where created_at > (select min(created_at) from ${migrations})`,
  `update ${schema}understandings set coding = 'older'`,
  `update ${schema}settings set value = '"older"' where key = 'record'`,
  // On a server the journal came with the tables that are gone.
  ...(schema === '' ? [] : [`delete from ${schema}settings where key = 'journal'`]),
]

async function fillFirst(place: string, articles: string): Promise<void> {
  await done(here(['init', '--states', 'NOR,PER', ...at(place)]), 'init')
  await done(here(['add', articles, ...at(place)]), 'add')
  const listed = await done(here(['timeline', '--format', 'json', ...at(place)]), 'timeline')
  const [event]: { id: string }[] = JSON.parse(listed)
  await done(here(['review', 'note', event?.id ?? '', 'Seen', ...at(place)]), 'review')
  const session = await openSession(place)
  await changeWatches(session, [{ op: 'watch', watch: WATCH }])
  await takeSearch(session, SEARCH)
  await session.store.close()
}

/** Where all of a suite's dossiers are: a folder for temporary files, and databases of one server. */
export class Places {
  readonly folder = mkdtempSync(join(tmpdir(), 'entente-kill-'))
  readonly former = writeTexts(join(this.folder, 'former'), FORMER)
  readonly later = writeTexts(join(this.folder, 'later'), LATER)
  readonly #server: string
  readonly #bases = new Map<string, Promise<string>>()
  readonly #name = `kill_${process.pid}_${process.hrtime.bigint()}`
  #made = 0

  /** `server`: of a PostgreSQL whose user may make databases. */
  constructor(server: string) {
    this.#server = server
  }

  async #ask(statement: string, database?: string): Promise<void> {
    const url = new URL(this.#server)
    if (database !== undefined) url.pathname = database
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }

  #address(database: string): string {
    const url = new URL(this.#server)
    url.pathname = database
    return `${url.href}?schema=${SCHEMA}`
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** An empty folder that is not there yet, or a database without a schema. */
  async #empty(kind: StoreKind, from = 'template1'): Promise<string> {
    const name = `${this.#name}_${this.#made++}`
    if (kind === 'folder') return this.path(name)
    await this.#ask(`create database ${name} template ${from}`)
    return this.#address(name)
  }

  /** A dossier in this state that belongs to whoever asks. */
  async copy(state: State, kind: StoreKind): Promise<string> {
    if (state === 'none') return this.#empty(kind)
    const base = await this.#base(state, kind)
    if (kind === 'server') return this.#empty(kind, new URL(base).pathname.slice(1))
    const place = await this.#empty(kind)
    cpSync(base, place, { recursive: true })
    return place
  }

  async drop(place: string): Promise<void> {
    if (!place.startsWith('postgres')) rmSync(place, { recursive: true, force: true })
    else await this.#ask(`drop database ${new URL(place).pathname.slice(1)} with (force)`)
  }

  /** Made once, whoever asks for it. */
  #base(state: State, kind: StoreKind): Promise<string> {
    const key = `${state} ${kind}`
    const made = this.#bases.get(key) ?? this.#make(state, kind)
    this.#bases.set(key, made)
    return made
  }

  async #make(state: State, kind: StoreKind): Promise<string> {
    if (state === 'some' && kind === 'server') {
      const place = await this.#empty(kind)
      await fillFirst(place, this.former)
      return place
    }
    if (state === 'some') {
      // The same corrections to the second, and not made again.
      const place = await this.#empty(kind)
      const from = await this.copy('some', 'server')
      await done(here(['move', '--from', from, '--to', place]), 'move')
      await this.drop(from)
      return place
    }
    const place = await this.copy(state === 'old' ? 'full' : 'some', kind)
    if (state === 'full') await done(here(['add', this.later, ...at(place)]), 'add')
    if (state === 'old') await this.#makeOlder(place)
    if (state === 'queued') {
      // A batch that is given back is tried again at once, not after seconds.
      const queue = await openQueue(place, { retryDelay: 0 })
      await queue.close()
      await done(here(['enqueue', this.later, ...at(place)]), 'enqueue')
    }
    return place
  }

  async #makeOlder(place: string): Promise<void> {
    if (place.startsWith('postgres')) {
      const database = new URL(place).pathname.slice(1)
      for (const statement of OLDER(`${SCHEMA}.`, `${SCHEMA}.__drizzle_migrations`))
        await this.#ask(statement, database)
      return
    }
    const database = await openEmbedded(join(place, 'store'))
    for (const statement of OLDER('', 'drizzle.__drizzle_migrations')) await database.query(statement)
    await database.close()
  }

  async remove(): Promise<void> {
    for (const base of this.#bases.values()) {
      const place = await base.catch(() => null)
      if (place !== null) await this.drop(place)
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}
