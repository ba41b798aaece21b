import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DriverMap } from '../../../src/analyse/map/types.ts'
import { VARIANTS } from '../../../src/analyse/scenario/draws.ts'
import { networkOf, reachedFrom } from '../../../src/analyse/scenario/network.ts'
import { solve } from '../../../src/analyse/scenario/solve.ts'
import { drawWeights, strengthOf } from '../../../src/analyse/scenario/weights.ts'
import { believe, largeMap, mapOf, planOf } from './maps.ts'

const aMap = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 2, max: 20 }), fc.nat(10_000))
  .map(([factors, edges, seed]): DriverMap => largeMap(factors, Math.min(edges, factors * 2), seed))
const aVariant = fc.constantFrom(...VARIANTS)
const aLevel = fc.constantFrom(-1, -0.5, 0.25, 0.5, 1)
const RUNS = { numRuns: 40 }

const drawn = (edge: string, count = 4000, seed = 7) => {
  const [only] = mapOf(edge).edges
  if (only === undefined) throw new Error(edge)
  const into = new Float64Array(count)
  drawWeights(strengthOf(only), seed, only.id, into)
  return into
}

describe('laws', () => {
  it('on deviations, the opposite level has the opposite effect', () => {
    fc.assert(
      fc.property(aMap, aLevel, fc.constantFrom(...VARIANTS.slice(0, 3)), (map, level, variant) => {
        const answer = (set: number) =>
          solve(map, planOf({ f0: set }, { variant, draws: 20 }), null).factors.map(it => [
            it.factor,
            it.course,
          ])
        const turned = answer(-level).map(([factor, course]) => [
          factor,
          Array.isArray(course) ? course.map(x => 0 - x) : [],
        ])
        expect(answer(level)).toEqual(turned)
      }),
      RUNS,
    )
  })

  it('nothing moves but what a path leads to', () => {
    fc.assert(
      fc.property(aMap, aLevel, aVariant, (map, level, variant) => {
        const { factors, unmoved } = solve(map, planOf({ f0: level }, { variant, draws: 10 }), null)
        const network = networkOf(map)
        const reached = reachedFrom(network, [network.indexOf.get('f0') ?? -1])
        expect(unmoved).toEqual(network.ids.filter((_, i) => reached[i] === 0))
        for (const { direction, paths } of factors)
          if (direction !== 'unclear') expect(paths.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('equal seeds give equal bytes, other seeds other draws', () => {
    fc.assert(
      fc.property(aMap, aVariant, fc.nat(1000), (map, variant, seed) => {
        const answer = () =>
          JSON.stringify(solve(map, planOf({ f0: 0.5 }, { variant, seed, draws: 30 }), believe))
        expect(answer()).toBe(answer())
      }),
      RUNS,
    )
    expect(drawn('a>b:+1', 5, 1)).not.toEqual(drawn('a>b:+1', 5, 2))
  })

  it('turning all signs at a factor turns the factor', () => {
    fc.assert(
      fc.property(aLevel, aVariant, fc.constantFrom('+', '-'), (level, variant, sign) => {
        const of = (s: string) =>
          solve(mapOf(`a>b:${s}2`), planOf({ a: level }, { variant, draws: 20 }), null).factors[0]?.direction
        const other = { up: 'down', down: 'up', unclear: 'unclear' }
        expect(of(sign === '+' ? '-' : '+')).toBe(other[of(sign) ?? 'unclear'])
      }),
      RUNS,
    )
  })
})

describe('weights', () => {
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length

  it('are drawn around the mean of their Beta', () => {
    // Belief 0.665 of one origin: Beta(1.665, 1.335).
    expect(mean(drawn('a>b:+1'))).toBeCloseTo(1.665 / 3, 1)
    const four = strengthOf(
      mapOf('a>b:-4').edges[0] ?? { sign: 1, belief: 0, rivalBelief: 0, support: [], rivals: [] },
    )
    expect(mean(drawn('a>b:-4'))).toBeCloseTo(-four.side.alpha / (four.side.alpha + four.side.beta), 1)
    for (const weight of drawn('a>b:+2')) expect(weight > 0 && weight < 1).toBe(true)
  })

  it('turn their sign as often as the rival side holds', () => {
    const against = drawn('a>b:+2-1').filter(weight => weight < 0).length / 4000
    const [yes, no] = [
      believe(mapOf('a>b:+2').edges[0]?.support ?? []),
      believe(mapOf('a>b:+1').edges[0]?.support ?? []),
    ]
    expect(against).toBeCloseTo((no * (1 - yes)) / (no * (1 - yes) + yes * (1 - no)), 1)
  })

  it('of an edge do not depend on how many are drawn', () => {
    expect(drawn('a>b:+2-1', 50)).toEqual(drawn('a>b:+2-1', 100).slice(0, 50))
  })
})
