import { describe, expect, it } from 'vitest'
import { entriesOf, scoresOf } from '../../../src/analyse/ledger/index.ts'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { Settlement } from '../../../src/knowledge/settlements.ts'
import type { Forecast } from '../../../src/record/types.ts'
import { aDocument, anEvent, aView, day, passage } from '../builders.ts'

const knowledge = loadKnowledge()

const aForecast = (id: string, more: Partial<Forecast> = {}): Forecast => ({
  id,
  text: 'The two will probably meet in May',
  by: null,
  probability: 0.7,
  horizon: null,
  outcome: 'open',
  resolvedBy: null,
  confidence: 0.8,
  evidence: [passage('d1')],
  ...more,
})

async function ledgerOf(forecasts: Forecast[], settlements: Settlement[] = [], today: string | null = null) {
  const view = await aView({
    documents: [
      aDocument('d1', '2021-05-01', { outlet: 'The Harbour Gazette', authors: ['Ana Ruiz'] }),
      aDocument('d2', '2021-05-02', { outlet: 'The Copyist', copyOf: 'd1' }),
    ],
    events: [anEvent(day('2021-05-09'), ['d1'], { id: 'met' })],
    forecasts,
  })
  return entriesOf(forecasts, forecasts, view, knowledge, { settlements, today })
}

describe('the ledger', () => {
  it('says who, how likely by which word, what kind, and what answers it', async () => {
    const [entry] = await ledgerOf([aForecast('f1', { outcome: 'happened', resolvedBy: 'met' })])
    expect(entry).toMatchObject({
      author: 'Ana Ruiz',
      hedge: 'probably',
      kind: 'meet',
      settledBy: 'record',
      made: '2021-05-01',
    })
    expect(entry?.event?.id).toBe('met')
  })

  it('reckons a copy to the outlet that it copies', async () => {
    const [entry] = await ledgerOf([aForecast('f1', { evidence: [passage('d1'), passage('d2')] })])
    expect(entry?.outlets).toEqual(['The Harbour Gazette'])
  })

  const byHand: Settlement = {
    forecast: 'abcd',
    outcome: 'did-not-happen',
    reason: 'They quarrelled.',
    date: '2021-06-01',
  }

  it('takes what was settled by hand before what the record says, from its day on', async () => {
    const made = [aForecast('abcd1234', { outcome: 'happened', resolvedBy: 'met' })]
    expect((await ledgerOf(made, [byHand]))[0]).toMatchObject({
      outcome: 'did-not-happen',
      settledBy: 'hand',
      event: null,
    })
    expect((await ledgerOf(made, [byHand], '2021-05-31'))[0]?.outcome).toBe('happened')
  })

  it.each([
    ['an id that no forecast has', [aForecast('f1')], /no forecast of this dossier has the id abcd/],
    [
      'one that begins two',
      [aForecast('abcd1'), aForecast('abcd2')],
      /several forecasts have an id that begins with abcd/,
    ],
  ])('tells %s', async (_, made, fault) => {
    await expect(ledgerOf(made, [byHand])).rejects.toThrow(fault)
  })

  it('gives no rank on fewer than five', async () => {
    const few = (n: number, authors: string) =>
      Array.from({ length: n }, (_, i) =>
        aForecast(`${authors}${i}`, { outcome: 'happened', text: authors, by: authors }),
      )
    const entries = await ledgerOf([...few(5, 'five'), ...few(6, 'six'), ...few(4, 'four')])
    const scores = scoresOf(entries, 'author', { draws: 20, seed: 1 })
    expect(scores.map(({ name, rank }) => [name, rank])).toEqual([
      ['five', 1],
      ['six', 2],
      ['four', null],
      ['base rate of the others', null],
    ])
  })
})
