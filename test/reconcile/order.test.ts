import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { reconcile } from '../../src/reconcile/index.ts'
import { inputs } from './builders.ts'
import { neighbours } from './neighbours.ts'

const knowledge = loadKnowledge()

function bytes(order: readonly number[]): string {
  const writers = neighbours()
  const ordered = order.flatMap(i => writers[i] ?? [])
  const [documents, understandings] = inputs(...ordered)
  const { record, inferred, receipts } = reconcile(documents, understandings, knowledge)
  return JSON.stringify([record, [...inferred], receipts])
}

test('the record is the same bytes in whatever order the documents come', () => {
  const n = neighbours().length
  const all = Array.from({ length: n }, (_, i) => i)
  const expected = bytes(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: n, maxLength: n }), order => {
      expect(bytes(order)).toBe(expected)
    }),
    { numRuns: 60, seed: 20 },
  )
})

test('understandings may come in another order than their documents', () => {
  const writers = neighbours()
  const [documents, understandings] = inputs(...writers)
  const expected = JSON.stringify(reconcile(documents, understandings, knowledge).record)
  const [again, other] = inputs(...neighbours())
  expect(JSON.stringify(reconcile(again, other.reverse(), knowledge).record)).toBe(expected)
})

test('mentions may come in another order within their document', () => {
  const [documents, understandings] = inputs(...neighbours())
  const expected = JSON.stringify(reconcile(documents, understandings, knowledge).record)
  const [again, other] = inputs(...neighbours())
  for (const it of other) {
    it.mentions.reverse()
    it.actors.reverse()
  }
  expect(JSON.stringify(reconcile(again, other, knowledge).record)).toBe(expected)
})

test('what was handed in is left as it was', () => {
  const [documents, understandings] = inputs(...neighbours())
  const before = JSON.stringify([documents, understandings])
  reconcile(documents, understandings, knowledge)
  expect(JSON.stringify([documents, understandings])).toBe(before)
})
