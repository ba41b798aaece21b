/** What every store must do, whatever it keeps its rows in. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listOf } from '../../src/record/facts.ts'
import { type Entry, openStore, type Store } from '../../src/store/index.ts'
import { aDocument, anEvent, aRecord, nothingIn, onDay } from './made-up.ts'

export interface Place {
  /** What `openStore` is given. */
  place: string
  remove(): void
}

const talks = aDocument(
  'b.txt',
  'Ministers of Norway and Peru met in Oslo.\n\nThey signed nothing “yet”, 日本 said.',
)
const tariff = aDocument('a.txt', 'Peru raised a tariff on salmon. Exports fell.', { published: null })

const adding = (...documents: (typeof talks)[]): Entry[] =>
  documents.map(document => ({ op: 'add', document }))

/** Runs the suite on one place: to open a folder's database takes longer than all that is then done in it. */
export function testStore(aPlace: () => Promise<Place>): void {
  let place: string
  let remove: () => void
  let store: Store
  /** Where the journal ends before a test. */
  let start: number

  beforeAll(async () => {
    const made = await aPlace()
    place = made.place
    remove = made.remove
    store = await openStore(place, { create: true })
  })

  afterAll(async () => {
    await store.close()
    remove()
  })

  beforeEach(async () => {
    start = await store.journal.end()
    const removed = (await listOf(store.documents())).map(({ id }) => id)
    await store.apply({ removed, settings: { journal: start, record: null } })
    await store.writeRecord(aRecord([]), [], {}, start)
  })

  describe('documents', () => {
    it('come back as they went in, by id', async () => {
      await store.apply({ documents: [talks, tariff] })
      const expected = [talks, tariff].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(await listOf(store.documents())).toEqual(expected)
      expect(Object.keys((await listOf(store.documents()))[0] ?? {})).toEqual(Object.keys(talks))
    })

    it('take the place of the former version under the same id', async () => {
      await store.apply({ documents: [talks] })
      await store.apply({ documents: [{ ...talks, alsoFrom: ['c.txt'] }] })
      expect((await listOf(store.documents())).map(d => d.alsoFrom)).toEqual([['c.txt']])
    })

    it('page through hundreds', async () => {
      const many = Array.from({ length: 450 }, (_, i) => aDocument(`n${i}.txt`, `Text number ${i}.`))
      await store.apply({ documents: many })
      expect(new Set((await listOf(store.documents())).map(d => d.id)).size).toBe(450)
    })

    it('leave with all that they say', async () => {
      const coded = [{ anchor: '', coding: 'one', understanding: nothingIn(talks) }]
      await store.apply({ documents: [talks, tariff], coded })
      await store.apply({ removed: [talks.id] })
      expect((await listOf(store.documents())).map(d => d.id)).toEqual([tariff.id])
      expect(await listOf(store.coded())).toEqual([])
    })

    it('are written whole or not at all', async () => {
      const broken = { ...tariff, text: 'a NUL \u0000 that Postgres refuses' }
      await expect(store.apply({ documents: [talks, broken] })).rejects.toThrow()
      expect(await listOf(store.documents())).toEqual([])
    })
  })

  describe('understandings', () => {
    it('tell which documents the rules of a stamp have not coded', async () => {
      await store.apply({
        documents: [talks, tariff],
        coded: [{ anchor: '', coding: 'one', understanding: nothingIn(talks) }],
      })
      expect(await store.uncoded('one')).toEqual([tariff.id])
      expect((await store.uncoded('two')).length).toBe(2)
      expect(await listOf(store.coded())).toEqual([
        { anchor: '', coding: 'one', understanding: nothingIn(talks) },
      ])
    })
  })

  describe('the record', () => {
    it('comes back with its quotes, in its order', async () => {
      await store.apply({ documents: [talks, tariff] })
      const events = [
        anEvent('zz', talks, 0, 40, {
          title: '~ a title that begins with the mark',
          accounts: [{ field: 'date', values: [{ value: onDay('2031-05-01'), documents: [talks.id] }] }],
          history: [{ type: 'AGREE', status: 'planned', date: onDay('2031-04-01'), evidence: [] }],
        }),
        anEvent('aa', tariff, 0, 31, {
          date: { start: null, end: '2031-06-01', precision: 'unknown', basis: 'publication' },
        }),
      ]
      await store.writeRecord(aRecord([talks, tariff], { events }), [], { record: 'stamp' }, start)
      expect(await listOf(store.facts('event'))).toEqual(events)
      expect(await store.setting('record')).toBe('stamp')
      await store.writeRecord(aRecord([talks, tariff]), [], { record: 'other' }, start)
      expect(await listOf(store.facts('event'))).toEqual([])
    })

    it('keeps thousands of facts in their order, in few rows', async () => {
      await store.apply({ documents: [talks] })
      const events = Array.from({ length: 3_000 }, (_, i) =>
        anEvent(`e${(i * 7919) % 3_000}`, talks, i % 20, 40),
      )
      await store.writeRecord(aRecord([talks], { events }), [], {}, start)
      expect(await listOf(store.facts('event'))).toEqual(events)
      const { rows, facts } = await store.figures()
      expect(facts).toBe(3_000)
      expect(rows.facts).toBeLessThan(200)
    })

    it('refuses a passage of a document that it does not hold', async () => {
      const record = aRecord([talks], { events: [anEvent('a', talks, 0, 5)] })
      await expect(store.writeRecord(record, [], {}, start)).rejects.toThrow(/not in the store/)
    })
  })

  describe('search', () => {
    it('finds words in any form and says where they stand', async () => {
      await store.apply({ documents: [talks, tariff] })
      const [hit] = await store.search('signing', 10)
      expect(hit?.document).toBe(talks.id)
      expect(hit?.words.map(([a, b]) => talks.text.slice(a, b))).toEqual(['signed'])
      expect(await store.search('zebra', 10)).toEqual([])
    })
  })

  it('everything stays when it is closed and opened again', async () => {
    await store.apply({ documents: [talks], settings: { kept: 7 } })
    await store.close()
    store = await openStore(place)
    expect(await listOf(store.documents())).toEqual([talks])
    expect(await store.setting('kept')).toBe(7)
  })

  describe('committing', () => {
    it('journals a batch and applies what follows from it, and tells where the journal ends', async () => {
      const done = await store.commit(async present => ({
        entries: adding(talks),
        change: { documents: [talks] },
        result: await present.documentsById([talks.id]),
      }))
      expect(done).toEqual({ result: [] })
      const end = await store.journal.end()
      expect(end).toBeGreaterThan(start)
      expect(await store.setting('journal')).toBe(end)
      expect(await listOf(store.journal.read(start))).toEqual([{ entries: adding(talks), end }])
      expect(await listOf(store.documents())).toEqual([talks])
    })

    it('writes no batch where there is nothing to write', async () => {
      const change = { settings: { unsaid: 'not' } }
      expect(await store.commit(async () => ({ entries: [], change, result: 1 }))).toEqual({ result: 1 })
      expect(await store.journal.end()).toBe(start)
      expect(await store.setting('unsaid')).toBeUndefined()
    })

    it('waits where the store lacks what the journal has', async () => {
      await store.commit(async () => ({ entries: adding(talks), change: {}, result: null }))
      await store.apply({ settings: { journal: start } })
      let asked = false
      const done = await store.commit(async () => {
        asked = true
        return { entries: adding(tariff), change: {}, result: null }
      })
      expect([done, asked]).toEqual([null, false])
      expect((await listOf(store.journal.read(start))).length).toBe(1)
    })

    it('gives the batches after any of them', async () => {
      const batches = [adding(talks), adding(tariff), [{ op: 'remove', id: talks.id }] satisfies Entry[]]
      const ends: number[] = []
      for (const entries of batches) {
        await store.commit(async () => ({ entries, change: {}, result: null }))
        ends.push(await store.journal.end())
      }
      for (const [i, from] of [start, ...ends].entries())
        expect((await listOf(store.journal.read(from))).map(({ entries }) => entries)).toEqual(
          batches.slice(i),
        )
    })

    it('lets no record take the place of one that rests on more', async () => {
      await store.apply({ documents: [talks] })
      await store.commit(async () => ({ entries: adding(talks), change: {}, result: null }))
      const record = aRecord([talks], { events: [anEvent('a', talks, 0, 40)] })
      expect(await store.writeRecord(record, [], { record: 'stamp' }, start)).toBe(false)
      expect([await listOf(store.facts('event')), await store.setting('record')]).toEqual([[], null])
      expect(await store.writeRecord(record, [], { record: 'stamp' }, await store.journal.end())).toBe(true)
    })
  })

  it('is empty after clearing, save for the journal and what the dossier says of itself', async () => {
    await store.setText('dossier.yaml', 'name: Oslo\n')
    await store.commit(async () => ({ entries: adding(talks), change: { documents: [talks] }, result: null }))
    await store.clear()
    expect(await listOf(store.documents())).toEqual([])
    expect(await store.setting('journal')).toBeUndefined()
    expect((await listOf(store.journal.read(start))).length).toBe(1)
    expect(await store.text('dossier.yaml')).toBe('name: Oslo\n')
  })

  it('runs long work one at a time, and work within it at once', async () => {
    const result = await store.exclusively(() => store.exclusively(async () => 'done'))
    expect(result).toBe('done')
  })
}
