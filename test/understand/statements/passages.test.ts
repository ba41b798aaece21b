import { expect, test } from 'vitest'
import { readPassages, scorePassages, total } from './passages.ts'

/** A little under what was measured when they were set; they may rise. */
const FLOORS = { content: 0.6, speaker: 0.55 }

test('attributions hold their floors on the passages held out', () => {
  const held = readPassages().filter(passage => passage.heldOut)
  const { byKind, misses } = scorePassages(held)
  const score = total(byKind.values())
  expect(score.content, misses.join('\n')).toBeGreaterThanOrEqual(FLOORS.content)
  expect(score.speaker, misses.join('\n')).toBeGreaterThanOrEqual(FLOORS.speaker)
})
