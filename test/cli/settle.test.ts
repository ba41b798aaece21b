import { afterAll, beforeEach, expect, it } from 'vitest'
import {
  bringUpToDate,
  openSession,
  recordAsOf,
  type Stages,
  storedRecord,
  takeIn,
} from '../../src/pipeline.ts'
import { listOf } from '../../src/record/facts.ts'
import type { Understanding } from '../../src/record/mentions.ts'
import type { Document, Interval } from '../../src/record/types.ts'
import { aDocument, aRecord, onDay } from '../store/made-up.ts'
import { aFolder } from './run.ts'

const folder = aFolder()
afterAll(() => folder.remove())
let n = 0
let coded: string[] = []
beforeEach(() => {
  coded = []
})

const dayOf = (date: Interval | null): string => date?.end ?? 'undated'

/** Made-up stages: what a document says is its date, and reconciling infers dates as it is told. */
function stagesWith(
  infer: (said: readonly Understanding[], documents: readonly Document[]) => Map<string, Interval>,
): Stages {
  return {
    read: async () => ({ documents: [], problems: [] }),
    analyse: (text, { published }) => ({
      text,
      published,
      sentences: [],
      names: [],
      times: [],
      entities: [],
      actorsOf: () => [],
      statesIn: () => [],
      ownersOf: () => [],
      headed: [],
    }),
    understand(document) {
      coded.push(`${document.source} ${dayOf(document.published)}`)
      return {
        document: document.id,
        anchor: { date: document.published, basis: 'inferred' },
        actors: [],
        mentions: [],
        terms: [],
      }
    },
    reconcile: (documents, understandings) => ({
      record: aRecord([...documents]),
      receipts: [],
      inferred: infer(understandings, documents),
    }),
  }
}

async function dossierWith(stages: Stages, documents: readonly Document[]) {
  const session = await openSession(folder.at(`d${n++}`), { create: true, stages: async () => stages })
  await takeIn(session, documents)
  return session
}

const dated = aDocument('dated.txt', 'The summit was held on March 16.', { published: onDay('2031-03-17') })
const before = aDocument('before.txt', 'Next week’s summit.', { published: null })
const earlier = aDocument('earlier.txt', 'The day before the other.', { published: null })

it('understands an undated document again from the date that reconciling infers, and then what that one dates', async () => {
  const stages = stagesWith(said => {
    const day = new Map(said.map(({ document, anchor }) => [document, dayOf(anchor.date)]))
    const dates = new Map([[before.id, onDay('2031-03-09')]])
    if (day.get(before.id) === '2031-03-09') dates.set(earlier.id, onDay('2031-03-08'))
    return dates
  })
  const session = await dossierWith(stages, [dated, before, earlier])
  await bringUpToDate(session)
  expect(coded).toEqual([
    ...['dated.txt 2031-03-17', 'before.txt undated', 'earlier.txt undated'],
    'before.txt 2031-03-09',
    'earlier.txt 2031-03-08',
  ])
  const documents = await listOf((await storedRecord(session)).documents())
  expect(Object.fromEntries(documents.map(d => [d.source, dayOf(d.published)]))).toEqual({
    'dated.txt': '2031-03-17',
    'before.txt': '2031-03-09',
    'earlier.txt': '2031-03-08',
  })
  // What was worked out is kept: another document costs its own coding alone.
  coded = []
  await takeIn(session, [aDocument('more.txt', 'More.')])
  await bringUpToDate(session)
  expect(coded).toEqual(['more.txt 2031-05-02'])
  await session.store.close()
})

it('rests after a few rounds where dates do not settle', async () => {
  let turn = 0
  const stages = stagesWith(
    () => new Map([[before.id, onDay(turn++ % 2 === 0 ? '2031-03-09' : '2031-03-10')]]),
  )
  const session = await dossierWith(stages, [dated, before])
  await bringUpToDate(session)
  expect(turn).toBe(4)
  await session.store.close()
})

it('as of a day, an undated document counts only once what is known by then dates it', async () => {
  const stages = stagesWith((_, documents) =>
    documents.some(({ id }) => id === dated.id) ? new Map([[before.id, onDay('2031-03-09')]]) : new Map(),
  )
  const session = await dossierWith(stages, [dated, before])
  const sources = async (day: string) => (await recordAsOf(session, day)).documents.map(d => d.source).sort()
  await bringUpToDate(session)
  expect(await sources('2031-03-17')).toEqual(['before.txt', 'dated.txt'])
  expect(await sources('2031-03-16')).toEqual([])
  await session.store.close()
})

it('one document that the rules stumble over does not hold up the others', async () => {
  const stages = stagesWith(() => new Map())
  const faults: string[] = []
  const session = await openSession(folder.at(`d${n++}`), {
    create: true,
    onFault: (document, error) => faults.push(`${document.source}: ${error}`),
    stages: async () => ({
      ...stages,
      understand(document, ...rest) {
        if (document.id === before.id) throw new Error('stumbled')
        return stages.understand(document, ...rest)
      },
    }),
  })
  await takeIn(session, [dated, before])
  await bringUpToDate(session)
  expect(faults).toEqual(['before.txt: Error: stumbled'])
  expect((await listOf(session.store.documents())).length).toBe(2)
  await session.store.close()
})

it('letters that no database holds are replaced one for one', async () => {
  const odd = aDocument('odd.txt', 'a\u0000b\ud800c😀d', { captions: ['\udc00'] })
  const session = await dossierWith(
    stagesWith(() => new Map()),
    [odd],
  )
  const [kept] = await listOf(session.store.documents())
  expect([kept?.text, kept?.captions]).toEqual(['a\ufffdb\ufffdc😀d', ['\ufffd']])
  await session.store.close()
})

it('of one text from many sources the smallest name is kept, whatever the order', async () => {
  const sources = ['m.txt', 'c.txt', 'z.txt', 'c.txt']
  const forms = [sources, [...sources].reverse()].map(async order => {
    const session = await dossierWith(
      stagesWith(() => new Map()),
      [],
    )
    for (const source of order) {
      await takeIn(session, [
        aDocument(source, 'The same text.', { title: 'Same', outlet: `outlet of ${source}` }),
      ])
    }
    const kept = await listOf(session.store.documents())
    await session.store.close()
    return kept
  })
  const [first, second] = await Promise.all(forms)
  expect(first).toEqual(second)
  expect(first?.map(d => [d.source, d.outlet, d.alsoFrom])).toEqual([
    ['c.txt', 'outlet of c.txt', ['m.txt', 'z.txt']],
  ])
})
