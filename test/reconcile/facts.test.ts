import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { between, day, inputs, person, state, Writer } from './builders.ts'

const knowledge = loadKnowledge()
const berg = { key: 'person/leif-berg', name: 'Berg', affiliation: null }
const pair = { states: ['FIN', 'NOR'], source: ['FIN', 'NOR'] }

function writer(id: string, published = '2031-03-01'): Writer {
  return new Writer(id, { published: day(published) }).actors(
    state('FIN'),
    state('NOR'),
    person('Leif Berg', 'NOR'),
  )
}

function recordOf(...writers: Writer[]) {
  return reconcile(...inputs(...writers), knowledge).record
}

test('one quotation in two documents is one statement, and the speaker has the full name', () => {
  const [a, b] = [writer('a'), writer('b')]
  a.statement('“The border will stay open all winter,” Berg said.', berg)
  b.statement('"The border will stay open all winter", Berg told the Fjord Post.', berg)
  const [statement, ...others] = recordOf(a, b).statements
  expect(others).toEqual([])
  expect(statement?.evidence.map(it => it.document)).toEqual(['a', 'b'])
  expect(statement?.speaker.name).toBe('Leif Berg')
})

test('the same words of another speaker are another statement', () => {
  const [a, b] = [writer('a'), writer('b').actors(person('Ada Lind', 'FIN'))]
  a.statement('“The border will stay open all winter.”', berg)
  b.statement('“The border will stay open all winter.”', {
    key: 'person/ada-lind',
    name: 'Ada Lind',
    affiliation: null,
  })
  expect(recordOf(a, b).statements).toHaveLength(2)
})

test('a statement of two parts has a passage for each', () => {
  const a = writer('a')
  const first = a.sentence('“We will come,” said Berg.')
  const second = a.sentence('“But not soon.”')
  a.statement('He left.', berg, { parts: [first, second] })
  expect(recordOf(a).statements[0]?.evidence).toHaveLength(2)
})

describe('positions', () => {
  const opposes = { actor: 'NOR', issue: 'fisheries', stance: 'opposes' as const }
  test('held at one time in two documents are one', () => {
    const [a, b] = [writer('a'), writer('b')]
    a.position('Norway rejects the quota.', { ...opposes, date: day('2031-03-01') })
    b.position('Oslo wants no quota at all.', { ...opposes, date: day('2031-03-20') })
    const [position, ...others] = recordOf(a, b).positions
    expect(others).toEqual([])
    expect(position?.date).toMatchObject({ start: '2031-03-01', end: '2031-03-20' })
  })
  test('years apart are two', () => {
    const [a, b] = [writer('a'), writer('b')]
    a.position('Norway rejects the quota.', { ...opposes, date: day('2031-03-01') })
    b.position('Oslo wants no quota at all.', { ...opposes, date: day('2035-03-20') })
    expect(recordOf(a, b).positions).toHaveLength(2)
  })
})

describe('drivers', () => {
  test('of one claimant in two documents are one; of the documents themselves they are two', () => {
    const [a, b] = [writer('a'), writer('b')]
    a.driver('Cheap fish divides them, Berg says.', 'fish', 'ties', { claimedBy: berg.key })
    b.driver('To Berg it is fish that divides.', 'fish', 'ties', { claimedBy: berg.key })
    a.driver('Snow helps the ties.', 'snow', 'ties')
    b.driver('Ties gain from much snow.', 'snow', 'ties')
    expect(
      recordOf(a, b)
        .drivers.map(it => it.evidence.length)
        .sort(),
    ).toEqual([1, 1, 2])
  })
})

describe('a forecast', () => {
  /** A summit forecast for April, and what else is known. */
  function outcome(newest: string, more: (later: Writer) => void, negated = false) {
    const made = writer('a')
    const event = made.event('A summit is possible in April.', {
      ...pair,
      head: 'summit',
      status: 'hypothetical',
      date: between('2031-04-01', '2031-04-30', 'month'),
    })
    made.forecast('A summit is possible in April.', { event: event.id, horizon: event.date, negated })
    const later = writer('b', newest)
    more(later)
    const record = recordOf(made, later)
    const [forecast] = record.forecasts
    return {
      ...forecast,
      by: record.events.find(it => it.id === forecast?.resolvedBy)?.evidence.map(it => it.document),
    }
  }
  test('came true where the record reports it in its time', () => {
    const it = outcome('2031-04-20', later =>
      later.event('They met on 12 April.', { ...pair, date: day('2031-04-12') }),
    )
    expect(it).toMatchObject({ outcome: 'happened', by: expect.arrayContaining(['b']) })
  })
  test('that it will not be is wrong where it was', () => {
    const it = outcome(
      '2031-04-20',
      later => later.event('They met on 12 April.', { ...pair, date: day('2031-04-12') }),
      true,
    )
    expect(it.outcome).toBe('did-not-happen')
  })
  test('is open while its time runs', () => {
    expect(outcome('2031-04-02', () => {}).outcome).toBe('open')
  })
  test('is overdue where its time is over and nothing is known', () => {
    expect(
      outcome('2031-06-01', later => later.event('They met on 30 May.', { ...pair, date: day('2031-05-30') }))
        .outcome,
    ).toBe('overdue')
  })
  test('did not come true where it was called off', () => {
    const it = outcome('2031-06-01', later =>
      later.event('The April summit was called off.', {
        ...pair,
        head: 'summit',
        status: 'denied',
        date: between('2031-04-01', '2031-04-30', 'month'),
      }),
    )
    expect(it.outcome).toBe('did-not-happen')
  })
  test('without an event or a time cannot be settled', () => {
    const made = writer('a')
    made.forecast('Ties will get better.')
    expect(recordOf(made).forecasts[0]).toMatchObject({ outcome: 'unresolvable', resolvedBy: null })
  })
})

test('every quote is what the text holds, and every actor that facts refer to is listed', () => {
  const [a, b] = [writer('a'), writer('b')]
  a.event('Norway and Finland met.', { ...pair, date: day('2031-03-01') })
  b.statement('“Good talks,” said Berg.', berg)
  const record = recordOf(a, b)
  const texts = new Map(record.documents.map(it => [it.id, it.text]))
  const facts = [...record.events, ...record.statements]
  for (const it of facts.flatMap(fact => fact.evidence))
    expect(texts.get(it.document)?.slice(it.start, it.end)).toBe(it.quote)
  const ids = new Set(record.actors.map(it => it.id))
  for (const id of record.events.flatMap(it => [...it.source, ...it.target, ...it.states]))
    expect(ids).toContain(id)
})
