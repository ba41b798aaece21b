import { expect, test } from 'vitest'
import { agreement } from './agreement.ts'

test.each([
  ['alike', 'aabb', 'aabb', 1, 1],
  ['never alike', 'aabb', 'bbaa', 0, -1],
  ['as chance would have it', 'aabb', 'abab', 0.5, 0],
  ['one category alone', 'aaaa', 'aaaa', 1, 1],
  // Cohen's own manner: 0.75 alike, 0.5 by chance.
  ['three in four', 'aabb', 'aaab', 0.75, 0.5],
])('two coders: %s', (_how, one, two, share, kappa) => {
  const found = agreement([...one], [...two])
  expect(found.share).toBeCloseTo(share)
  expect(found.kappa).toBeCloseTo(kappa)
})

test('codings of different length are an error', () => {
  expect(() => agreement(['a'], [])).toThrow('same items')
})
