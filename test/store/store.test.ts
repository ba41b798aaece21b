import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listOf } from '../../src/record/facts.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { aDocument, anEvent, aRecord, nothingIn, onDay } from './made-up.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-store-'))
  store = await openStore(folder, { create: true })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const talks = aDocument(
  'b.txt',
  'Ministers of Norway and Peru met in Oslo.\n\nThey signed nothing “yet”, 日本 said.',
)
const tariff = aDocument('a.txt', 'Peru raised a tariff on salmon. Exports fell.', { published: null })

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
    await store.writeRecord(aRecord([talks, tariff], { events }), [], { record: 'stamp' })
    expect(await listOf(store.facts('event'))).toEqual(events)
    expect(await store.setting('record')).toBe('stamp')
    await store.writeRecord(aRecord([talks, tariff]), [], { record: 'other' })
    expect(await listOf(store.facts('event'))).toEqual([])
  })

  it('keeps thousands of facts in their order, in few rows', async () => {
    await store.apply({ documents: [talks] })
    const events = Array.from({ length: 3_000 }, (_, i) =>
      anEvent(`e${(i * 7919) % 3_000}`, talks, i % 20, 40),
    )
    await store.writeRecord(aRecord([talks], { events }), [], {})
    expect(await listOf(store.facts('event'))).toEqual(events)
    const { rows, facts } = await store.figures()
    expect(facts).toBe(3_000)
    expect(rows.facts).toBeLessThan(200)
  })

  it('refuses a passage of a document that it does not hold', async () => {
    const record = aRecord([talks], { events: [anEvent('a', talks, 0, 5)] })
    await expect(store.writeRecord(record, [], {})).rejects.toThrow(/not in the store/)
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
  await store.apply({ documents: [talks], settings: { journal: 7 } })
  await store.close()
  store = await openStore(folder)
  expect(await listOf(store.documents())).toEqual([talks])
  expect(await store.setting('journal')).toBe(7)
})
