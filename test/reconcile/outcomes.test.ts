import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import type { EventMention, ForecastMention, Question } from '../../src/record/mentions.ts'
import { between, day, inputs, person, state, Writer } from './builders.ts'

const knowledge = loadKnowledge()

function writer(id: string, published: string): Writer {
  return new Writer(id, { published: day(published) }).actors(
    state('FIN'),
    state('NOR'),
    person('Leif Berg', 'NOR'),
  )
}

const asks = (words: string, more: Partial<Question> = {}): Question => ({
  doers: ['NOR'],
  others: [],
  words: words.split(' '),
  topic: [],
  light: false,
  issues: [],
  conditional: false,
  ...more,
})

/** What is foretold on 1 March 2031 until the end of the year, with what a later document tells. */
function settled(
  forecast: Partial<ForecastMention>,
  told: Partial<EventMention>[],
  published = '2032-02-01',
) {
  const made = writer('a', '2031-03-01')
  made.forecast('It will come so this year.', {
    horizon: between('2031-01-01', '2031-12-31', 'year'),
    ...forecast,
  })
  const later = writer('b', published)
  for (const [i, fields] of told.entries())
    later.event(`Event ${i} is told here.`, { states: ['NOR'], source: ['NOR'], ...fields })
  const { record, receipts } = reconcile(...inputs(made, later), knowledge)
  const [one] = record.forecasts
  const rule = receipts.find(it => it.about === one?.id)?.rule
  return { outcome: one?.outcome, rule }
}

const deed = (
  title: string,
  head: string,
  on: string,
  more: Partial<EventMention> = {},
): Partial<EventMention> => ({
  title,
  head,
  type: 'RETREAT',
  date: day(on),
  ...more,
})

describe('a forecast without an event of its own', () => {
  const renews = { asks: asks('renew pact') }
  test.each([
    ['is answered by the deed', renews, [deed('Norway renews the pact', 'renew', '2031-11-05')], 'happened'],
    [
      'and by its contrary',
      renews,
      [deed('Norway scraps the pact', 'scrap', '2031-11-05')],
      'did-not-happen',
    ],
    [
      'to suspend the end is to keep',
      renews,
      [deed('Norway suspends the end of the pact', 'suspend', '2031-11-05')],
      'happened',
    ],
    [
      'not by the deed of others',
      renews,
      [deed('Finland renews the pact', 'renew', '2031-11-05', { states: ['FIN'], source: ['FIN'] })],
      'overdue',
    ],
    [
      'not by one about something else',
      renews,
      [deed('Norway renews the lease', 'renew', '2031-11-05')],
      'overdue',
    ],
    [
      'not by one that came later',
      renews,
      [deed('Norway renews the pact', 'renew', '2032-01-09')],
      'overdue',
    ],
    [
      'not by one that was there before',
      renews,
      [deed('Norway renews the pact', 'renew', '2031-01-01')],
      'overdue',
    ],
    [
      'nor by what is only planned',
      renews,
      [deed('Norway to renew the pact', 'renew', '2031-11-05', { status: 'planned' })],
      'overdue',
    ],
    [
      'what was foretold not to be is wrong where it is',
      { ...renews, negated: true },
      [deed('Norway renews the pact', 'renew', '2031-11-05')],
      'did-not-happen',
    ],
    [
      'a condition is not refuted',
      { asks: asks('renew pact', { conditional: true }) },
      [deed('Norway scraps the pact', 'scrap', '2031-11-05')],
      'overdue',
    ],
  ])('%s', (_, forecast, told, outcome) => {
    expect(settled(forecast, told).outcome).toBe(outcome)
  })

  test('a year is all of its days, and none in particular', () => {
    expect(settled(renews, [deed('Norway renews the pact', 'renew', '2031-03-02')]).outcome).toBe('happened')
    expect(settled(renews, [deed('Norway renews the pact', 'renew', '2031-12-31')]).outcome).toBe('happened')
  })

  test('a day that is told before it has come is no answer', () => {
    expect(
      settled(renews, [deed('Norway renews the pact', 'renew', '2031-11-05')], '2031-10-01').outcome,
    ).toBe('open')
  })
})

describe('silence', () => {
  /** Documents about Norway, one a month, and one in the next year. */
  function outcomeAmong(documents: number) {
    const made = writer('a', '2031-03-01')
    made.forecast('Norway will not lift its tariffs this year.', {
      horizon: between('2031-03-01', '2031-12-31'),
      negated: true,
      asks: asks('lift tariff'),
    })
    const later = Array.from({ length: documents }, (_, i) => {
      const it = writer(`b${i}`, `2031-0${4 + i}-01`)
      it.sentence(`Other news of Norway, number ${i}.`)
      return it
    })
    const last = writer('z', '2032-02-01')
    last.sentence('Norway looks back on the year.')
    return reconcile(...inputs(made, ...later, last), knowledge).record.forecasts[0]?.outcome
  }

  test('bears out that something will not be, where the papers wrote about it', () => {
    expect(outcomeAmong(4)).toBe('happened')
  })

  test('says nothing where few wrote', () => {
    expect(outcomeAmong(1)).toBe('overdue')
  })
})

test('a visit is not answered by a meeting elsewhere', () => {
  const made = writer('a', '2031-03-01')
  const pair = { states: ['FIN', 'NOR'], source: ['person/leif-berg'], target: ['FIN'] }
  const event = made.event('Berg will travel to Helsinki this year.', {
    ...pair,
    head: 'travel',
    mode: 'visit',
    place: 'Helsinki',
    status: 'planned',
    date: between('2031-03-01', '2031-12-31'),
  })
  made.forecast('Berg will travel to Helsinki this year.', { event: event.id, horizon: event.date })
  const later = writer('b', '2032-02-01')
  later.event('Berg met the Finns in Vienna.', {
    ...pair,
    head: 'meet',
    place: 'Vienna',
    date: day('2031-06-01'),
  })
  const { record } = reconcile(...inputs(made, later), knowledge)
  expect(record.forecasts[0]?.outcome).toBe('overdue')
})

test.each([
  ['leader', 'happened'],
  ['working', 'overdue'],
] as const)('a summit that is foretold is answered by a meeting of %s level: %s', (level, outcome) => {
  const told = { ...deed('Finland and Norway meet', 'meet', '2031-11-05'), type: 'CONSULT' as const, level }
  const summit = { asks: asks('expect summit', { light: true, doers: [], others: ['FIN', 'NOR'] }) }
  expect(settled(summit, [{ ...told, states: ['FIN', 'NOR'], source: ['FIN', 'NOR'] }]).outcome).toBe(outcome)
})
