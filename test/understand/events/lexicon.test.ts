import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { analyse } from '../../../src/text/index.ts'
import { createReader } from '../../../src/understand/events/reading.ts'
import type { Reading } from '../../../src/understand/events/types.ts'

const knowledge = loadKnowledge()

/** What the clauses and the nouns of a sentence tell; `pair`: rows for a given pair count too. */
function readings(text: string, pair: boolean): { verbs: Reading[]; nouns: Reading[] } {
  const analysis = analyse(text, { published: null }, knowledge)
  const reader = createReader(analysis, knowledge, pair ? () => false : null)
  const all = analysis.sentences
  return {
    verbs: all.flatMap(it => it.clauses.map(clause => reader.clause(clause))).filter(it => it !== null),
    nouns: all.flatMap(it => it.groups.map(group => reader.noun(group))).filter(it => it !== null),
  }
}

const named = (found: readonly Reading[]) =>
  found.map(it => `${it.type}${it.mode === null ? '' : `/${it.mode}`}`)

describe('rows of verbs/*.tsv', () => {
  const rows = knowledge.frames.examples.filter(row => row.example !== '' || row.counter !== '')
  it.each(rows.filter(row => row.example !== ''))('$row: $example', ({ type, mode, pairOnly, example }) => {
    const { verbs } = readings(example, pairOnly)
    if (type === '=none') expect(verbs).toEqual([])
    else if (type.startsWith('=')) expect(verbs.some(it => it.operator !== null)).toBe(true)
    else if (mode === null) expect(verbs.map(it => it.type)).toContain(type)
    else expect(named(verbs)).toContain(`${type}/${mode}`)
  })
  it.each(rows.filter(row => row.counter !== ''))('$row: not $counter', ({ type, counter }) => {
    expect(readings(counter, false).verbs.map(it => it.type)).not.toContain(type)
  })
})

describe('rows of nouns.tsv', () => {
  const rows = knowledge.eventNouns.examples
  it.each(rows.filter(row => row.example !== ''))('$example', ({ type, operator, example }) => {
    const { nouns } = readings(example, false)
    if (operator !== null) expect(nouns.some(it => it.operator === operator || it.type === type)).toBe(true)
    else expect(nouns.map(it => it.type)).toContain(type)
  })
  it.each(rows.filter(row => row.counter !== ''))('not $counter', ({ type, counter }) => {
    expect(readings(counter, false).nouns.map(it => it.type)).not.toContain(type)
  })
})

describe('rows of shifters.tsv', () => {
  const rows = knowledge.shifters.examples
  it.each(rows.filter(row => row.example !== '' && row.type !== '-'))('$example', ({ type, example }) => {
    const { verbs } = readings(example, false)
    if (type === '=') expect(verbs.some(it => it.operator !== null)).toBe(true)
    else expect(verbs.map(it => it.type)).toContain(type)
  })
  it.each(rows.filter(row => row.counter !== '' && row.type !== '='))('not $counter', ({ type, counter }) => {
    expect(readings(counter, false).verbs.map(it => it.type)).not.toContain(type)
  })
})

it('holds a lexicon of thousands of entries over all types', () => {
  expect(knowledge.frames.size).toBeGreaterThan(2500)
  const types = new Set(knowledge.frames.examples.map(row => row.type).filter(type => !type.startsWith('=')))
  expect([...types].sort()).toEqual([...knowledge.plover.types].sort())
})
