import { describe, expect, test } from 'vitest'
import { loadFactors } from '../../../src/knowledge/factors.ts'
import { mentionsIn } from '../../understand/reading.ts'
import { type Coding, folded, type Item, readItems } from './key.ts'

const factors = loadFactors()

/** What the program reads in one sentence, as a coder would write it down. */
function read(sentence: string): Coding[] {
  return mentionsIn(sentence).flatMap(mention =>
    mention.kind === 'driver'
      ? [
          folded(
            {
              cause: mention.cause.factor,
              effect: mention.effect.factor,
              sign: mention.negated ? '0' : mention.sign > 0 ? '+' : '-',
            },
            factors,
          ),
        ]
      : [],
  )
}

const fits = (got: Coding, due: Coding): boolean =>
  got.cause === due.cause && got.effect === due.effect && (due.sign === '?' || got.sign === due.sign)

const shown = (it: Coding | null): string =>
  it === null ? 'no claim' : `${it.cause} ${it.sign} ${it.effect}`

/** Shares of what was read that is right, and of what is keyed that was read; a claim is right once. */
function score(items: readonly Item[]): { precision: number; recall: number; misses: string[] } {
  const counts = { right: 0, read: 0, keyed: 0 }
  const misses: string[] = []
  for (const { number, sentence, coding } of items) {
    const due = coding === null ? null : folded(coding, factors)
    const got = read(sentence)
    const hit = due !== null && got.some(it => fits(it, due))
    counts.read += got.length
    if (due !== null) counts.keyed++
    if (hit) counts.right++
    if (got.length > (hit ? 1 : 0) || (due !== null && !hit))
      misses.push(
        `${number} ${sentence}\n   due ${shown(due)}; read ${got.map(shown).join(', ') || 'nothing'}`,
      )
  }
  return { precision: counts.right / counts.read, recall: counts.right / counts.keyed, misses }
}

/** Two decimals of what was measured, downwards: they may rise, and never fall. */
const FLOORS = {
  'claims.tsv': { precision: 0.85, recall: 0.61 },
  'further.tsv': { precision: 0.91, recall: 0.89 },
}

describe.each(Object.entries(FLOORS))('causal claims of %s', (file, floor) => {
  const items = readItems(file)
  const { precision, recall, misses } = score(items)

  test(`edges with their signs are read with precision ${floor.precision} and recall ${floor.recall}`, () => {
    if (process.env.MISSES !== undefined)
      console.log(`${file}: P ${precision.toFixed(3)} R ${recall.toFixed(3)}\n${misses.join('\n')}`)
    expect(precision, misses.join('\n')).toBeGreaterThanOrEqual(floor.precision)
    expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(floor.recall)
  })

  test('every factor of the key is in the inventory', () => {
    const unknown = items
      .flatMap(({ coding }) => (coding === null ? [] : [coding.cause, coding.effect]))
      .filter(id => id !== 'none' && factors.byId(id) === null)
    expect(unknown).toEqual([])
  })
})
