/** Nine invented dispatches on two neighbours: repeated meetings, a wire copy, a plan and what came of it. */
import { between, day, person, state, until, Writer } from './builders.ts'

const pair = { states: ['FIN', 'NOR'], source: ['FIN', 'NOR'] }

function leaders(writer: Writer): Writer {
  return writer.actors(
    state('FIN', 'Finland'),
    state('NOR', 'Norway'),
    person('Aino Salmi', 'FIN', { roles: [{ title: 'president', organization: null }] }),
    person('Leif Berg', 'NOR', { roles: [{ title: 'prime minister', organization: null }] }),
  )
}

const both = { states: ['FIN', 'NOR'], source: ['person/aino-salmi', 'person/leif-berg'] }

export function neighbours(): Writer[] {
  const plan = leaders(new Writer('d1', { published: day('2031-03-01') }))
  plan.event('President Aino Salmi will travel to Oslo on March 9.', {
    ...both,
    status: 'planned',
    head: 'travel',
    date: day('2031-03-09'),
    place: 'Oslo',
    level: 'leader',
    dateWords: 'March 9',
  })
  plan.forecast('Salmi may visit Oslo in March.', {
    event: plan.understanding.mentions[0]?.id ?? null,
    horizon: between('2031-03-01', '2031-03-31', 'month'),
  })

  const held = leaders(new Writer('d2', { published: day('2031-03-10') }))
  held.event('Salmi and Berg held a summit in Oslo on Sunday.', {
    ...both,
    head: 'summit',
    date: day('2031-03-09', 'relative'),
    place: 'Oslo',
    level: 'leader',
    dateWords: 'Sunday',
  })
  held.statement('"The border will stay open all winter long," Berg said.', {
    key: 'person/leif-berg',
    name: 'Leif Berg',
    affiliation: null,
  })

  const copy = leaders(new Writer('d3', { published: day('2031-03-11') }))
  copy.event('Salmi and Berg held a summit in Oslo on Sunday.', {
    ...both,
    head: 'summit',
    date: day('2031-03-09', 'relative'),
    place: 'Oslo',
    level: 'leader',
    dateWords: 'Sunday',
  })
  copy.statement('"The border will stay open all winter long," Berg said.', {
    key: 'person/leif-berg',
    name: 'Leif Berg',
    affiliation: null,
  })

  const later = leaders(new Writer('d4', { published: day('2031-04-12') }))
  later.event('The two met again in Helsinki on April 10.', {
    ...both,
    date: day('2031-04-10'),
    place: 'Helsinki',
    dateWords: 'April 10',
  })
  later.event('The March summit had gone badly.', {
    ...pair,
    head: 'summit',
    date: between('2031-03-01', '2031-03-31', 'month'),
    definite: true,
  })

  const ruling = leaders(new Writer('d5', { published: day('2031-05-01') }))
  ruling.event('A Finnish court verdict in 2027 on fishing rights still weighs on ties.', {
    type: 'COERCE',
    head: 'verdict',
    states: ['FIN', 'NOR'],
    source: ['FIN'],
    target: ['NOR'],
    date: between('2027-01-01', '2027-12-31', 'year'),
    issues: ['fishing'],
  })
  const undated = leaders(new Writer('d6', { published: day('2031-05-20') }))
  undated.event('Finland’s court ruled that Norwegian trawlers must pay for fishing there.', {
    type: 'REQUEST',
    head: 'rule',
    states: ['FIN', 'NOR'],
    source: ['FIN'],
    target: ['NOR'],
    issues: ['fishing'],
    date: until('2031-05-20'),
  })
  undated.position('Norway rejects the verdict.', { actor: 'NOR', issue: 'fishing', stance: 'opposes' })

  const partial = new Writer('d7', { published: day('2031-03-12') }).actors(
    state('FIN'),
    state('NOR'),
    person('Salmi', 'FIN', { partial: true, roles: [{ title: 'President', organization: null }] }),
    person('a senior official', 'NOR', { partial: true }),
  )
  partial.event('President Salmi met Norwegian officials on March 9.', {
    states: ['FIN', 'NOR'],
    source: ['person/salmi', 'NOR'],
    date: day('2031-03-09'),
  })
  partial.driver('Cheap fish push the two apart.', 'fish-price', 'relations', {
    sign: -1,
    claimedBy: 'person/a-senior-official',
  })

  const nodate = leaders(new Writer('d8'))
  nodate.event('Next week’s summit between Salmi and Berg is on everybody’s lips.', {
    ...both,
    head: 'summit',
    status: 'planned',
    dateWords: 'Next week',
    date: until(null),
  })
  nodate.event('Salmi will be in Oslo on March 9, the palace said.', {
    ...both,
    head: 'travel',
    status: 'planned',
    dateWords: 'March 9',
    place: 'Oslo',
    date: until(null),
  })

  const other = new Writer('d9', { published: day('2031-03-10') }).actors(state('CHL'), state('PER'))
  other.event('Chile and Peru signed a treaty on water on Sunday.', {
    type: 'AGREE',
    head: 'treaty',
    states: ['CHL', 'PER'],
    source: ['CHL', 'PER'],
    date: day('2031-03-09'),
  })
  return [plan, held, copy, later, ruling, undated, partial, nodate, other]
}
