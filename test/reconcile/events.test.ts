import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import type { EventMention } from '../../src/record/mentions.ts'
import type { Event } from '../../src/record/types.ts'
import { between, day, inputs, person, state, until, Writer } from './builders.ts'

const knowledge = loadKnowledge()
const pair = { states: ['FIN', 'NOR'], source: ['FIN', 'NOR'] }
const leaders = {
  states: ['FIN', 'NOR'],
  source: ['person/aino-salmi', 'person/leif-berg'],
  level: 'leader' as const,
}

function writer(id: string, published: string | null = '2031-06-01'): Writer {
  return new Writer(id, { published: published === null ? null : day(published) }).actors(
    state('FIN'),
    state('NOR'),
    state('SWE'),
    person('Aino Salmi', 'FIN'),
    person('Leif Berg', 'NOR'),
  )
}

function eventsOf(...writers: Writer[]): Event[] {
  const [documents, understandings] = inputs(...writers)
  return reconcile(documents, understandings, knowledge).record.events
}

/** Two documents with one mention each: how many events are they? */
function count(
  a: Partial<EventMention>,
  b: Partial<EventMention>,
  text = 'They acted.',
  other = 'Something was done.',
): number {
  const [x, y] = [writer('a'), writer('b')]
  x.event(text, a)
  y.event(other, b)
  return eventsOf(x, y).length
}

describe('one event', () => {
  test('a summit and a visit of the same two on one day', () => {
    expect(
      count(
        { ...leaders, head: 'summit', date: day('2031-03-09') },
        { ...leaders, head: 'visit', mode: 'visit', date: day('2031-03-09') },
      ),
    ).toBe(1)
  })
  test('a day within the week that the other gives', () => {
    expect(
      count(
        { ...pair, date: day('2031-03-09') },
        { ...pair, date: between('2031-03-03', '2031-03-09', 'week') },
      ),
    ).toBe(1)
  })
  test('days that differ by one are accounts of one event', () => {
    const [a, b] = [writer('a'), writer('b')]
    a.event('Salmi and Berg met on 9 March.', { ...leaders, date: day('2031-03-09') })
    b.event('Salmi and Berg met on 10 March.', { ...leaders, date: day('2031-03-10') })
    const events = eventsOf(a, b)
    expect(events).toHaveLength(1)
    expect(events[0]?.accounts).toContainEqual({
      field: 'date',
      values: [
        { value: '2031-03-09', documents: ['a'] },
        { value: '2031-03-10', documents: ['b'] },
      ],
    })
  })
  test('a ruling told by its year and one told without a date, by court and matter', () => {
    const ruling = { states: ['FIN', 'NOR'], source: ['FIN'], target: ['NOR'], issues: ['fisheries'] }
    expect(
      count(
        {
          ...ruling,
          type: 'COERCE',
          head: 'court-verdict',
          date: between('2027-01-01', '2027-12-31', 'year'),
        },
        { ...ruling, type: 'REQUEST', head: 'rule', date: until('2031-06-01') },
        'The verdict in 2027 let Norwegian trawlers pay.',
        'A court ruled that Norwegian trawlers must pay.',
      ),
    ).toBe(1)
  })
  test('a treaty that both name by its old year, in other words', () => {
    const treaty = { ...pair, type: 'AGREE' as const, date: between('1965-01-01', '1965-12-31', 'year') }
    expect(count({ ...treaty, head: 'treaty' }, { ...treaty, head: 'normalise' })).toBe(1)
  })
  test('a meeting in a third state, where one document takes the host for a party', () => {
    expect(
      count(
        { ...leaders, place: 'Stockholm', date: day('2031-03-09') },
        {
          states: ['FIN', 'NOR', 'SWE'],
          source: ['FIN', 'NOR', 'SWE'],
          place: 'Sweden',
          date: day('2031-03-09'),
        },
      ),
    ).toBe(1)
  })
})

describe('two events', () => {
  test('two summits a month apart', () => {
    expect(count({ ...leaders, date: day('2031-03-09') }, { ...leaders, date: day('2031-04-09') })).toBe(2)
  })
  test('the same two on one day, but leaders and working level', () => {
    expect(
      count(
        { ...pair, level: 'leader', date: day('2031-03-09') },
        { ...pair, level: 'working', date: day('2031-03-09') },
      ),
    ).toBe(2)
  })
  test('three sides and two of them', () => {
    const three = { states: ['FIN', 'NOR', 'SWE'], source: ['FIN', 'NOR', 'SWE'] }
    expect(count({ ...three, date: day('2031-03-09') }, { ...pair, date: day('2031-03-09') })).toBe(2)
  })
  test('two agreements of one day on other matters', () => {
    const agree = { ...leaders, type: 'AGREE' as const, head: 'agree', date: day('2031-03-09') }
    expect(
      count(
        { ...agree, issues: ['fisheries'] },
        { ...agree, issues: ['energy'] },
        'They agreed to limit the catch of cod.',
        'They agreed to lay a cable beneath the sea.',
      ),
    ).toBe(2)
  })
  test('curbs of the one on the other, and of the other on the one', () => {
    const curb = { states: ['FIN', 'NOR'], type: 'SANCTION' as const, head: 'curb', date: day('2031-03-09') }
    expect(
      count({ ...curb, source: ['FIN'], target: ['NOR'] }, { ...curb, source: ['NOR'], target: ['FIN'] }),
    ).toBe(2)
  })
  test('the 12th and the 13th round', () => {
    const round = { ...pair, head: 'round', date: between('2031-03-01', '2031-03-31', 'month') }
    expect(
      count(
        { ...round, ordinal: { n: 12, text: '12th round' } },
        { ...round, ordinal: { n: 13, text: '13th round' } },
      ),
    ).toBe(2)
  })
  test('visits in both directions', () => {
    const visit = {
      states: ['FIN', 'NOR'],
      mode: 'visit',
      head: 'visit',
      date: between('2031-03-01', '2031-03-31', 'month'),
    }
    expect(
      count(
        { ...visit, source: ['person/aino-salmi'], target: ['NOR'] },
        { ...visit, source: ['person/leif-berg'], target: ['FIN'] },
      ),
    ).toBe(2)
  })
  test('a summit and the refusal to hold one', () => {
    expect(
      count(
        { ...pair, head: 'summit', date: day('2031-03-09') },
        { ...pair, type: 'REJECT', head: 'summit', date: day('2031-03-09') },
      ),
    ).toBe(2)
  })
  test('a month-wide telling that fits two summits joins neither', () => {
    const [a, b, c] = [writer('a'), writer('b'), writer('c')]
    a.event('They met on 2 March.', { ...pair, date: day('2031-03-02') })
    b.event('They met on 28 March.', { ...pair, date: day('2031-03-28') })
    c.event('They met in March.', { ...pair, date: between('2031-03-01', '2031-03-31', 'month') })
    expect(eventsOf(a, b, c)).toHaveLength(3)
  })
  test('no chain of near days joins days that are far apart', () => {
    const writers = ['a', 'b', 'c', 'd', 'e', 'f'].map(writer0 => writer(writer0))
    writers.forEach((it, i) => {
      it.event(`They met on day ${i}.`, { ...leaders, date: day(`2031-03-0${i + 1}`) })
    })
    for (const event of eventsOf(...writers)) {
      const days = event.evidence.map(it => 'abcdef'.indexOf(it.document))
      expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(3)
    }
  })
})

describe('what came of a plan', () => {
  const plan = writer('a', '2031-03-01')
  plan.event('Salmi will meet Berg in Oslo on 9 March.', {
    ...leaders,
    type: 'AGREE',
    status: 'planned',
    place: 'Oslo',
    date: day('2031-03-09'),
  })
  const held = writer('b', '2031-03-10')
  held.event('Salmi and Berg met in Oslo on Sunday.', {
    ...leaders,
    place: 'Oslo',
    date: day('2031-03-09', 'relative'),
  })
  const [event, ...others] = eventsOf(plan, held)

  test('is one event with its history; its status is the latest', () => {
    expect(others).toEqual([])
    expect(event?.status).toBe('reported')
    expect(event?.type).toBe('CONSULT')
    expect(event?.history.map(it => [it.status, it.evidence[0]?.document])).toEqual([
      ['planned', 'a'],
      ['reported', 'b'],
    ])
  })
  test('its date is the stated one, which both documents give', () => {
    expect(event?.date).toEqual(day('2031-03-09'))
  })
  test('each passage of the history is one of the event', () => {
    for (const entry of event?.history ?? [])
      for (const it of entry.evidence) expect(event?.evidence).toContainEqual(it)
  })
  test('an event told once has no history', () => {
    expect(eventsOf(held)[0]?.history).toEqual([])
  })
})

test('what one document has done and has yet to do is two', () => {
  const it = writer('a', '2031-03-01')
  it.event('Salmi and Berg have met.', { ...leaders })
  it.event('Salmi and Berg will meet again.', {
    ...leaders,
    status: 'planned',
    date: { ...between('2031-03-01', null, 'unknown'), basis: 'publication' },
  })
  expect(eventsOf(it)).toHaveLength(2)
})

test('a reference within the document joins; a definite phrase takes up the nearest', () => {
  const it = writer('a', '2031-06-01')
  const first = it.event('Salmi and Berg met on 9 March.', { ...leaders, date: day('2031-03-09') })
  it.event('They met again on 20 May.', { ...leaders, date: day('2031-05-20') })
  it.event('The meeting ended late.', { ...pair, definite: true })
  it.event('The first meeting had gone badly.', { ...pair, definite: true, refersTo: first.id })
  expect(eventsOf(it).map(event => event.evidence.length)).toEqual([2, 2])
})

test('two accounts of how many', () => {
  const [a, b] = [writer('a'), writer('b')]
  const launch = {
    type: 'MOBILIZE' as const,
    head: 'launch',
    states: ['NOR'],
    source: ['NOR'],
    date: day('2031-03-09'),
  }
  a.event('Norway fired three rockets into the sea.', launch)
  b.event('Norway fired five rockets.', launch)
  expect(eventsOf(a, b)[0]?.accounts).toContainEqual({
    field: 'number of rocket',
    values: [
      { value: 3, documents: ['a'] },
      { value: 5, documents: ['b'] },
    ],
  })
})

test('former ids keep the ids that each document alone would give', () => {
  const [a, b] = [writer('a'), writer('b')]
  a.event('They met on 9 March.', { ...leaders, date: day('2031-03-09') })
  b.event('A summit was held.', { ...leaders, head: 'summit', date: day('2031-03-09') })
  const alone = [...eventsOf(a), ...eventsOf(b)].map(event => event.id)
  const [both] = eventsOf(a, b)
  expect([both?.id, ...(both?.formerIds ?? [])]).toEqual(alone)
})

test('every merge and every near refusal has its receipts', () => {
  const [a, b] = [writer('a'), writer('b')]
  a.event('They met on 9 March.', { ...leaders, date: day('2031-03-09') })
  b.event('They met on 9 April.', { ...leaders, date: day('2031-03-09') })
  const [documents, understandings] = inputs(a, b)
  const { record, receipts } = reconcile(documents, understandings, knowledge)
  const own = receipts.filter(it => it.about === record.events[0]?.id)
  expect(own.map(it => it.rule)).toEqual(
    expect.arrayContaining(['event/dates', 'event/people', 'event/states']),
  )
  expect(own.every(it => it.merged && it.reason.length > 10)).toBe(true)
})

describe('told one after the other', () => {
  const visit = {
    ...leaders,
    source: ['person/leif-berg'],
    head: 'visit',
    mode: 'visit' as const,
    date: day('2031-03-09'),
  }
  const meeting = (...source: string[]) => ({ ...leaders, source, head: 'meet', date: day('2031-03-09') })
  const [met, talked] = ['He first met the speaker and', 'then talked with the premier.']

  test('two meetings are two, and neither is the visit', () => {
    const one = writer('a').actors(person('Eero Laine', 'FIN'))
    one.event('The visit began.', visit)
    one.event(met, meeting('person/leif-berg', 'person/eero-laine'))
    one.event(talked, meeting('person/leif-berg', 'person/aino-salmi'))
    expect(eventsOf(one).length).toBe(3)
  })
  test('a meeting by itself is the visit', () => {
    const one = writer('a')
    one.event('The visit began.', visit)
    one.event(talked, meeting('person/leif-berg', 'person/aino-salmi'))
    expect(eventsOf(one).length).toBe(1)
  })
})

describe('what is told without a day of several alike', () => {
  const deal = { ...pair, type: 'AGREE' as const, head: 'agreement', issues: ['trade'] }
  const WORDS = ['fish', 'timber', 'copper', 'barley', 'salt', 'wool']
  const told = (id: string, more: Partial<EventMention>) => {
    const one = writer(id)
    one.event(`They signed something on ${WORDS[id.charCodeAt(0) - 97]}.`, { ...deal, ...more })
    return one
  }
  const dated = [told('a', { date: day('2030-03-09') }), told('b', { date: day('2030-09-20') })]

  test('is one event beside them, however many tell it', () => {
    const vague = ['c', 'd', 'e', 'f'].map(id => told(id, { date: until('2031-06-01') }))
    const events = eventsOf(...dated, ...vague)
    expect(events.map(it => it.evidence.length).sort()).toEqual([1, 1, 4])
  })

  test('and is the one where there is only one', () => {
    expect(eventsOf(...dated.slice(0, 1), told('c', { date: until('2031-06-01') }))).toHaveLength(1)
  })
})
