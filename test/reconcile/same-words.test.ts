import { describe, expect, it } from 'vitest'
import { makeLargeMap } from '../../src/reconcile/large-map.ts'
import { groupByWords } from '../../src/reconcile/same-words.ts'

interface Said {
  by: string
  text: string
}

const groups = (said: readonly Said[]): number[] =>
  groupByWords(
    said,
    ({ text }) => text,
    () => true,
    ({ by }) => [by],
  ).map(group => group.length)

const words = 'the two sides will keep talking about the border until a deal is signed'

describe('what is worded alike', () => {
  it('is one where it shares a key, and a part of it with the whole', () => {
    const part = words.split(' ').slice(3, 11).join(' ')
    expect(groups([words, part].map(text => ({ by: 'Ana', text })))).toEqual([2])
    expect(
      groups([
        { by: 'Ana', text: words },
        { by: 'Ivo', text: words },
      ]),
    ).toEqual([1, 1])
  })

  it('is one however often it is told, and something else stays apart', () => {
    const many = Array.from({ length: 300 }, () => ({ by: 'Ana', text: words }))
    const other = { by: 'Ana', text: 'a quite different remark on fishing rights in the southern sea' }
    expect(groups([...many, other])).toEqual([300, 1])
  })
})

it('a large map gives back what was put in under any hash', () => {
  const map = makeLargeMap<string>()
  for (const key of [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]) map.set(key, `at ${key}`)
  expect([0, 1, 0x7fffffff, 0x80000000, 0xffffffff].map(key => map.get(key))).toEqual([
    'at 0',
    'at 1',
    'at 2147483647',
    'at 2147483648',
    'at 4294967295',
  ])
  expect(map.get(2)).toBe(undefined)
})
