/** The timeline of a large dossier: counted on the server, and event by event where one looks closely. */
import { describe, expect, it } from 'vitest'
import { type Binned, type Mark, MOST_MARKS } from '../../src/serve/lanes.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'
import { aDesk, answer } from './a-desk.ts'

interface Lanes {
  total: number
  marks: Mark[] | null
  all: [number, number, number][]
  lanes: Binned[]
  width: number
}

const document = aDocument('a.txt', 'Norway met Peru.')
const dayOf = (i: number): string => new Date(Date.UTC(2021, 0, 1 + (i % 900))).toISOString().slice(0, 10)

/** One event a day over and over, every third an accusation. */
function dossierOf(count: number) {
  const events = Array.from({ length: count }, (_, i) => {
    const day = dayOf(i)
    const date = { start: day, end: day, precision: 'day', basis: 'stated' } as const
    const kind =
      i % 3 === 0
        ? ({ type: 'ACCUSE', quad: 'verbal-conflict' } as const)
        : ({ type: 'CONSULT', quad: 'verbal-cooperation' } as const)
    return { ...anEvent(`e${i}`, document, 0, 16), ...kind, date }
  })
  return aDesk(aRecord([document], { events }))
}
const sum = (bins: readonly [number, number, number][], of: 1 | 2) => bins.reduce((n, bin) => n + bin[of], 0)

describe('the lanes', () => {
  it('hold the events themselves where these are few', async () => {
    const { marks, lanes, total } = await answer<Lanes>(dossierOf(20), '/api/lanes?lanes=type')
    expect([marks?.length, total, lanes]).toEqual([20, 20, []])
  })

  it('hold how many there are, and lose none, where these are many', async () => {
    const count = MOST_MARKS + 300
    const it = await answer<Lanes>(dossierOf(count), '/api/lanes?lanes=type')
    expect([it.marks, it.total, sum(it.all, 1), sum(it.all, 2)]).toEqual([null, count, count, count / 3])
    expect(it.lanes.map(({ id, count, bins }) => [id, count, sum(bins, 1), sum(bins, 2)])).toEqual([
      ['CONSULT', 1200, 1200, 0],
      ['ACCUSE', 600, 600, 600],
    ])
    expect(JSON.stringify(it).length).toBeLessThan(60_000)
  })
})

describe('the marks', () => {
  it('are those that reach into some days, in one lane, the first so many', async () => {
    const desk = dossierOf(MOST_MARKS + 300)
    const first = Date.UTC(2021, 0, 1) / 86_400_000
    const path = `/api/marks?within=${first}_${first + 2}&lanes=type`
    interface Marks {
      marks: Mark[]
      total: number
    }
    const all = await answer<Marks>(desk, path)
    expect(all.marks.map(({ id }) => id).sort()).toEqual(['e0', 'e1', 'e2', 'e900', 'e901', 'e902'])
    const few = await answer<Marks>(desk, `${path}&in=CONSULT&limit=3`)
    expect([few.total, few.marks.length, ...new Set(few.marks.map(({ type }) => type))]).toEqual([
      4,
      3,
      'CONSULT',
    ])
    expect((await answer<Marks>(desk, '/api/marks')).marks).toHaveLength(MOST_MARKS)
  })
})
