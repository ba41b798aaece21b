import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import { parseTable } from '../../../src/knowledge/tsv.ts'
import { agreement } from './agreement.ts'
import { folded, signOf } from './key.ts'

const factors = loadFactors()
const rows = parseTable(readFileSync(new URL('coders.tsv', import.meta.url), 'utf8'), 'coders.tsv').filter(
  // The first four were not coded alone.
  ({ number }) => Number(number) > 4,
)

function codes(coder: 'a' | 'b') {
  return rows.map(row => {
    const cause = row[`cause ${coder}`] ?? ''
    if (cause === '-') return { cause: '-', effect: '-', sign: '-none' }
    return folded(
      { cause, effect: row[`effect ${coder}`] ?? '', sign: signOf(row[`sign ${coder}`]) },
      factors,
    )
  })
}

/** What docs/method.md tells. */
test.each([
  ['cause', 0.982, 0.982],
  ['effect', 0.875, 0.869],
  ['sign', 0.946, 0.915],
] as const)('two coders agree on the %s in %f, kappa %f', (side, share, kappa) => {
  const found = agreement(
    codes('a').map(it => it[side]),
    codes('b').map(it => it[side]),
  )
  expect(found.share).toBeCloseTo(share, 2)
  expect(found.kappa).toBeCloseTo(kappa, 2)
})
