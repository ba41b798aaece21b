/** A dossier on a server that several have open at once, and a server that goes away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bringUpToDate,
  changeWatches,
  isCurrent,
  openSession,
  removeDocuments,
  type Session,
  takeIn,
  watchesOf,
} from '../../src/pipeline.ts'
import { EntenteError } from '../../src/record/errors.ts'
import { listOf } from '../../src/record/facts.ts'
import { mergeSame } from '../../src/record/same.ts'
import type { Document } from '../../src/record/types.ts'
import type { Watch } from '../../src/record/watches.ts'
import { openStore } from '../../src/store/index.ts'
import { fill, rowsOf } from '../../src/transfer.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { aDocument } from './made-up.ts'
import { aSchema, askServer } from './server.ts'
import { NO_STAGES } from './stages.ts'

const stages = async () => NO_STAGES
const open = (place: string, more = {}) => openSession(place, { create: true, stages, patience: 0, ...more })

/** Runs with so many sessions on one place, as so many processes would be. */
async function withSessions<T>(
  place: string,
  n: number,
  work: (sessions: Session[]) => Promise<T>,
): Promise<T> {
  const sessions: Session[] = []
  for (let i = 0; i < n; i++) sessions.push(await open(place))
  try {
    return await work(sessions)
  } finally {
    for (const session of sessions) await session.store.close()
  }
}

/** The fault's code and words; fails where there is none. */
async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof EntenteError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('nothing failed')
}

const bySource = (a: Document, b: Document): number => (a.id < b.id ? -1 : 1)

describe('the name of a schema', () => {
  it('may be a word of SQL', async () => {
    const place = new URL(await aSchema())
    for (const name of ['all', 'order', 'user']) {
      place.searchParams.set('schema', name)
      for (let times = 0; times < 2; times++) {
        const session = await open(place.href)
        await takeIn(session, [aDocument('a.txt', 'One report.')])
        expect(await listOf(session.store.documents())).toHaveLength(1)
        await session.store.close()
      }
    }
  })
})

describe('many processes on one dossier', () => {
  it('take documents in at once, of which many are the same: none is lost, none is doubled', async () => {
    const place = await aSchema()
    const WORKERS = 4
    const texts = Array.from({ length: 30 }, (_, i) => `Report number ${i} of the harbour.`)
    const mine = (worker: number) =>
      texts.map((text, i) => aDocument(`w${worker}-${i % 7}.txt`, text, { title: `Report ${i}` }))
    await withSessions(place, WORKERS, async sessions => {
      const taken = await Promise.all(
        sessions.map(async (session, worker) => {
          const added: string[] = []
          const documents = mine(worker)
          for (let i = 0; i < documents.length; i += 5)
            added.push(...(await takeIn(session, documents.slice(i, i + 5))).added)
          return added
        }),
      )
      // Each is new to one of them alone.
      expect(taken.flat().sort()).toEqual(
        mine(0)
          .map(({ id }) => id)
          .sort(),
      )
      const [first] = sessions
      if (first === undefined) throw new Error('no session')
      const expected = mine(0)
        .map((document, i) =>
          Array.from({ length: WORKERS }, (_, worker) => mine(worker)[i] ?? document).reduce(mergeSame),
        )
        .sort(bySource)
      expect(await listOf(first.store.documents())).toEqual(expected)
      // The journal tells the same, with no number left out.
      await first.store.clear()
      await bringUpToDate(first)
      expect(await listOf(first.store.documents())).toEqual(expected)
    })
  })

  it('one finishes the record, the others are told who does', async () => {
    const place = await aSchema()
    await withSessions(place, 2, async ([one, two]) => {
      if (one === undefined || two === undefined) throw new Error('no sessions')
      await takeIn(one, [aDocument('a.txt', 'Norway and Peru talk.')])
      await one.store.exclusively(async () => {
        expect(await faultOf(bringUpToDate(two))).toMatch(
          new RegExp(
            `^E_IN_USE entente process ${process.pid} on \\S+ is at work on the record of postgres://`,
          ),
        )
      })
      await bringUpToDate(two)
      expect(await isCurrent(one)).toBe(true)
    })
  })

  it('a record is made again where another adds while it is made', async () => {
    const place = await aSchema()
    await withSessions(place, 1, async ([other]) => {
      if (other === undefined) throw new Error('no session')
      let reconciling = 0
      const slow = await open(place, {
        progress: (phase: string) => {
          if (phase === 'reconcile') reconciling++
        },
        async stages() {
          // Asked for after the documents have been read, and before the record is written.
          if (reconciling === 1) await takeIn(other, [aDocument('b.txt', 'They met.')])
          return NO_STAGES
        },
      })
      await takeIn(slow, [aDocument('a.txt', 'Norway and Peru talk.')])
      await bringUpToDate(slow)
      expect(reconciling).toBe(2)
      expect(await isCurrent(other)).toBe(true)
      expect((await listOf(slow.store.documents())).length).toBe(2)
      await slow.store.close()
    })
  })

  it('a reader sees one state, whatever comes and goes meanwhile', async () => {
    const place = await aSchema()
    await withSessions(place, 2, async ([reader, writer]) => {
      if (reader === undefined || writer === undefined) throw new Error('no sessions')
      const gone = aDocument('a.txt', 'Norway and Peru talk.')
      await takeIn(writer, [gone])
      const seen = await reader.store.frozen(async frozen => {
        const before = await listOf(frozen.documents())
        await removeDocuments(writer, [gone.id])
        return [before, await listOf(frozen.documents())]
      })
      expect(seen).toEqual([[gone], [gone]])
      expect(await listOf(reader.store.documents())).toEqual([])
    })
  })
})

describe('a schema', () => {
  it('is made once, although many make it at once', async () => {
    const place = await aSchema()
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(place, { create: true })))
    for (const store of stores) await store.close()
    const schema = new URL(place).searchParams.get('schema')
    const made = await askServer(place, `select count(*)::int as n from ${schema}.__drizzle_migrations`)
    expect(made[0]?.n).toBeGreaterThan(0)
    const tables = await askServer(
      place,
      `select count(*)::int as n from pg_tables where schemaname = 'drizzle' or (schemaname = 'public' and tablename = 'documents')`,
    )
    expect(tables[0]?.n).toBe(0)
  })

  it('of a later version is left alone', async () => {
    const place = await aSchema()
    await (await openStore(place, { create: true })).close()
    const schema = new URL(place).searchParams.get('schema')
    await askServer(
      place,
      `insert into ${schema}.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`,
    )
    expect(await faultOf(openStore(place))).toMatch(/^E_BROKEN .*later version of entente/)
  })

  it('that is not there is not made by reading', async () => {
    const place = await aSchema()
    expect(await faultOf(openStore(place))).toMatch(/^E_NO_DOSSIER/)
    const schema = new URL(place).searchParams.get('schema')
    expect(await askServer(place, `select 1 from pg_namespace where nspname = '${schema}'`)).toEqual([])
  })
})

const WATCH: Watch = {
  id: 'w1',
  url: 'https://harbour-gazette.example/feed',
  given: 'https://harbour-gazette.example/',
  kind: 'rss',
  name: 'The Harbour Gazette',
  every: 3600,
  since: null,
  added: '2031-05-02T00:00:00.000Z',
}

describe('filling', () => {
  const documents = Array.from({ length: 450 }, (_, i) => aDocument(`n${i}.txt`, `Text number ${i}.`))

  it('that was cut short is told, cannot be used, and goes on where it is run again', async () => {
    const [from, to] = [await aSchema(), await aSchema()]
    await withSessions(from, 1, async ([source]) => {
      if (source === undefined) throw new Error('no session')
      await takeIn(source, documents)
      await bringUpToDate(source)
      await changeWatches(source, [{ op: 'watch', watch: WATCH }])
      await source.store.apply({ settings: { 'watch:w1': { etag: '"1"' } } })
      const counts = { texts: 0, settings: 1, documents: 450, corrections: 0, watches: 1, coded: 450 }
      const session = source
      let given = 0
      async function* breaking() {
        for await (const row of rowsOf(session, session.store)) {
          if (given++ > 300) throw new Error('the line broke')
          yield row
        }
      }
      const load = { from: 'there', counts, rows: () => rowsOf(source, source.store) }
      await expect(fill(to, { ...load, rows: breaking }, { stages })).rejects.toThrow(/the line broke/)
      expect(await faultOf(open(to))).toMatch(/^E_BROKEN .* holds only a part of there/)
      expect(await faultOf(fill(to, { ...load, from: 'elsewhere' }, { stages }))).toMatch(
        /holds a part of there/,
      )
      await fill(to, load, { stages })
      await withSessions(to, 1, async ([target]) => {
        if (target === undefined) throw new Error('no session')
        expect(await listOf(target.store.documents())).toEqual(await listOf(source.store.documents()))
        expect(await watchesOf(target)).toEqual([WATCH])
        expect(await target.store.setting('watch:w1')).toEqual({ etag: '"1"' })
        expect(await isCurrent(target)).toBe(true)
      })
      // Once more when all is done: nothing comes, and nothing is wrong.
      await fill(to, load, { stages })
      await withSessions(to, 1, async ([target]) => {
        if (target === undefined) throw new Error('no session')
        await takeIn(target, [aDocument('later.txt', 'They met again.')])
      })
      expect(await faultOf(fill(to, load, { stages }))).toMatch(/holds documents already/)
    })
  })
})

describe('a server that goes away', () => {
  let cluster: Cluster
  let place: string
  beforeAll(async () => {
    cluster = await startCluster({ fsync: true })
    place = `${cluster.url}?schema=away`
  })
  afterAll(() => cluster.remove())

  it('is named without the password, and what to do', async () => {
    const wrong = place.replace(cluster.password, 'not-the-password')
    const none = place.replace('/postgres?', '/nowhere?')
    for (const [url, says] of [
      [wrong, /the password is wrong; PGPASSWORD/],
      [place.replace(`:${cluster.password}`, ''), /the password is wrong; PGPASSWORD/],
      [none, /no such database; create it/],
    ] as const) {
      const fault = await faultOf(openStore(url, { create: true, serverPatience: 0 }))
      expect(fault).toMatch(says)
      expect(fault).toContain(`E_SERVER PostgreSQL at 127.0.0.1:${cluster.port}: `)
      expect(fault).not.toMatch(new RegExp(`${cluster.password}|not-the-password`))
    }
  })

  it('in the middle of a batch: nothing of it is there, all before it is, and a rerun finishes', async () => {
    const [first, second] = [aDocument('a.txt', 'Norway and Peru talk.'), aDocument('b.txt', 'They met.')]
    const session = await open(place, { serverPatience: 3_000 })
    await takeIn(session, [first])
    const lost = session.store.commit(async () => {
      await cluster.crash()
      return {
        entries: [{ op: 'add', document: second }],
        change: { documents: [second] },
        result: null,
      }
    })
    expect(await faultOf(lost)).toMatch(/^E_SERVER .*the connection was lost; nothing .* half written/)
    expect(await faultOf(openStore(place, { serverPatience: 100 }))).toMatch(
      /^E_SERVER .*nobody answers there/,
    )
    await cluster.start()
    // The same session finds the server again by itself.
    expect((await listOf(session.store.documents())).map(({ id }) => id)).toEqual([first.id])
    expect((await takeIn(session, [first, second])).added).toEqual([second.id])
    await bringUpToDate(session)
    await session.store.close()
  })

  it('for a moment, while it starts anew, is waited for', async () => {
    await cluster.stop()
    setTimeout(() => void cluster.start(), 300)
    const session = await open(place, { serverPatience: 10_000 })
    expect((await listOf(session.store.documents())).length).toBe(2)
    await session.store.close()
  })
})
