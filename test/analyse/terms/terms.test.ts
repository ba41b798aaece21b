import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueTerms } from '../../../src/analyse/terms/index.ts'
import { ownness } from '../../../src/analyse/terms/log-odds.ts'
import { occurrences } from '../../../src/analyse/terms/occurrences.ts'
import type { Document, Issue } from '../../../src/record/types.ts'
import { aDocument, aView } from '../builders.ts'

type Written = [
  id: string,
  outlet: string,
  published: string | null,
  term: string,
  count?: number,
  more?: Partial<Document>,
]

async function found(written: readonly Written[], days = {}) {
  const documents = written.map(([id, outlet, published, , , more = {}]) =>
    aDocument(id, published, { outlet, ...more }),
  )
  const terms = written.map(([document, , , term, count = 1]) => ({ term, document, count }))
  const issue: Issue = { id: 'fisheries', name: 'Fisheries', terms }
  const view = await aView({ documents, issues: [issue] })
  return issueTerms(view, [issue], days)[0]
}

describe('terms by outlet', () => {
  const written: Written[] = [
    ['a', 'Fjord Times', '2019-03-01', 'salmon war', 3],
    ['b', 'Fjord Times', '2020-03-01', 'Salmon war'],
    ['c', 'Fjord Times', '2021-03-01', 'fish dispute'],
    ['d', 'Fjord Times', '2022-03-01', 'fish dispute'],
    ['e', 'Andes Monitor', null, 'quota talks'],
  ]

  it('count articles and occurrences, with the first and last day, whatever the capitals', async () => {
    const usage = (await found(written))?.usages.find(it => it.term === 'salmon war')
    expect(usage).toMatchObject({
      count: 4,
      documents: ['a', 'b'],
      of: 4,
      first: '2019-03-01',
      last: '2020-03-01',
    })
    expect(usage?.years).toEqual([
      { year: '2019', documents: 1 },
      { year: '2020', documents: 1 },
    ])
  })

  it('show a change of words as phases; an undated article makes none', async () => {
    const outlets = (await found(written))?.outlets
    expect(
      outlets?.map(it => [it.outlet, it.phases.map(({ term, from, to }) => `${term} ${from}–${to}`)]),
    ).toEqual([
      ['Fjord Times', ['salmon war 2019–2020', 'fish dispute 2021–2022']],
      ['Andes Monitor', []],
    ])
  })

  it('leave copies out: who prints a wire story chose none of its words', async () => {
    const copied = await found([
      ...written,
      ['f', 'Lima Post', '2019-03-02', 'salmon war', 1, { copyOf: 'a' }],
    ])
    expect(copied?.outlets.map(it => it.outlet)).not.toContain('Lima Post')
  })

  it('look at days alone that are asked for', async () => {
    const then = await found(written, { from: '2021-01-01', to: '2021-12-31' })
    expect(then?.usages.map(({ documents }) => documents.join())).toEqual(['c'])
  })

  it('mark what an outlet alone says often, and nothing on few uses', async () => {
    const many: Written[] = Array.from({ length: 6 }, (_, i) => [
      `n${i}`,
      'Fjord Times',
      '2019-03-01',
      'salmon war',
    ])
    const others: Written[] = Array.from({ length: 6 }, (_, i) => [
      `p${i}`,
      'Andes Monitor',
      '2019-03-01',
      'fish dispute',
    ])
    const marked = (await found([...many, ...others]))?.usages.filter(it => it.distinguishing)
    expect(marked?.map(it => [it.outlet, it.term])).toEqual([
      ['Andes Monitor', 'fish dispute'],
      ['Fjord Times', 'salmon war'],
    ])
    expect((await found([...many, ...others.slice(0, 2)]))?.usages.some(it => it.distinguishing)).toBe(false)
  })
})

describe('ownness', () => {
  it('is opposed for the two sides, nothing where both use a term alike, and more with more uses', () => {
    const uses = fc.integer({ min: 0, max: 50 })
    const more = fc.integer({ min: 3, max: 50 })
    fc.assert(
      fc.property(uses, uses, more, more, (y, z, restY, restZ) => {
        const value = ownness(y, y + restY, z, z + restZ)
        const other = ownness(z, z + restZ, y, y + restY)
        expect(value === null).toBe(y + z === 0)
        if (value !== null && other !== null) expect(value + other).toBeCloseTo(0, 6)
      }),
    )
    expect(ownness(5, 10, 5, 10)).toBe(0)
    expect(ownness(8, 10, 1, 10) ?? 0).toBeGreaterThan(ownness(4, 10, 1, 10) ?? 0)
  })
})

describe('occurrences', () => {
  const text =
    'A first sentence. The salmon\nwar went on. “No Salmon war!” he said. Salmon warfare is another thing.'

  it('are whole sentences, exact slices of the text, and whole words', () => {
    const passages = occurrences('d', text, 'salmon war', 9)
    expect(passages.map(({ quote }) => quote)).toEqual([
      'The salmon\nwar went on.',
      '“No Salmon war!” he said.',
    ])
    for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote)
  })

  it('never fall over', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (all, term) => {
          for (const { start, end, quote } of occurrences('d', all, term, 5))
            expect(all.slice(start, end)).toBe(quote)
        },
      ),
    )
  })
})
