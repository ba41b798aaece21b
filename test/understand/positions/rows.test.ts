import { describe, expect, test } from 'vitest'
import { stanceOf } from '../../../src/understand/positions/stance.ts'
import { contextOf, rowsOf } from '../reading.ts'

describe('every way to take a stance is found in its own example', () => {
  for (const row of rowsOf('stances')) {
    const { word = '', form = '', stance = '', example = '' } = row
    test(`${form} ${word}: ${example}`, () => {
      const context = contextOf(example)
      const taken = context.analysis.sentences.flatMap(sentence =>
        sentence.clauses.map(clause => stanceOf(context, sentence, clause)).filter(it => it !== null),
      )
      const due = stance === 'inner' ? 'supports' : stance
      const found = taken.map(it => `${it.pattern} ${it.stance}`)
      expect(found).toContain(`${form}:${word} ${due}`)
    })
  }
})
