import { describe, expect, it } from 'vitest'
import { findFactor } from '../../../src/analyse/scenario/find.ts'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import { loadStates } from '../../../src/knowledge/states.ts'

const lore = { states: loadStates(), factors: loadFactors() }
const factors = [
  { id: 'threat', name: 'military threat', grounded: true },
  { id: 'threat:PRK', name: 'military threat (PRK)', grounded: true },
  { id: 'threat:CHN', name: 'military threat (CHN)', grounded: true },
  { id: 'elections:KOR', name: 'elections and changes of government (KOR)', grounded: true },
  { id: 'elections:JPN', name: 'elections and changes of government (JPN)', grounded: true },
  { id: 'court-ruling', name: 'court rulings', grounded: true },
  { id: 'relations', name: 'relations', grounded: true },
  { id: 'the-blorpin', name: 'the blorpin', grounded: false },
  { id: 'trade-measures:JPN', name: 'trade restrictions (JPN)', grounded: true },
]
const find = (words: string) => findFactor(words, factors, lore)

describe('a factor', () => {
  it.each([
    ['threat:PRK', 'threat:PRK'],
    ['threat', 'threat'],
    ['military threat (PRK)', 'threat:PRK'],
    ['north-korean-threat', 'threat:PRK'],
    ['North Korean threat', 'threat:PRK'],
    ['threat from Pyongyang', 'threat:PRK'],
    ["China's threat", 'threat:CHN'],
    ['DPRK threat', 'threat:PRK'],
    ['missile launches by North Korea', 'threat:PRK'],
    ['elections in south korea', 'elections:KOR'],
    ['Japanese election', 'elections:JPN'],
    ['court rulings', 'court-ruling'],
    ['verdicts', 'court-ruling'],
    ['Relations', 'relations'],
    ['blorpin', 'the-blorpin'],
    ['export controls', 'trade-measures:JPN'],
  ])('called "%s" is %s', (words, id) => {
    expect(find(words)).toBe(id)
  })

  it('that may be several is an error that lists them', () => {
    expect(() => find('elections')).toThrow(
      '"elections" may be any of elections:KOR, elections:JPN; take one of them',
    )
  })

  it('that is unknown is an error that lists the nearest', () => {
    expect(() => find('relatoins')).toThrow(
      /^"relatoins" is no factor of this map; the nearest are relations, /,
    )
    expect(() => find('Japanese threat')).toThrow(/is no factor of this map; the nearest are threat/)
  })
})
