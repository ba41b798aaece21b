import { describe, expect, it } from 'vitest'
import { issueHistories } from '../../../src/analyse/issues/index.ts'
import { SILENT_DAYS } from '../../../src/analyse/issues/silence.ts'
import type { IssueHistory } from '../../../src/analyse/issues/types.ts'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { addDays } from '../../../src/record/interval.ts'
import type { Actor, Record as EntenteRecord, Position, Stance } from '../../../src/record/types.ts'
import { aDocument, anEvent, aView, day, year } from '../builders.ts'

const knowledge = loadKnowledge()

const state = (id: string): Actor => ({ id, type: 'state', name: id, aliases: [], state: id, roles: [] })
const person = (id: string, of: string): Actor => ({ ...state(id), type: 'person', state: of })
const actors = [state('NOR'), state('PER'), person('person/lund', 'NOR')]

let made = 0
const aPosition = (actor: string, stance: Stance, date: string): Position => ({
  id: `p${made++}`,
  actor,
  issue: 'fisheries',
  summary: `${actor} ${stance}`,
  stance,
  date: day(date),
  confidence: 0.8,
  evidence: [{ document: 'd1', start: 1000 + 20 * made, end: 1010 + 20 * made, quote: 'ten letter' }],
})

async function history(
  parts: Partial<EntenteRecord>,
  today = '2023-01-01',
): Promise<IssueHistory | undefined> {
  const view = await aView({ actors, ...parts })
  const facts = {
    events: [...view.facts('event')],
    positions: [...view.facts('position')],
    statements: [...view.facts('statement')],
  }
  return issueHistories(view, facts, knowledge, { among: ['NOR', 'PER'], today })[0]
}

const fish = { issues: ['fisheries'], source: ['PER'], target: ['NOR'] }
const documents = [aDocument('d1', '2020-01-02'), aDocument('d2', '2020-02-02')]

describe('steps', () => {
  it('are made by what happened, not by plans, nor by a quarrel at home', async () => {
    const found = await history({
      documents,
      events: [
        anEvent(day('2020-01-01'), ['d1'], { ...fish, type: 'SANCTION' }),
        anEvent(day('2020-01-03'), ['d2'], { ...fish, type: 'RETREAT', status: 'planned' }),
        anEvent(day('2020-01-04'), ['d2'], {
          ...fish,
          type: 'ACCUSE',
          source: ['person/lund'],
          target: ['NOR'],
          states: ['NOR'],
        }),
        anEvent(day('2020-01-05'), ['d2'], {
          ...fish,
          type: 'REJECT',
          source: ['person/lund'],
          target: ['PER'],
        }),
      ],
    })
    expect(found?.steps.map(({ step, date }) => `${step} ${date.start}`)).toEqual([
      'opened 2020-01-01',
      'contested 2020-01-05',
    ])
    expect(found?.steps[1]?.move.sides).toEqual(['NOR'])
  })

  it('a date as wide as a year gives way to days in it, and background opens nothing', async () => {
    const events = [
      anEvent(year(2020), ['d2'], { ...fish, type: 'SANCTION' }),
      anEvent(year(2012), ['d2'], { ...fish, type: 'COERCE' }),
      anEvent(day('2020-01-01'), ['d1'], { ...fish, type: 'ACCUSE' }),
    ]
    const found = await history({ documents, events })
    expect(found?.steps.map(({ date }) => date.start)).toEqual(['2020-01-01'])
  })

  it('what is dated after all that tell it has not been', async () => {
    const events = [anEvent(day('2020-12-31'), ['d1'], { ...fish, type: 'SANCTION' })]
    expect(await history({ documents, events })).toBeUndefined()
  })
})

describe('silence', () => {
  const events = [anEvent(day('2020-01-01'), ['d1'], { ...fish, type: 'SANCTION' })]
  const others = (n: number) =>
    Array.from({ length: n }, (_, i) => aDocument(`x${i}`, addDays('2021-01-01', 30 * i)))

  it('begins after 18 months in which five articles speak of other things', async () => {
    const found = await history({ documents: [...documents.slice(0, 1), ...others(5)], events })
    expect(found?.state).toBe('dormant')
    expect(found?.steps.at(-1)?.date.start).toBe(addDays('2020-01-02', SILENT_DAYS))
  })

  it('is none where hardly anything is written, nor where copies fill the time', async () => {
    const copies = others(5).map((it, i) => (i === 0 ? it : { ...it, copyOf: 'x0' }))
    expect((await history({ documents: [...documents.slice(0, 1), ...others(4)], events }))?.state).toBe(
      'opened',
    )
    expect((await history({ documents: [...documents.slice(0, 1), ...copies], events }))?.state).toBe(
      'opened',
    )
  })
})

describe('standings and closeness', () => {
  const positions = [
    aPosition('NOR', 'opposes', '2020-01-10'),
    aPosition('person/lund', 'opposes', '2020-02-10'),
    aPosition('person/lund', 'offers', '2021-02-10'),
    aPosition('PER', 'demands', '2020-01-20'),
    aPosition('PER', 'supports', '2020-03-01'),
  ]

  it('a minister speaks for the state and stays visible; a change is marked', async () => {
    const found = await history({ documents, positions })
    const norway = found?.standings.find(({ actor }) => actor === 'NOR')
    expect(norway?.held.map(({ stance, changed }) => [stance, changed])).toEqual([
      ['opposes', false],
      ['offers', true],
    ])
    expect(norway?.held[0]?.by).toEqual(['NOR', 'person/lund'])
  })

  it('compares stances of one quarter, the same for both sides, from −1 to 1', async () => {
    const found = await history({ documents, positions })
    expect(found?.closeness).toHaveLength(1)
    const [pair] = found?.closeness ?? []
    // Two refusals beside a demand and a support: four pairs, all opposed.
    expect([pair?.a, pair?.b, pair?.value, pair?.compared, pair?.quarters]).toEqual(['NOR', 'PER', -1, 4, 1])
  })

  it('says nothing of two that took no stance at one time', async () => {
    const found = await history({ documents, positions: positions.slice(2, 4) })
    expect(found?.closeness).toEqual([])
  })
})
