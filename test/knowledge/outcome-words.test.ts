import { describe, expect, it } from 'vitest'
import { loadOutcomeWords } from '../../src/knowledge/outcome-words.ts'
import { loadStanceAffinity } from '../../src/knowledge/stance-affinity.ts'
import { list, readTable } from '../../src/knowledge/tsv.ts'

const words = loadOutcomeWords()

describe('outcome-words.tsv', () => {
  it.each(readTable('outcome-words'))(
    '$example: $sense; not so $counter',
    ({ sense, example = '', counter = '' }) => {
      expect([...words.sensesOf(example)]).toContain(sense)
      expect([...words.sensesOf(counter)]).not.toContain(sense)
    },
  )

  it('has each form once', () => {
    const forms = readTable('outcome-words').flatMap(row => list(row.forms))
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([])
  })
})

it('stance-affinity.tsv lists every pair of the five stances that are taken, once', () => {
  const stances = ['supports', 'opposes', 'demands', 'offers', 'considers-settled']
  const listed = readTable('stance-affinity').map(({ a = '', b = '' }) => [a, b].sort().join(' '))
  const due = stances.flatMap((a, i) => stances.slice(i).map(b => [a, b].sort().join(' ')))
  expect([...listed].sort()).toEqual(due.sort())
  expect(loadStanceAffinity().of('opposes', 'supports')).toBe(-1)
  expect(loadStanceAffinity().of('undecided', 'supports')).toBe(0)
})
