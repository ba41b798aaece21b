import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brier, logScore, murphy, wilson } from '../../../src/analyse/ledger/measures.ts'
import { persistence } from '../../../src/analyse/ledger/naive.ts'
import { scoreOf } from '../../../src/analyse/ledger/scores.ts'
import type { Scored } from '../../../src/analyse/ledger/types.ts'

const scored = fc.record({
  probability: fc.integer({ min: 0, max: 100 }).map(it => it / 100),
  came: fc.constantFrom<0 | 1>(0, 1),
})
const some = fc.array(scored, { minLength: 1, maxLength: 40 })

describe('scores', () => {
  it('are those of the textbook', () => {
    expect(brier([{ probability: 0.5, came: 1 }])).toBe(0.25)
    expect(logScore([{ probability: 0.5, came: 0 }])).toBe(1)
    expect(brier([{ probability: 1, came: 1 }])).toBe(0)
    const [low, high] = wilson(5, 10)
    expect(low).toBeCloseTo(0.237, 3)
    expect(high).toBeCloseTo(0.763, 3)
  })

  it('add up: Brier = reliability − resolution + uncertainty + what lies within bins', () => {
    fc.assert(
      fc.property(some, all => {
        const { reliability, resolution, uncertainty, within } = murphy(all)
        expect(reliability - resolution + uncertainty + within).toBeCloseTo(brier(all), 10)
        expect(Math.min(reliability, resolution, uncertainty)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('have no part within bins where each bin says one probability', () => {
    const all: Scored[] = [
      { probability: 0.1, came: 0 },
      { probability: 0.1, came: 1 },
      { probability: 0.9, came: 1 },
    ]
    expect(murphy(all).within).toBeCloseTo(0, 10)
  })

  it('lie within their ranges, which the same seed draws again', () => {
    fc.assert(
      fc.property(some, all => {
        const one = scoreOf('all', all, null, { draws: 60, seed: 3 })
        expect(scoreOf('all', all, null, { draws: 60, seed: 3 })).toEqual(one)
        const { brierRange: range } = one
        if (range !== null) expect(range[0]).toBeLessThanOrEqual(range[1])
      }),
      { numRuns: 20 },
    )
  })
})

describe('persistence', () => {
  const levels = (...nets: (number | null)[]) => nets.map((net, i) => ({ start: `${2000 + i}-01-01`, net }))

  it('foretells the last move once more, with the share that was right before', () => {
    expect(persistence(levels(0, 1, 2, 3, 2))).toEqual([
      { probability: 1 / 2, came: 1 },
      { probability: 2 / 3, came: 1 },
      { probability: 3 / 4, came: 0 },
    ])
  })

  it('foretells nothing from a period without a number, or without a move', () => {
    expect(persistence(levels(0, null, 2, 3))).toEqual([])
    expect(persistence(levels(1, 1, 2))).toEqual([])
  })
})
