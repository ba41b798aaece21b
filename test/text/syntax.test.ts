import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { parseSentences } from '../../src/text/syntax.ts'

const WORDS = [
  'Seoul',
  'Tokyo',
  'the',
  'minister',
  'said',
  'that',
  'who',
  'met',
  '“',
  '”',
  '"',
  "'",
  '’s',
  ',',
  '.',
  '?',
  '—',
  '(',
  ')',
  ';',
  'to',
  'be',
  'will',
  'not',
  'and',
  'but',
  'sanctions',
  'agreed',
  'after',
  'because',
  'U.S.-Japan',
  'Suk-yeol',
  '2018',
  'March',
  'if',
  'visiting',
  'seized',
  'by',
  'of',
  'between',
  '\n\n',
  '\u3000',
  '\u2028',
  '\ufeff',
  '首脳会談',
  '회담',
  '😀',
  'e\u0301',
]

test('whatever the text, tokens tile it in order and every clause and group lies in its sentence', () => {
  const knowledge = loadKnowledge()
  const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(texts, words => {
      const text = words.join(' ')
      for (const sentence of parseSentences(text, knowledge)) {
        let at = sentence.start
        for (const token of sentence.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          at = token.end
        }
        expect(at).toBeLessThanOrEqual(sentence.end)
        for (const { span } of [...sentence.clauses, ...sentence.groups]) {
          expect(span[0]).toBeGreaterThanOrEqual(sentence.start)
          expect(span[1]).toBeLessThanOrEqual(sentence.end)
          expect(span[0]).toBeLessThanOrEqual(span[1])
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('time grows with the text, not with its square', () => {
  const knowledge = loadKnowledge()
  const line =
    'Seoul and Tokyo agreed on Friday that, after talks in Busan, both would lift the curbs that each had set. '
  const steps = (times: number) =>
    parseSentences(line.repeat(times), knowledge).reduce((n, s) => n + s.clauses.length, 0)
  expect(steps(200)).toBe(steps(20) * 10)
})
