import { describe, expect, it } from 'vitest'
import { VARIANTS } from '../../../src/analyse/scenario/draws.ts'
import { solve } from '../../../src/analyse/scenario/solve.ts'
import type { Plan } from '../../../src/analyse/scenario/types.ts'
import { believe, claim, mapOf, planOf } from './maps.ts'

function directions(texts: readonly string[], set: { [factor: string]: number }, more: Partial<Plan> = {}) {
  const { factors } = solve(mapOf(...texts), planOf(set, more), believe)
  return Object.fromEntries(factors.map(it => [it.factor, it.direction]))
}

describe('direction', () => {
  it('goes from cause to effect, never back', () => {
    expect(directions(['a>b:+2'], { a: 0.5 })).toEqual({ b: 'up' })
    expect(directions(['a>b:+2'], { b: 0.5 })).toEqual({})
  })

  it.each([
    ['+', 0.5, 'up'],
    ['-', 0.5, 'down'],
    ['+', -0.5, 'down'],
    ['-', -0.5, 'up'],
  ])('of %s set to %d is %s, by every variant', (sign, level, direction) => {
    for (const variant of VARIANTS)
      expect(directions([`a>b:${sign}2`, 'b>c:+2'], { a: level }, { variant })).toEqual({
        b: direction,
        c: direction,
      })
  })

  it('of a factor to which nothing leads is none: it stays', () => {
    const { factors, unmoved } = solve(mapOf('a>b:+2', 'c>d:+1', 'e'), planOf({ a: 1 }), believe)
    expect(factors.map(it => it.factor)).toEqual(['b'])
    expect(unmoved).toEqual(['c', 'd', 'e'])
  })

  it('is unclear where as much is claimed for as against', () => {
    const { factors } = solve(mapOf('a>b:+2-2'), planOf({ a: 0.5 }), believe)
    expect(factors[0]).toMatchObject({ direction: 'unclear' })
    expect(factors[0]?.stability).toBeLessThan(60)
  })

  it('follows the side that more origins hold, the less surely the more speak against it', () => {
    const stability = (edge: string) =>
      solve(mapOf(edge), planOf({ a: 0.5 }, { draws: 1000 }), believe).factors[0]?.stability ?? 0
    expect(stability('a>b:+4')).toBe(100)
    expect(stability('a>b:+4-1')).toBeGreaterThan(80)
    expect(stability('a>b:+4-1')).toBeGreaterThan(stability('a>b:+4-3'))
  })

  it('of what is set for some months alone is that on average over all', () => {
    const settings = [{ factor: 'a', level: 0.5, first: 2, last: 4 }]
    const { factors } = solve(mapOf('a>b:+2', 'b>c:-2'), planOf({}, { settings }), believe)
    expect(factors.map(it => [it.factor, it.direction])).toEqual([
      ['b', 'up'],
      ['c', 'down'],
    ])
    expect(factors[0]?.course.slice(0, 3)).toEqual([0, 0, 0])
  })
})

describe('a set factor', () => {
  it('is cut from its causes', () => {
    // Left free, b would go up with a and take c along.
    expect(directions(['a>b:+4', 'b>c:+4'], { a: 1, b: -0.5 })).toEqual({ c: 'down' })
  })

  it('held at its normal stops what comes through it', () => {
    const { factors } = solve(mapOf('a>b:+4', 'b>c:+4'), planOf({ a: 1, b: 0 }), believe)
    expect(factors).toMatchObject([{ factor: 'c', direction: 'unclear', stability: 0, paths: [] }])
  })
})

describe('an ending', () => {
  const fourCycle = ['c>a:+4', 'a>b:+4', 'b>a:-4']
  const pulse = [{ factor: 'c', level: 1, first: 0, last: 0 }]

  it.each(['trivalent', 'tanh'] as const)('of a loop of four steps is said to be one (%s)', transfer => {
    const plan = planOf({}, { settings: pulse, variant: { rule: 'kosko', transfer }, gain: 20 })
    expect(solve(mapOf(...fourCycle), plan, believe).ending).toMatchObject({ outcome: 'cycle', length: 4 })
  })

  it('of a chain is a fixed point', () => {
    const { ending, variants } = solve(mapOf('a>b:+2', 'b>c:-1'), planOf({ a: 0.5 }), believe)
    expect(ending.outcome).toBe('fixed point')
    expect(variants.map(it => it.ending.outcome)).toEqual(VARIANTS.map(() => 'fixed point'))
  })

  it('of a spiral that takes too long is no convergence, and comes after a while', () => {
    const plan = planOf({}, { settings: [{ factor: 'a', level: 1, first: 0, last: 0 }] })
    const { ending } = solve(mapOf('a>b:+4', 'b>a:-4'), plan, believe)
    expect(['cycle', 'no convergence']).toContain(ending.outcome)
  })

  it('is certain where the weights are small enough', () => {
    const variant = { rule: 'kosko', transfer: 'sigmoid' } as const
    const met = solve(mapOf('a>b:+2', 'b>c:-1'), planOf({ a: 0.5 }, { variant }), believe).contraction
    expect(met).toMatchObject({ met: true, bound: 4 })
    expect(solve(mapOf('a>b:+2'), planOf({ a: 0.5 }), believe).contraction.met).toBe(false)
  })
})

describe('plain Kosko with the sigmoid', () => {
  it('is told as a difference from today, not from a half', () => {
    const variant = { rule: 'kosko', transfer: 'sigmoid' } as const
    const { factors, unmoved } = solve(mapOf('a>b:-2', 'x>b:+4', 'e'), planOf({ a: 0 }, { variant }), believe)
    // At its level of today a changes nothing, although b lies above a half.
    expect(factors[0]?.course.every(it => it === 0)).toBe(true)
    expect(unmoved).toEqual(['e', 'x'])
  })
})

describe('paths', () => {
  it('are the strongest, signed, and open at their sentences', () => {
    const { factors } = solve(mapOf('a>b:+4', 'b>c:-4', 'a>c:+1', 'c>d:+2'), planOf({ a: 0.5 }), believe)
    const c = factors.find(it => it.factor === 'c')
    expect(c?.paths.map(path => [path.push, ...path.edges.map(edge => edge.id)])).toEqual([
      ['down', 'a>b', 'b>c'],
      ['up', 'a>c'],
    ])
    expect(c?.paths[1]?.edges[0]?.support[0]?.evidence[0]?.quote).toMatch(/^What o\d-0 says\.$/)
  })

  it('do not lead through what is set', () => {
    const { factors } = solve(mapOf('a>b:+4', 'b>c:+4'), planOf({ a: 1, b: -1 }), believe)
    expect(factors[0]?.paths.map(path => path.edges.map(edge => edge.id))).toEqual([['b>c']])
  })

  it('hold nothing that no claim states', () => {
    const map = mapOf('a>b:+4', 'b>c:-4', 'a>c:+1', 'c>d:+2', 'd>a:+1')
    const known = new Set(map.edges)
    for (const { paths } of solve(map, planOf({ a: 0.5 }), believe).factors)
      for (const { edges } of paths)
        for (const edge of edges) {
          expect(known.has(edge)).toBe(true)
          expect(edge.support.length).toBeGreaterThan(0)
        }
  })
})

describe('flips', () => {
  it('name the edge and the origin without which nothing comes', () => {
    const { factors } = solve(mapOf('a>b:+1'), planOf({ a: 0.5 }), believe)
    expect(factors[0]?.flips.map(({ without, to }) => [without, to])).toEqual([
      [{ edge: 'a>b' }, 'none'],
      [{ origin: 'o0-0' }, 'none'],
    ])
  })

  it('name no origin where others say the same', () => {
    const { factors } = solve(mapOf('a>b:+3'), planOf({ a: 0.5 }), believe)
    expect(factors[0]?.flips.map(it => it.without)).toEqual([{ edge: 'a>b' }])
  })

  it('say which way it would go instead', () => {
    const { factors } = solve(mapOf('a>c:+9', 'a>b:+1', 'b>c:-1'), planOf({ a: 1 }), believe)
    const c = factors.find(it => it.factor === 'c')
    expect(c?.direction).toBe('up')
    expect(c?.flips[0]).toMatchObject({ without: { edge: 'a>c' }, to: 'down' })
  })

  it('see an origin that carries several edges', () => {
    const map = mapOf('a>b:+1', 'a>d:+1', 'b>c:+4', 'd>c:+4')
    const edges = map.edges.map(edge =>
      edge.cause === 'a' ? { ...edge, support: [claim('wire', 1)] } : edge,
    )
    const { factors } = solve({ ...map, edges }, planOf({ a: 1 }), believe)
    const c = factors.find(it => it.factor === 'c')
    expect(c?.flips).toMatchObject([
      { without: { origin: 'wire' }, to: 'none', edges: [{ id: 'a>b' }, { id: 'a>d' }] },
    ])
  })
})

describe('a comparison', () => {
  it('tells the difference of the two', () => {
    const against = [{ factor: 'a', level: 1, first: 0, last: 11 }]
    const map = mapOf('a>b:+2', 'x>b:+2')
    expect(solve(map, planOf({ a: 0.5 }, { against }), believe).factors).toMatchObject([
      { factor: 'b', direction: 'down', paths: [{ push: 'down' }] },
    ])
    expect(solve(map, planOf({ a: 1 }, { against }), believe).factors).toMatchObject([
      { factor: 'b', direction: 'unclear', stability: 0 },
    ])
  })
})
