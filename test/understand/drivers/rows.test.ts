import { describe, expect, test } from 'vitest'
import { claims } from '../../../src/understand/drivers/claims.ts'
import { contextOf, rowsOf } from '../reading.ts'

const lemmaOf = (pattern: string) => pattern.split(':').slice(1).join(':')

describe('every causal cue is found in its own example', () => {
  for (const row of rowsOf('causal-cues')) {
    const { cue = '', form = '', example = '' } = row
    test(`${form} ${cue}: ${example}`, () => {
      const found = claims(contextOf(example))
      const own = found.filter(claim => lemmaOf(claim.pattern) === cue || claim.pattern === form)
      expect(
        own.map(claim => claim.pattern.split(':')[0]),
        `found: ${found.map(claim => claim.pattern).join(', ') || 'nothing'}`,
      ).toContain(form)
      // "make" and "render" take their sign from the adjective behind them.
      if (cue === 'make' || cue === 'render') return
      expect(own.map(claim => `${claim.sign} ${claim.driver ? 'yes' : 'no'}`)).toContain(
        `${Number(row.sign)} ${row.driver}`,
      )
    })
  }
})
