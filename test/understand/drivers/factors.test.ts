import { describe, expect, test } from 'vitest'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import { mentionsIn, rowsOf } from '../reading.ts'

const factors = loadFactors()

describe('the inventory of factors (factors.tsv)', () => {
  test.each(rowsOf('factors').map(({ id = '', example = '' }) => [id, example]))('%s: %s', (id, example) => {
    const sides = mentionsIn(example).flatMap(mention =>
      mention.kind === 'driver' ? [mention.cause.factor, mention.effect.factor] : [],
    )
    expect(sides.map(side => factors.byId(side)?.id)).toContain(id)
  })

  test('no term belongs to two rows', () => {
    const owners = new Map<string, string>()
    const twice: string[] = []
    for (const { id = '', terms = '', weak = '' } of rowsOf('factors')) {
      for (const term of `${terms}|${weak}`.split('|').map(it => it.trim())) {
        const other = owners.get(term)
        if (term !== '' && other !== undefined && other !== id) twice.push(`${term}: ${other}, ${id}`)
        owners.set(term, id)
      }
    }
    expect(twice).toEqual([])
  })

  test('each says what more of it means, and its opposite is a row', () => {
    for (const { more, opposite } of factors.all) {
      expect(more).not.toBe('')
      expect(opposite === null || factors.byId(opposite) !== null).toBe(true)
    }
  })

  test.each([
    ['a bare pronoun', 'They improved it.'],
    ['a loose infinitive', 'Domestic politics in Peru made it hard to cooperate.'],
  ])('no side is %s', (_what, text) => {
    const sides = mentionsIn(text).flatMap(mention =>
      mention.kind === 'driver' ? [mention.cause, mention.effect] : [],
    )
    expect(sides.filter(({ grounded }) => !grounded)).toEqual([])
  })

  test('what no row covers keeps its words', () => {
    const [driver] = mentionsIn('The verdict of the court in Peru boosted the sauna of Norway.').filter(
      mention => mention.kind === 'driver',
    )
    expect(driver?.effect).toMatchObject({ grounded: false, factor: 'the-sauna-of-norway' })
  })
})
