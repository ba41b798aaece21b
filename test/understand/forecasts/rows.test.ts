import { describe, expect, test } from 'vitest'
import { mentionsIn, rowsOf } from '../reading.ts'

describe('every hedge makes or shades a forecast in its own example', () => {
  for (const row of rowsOf('hedges')) {
    const { word = '', form = '', own = '', example = '' } = row
    test(`${form} ${word}: ${example}`, () => {
      const found = mentionsIn(example).filter(mention => mention.kind === 'forecast')
      if (own === 'yes') {
        expect(found.length).toBeGreaterThan(0)
        const odds = found.map(mention => mention.probability)
        expect(
          odds.some(
            p =>
              p === Number(row['probability']) ||
              p === Math.round(100 - 100 * Number(row['probability'])) / 100,
          ),
        ).toBe(true)
      } else expect(found.length, 'a forecast by another of its words').toBeGreaterThanOrEqual(0)
    })
  }
})
