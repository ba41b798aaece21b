import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEDGED, MOST, SYSTEMATIC } from '../../../src/analyse/map/belief.ts'
import { drawn, type MapOptions, mapOf } from '../../../src/analyse/map/index.ts'
import { reportOf } from '../../../src/analyse/map/report.ts'
import type { View } from '../../../src/analyse/view.ts'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import type { Actor, Driver } from '../../../src/record/types.ts'
import { aDocument, aView, passage } from '../builders.ts'

const factors = loadFactors()

let made = 0
/** "trust > relations", one claim in plain words by document `a`. */
function claim(text: string, sign: 1 | -1 = 1, more: Partial<Driver> = {}): Driver {
  const [cause = '', effect = ''] = text.split(' > ')
  return {
    id: `d${String(made++).padStart(3, '0')}`,
    cause: { factor: cause, text: cause },
    effect: { factor: effect, text: effect },
    sign,
    claimedBy: null,
    hedged: false,
    confidence: 0.75,
    evidence: [passage('a')],
    ...more,
  }
}

function person(id: string, name: string, state: string | null): Actor {
  return { id, type: 'person', name, state, aliases: [name], roles: [] }
}

const documents = [
  aDocument('a', '2020-01-01', { outlet: 'The Post', authors: ['Ann Lee'] }),
  aDocument('b', '2020-01-02', { outlet: 'The Times' }),
  aDocument('c', '2020-01-03', { outlet: 'The Wire', copyOf: 'a' }),
]
const actors = [person('p/kim', 'Kim Ok', 'KOR'), person('p/abe', 'Abe Ren', 'JPN')]

const viewOfAll = (...drivers: Driver[]): Promise<View> => aView({ documents, actors, drivers })

async function edges(drivers: Driver[], options: Partial<MapOptions> = {}): Promise<string[]> {
  const { edges: all } = mapOf(await viewOfAll(...drivers), { factors, ...options })
  return all.map(it => `${it.cause} ${it.sign > 0 ? '+' : '-'} ${it.effect} ${it.belief} ${it.rivalBelief}`)
}

describe('belief', () => {
  test('of one plain claim is that it was read right', async () => {
    expect(await edges([claim('trust > relations')])).toEqual(['trust + relations 0.75 0'])
  })

  test('two articles are two witnesses', async () => {
    const all = [claim('trust > relations'), claim('trust > relations', 1, { evidence: [passage('b')] })]
    expect(await edges(all)).toEqual(['trust + relations 0.9375 0'])
  })

  test('a copy is no witness of its own', async () => {
    const all = [claim('trust > relations', 1, { evidence: [passage('a'), passage('c')] })]
    expect(await edges(all)).toEqual(['trust + relations 0.75 0'])
  })

  test('an article that repeats itself is never surer than the reading is', async () => {
    const all = Array.from({ length: 20 }, () => claim('trust > relations'))
    expect(await edges(all)).toEqual([`trust + relations ${1 - SYSTEMATIC} 0`])
  })

  test('under "could" a claim is worth less', async () => {
    expect(await edges([claim('trust > relations', 1, { hedged: true })])).toEqual([
      `trust + relations ${Math.round(75 * HEDGED) / 100} 0`,
    ])
  })

  test('an opposite claim is a rival and takes nothing away', async () => {
    const all = [
      claim('trust > relations'),
      claim('trust > relations', 1, { evidence: [passage('b')] }),
      claim('trust > relations', -1, { claimedBy: 'p/kim' }),
    ]
    expect(await edges(all)).toEqual(['trust + relations 0.9375 0.75'])
  })

  test('a denial counts against', async () => {
    const denial = claim('trust > relations', 1, { negated: true, evidence: [passage('b')] })
    expect(await edges([claim('trust > relations'), denial])).toEqual(['trust + relations 0.1875 0'])
    expect(await edges([denial])).toEqual([])
  })

  test('more evidence never lowers it, and it stays below one', async () => {
    const one = fc.record({
      document: fc.constantFrom('a', 'b', 'c'),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      hedged: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), one, async (some, further) => {
        const all = [...some, further].map(({ document, confidence, hedged }) =>
          claim('trust > relations', 1, { confidence, hedged, evidence: [passage(document)] }),
        )
        const beliefOf = async (drivers: Driver[]) =>
          mapOf(await viewOfAll(...drivers), { factors }).edges[0]?.belief ?? 0
        const [before, after] = [await beliefOf(all.slice(0, -1)), await beliefOf(all)]
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThanOrEqual(MOST)
      }),
    )
  })
})

describe('factors', () => {
  test('a factor and its opposite are one, with the sign turned', async () => {
    expect(await edges([claim('dispute > mistrust'), claim('mistrust > cooperation', -1)])).toEqual([
      'dispute - trust 0.75 0',
      'trust + cooperation 0.75 0',
    ])
  })

  test('whose it is keeps them apart, unless the map is general', async () => {
    const all = [
      claim('threat:PRK > relations'),
      claim('threat:CHN > relations', 1, { evidence: [passage('b')] }),
    ]
    expect(await edges(all)).toEqual(['threat:CHN + relations 0.75 0', 'threat:PRK + relations 0.75 0'])
    expect(await edges(all, { general: true })).toEqual(['threat + relations 0.9375 0'])
  })

  test('what no row covers is left out and counted, or asked for', async () => {
    const view = await aView({
      documents,
      drivers: [claim('the-weather > relations'), claim('trust > trust')],
      factors: [{ id: 'the-weather', name: 'the weather', grounded: false }],
    })
    const { map, ...rest } = drawn(view, { factors })
    expect(map).toEqual({ factors: [], edges: [] })
    expect(rest).toEqual({ claims: 0, ungrounded: 1, circular: 1 })
    const whole = mapOf(view, { factors, ungrounded: true })
    expect(whole.factors).toEqual([
      { id: 'relations', name: 'relations', grounded: true },
      { id: 'the-weather', name: 'the weather', grounded: false },
    ])
    expect(reportOf(whole, []).ungrounded.map(({ id }) => id)).toEqual(['the-weather'])
  })

  test('nothing is in the map that no sentence states', async () => {
    const all = [claim('trust > relations'), claim('court-ruling:KOR > trust', -1)]
    const { factors: nodes, edges: links } = mapOf(await viewOfAll(...all), { factors })
    expect(nodes.map(({ id }) => id)).toEqual(['court-ruling:KOR', 'relations', 'trust'])
    for (const { support } of links) expect(support.flatMap(({ evidence }) => evidence)).not.toEqual([])
  })
})

describe('as claimed by', () => {
  const all = [
    claim('trust > relations', 1, { claimedBy: 'p/kim' }),
    claim('trust > relations', -1, { claimedBy: 'p/abe', evidence: [passage('b')] }),
    claim('dispute > relations', -1, { evidence: [passage('a'), passage('b')] }),
  ]
  test.each([
    ['Kim', ['trust + relations 0.75 0']],
    ['KOR', ['trust + relations 0.75 0']],
    ['p/abe', ['trust - relations 0.75 0']],
    ['Ann Lee', ['dispute - relations 0.75 0']],
    ['The Times', ['dispute - relations 0.75 0']],
    ['Nobody', []],
  ])('%s', async (by, due) => {
    expect(await edges(all, { by })).toEqual(due)
  })
})
