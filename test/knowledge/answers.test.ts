import { describe, expect, test } from 'vitest'
import { stemOf } from '../../src/knowledge/answers.ts'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { readTable } from '../../src/knowledge/tsv.ts'

const { answers } = loadKnowledge()
const wordsOf = (text: string): string[] =>
  (text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]*/gu) ?? []).filter(
    word => !/^(the|its|a|is|will|not)$/.test(word),
  )

describe('answers.tsv', () => {
  test.each(readTable('answers').map(row => [row.class ?? '', row]))(
    '%s is named by its example, not by what only looks like it',
    (name, row) => {
      expect(answers.in(wordsOf(row.example ?? '')).classes).toContain(name)
      if (row.counter) expect(answers.at(wordsOf(row.counter)).classes).not.toContain(name)
      for (const other of [...(answers.get(name)?.answeredBy ?? []), ...(answers.get(name)?.against ?? [])])
        expect(answers.get(other)?.name, `${name} names ${other}`).toBe(other)
    },
  )

  test('takes the longer name: to suspend the end is not to end', () => {
    expect([...answers.at(['suspend', 'end', 'pact']).classes]).toEqual(['keep'])
    expect([...answers.at(['suspend', 'talk']).classes]).toContain('suspend')
  })

  test.each([
    ['renew', 'renewal'],
    ['lapse', 'lapsed'],
    ['visit', 'visiting'],
    ['ban', 'banned'],
  ])('one stem for %s and %s, as far as endings go', (a, b) => {
    expect(stemOf(b)).toBe(stemOf(a))
  })
})
