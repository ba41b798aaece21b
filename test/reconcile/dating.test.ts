import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { passedSince, read, readPassed, weekdaysIn } from '../../src/reconcile/dating/words.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { fromDays } from '../../src/record/interval.ts'
import { day, inputs, person, state, until, Writer } from './builders.ts'

const knowledge = loadKnowledge()
const leaders = {
  states: ['FIN', 'NOR'],
  source: ['person/aino-salmi', 'person/leif-berg'],
  level: 'leader' as const,
}

function writer(id: string, published: string | null): Writer {
  return new Writer(id, { published: published === null ? null : day(published) }).actors(
    state('FIN'),
    state('NOR'),
    person('Aino Salmi', 'FIN'),
    person('Leif Berg', 'NOR'),
  )
}

function held(date: string, place: string): Writer {
  const it = writer(`held-${date}`, '2031-12-01')
  it.event(`Salmi and Berg met in ${place}.`, { ...leaders, date: day(date), place })
  return it
}

function inferredOf(...writers: Writer[]) {
  return reconcile(...inputs(...writers), knowledge).inferred
}

const planned = { ...leaders, status: 'planned' as const, date: until(null) }

describe('an undated document', () => {
  test('is dated where a day of the month and a week agree on one summit', () => {
    const it = writer('undated', null)
    it.event('Next week’s summit of Salmi and Berg is on everybody’s lips.', { ...planned, head: 'summit' })
    it.event('Salmi will meet Berg in Oslo on March 12.', { ...planned, place: 'Oslo' })
    // 12 March 2031 is a Wednesday; the 9th is the last day of the week before, or the first of its own.
    expect(inferredOf(it, held('2031-03-12', 'Oslo'), held('2031-09-03', 'Helsinki')).get('undated')).toEqual(
      {
        start: '2031-03-02',
        end: '2031-03-09',
        precision: 'range',
        basis: 'inferred',
      },
    )
  })
  test('is dated more exactly by the days of the week that it names', () => {
    const it = writer('undated', null)
    it.event('Next week’s summit of Salmi and Berg is on everybody’s lips.', { ...planned, head: 'summit' })
    it.event('Salmi will meet Berg in Oslo on March 12.', { ...planned, place: 'Oslo' })
    it.sentence('The palace confirmed it Thursday.')
    it.sentence('Only two days had passed since the cabinet announced its plan on Tuesday.')
    expect(inferredOf(it, held('2031-03-12', 'Oslo')).get('undated')).toMatchObject({
      start: '2031-03-06',
      end: '2031-03-07',
    })
  })
  test('is left without a date by one tie alone', () => {
    const it = writer('undated', null)
    it.event('Next week’s summit of Salmi and Berg is on everybody’s lips.', { ...planned, head: 'summit' })
    expect(inferredOf(it, held('2031-03-12', 'Oslo'))).toEqual(new Map())
  })
  test('is left without a date where two years fit as well', () => {
    const it = writer('undated', null)
    it.event('Next week’s summit of Salmi and Berg is on everybody’s lips.', { ...planned, head: 'summit' })
    it.event('Salmi will meet Berg on March 12.', planned)
    expect(inferredOf(it, held('2031-03-12', 'Oslo'), held('2030-03-12', 'Oslo'))).toEqual(new Map())
  })
  test('is not tied to other people’s summit', () => {
    const it = writer('undated', null)
    it.event('Next week’s summit is near.', {
      ...planned,
      states: ['CHL', 'PER'],
      source: ['CHL', 'PER'],
      head: 'summit',
    })
    it.event('They will meet on March 12.', { ...planned, states: ['CHL', 'PER'], source: ['CHL', 'PER'] })
    expect(inferredOf(it, held('2031-03-12', 'Oslo'))).toEqual(new Map())
  })
})

test('a document with a date keeps it', () => {
  const it = writer('dated', '2031-03-20')
  it.event('Next week’s summit of Salmi and Berg.', { ...planned, head: 'summit' })
  it.event('Salmi will meet Berg on March 12.', planned)
  expect(inferredOf(it, held('2031-03-12', 'Oslo'))).toEqual(new Map())
})

describe('words of a date say when they were written', () => {
  const past = { start: '2031-03-12', end: '2031-03-12', future: false }
  const future = { ...past, future: true }
  test.each([
    ['on Wednesday', past, '2031-03-12', '2031-03-18'],
    ['on Wednesday', future, '2031-03-06', '2031-03-12'],
    ['yesterday', past, '2031-03-13', '2031-03-13'],
    ['tomorrow', future, '2031-03-11', '2031-03-11'],
    ['three days ago', past, '2031-03-15', '2031-03-15'],
    ['last month', past, '2031-04-01', '2031-04-30'],
    ['last week', past, '2031-03-16', '2031-03-23'],
  ])('%s', (words, meant, from, to) => {
    const days = read(words, meant)?.written
    expect([fromDays(days?.from ?? 0), fromDays(days?.to ?? 0)]).toEqual([from, to])
  })
  test.each([
    ['on Monday', past],
    ['on March 13', past],
    ['in April', past],
    ['on March 12, 2029', past],
    ['soon', future],
  ])('%s says nothing of it, or contradicts it', (words, meant) => {
    expect(read(words, meant)).toBeNull()
  })
  test('days that have passed since', () => {
    expect(fromDays(readPassed('Four days had passed since they met.', past)?.written.from ?? 0)).toBe(
      '2031-03-16',
    )
    expect(passedSince('Only two days have passed since the palace spoke on Tuesday.')).toEqual({
      days: 2,
      weekday: 2,
    })
    expect(passedSince('Two days later, on Tuesday.')).toBeNull()
  })
  test('days of the week that stand for themselves', () => {
    expect(weekdaysIn('On Tuesday they left; last Friday and every Sunday do not count.')).toEqual(
      new Set([2]),
    )
  })
})
