import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnsOf } from '../../../src/analyse/issues/machine.ts'
import { movesOf, rows, stepsOf } from './acts.ts'

const kinds = (text: string, among?: readonly string[]) => stepsOf(text, among).map(({ step }) => step)

describe('the rows of issue-moves.tsv', () => {
  it.each(rows)('$name: its example ends with its step', row => {
    const last = stepsOf(row.example).at(-1)
    expect([last?.rule, last?.step]).toEqual([row.name, row.to])
    expect(last?.move.id).toBe(`m${row.example.split(';').length - 1}`)
  })

  it('have names of their own', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  })
})

describe('a matter', () => {
  const quarrel = '1 OSL SANCTION put a duty on salmon; 2 RIG REJECT rejected it'

  it('is not settled by an agreement to talk, to seek a settlement, or of one side with a third state', () => {
    expect(kinds(`${quarrel}; 9 OSL+RIG AGREE agreed to keep talking`)).toEqual([
      'opened',
      'contested',
      'negotiating',
    ])
    expect(kinds(`${quarrel}; 9 OSL+RIG AGREE agreed to seek an early settlement`).at(-1)).toBe('negotiating')
    expect(kinds(`${quarrel}; 9 OSL+LIM AGREE signed a treaty`).at(-1)).toBe('contested')
    expect(kinds('1 OSL+LIM AGREE signed a final and irreversible treaty', ['OSL', 'RIG'])).toEqual([
      'opened',
    ])
  })

  it('is not in talks where a meeting brought only demands', () => {
    expect(kinds(`${quarrel}; 9 OSL REQUEST demanded its end; 9 OSL+RIG CONSULT met`)).toEqual([
      'opened',
      'contested',
    ])
  })

  it('stays in talks where a quarrel lies within a week of an agreement', () => {
    const talks = `${quarrel}; 9 OSL+RIG AGREE agreed to keep talking`
    expect(kinds(`${talks}; 12 RIG REJECT called the step insufficient`).at(-1)).toBe('negotiating')
    expect(kinds(`${talks}; 90 RIG REJECT called the step insufficient`).at(-1)).toBe('contested')
  })

  it('is contested by the other side alone; a third state’s opinion moves nothing', () => {
    expect(kinds('1 OSL ACCUSE accused Riga; 2 OSL ACCUSE accused Riga again')).toEqual(['opened'])
    expect(kinds('1 OSL ACCUSE accused Riga; 2 LIM opposes is against it', ['OSL', 'RIG'])).toEqual([
      'opened',
    ])
  })

  it('is settled in one step where both end it within three days', () => {
    const both = `${quarrel}; 9 OSL RETREAT lifted the duty; 11 RIG RETREAT lifted its own`
    expect(kinds(both)).toEqual(['opened', 'contested', 'settled'])
    expect(kinds(both.replace('11', '30'))).toEqual(['opened', 'contested', 'settled-by-one', 'settled'])
  })

  it('is not reopened by words alone once one side has ended it', () => {
    expect(kinds(`${quarrel}; 9 OSL RETREAT lifted it; 12 RIG REJECT offered no apology`).at(-1)).toBe(
      'settled-by-one',
    )
  })
})

it('every move is a step or lies within one, and each step goes on from the last', () => {
  const act = fc.constantFrom(
    'SANCTION put',
    'REJECT no',
    'AGREE agreed to keep talking',
    'AGREE settled the row',
    'CONSULT met',
    'RETREAT lifted',
    'demands wants',
  )
  const side = fc.constantFrom('OSL', 'RIG', 'OSL+RIG')
  const text = fc.array(fc.tuple(fc.nat(900), side, act), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(text, made => {
      const days = [...made].sort(([a], [b]) => a - b)
      const moves = movesOf(days.map(parts => parts.join(' ')).join('; '))
      const steps = turnsOf(moves, rows)
      for (const [i, step] of steps.entries()) {
        expect(step.from).toBe(steps[i - 1]?.step ?? 'none')
        expect(step.step).not.toBe(step.from)
      }
      const told = steps.flatMap(({ move, during }) => [move, ...during])
      expect(told).toEqual(moves.slice(moves.length - told.length))
    }),
  )
})
