import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'

const { organizations, states } = loadKnowledge()

test('every body is listed once in a state', () => {
  const keys = organizations.all().map(({ name, state }) => `${name}|${state}`)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  for (const { name, names } of organizations.all())
    expect([name, new Set(names).size]).toEqual([name, names.length])
})

test('there are more than two hundred bodies of many states, and bodies of most states', () => {
  const international = organizations.all().filter(({ type }) => type === 'international-organization')
  expect(international.length).toBeGreaterThanOrEqual(200)
  const withBodies = new Set(organizations.all().map(({ state }) => state))
  const sovereign = states.all.filter(({ kind }) => kind === 'state')
  expect(sovereign.filter(({ iso3 }) => withBodies.has(iso3)).length).toBeGreaterThanOrEqual(120)
})

test.each([
  ['Riksdag', 'SWE', 'government'],
  ['Jatiya Sangsad', 'BGD', 'government'],
  ['Folketing', 'DNK', 'government'],
  ['Sejm', 'POL', 'government'],
  ['FARDC', 'COD', 'military'],
  ['SBU', 'UKR', 'government'],
  ['Kopassus', 'IDN', 'military'],
  ['Awami League', 'BGD', 'party'],
  ['Southern Transitional Council', 'YEM', 'organization'],
  ['Kata\u2019ib Hezbollah', 'IRQ', 'organization'],
  ['UNIFIL', null, 'military'],
  ['the Organisation of African Unity', null, 'international-organization'],
])('%s is of %s, a %s', (name, state, type) => {
  expect(organizations.byName(name).map(found => [found.state, found.type])).toContainEqual([state, type])
})

test.each(['Amal', 'Azov', 'Lazarus', 'Meta', 'Legislative Council'])(
  '%s alone is too common a word to be one body',
  name => {
    expect(organizations.byName(name)).toEqual([])
  },
)
