import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOOP_BOUNDS, loopsOf } from '../../../src/analyse/map/loops.ts'
import { reportOf } from '../../../src/analyse/map/report.ts'
import type { DriverMap, Edge } from '../../../src/analyse/map/types.ts'

/** "a+b" is more of a bringing more of b. */
function aMap(...arrows: string[]): DriverMap {
  const edges = arrows.map((arrow, i): Edge => {
    const [cause = '', effect = ''] = arrow.split(/[+-]/)
    const sign = arrow.includes('+') ? 1 : -1
    const belief = 0.9 - i / 100
    return { id: `${cause}>${effect}`, cause, effect, sign, belief, rivalBelief: 0, support: [], rivals: [] }
  })
  const ids = [...new Set(edges.flatMap(({ cause, effect }) => [cause, effect]))].sort()
  return { factors: ids.map(id => ({ id, name: id, grounded: true })), edges }
}

function shown(map: DriverMap, bounds = LOOP_BOUNDS): string[] {
  return loopsOf(map, bounds).loops.map(
    ({ kind, edges, weakest }) => `${kind} ${edges.map(({ cause }) => cause).join('')} weakest ${weakest.id}`,
  )
}

describe('loops', () => {
  test.each([
    ['two that feed each other', ['a+b', 'b+a'], ['reinforcing ab weakest b>a']],
    ['two minuses feed as well', ['a-b', 'b-a'], ['reinforcing ab weakest b>a']],
    ['one minus checks', ['a+b', 'b-a'], ['balancing ab weakest b>a']],
    ['no way back', ['a+b', 'b+c', 'a+c'], []],
    [
      'two that share an edge, the shorter first',
      ['a+b', 'b+a', 'b-c', 'c+a'],
      ['reinforcing ab weakest b>a', 'balancing abc weakest c>a'],
    ],
    ['one that does not pass the first factor', ['a+b', 'b+c', 'c+b'], ['reinforcing bc weakest c>b']],
  ])('%s', (_what, arrows, due) => {
    expect(shown(aMap(...arrows))).toEqual(due)
  })

  test('longer ones than the bound are not looked for, and too many are cut', () => {
    const ring = aMap('a+b', 'b+c', 'c+d', 'd+a')
    expect(shown(ring, { ...LOOP_BOUNDS, length: 3 })).toEqual([])
    const dense = aMap(
      ...'abcdefgh'.split('').flatMap(x =>
        'abcdefgh'
          .replace(x, '')
          .split('')
          .map(y => `${x}+${y}`),
      ),
    )
    expect(loopsOf(dense, { ...LOOP_BOUNDS, count: 10 })).toMatchObject({ cut: true, loops: { length: 10 } })
    expect(loopsOf(dense, { ...LOOP_BOUNDS, steps: 50 }).cut).toBe(true)
  })

  test('each loop is whole, found once, and its sign is the product', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const arrow = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('+', '-'), fc.constantFrom(...ids))
    fc.assert(
      fc.property(
        fc
          .uniqueArray(arrow, { selector: ([x, , y]) => x + y, maxLength: 14 })
          .map(all => all.filter(([x, , y]) => x !== y)),
        arrows => {
          const { loops } = loopsOf(aMap(...arrows.map(it => it.join(''))))
          for (const { edges, kind } of loops) {
            for (const [i, edge] of edges.entries())
              expect(edge.effect).toBe(edges[(i + 1) % edges.length]?.cause)
            expect(new Set(edges.map(({ cause }) => cause)).size).toBe(edges.length)
            expect(kind === 'balancing').toBe(edges.filter(({ sign }) => sign < 0).length % 2 === 1)
          }
          const names = loops.map(({ edges }) => edges.map(({ id }) => id).join())
          expect(new Set(names).size).toBe(names.length)
        },
      ),
    )
  })

  test('a loop is weak by its weakest edge', () => {
    const map = aMap('a+b', 'b+a')
    const [first, second] = map.edges
    if (first === undefined || second === undefined) throw new RangeError('two edges')
    const weak = { ...map, edges: [first, { ...second, belief: 0.4 }] }
    expect(reportOf(map, loopsOf(map).loops).weakLoops).toEqual([])
    expect(reportOf(weak, loopsOf(weak).loops).weakLoops).toHaveLength(1)
  })
})
