import { expect, test } from 'vitest'
import { findTimes } from '../../../src/text/times/index.ts'
import type { Sentence } from '../../../src/text/types.ts'

function oneSentence(text: string): Sentence[] {
  return [{ index: 0, paragraph: 0, start: 0, end: text.length, tokens: [], groups: [], clauses: [] }]
}

/** Milliseconds for a line of about that many characters. */
function cost(unit: string, size: number): number {
  const text = unit.repeat(Math.ceil(size / unit.length))
  const sentences = oneSentence(text)
  const start = performance.now()
  findTimes(text, sentences, { start: '2022-11-16', end: '2022-11-16', precision: 'day', basis: 'stated' })
  return performance.now() - start
}

test.each([
  '7-8 May ',
  'early ',
  'this past ',
  'a half ',
  '1,000',
  'Monday, ',
  'from 2009 to ',
  'the end of ',
  "'90s ",
  '13 and ',
  'mid-',
  'about two ',
  'earlier on ',
  'May 1, 2, ',
  'the first of ',
  'the night of ',
])('a long line of "%s" takes no more than its length', unit => {
  const quarter = cost(unit, 50_000)
  // On a busy machine the clock alone says little: four times the length may then take ten times as long, not sixteen.
  expect(cost(unit, 200_000)).toBeLessThan(Math.max(2000, quarter * 10))
})
