import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type IndexOptions,
  type Point,
  type RelationIndex,
  relationIndex,
} from '../../../src/analyse/relation-index/index.ts'
import { gradesOf, type SourceFilter } from '../../../src/analyse/relation-index/sources.ts'
import { loadContactLevels } from '../../../src/knowledge/contact-levels.ts'
import type { Document, Event, HistoryEntry } from '../../../src/record/types.ts'
import { aDocument, anEvent, aView, day, year } from '../builders.ts'

const levels = loadContactLevels()
const usual: IndexOptions = {
  grain: 'year',
  states: ['PER', 'NOR'],
  from: null,
  to: null,
  today: null,
  halfLife: 180,
  least: 1,
  draws: 50,
  seed: 1,
  grades: new Map(),
}

async function drawn(
  documents: readonly Document[],
  events: readonly Event[],
  options: Partial<IndexOptions> = {},
  sources: SourceFilter = {},
): Promise<RelationIndex> {
  const view = await aView({ documents: [...documents], events: [...events] })
  return relationIndex(events, view, levels, { ...usual, grades: gradesOf(view, sources), ...options })
}

const shown = ({ points }: RelationIndex): (Omit<Point, 'placed'> | undefined)[] =>
  points.map(({ placed: _, ...point }) => point)
const nets = (index: RelationIndex): (number | null)[] => index.points.map(point => point.net)

const documents = ['a', 'b', 'c'].map(id => aDocument(id, '2021-05-02'))
const clash = (date = day('2021-06-01'), told = ['b'], more: Partial<Event> = {}): Event =>
  anEvent(date, told, { type: 'ASSAULT', quad: 'material-conflict', intensity: -9, level: null, ...more })

describe('the index of a relationship', () => {
  it('is the mean score of what happened, by weight, with cooperation and conflict, words and deeds apart', async () => {
    const { points } = await drawn(documents, [anEvent(day('2021-05-01'), ['a']), clash()])
    const [point] = points
    expect(point?.net).toBeCloseTo((point?.cooperation ?? 0) + (point?.conflict ?? 0), 1)
    expect(point?.net).toBeCloseTo((point?.verbal ?? 0) + (point?.material ?? 0), 1)
    // The leaders' meeting weighs 1, the clash 0.7: (2.5 − 0.7 × 9) / 1.7.
    expect(point?.net).toBeCloseTo(-2.24, 2)
    expect(point).toMatchObject({ events: 2, documents: 3, origins: 2 })
  })

  it.each(['planned', 'hypothetical', 'denied'] as const)('does not count what is %s', async status => {
    const index = await drawn(documents, [
      anEvent(day('2021-05-01'), ['a']),
      clash(undefined, ['b'], { status }),
    ])
    expect(nets(index)).toEqual([2.5])
  })

  it('counts a plan that came true once', async () => {
    const plan: HistoryEntry = {
      type: 'CONSULT',
      status: 'planned',
      date: day('2021-05-01'),
      evidence: [],
    }
    const index = await drawn(documents, [anEvent(day('2021-05-01'), ['a'], { history: [plan] })])
    expect(index.points[0]?.events).toBe(1)
  })

  it('counts what is between two of the states, any two of three', async () => {
    const others = anEvent(day('2021-05-01'), ['a'], { states: ['NOR', 'SWE'], intensity: 5 })
    const alone = anEvent(day('2021-05-01'), ['a'], { states: ['NOR'], intensity: -5 })
    const events = [anEvent(day('2021-05-01'), ['a']), others, alone]
    expect(nets(await drawn(documents, events))).toEqual([2.5])
    expect(nets(await drawn(documents, events, { states: ['NOR', 'PER', 'SWE'] }))).toEqual([3.75])
  })

  it('gains nothing from a wire copy, and something from a second article', async () => {
    const [a, b] = documents
    if (a === undefined || b === undefined) throw new Error('two documents')
    const copy = aDocument('d', '2021-05-03', { copyOf: 'a' })
    const weight = async (all: Document[], told: string[]) => {
      const meeting = anEvent(day('2021-05-01'), told)
      return nets(await drawn(all, [meeting, clash()]))[0]
    }
    const one = await weight([a, b], ['a'])
    expect(await weight([a, b, copy], ['a', 'd'])).toBe(one)
    expect(await weight([a, b, aDocument('d', '2021-05-03')], ['a', 'd'])).toBeGreaterThan(one ?? 0)
  })

  it('has no number where too few events lie in a period, and says how many', async () => {
    const index = await drawn(documents, [anEvent(day('2020-05-01'), ['a']), clash(day('2022-06-01'))])
    expect(shown(index)).toMatchObject([
      { start: '2020-01-01', net: 2.5 },
      {
        start: '2021-01-01',
        end: '2021-12-31',
        net: null,
        band: null,
        cooperation: null,
        events: 0,
        documents: 3,
      },
      { start: '2022-01-01', net: expect.any(Number) },
    ])
    expect(nets(await drawn(documents, [anEvent(day('2020-05-01'), ['a'])], { least: 2 }))).toEqual([])
  })

  it('spreads a bare year over the year, and no month of it gets a number', async () => {
    const events = [anEvent(year(2021), ['a']), clash(year(2021))]
    expect(nets(await drawn(documents, events, { grain: 'month' }))).toEqual([])
    expect(nets(await drawn(documents, events))).toHaveLength(1)
  })

  it('leaves out what is open to one side, and counts it', async () => {
    const since = anEvent({ start: '2019-01-01', end: null, precision: 'year', basis: 'stated' }, ['a'])
    const index = await drawn(documents, [since, anEvent(day('2021-05-01'), ['a'])])
    expect([index.unplaced, index.points.length]).toEqual([1, 1])
  })

  it('fades by half in a half-life', async () => {
    const events = [clash(day('2021-01-01'), ['a'], { level: 'leader' }), anEvent(day('2021-01-31'), ['b'])]
    const { points } = await drawn(documents, events, { grain: 'day', halfLife: 30 })
    // Thirty days later the clash weighs half of the meeting: (2.5 − 9 / 2) / 1.5.
    expect(points[30]?.net).toBeCloseTo(-1.33, 2)
  })

  it('can be drawn by and without outlets, their kinds and states, and refuses names that nobody has', async () => {
    const named = [
      aDocument('a', '2021-05-02', { outlet: 'Reuters' }),
      aDocument('b', '2021-05-02', { outlet: 'The Lima Gazette' }),
    ]
    const events = [anEvent(day('2021-05-01'), ['a']), clash()]
    const sources = (only: string[], without: string[] = []) => drawn(named, events, {}, { only, without })
    for (const word of ['Reuters', 'wire', 'GBR']) expect(nets(await sources([word]))).toEqual([2.5])
    expect(nets(await sources([], ['reuters']))).toEqual([-9])
    await expect(sources(['Reutters'])).rejects.toThrow(/no document here is of "Reutters"/)
  })

  it('names a turning point with the events that made it', async () => {
    const many = Array.from({ length: 12 }, (_, i) => aDocument(`d${i}`, '2021-05-02'))
    const told = many.map(({ id }) => id)
    const bad = told.map(id => clash(day('2021-03-01'), [id]))
    const good = told.map(id => anEvent(day('2022-03-01'), [id]))
    const treaty = anEvent(day('2022-04-01'), told, { title: 'A treaty', intensity: 8 })
    const { turns } = await drawn(many, [...bad, ...good, treaty])
    expect(turns).toHaveLength(1)
    expect(turns[0]).toMatchObject({ start: '2022-01-01', from: -9 })
    expect(turns[0]?.events[0]?.title).toBe('A treaty')
  })

  it('stays between the scores, holds its net, and depends on no order', async () => {
    const events = fc.array(
      fc.record({
        on: fc.integer({ min: 0, max: 700 }),
        intensity: fc.integer({ min: -10, max: 10 }),
        told: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        confidence: fc.double({ min: 0.2, max: 0.98, noNaN: true }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(events, async rows => {
        const all = rows.map(({ on, intensity, told, confidence }) =>
          anEvent(day(new Date((18_600 + on) * 86_400_000).toISOString().slice(0, 10)), told, {
            intensity,
            confidence,
            quad: intensity < 0 ? 'verbal-conflict' : 'verbal-cooperation',
          }),
        )
        const index = await drawn(documents, all, { grain: 'quarter' })
        for (const { net } of index.points) expect(Math.abs(net ?? 0)).toBeLessThanOrEqual(10)
        expect(nets(await drawn(documents, [...all].reverse(), { grain: 'quarter' }))).toEqual(nets(index))
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same bands for the same seed', async () => {
    const events = [anEvent(day('2021-05-01'), ['a', 'b']), clash(day('2021-06-01'), ['b', 'c'])]
    const [one, again] = [await drawn(documents, events), await drawn(documents, events)]
    expect(shown(one)).toEqual(shown(again))
    const [low = 0, high = 0] = one.points[0]?.band ?? []
    expect(low).toBeLessThan(high)
  })
})
