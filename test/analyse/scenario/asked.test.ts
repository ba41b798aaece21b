import { describe, expect, it } from 'vitest'
import { type Asked, DEFAULTS, planFor } from '../../../src/analyse/scenario/asked.ts'
import { readScenario, writeScenario } from '../../../src/analyse/scenario/file.ts'
import { monthOf, monthText } from '../../../src/analyse/scenario/months.ts'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import { loadStates } from '../../../src/knowledge/states.ts'
import { mapOf } from './maps.ts'

const lore = { states: loadStates(), factors: loadFactors() }
const map = mapOf('a>b:+1', 'b>c:-1')
const plan = (set: string[], more: Partial<Asked> = {}) =>
  planFor({ ...DEFAULTS, from: '2023-04', set, ...more }, map, lore)
const whole = { factor: 'a', first: 0, last: 11 }

describe('a setting', () => {
  it.each([
    ['a=high', { ...whole, level: 0.5 }],
    ['a = very low', { ...whole, level: -1 }],
    ['A=Very-High', { ...whole, level: 1 }],
    ['a=normal', { ...whole, level: 0 }],
    ['a=-0.25', { ...whole, level: -0.25 }],
    ['a=+1', { ...whole, level: 1 }],
    ['a=high@2023-06..2023-09', { factor: 'a', level: 0.5, first: 2, last: 5 }],
    ['a=high@2023-06', { factor: 'a', level: 0.5, first: 2, last: 2 }],
    ['a=high@2023-06..', { factor: 'a', level: 0.5, first: 2, last: 11 }],
    ['a=high@..2023-05', { factor: 'a', level: 0.5, first: 0, last: 1 }],
    ['a=high@2020-01..2030-01', { ...whole, level: 0.5 }],
  ])('"%s" is read', (text, setting) => {
    expect(plan([text]).settings).toEqual([setting])
  })

  it.each([
    ['a', /not written as FACTOR=LEVEL/],
    ['a=', /not written as FACTOR=LEVEL/],
    [
      'a=huge',
      /"huge" is no level; there are very-low, low, normal, high, very-high, or a number from -1 to 1/,
    ],
    ['a=1.5', /"1.5" is no level/],
    ['a=1e-1', /is no level/],
    ['z=high', /"z" is no factor of this map; the nearest are a, b, c/],
    ['a=high@2023-13', /"2023-13" is not a month, which is written as 2023-04/],
    ['a=high@2023-09..2023-06', /ends before it begins/],
    ['a=high@2021-01..2021-06', /lies outside the run, which goes from 2023-04 to 2024-03/],
  ])('"%s" is an error that says what is wrong', (text, message) => {
    expect(() => plan([text])).toThrow(message)
  })

  it('is one at a time for each factor', () => {
    expect(() => plan(['a=high', 'a=low'])).toThrow(/set a at one time/)
    expect(plan(['a=high@2023-04..2023-05', 'a=low@2023-06..']).settings.length).toBe(2)
  })

  it('needs a month to begin with where it has months of its own', () => {
    expect(() => plan(['a=high@2023-06'], { from: null })).toThrow(/needs --from/)
  })
})

describe('a scenario', () => {
  it('sets something', () => {
    expect(() => plan([])).toThrow(/sets something/)
  })

  it('keeps to what can be run', () => {
    expect(() => plan(['a=high'], { draws: 0 })).toThrow('--draws is a whole number from 1 to 10000, not 0')
    expect(() => plan(['a=high'], { damping: 1 })).toThrow(/--damping is a number from 0 to 0.99/)
  })
})

describe('a file', () => {
  const asked = { ...DEFAULTS, set: ['a=high@2023-06..2023-09'], from: '2023-04', seed: 7 }
  const drawn = { by: 'Kishida', asOf: null, ungrounded: true, general: false }

  it('holds what differs from the usual, and comes back as it was', () => {
    const text = writeScenario({ name: 'A hot summer', asked, drawn })
    expect(JSON.parse(text)).toEqual({
      scenario: '1',
      name: 'A hot summer',
      set: ['a=high@2023-06..2023-09'],
      from: '2023-04',
      seed: 7,
      by: 'Kishida',
      ungrounded: true,
    })
    const back = readScenario(text, 'hot.json')
    expect({ ...DEFAULTS, ...back.asked }).toEqual(asked)
    expect({ asOf: null, general: false, ...back.drawn }).toEqual(drawn)
    expect(writeScenario(back)).toBe(text)
  })

  it.each([
    ['{', /^hot.json: it is not JSON/],
    ['[]', /it is no scenario: \{"scenario": "1"/],
    ['{"set": []}', /it is no scenario/],
    ['{"scenario": "2"}', /it is of version "2", and this program reads version "1"/],
    ['{"scenario": "1", "sets": []}', /no such key as sets; there are name, set, /],
    ['{"scenario": "1", "set": "a=high"}', /set is a list such as \["threat:PRK=high"\], not "a=high"/],
    [
      '{"scenario": "1", "steps": 0, "rule": "best"}',
      /steps is a whole number from 1 to 240, not 0; rule is one of/,
    ],
    ['{"scenario": "1", "asOf": "yesterday"}', /asOf cannot be "yesterday"/],
    ['{"scenario": "1", "name": 3}', /name is words, not 3/],
  ])('%s is an error that says what is wrong', (text, message) => {
    expect(() => readScenario(text, 'hot.json')).toThrow(message)
  })
})

describe('a month', () => {
  it('is counted over the years', () => {
    expect(monthText((monthOf('2023-11') ?? 0) + 3)).toBe('2024-02')
    expect(monthOf('2023-11-30')).toBe(monthOf('2023-11'))
    expect([monthOf('2023'), monthOf('2023-00'), monthOf('April')]).toEqual([null, null, null])
  })
})
