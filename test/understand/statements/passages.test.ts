import { expect, test } from 'vitest'
import { readPassages, scorePassages, total } from './passages.ts'

/** A little under what was measured when they were set; they may rise. */
const FLOORS = { content: 0.85, speaker: 0.83 }

const held = scorePassages(readPassages().filter(passage => passage.heldOut))

test('attributions hold their floors on the passages held out', () => {
  const score = total(held.byKind.values())
  expect(score.content, held.misses.join('\n')).toBeGreaterThanOrEqual(FLOORS.content)
  expect(score.speaker, held.misses.join('\n')).toBeGreaterThanOrEqual(FLOORS.speaker)
})

test('what is said to be surer is right more often', () => {
  const share = (from: number, to: number) => {
    const those = held.judged.filter(({ attribution: { confidence: c } }) => c >= from && c < to)
    return those.filter(({ right }) => right).length / (those.length || 1)
  }
  expect(share(0.8, 1)).toBeGreaterThanOrEqual(0.88)
  expect(share(0.8, 1)).toBeGreaterThan(share(0, 0.7))
})
