/** Floors under the scores for times. `held-out` is never tuned on; `MISSES=1` lists the misses of the other half. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { times } from '../../text/times/say.ts'
import { writing } from '../floors.ts'
import { HALVES, type Half, measuredOn, rowsOf } from './key.ts'
import { type Count, MEASURES, type Scores, tally } from './tally.ts'

type Floors = { [half in Half]?: { measuredOn: string; scores: Scores } }

const file = new URL('./floors.json', import.meta.url)
const floors = (): Floors => JSON.parse(readFileSync(file, 'utf8'))
const down = (score: number): number => Math.floor(score * 1000) / 1000

const table = new URL('../../../src/knowledge/data/time-families.tsv', import.meta.url)

/** The table of families with the counts of today. */
function recounted(families: ReadonlyMap<string, Count>): string {
  const lines = readFileSync(table, 'utf8').split('\n')
  return lines
    .map(line => {
      const [family = '', , , example] = line.split('\t')
      if (line.startsWith('#') || line.startsWith('family\t') || example === undefined) return line
      const { right, found } = families.get(family) ?? { right: 0, found: 0 }
      return [family, right, found, example].join('\t')
    })
    .join('\n')
}

describe.each(HALVES)('times of the %s sentences', half => {
  const rows = rowsOf(half)
  const { scores, misses, families } = tally(rows, ({ text, published }) => times(text, published))
  if (process.env.MISSES !== undefined && half !== 'held-out') console.log(misses.join('\n'))
  if (process.env.MISSES !== undefined) console.log(half, rows.length, scores)
  if (writing()) {
    const measured = Object.fromEntries(MEASURES.map(measure => [measure, down(scores[measure])]))
    const next = { ...floors(), [half]: { measuredOn: measuredOn(half), scores: measured } }
    writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`)
    if (half === 'held-out') writeFileSync(table, recounted(families))
  }

  it('has at least 125 rows, with every type of time and some rows that hold none', () => {
    expect(rows.length).toBeGreaterThanOrEqual(125)
    const types = new Set(rows.flatMap(row => row.due.map(({ type }) => type)))
    expect([...types].sort()).toEqual(['DATE', 'DURATION', 'SET', 'TIME'])
    expect(rows.filter(({ due }) => due.length === 0).length).toBeGreaterThanOrEqual(8)
  })

  it('has floors that were measured on these sentences', () => {
    const hint = 'the key has changed: ENTENTE_FLOORS=write npx vitest run test/score/times'
    expect(floors()[half]?.measuredOn, hint).toBe(measuredOn(half))
  })

  it.runIf(half === 'held-out')('has the counts that confidences are made of', () => {
    expect(readFileSync(table, 'utf8'), 'ENTENTE_FLOORS=write counts anew').toBe(recounted(families))
  })

  it.each(MEASURES)('does not fall in %s', measure => {
    expect(scores[measure]).toBeGreaterThanOrEqual(floors()[half]?.scores[measure] ?? 1)
  })
})
