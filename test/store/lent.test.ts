/** A store that is worked on from another thread: the same to the byte, and others are answered meanwhile. */
import { readFileSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { borrow, openStore, type Plan, type Store } from '../../src/store/index.ts'
import { ARTICLES } from '../cli/articles.ts'
import { aFolder, ensureBuilt } from '../cli/run.ts'
import { aDocument, nothingIn } from './made-up.ts'

const folder = aFolder()
let store: Store
let borrowed: Store
let takeBack: () => Promise<void>
const channel = new MessageChannel()

beforeAll(async () => {
  store = await openStore(folder.at('lent'), { create: true })
  const lent = store.lend(channel.port1)
  takeBack = lent.takeBack
  borrowed = borrow(lent.loan, channel.port2)
})
afterAll(async () => {
  await store.close()
  channel.port2.close()
  folder.remove()
})

const [one, two, three] = ['Norway met Peru.', 'Chile met Ghana.', 'Kenya met Fiji.'].map((text, i) =>
  aDocument(`${i}.txt`, text),
)
if (one === undefined || two === undefined || three === undefined) throw new Error('three are made above')

const planOf = (document: typeof one): Plan<string> => ({
  entries: [{ op: 'add', document }],
  change: {
    documents: [document],
    coded: [{ anchor: '', coding: 'c', understanding: nothingIn(document) }],
  },
  result: document.id,
})

describe('a borrowed store', () => {
  it('commits to the journal and the database of the one that lends', async () => {
    expect(await borrowed.commit(async () => planOf(one))).toEqual({ result: one.id })
    expect(await store.documentsById([one.id])).toEqual([one])
    expect(await borrowed.journal.end()).toBe(await store.journal.end())
    const batches: unknown[] = []
    for await (const { entries } of borrowed.journal.read(0)) batches.push(...entries)
    expect(batches).toEqual([{ op: 'add', document: one }])
  })

  it('undoes what failed, and tells it', async () => {
    const failing = borrowed.commit(async present => {
      await present.documentsById([one.id])
      throw new Error('not this one')
    })
    await expect(failing).rejects.toThrow('not this one')
    expect(await store.setting('journal')).toBe(await store.journal.end())
  })

  it('lets others search amid a transaction that is not at its end', async () => {
    let end = () => {}
    const gate = new Promise<void>(resolve => {
      end = resolve
    })
    let isIn = () => {}
    const begun = new Promise<void>(resolve => {
      isIn = resolve
    })
    const committing = borrowed.commit(async () => {
      isIn()
      await gate
      return planOf(two)
    })
    await begun
    expect((await store.search('Peru', 5)).map(hit => hit.document)).toEqual([one.id])
    expect(await store.documentsById([one.id, two.id])).toEqual([one])
    end()
    await committing
    expect(await store.documentsById([two.id])).toEqual([two])
  })

  it('gives back what it held when it is taken back', async () => {
    let isIn = () => {}
    const begun = new Promise<void>(resolve => {
      isIn = resolve
    })
    void borrowed.exclusively(() =>
      borrowed.commit(() => {
        isIn()
        return new Promise<Plan<string>>(() => {})
      }),
    )
    await begun
    await takeBack()
    expect(await store.commit(async () => planOf(three))).toEqual({ result: three.id })
  })
})

describe('a thread of its own', () => {
  it('leaves the journal and the record that this thread would have left', async () => {
    ensureBuilt()
    const built = (name: string) => new URL(`../../dist/${name}.js`, import.meta.url).href
    const { workAside }: typeof import('../../src/aside.ts') = await import(built('aside'))
    const pipeline: typeof import('../../src/pipeline.ts') = await import(built('pipeline'))
    const left = async (name: string, isAside: boolean) => {
      const place = folder.at(name)
      const session = await pipeline.openSession(place, { create: true })
      const aside = workAside(session, 1000)
      const { read } = isAside ? aside : await session.stages()
      for (const [source, text] of Object.entries(ARTICLES)) {
        const { documents } = await read({ source, bytes: Buffer.from(text) })
        const all = documents.map(({ document }) => document)
        await (isAside ? aside.takeIn(all) : pipeline.takeIn(session, all))
      }
      await (isAside ? aside.bringUpToDate() : pipeline.bringUpToDate(session))
      await aside.end()
      expect(await pipeline.isCurrent(session)).toBe(true)
      const record = await pipeline.storedRecord(session)
      const facts: unknown[] = []
      for (const kind of ['actor', 'event', 'statement', 'position', 'forecast', 'driver'] as const)
        for await (const fact of record.facts(kind)) facts.push(fact)
      await session.store.close()
      return {
        facts: JSON.stringify(facts),
        journal: readFileSync(`${place}/journal.ndjson.gz`).toString('hex'),
      }
    }
    const [own, aside] = [await left('own', false), await left('aside', true)]
    expect(own.facts.length).toBeGreaterThan(1000)
    expect(aside).toEqual(own)
  })
})
