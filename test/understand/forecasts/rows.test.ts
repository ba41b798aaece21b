import { describe, expect, test } from 'vitest'
import { mentionsIn, rowsOf } from '../reading.ts'

const reversed = (p: number) => Math.round(100 - 100 * p) / 100

describe('every hedge makes or shades a forecast in its own example', () => {
  for (const row of rowsOf('hedges')) {
    const { word = '', form = '', own = '', example = '', probability = '' } = row
    test(`${form} ${word}: ${example}`, () => {
      const found = mentionsIn(example).filter(mention => mention.kind === 'forecast')
      if (own === 'yes' || form === 'adverb') {
        const odds = found.map(mention => mention.probability)
        expect([Number(probability), reversed(Number(probability))]).toContain(odds[0])
      } else {
        // It says how likely, but makes no forecast by itself.
        expect(found.map(mention => mention.pattern)).not.toContain(`forecast:${form}:${word}`)
      }
    })
  }
})
