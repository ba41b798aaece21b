import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'

const { states, people, titles, places, organizations, givenNames } = loadKnowledge()

test.each([
  ['South Korea', 'KOR', 'name'],
  ['ROK', 'KOR', 'name'],
  ['the Republic of Korea', 'KOR', 'name'],
  ['SOUTH KOREA', 'KOR', 'name'],
  ['the South', 'KOR', 'loose'],
  ['DPRK', 'PRK', 'name'],
  ['US', 'USA', 'name'],
  ['Americans', 'USA', 'people'],
  ['Swiss', 'CHE', 'adjective'],
  ['Finns', 'FIN', 'people'],
  ['Congolese', 'COD', 'adjective'],
  ['Pyongyang', 'PRK', 'capital'],
  ['the Kremlin', 'RUS', 'seat'],
  ['10 Downing Street', 'GBR', 'seat'],
  ['Bosnian Serbs', 'BIH', 'people'],
  ['Turkish Cypriot', 'XNC', 'adjective'],
  ['Abkhazia', 'XAB', 'name'],
  ['the Grand Serail', 'LBN', 'seat'],
  ['Ganabhaban', 'BGD', 'seat'],
  ['RSFSR', 'RUS', 'name'],
])('%s is %s, as %s', (text, iso3, form) => {
  const found = states.find(text)
  expect([found?.state.iso3, found?.form]).toEqual([iso3, form])
})

test.each(['us', 'turkey', 'chad', 'the', 'Atlantis'])('%s is no state', text => {
  expect(states.find(text)).toBeUndefined()
})

test('every state has a code of three letters, once, and every reference leads to a state', () => {
  const codes = states.all.map(state => state.iso3)
  expect(new Set(codes).size).toBe(codes.length)
  for (const state of states.all) {
    expect(state.iso3).toMatch(/^[A-Z]{3}$/)
    if (state.of !== null) expect(codes).toContain(state.of)
  }
  for (const person of people.all()) if (person.state !== null) expect(codes).toContain(person.state)
  for (const [, place] of places.names()) if (place.state !== null) expect(codes).toContain(place.state)
  for (const body of organizations.all()) if (body.state !== null) expect(codes).toContain(body.state)
})

test('at least sixty states have leaders and foreign ministers of different years', () => {
  const led = new Set(
    people
      .all()
      .filter(person => person.offices.some(office => titles.levelOf(office.title) === 'leader'))
      .map(person => person.state),
  )
  expect(led.size).toBeGreaterThan(100)
  for (const person of people.all()) {
    for (const office of person.offices) {
      if (office.from !== '' && office.to !== '')
        expect([person.name, office.from <= office.to]).toEqual([person.name, true])
    }
  }
})

test.each([
  ['KOR', 'President', '2016-05-01', 'Park Geun-hye'],
  ['JPN', 'Prime Minister', '2019-01-01', 'Shinzo Abe'],
  ['JPN', 'Prime Minister', '2006-01-01', 'Junichiro Koizumi'],
  ['USA', 'Secretary of State', '2010-07-01', 'Hillary Clinton'],
  ['DEU', 'Chancellor', '2000-01-01', 'Gerhard Schröder'],
])('%s, %s on %s: %s', (state, title, date, name) => {
  expect(people.holders(state, title, date)[0]?.name).toBe(name)
})

test.each([
  ['Kishida Fumio', 'Fumio Kishida'],
  ['Yoon Suk Yeol', 'Yoon Suk-yeol'],
  ['Recep Tayyip Erdogan', 'Recep Tayyip Erdoğan'],
])('%s is %s', (spelling, name) => {
  expect(people.byName(spelling).map(person => person.name)).toEqual([name])
})

test.each([
  ['Prime Minister', 'leader'],
  ['Deputy Prime Minister', 'minister'],
  ['foreign minister', 'minister'],
  ['first vice-foreign minister', 'vice-minister'],
  ['Deputy Secretary of State', 'vice-minister'],
  ['special envoy', 'working'],
  ['professor', 'other'],
  ['plan', null],
])('a %s meets at the level %s', (title, level) => {
  expect(titles.levelOf(title)).toBe(level)
})

test('first names tell gender where they can', () => {
  expect([
    givenNames.gender('Hiroko'),
    givenNames.gender('Igor'),
    givenNames.gender('Robin'),
    givenNames.gender('Plan'),
  ]).toEqual(['f', 'm', 'm', null])
})
