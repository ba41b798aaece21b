import { expect, it } from 'vitest'
import { type Selection, selector } from '../../src/export/select.ts'
import type { Actor, Event, Statement } from '../../src/record/types.ts'
import { aDocument, anEvent } from '../store/made-up.ts'

const document = aDocument('a.txt', 'Norway met Peru.')
const event = anEvent('e', document, 0, 16, { issues: ['fisheries'], confidence: 0.6 })
const rojas: Actor = {
  id: 'person/luis-rojas',
  type: 'person',
  name: 'Luis Rojas',
  aliases: ['President Rojas'],
  state: 'PER',
  roles: [],
}
const actors = new Map([
  ['NOR', { ...rojas, id: 'NOR', name: 'Norway', aliases: [], state: 'NOR' }],
  ['PER', { ...rojas, id: 'PER', name: 'Peru', aliases: [], state: 'PER' }],
  [rojas.id, rojas],
])

const fits = (selection: Selection, it: Event = event): boolean => selector(selection, actors)('event', it)
const between = (start: string | null, end: string | null): Event => ({
  ...event,
  date: { start, end, precision: 'range', basis: 'stated' },
})

it('dates count where the event may lie within', () => {
  expect(fits({ from: '2031-05-01', to: '2031-05-01' })).toBe(true)
  expect(fits({ from: '2031-05-02' })).toBe(false)
  expect(fits({ to: '2031-04-30' })).toBe(false)
  expect(fits({ from: '2031-01-01', to: '2031-01-31' }, between('2030-01-01', '2032-12-31'))).toBe(true)
  expect(fits({ from: '2031-01-01' }, between('2030-01-01', null))).toBe(true)
  expect(fits({ from: '2031-01-01' }, between(null, null))).toBe(false)
  expect(fits({ from: '2031-01-01', to: '2031-12-31' }, between(null, '2031-06-30'))).toBe(true)
  expect(fits({ to: '2030-12-31' }, between(null, '2031-06-30'))).toBe(false)
})

it('what was said counts by its day, else by that of its article', () => {
  const said: Statement = {
    id: 's',
    speaker: { name: 'Luis Rojas', actor: rojas.id, affiliation: null },
    kind: 'direct',
    cue: 'said',
    text: 'We will talk.',
    date: null,
    issues: [],
    confidence: 0.9,
    evidence: event.evidence,
  }
  const inMay = selector({ from: '2031-05-01', to: '2031-05-31' }, actors, () => document.published)
  expect(document.published?.start).toMatch(/^2031-05/)
  expect(inMay('statement', said)).toBe(true)
  const inApril = { start: '2031-04-30', end: '2031-04-30', precision: 'day', basis: 'stated' } as const
  expect(inMay('statement', { ...said, date: inApril })).toBe(false)
  expect(selector({ from: '2031-05-01' }, actors)('statement', said)).toBe(false)
})

it('an actor counts by id, name or alias, and a state as itself', () => {
  expect(fits({ actor: 'NOR' })).toBe(true)
  expect(fits({ actor: 'norway' })).toBe(true)
  expect(fits({ actor: 'rojas' })).toBe(false)
  expect(fits({ actor: 'rojas' }, { ...event, source: [rojas.id] })).toBe(true)
})

it('states are all of an event’s, and any of a speaker’s', () => {
  expect(fits({ states: ['NOR', 'PER'] })).toBe(true)
  expect(fits({ states: ['NOR', 'CHL'] })).toBe(false)
  expect(fits({ watched: ['CHL', 'PER'] })).toBe(true)
  expect(fits({ watched: ['CHL'] })).toBe(false)
  const speaker = { name: 'Rojas', actor: rojas.id, affiliation: null }
  const said = {
    id: 's',
    speaker,
    kind: 'direct',
    cue: null,
    text: '',
    date: null,
    issues: [],
    confidence: 1,
    evidence: [],
  } as const
  const statement = { ...said, issues: [], evidence: [] }
  expect(selector({ states: ['PER', 'NOR'] }, actors)('statement', statement)).toBe(true)
  expect(selector({ states: ['NOR'] }, actors)('statement', statement)).toBe(false)
  expect(selector({ type: 'Direct' }, actors)('statement', statement)).toBe(true)
})

it('issue, type, status and confidence', () => {
  expect(fits({ issue: 'fisheries' })).toBe(true)
  expect(fits({ issue: 'fish' })).toBe(false)
  expect(fits({ type: 'consult', status: 'reported' })).toBe(true)
  expect(fits({ status: 'planned' })).toBe(false)
  expect(fits({ minConfidence: 0.6 })).toBe(true)
  expect(fits({ minConfidence: 0.61 })).toBe(false)
})
