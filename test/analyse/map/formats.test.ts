import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAP_FORMATS, readMap } from '../../../src/analyse/map/formats/index.ts'
import type { DriverMap, Edge, MapFactor, Support } from '../../../src/analyse/map/types.ts'
import { byCodePoint } from '../../../src/record/ids.ts'

/** Letters, marks that formats use themselves, line ends, and what no table or XML likes. */
const words = fc.string({ unit: fc.constantFrom(...'ab :;,"\'<>&=+-@\t\n\r€漢|()'), maxLength: 12 })
const share = fc.double({ min: 0.01, max: 1, noNaN: true })
const sign = fc.constantFrom<1 | -1>(1, -1)

const support: fc.Arbitrary<Support> = fc.record({
  driver: words,
  sign,
  claimedBy: fc.option(words, { nil: null }),
  hedged: fc.boolean(),
  confidence: share,
  cause: words,
  effect: words,
  origins: fc.array(words, { maxLength: 2 }),
  evidence: fc.array(fc.record({ document: words, start: fc.nat(9999), end: fc.nat(9999), quote: words }), {
    maxLength: 2,
  }),
})

const driverMap: fc.Arbitrary<DriverMap> = fc
  .uniqueArray(
    words.map(word => `f${word}`),
    { minLength: 2, maxLength: 6 },
  )
  .chain(ids =>
    fc.record({
      factors: fc.tuple(
        ...ids.map(id =>
          fc.record({ id: fc.constant(id), name: words.map(word => `n${word}`), grounded: fc.boolean() }),
        ),
      ),
      edges: fc.uniqueArray(
        fc.record({
          cause: fc.constantFrom(...ids),
          effect: fc.constantFrom(...ids),
          sign,
          belief: share,
          rivalBelief: fc.constantFrom(0, 0.25, 1),
          support: fc.array(support, { maxLength: 2 }),
          rivals: fc.array(support, { maxLength: 1 }),
          denials: fc.array(support, { maxLength: 1 }),
        }),
        { selector: edge => `${edge.cause}>${edge.effect}`, maxLength: 8 },
      ),
    }),
  )
  .map(({ factors, edges }) => ({
    factors: [...factors].sort((a: MapFactor, b: MapFactor) => byCodePoint(a.id, b.id)),
    edges: edges
      .map(
        ({ denials, ...edge }): Edge => ({
          id: `${edge.cause}>${edge.effect}`,
          ...edge,
          ...(denials.length === 0 ? {} : { denials }),
        }),
      )
      .sort((a, b) => byCodePoint(a.id, b.id)),
  }))

/** A table of edges has no place for a factor that has none. */
function linked(map: DriverMap): DriverMap {
  const ends = new Set(map.edges.flatMap(edge => [edge.cause, edge.effect]))
  return { ...map, factors: map.factors.filter(factor => ends.has(factor.id)) }
}

describe.each(MAP_FORMATS.map(format => [format.name, format] as const))('%s', (name, format) => {
  test('gives back every edge, sign and source', () => {
    fc.assert(
      fc.property(driverMap, map => {
        const due = name === 'edges' ? linked(map) : map
        fc.pre(due.factors.length > 0)
        expect(readMap(format.write(map), `map${format.endings[0] ?? ''}`)).toEqual(due)
      }),
      { numRuns: 150 },
    )
  })

  test('is cut off: an error with the file’s name, or what is left of it', () => {
    const map: DriverMap = {
      factors: [
        { id: 'a', name: 'A', grounded: true },
        { id: 'b', name: 'B', grounded: false },
      ],
      edges: [
        {
          id: 'a>b',
          cause: 'a',
          effect: 'b',
          sign: -1,
          belief: 0.5,
          rivalBelief: 0,
          support: [],
          rivals: [],
        },
      ],
    }
    const text = format.write(map)
    for (let end = 0; end < text.length; end++) {
      try {
        readMap(text.slice(0, end), 'cut.map')
      } catch (error) {
        expect(error).toMatchObject({ code: 'E_MAP' })
        expect(String(error)).toContain('cut.map')
      }
    }
  })
})

describe('maps that others drew', () => {
  test.each([
    ['a table with semicolons and words for columns', 'Cause;Effect;Sign\ntrade;peace;+\nwar;trade;−\n'],
    ['a table with tabs', 'from\tto\tpolarity\ntrade\tpeace\t1\nwar\ttrade\t-1\n'],
    [
      'a file of Mental Modeler with words for weights',
      '{"concepts":[{"id":"trade","name":"trade","relationships":[{"id":"peace","influence":"H+"}]},' +
        '{"id":"war","name":"war","relationships":[{"id":"trade","influence":"H-"}]},' +
        '{"id":"peace","name":"peace","group":"1"}]}',
    ],
    [
      'a drawing of yEd',
      '<?xml version="1.0"?><!-- drawn --><graphml xmlns:y="http://www.yworks.com/xml/graphml">' +
        '<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" attr.name="weight"/><graph>' +
        '<node id="trade"><data key="d0"><y:ShapeNode><y:NodeLabel>trade</y:NodeLabel></y:ShapeNode></data></node>' +
        '<node id="peace"/><node id="war"/><edge source="trade" target="peace"><data key="d1">1</data></edge>' +
        '<edge source="war" target="trade"><data key="d1"><![CDATA[-1]]></data></edge></graph></graphml>',
    ],
  ])('%s', (_what, text) => {
    const { factors, edges } = readMap(text, 'theirs')
    expect(factors.map(it => `${it.id} ${it.name} ${it.grounded}`)).toEqual([
      'peace peace true',
      'trade trade true',
      'war war true',
    ])
    expect(edges.map(it => `${it.id} ${it.sign * it.belief}`)).toEqual(['trade>peace 1', 'war>trade -1'])
  })

  test('two arrows between the same two: the heavier is the edge, the other its rival', () => {
    const { edges } = readMap('source,target,weight\na,b,0.3\na,b,-0.8\n', 'twice.csv')
    expect(edges).toMatchObject([{ sign: -1, belief: 0.8, rivalBelief: 0.3 }])
  })

  test.each([
    ['', 'empty'],
    ['hello', 'source and target'],
    ['a,b\n1,2\n', 'source and target'],
    ['source,target,weight\na,b,much\n', 'row 2'],
    ['source,target,weight\n', 'no factor'],
    ['{"concepts":[{"id":"a","relationships":[{"id":"b","influence":1}]}]}', 'none of its factors'],
    ['{"concepts":[{"id":"a","relationships":[{"id":"a","influence":"lots"}]}]}', 'lots'],
    ['{"nodes":[]}', 'concepts'],
    ['<graphml><graph><node id="a"/><edge source="a" target="a"/></graph></graphml>', 'weight'],
    ['<graphml><graph><node id="a"></graph></graphml>', 'closes what is not open'],
    ['<html></html>', '<graph>'],
    [`${'<a>'.repeat(500)}`, 'within one another'],
  ])('no map: %s', (text, says) => {
    expect(() => readMap(text, 'bad.csv')).toThrow(says)
  })
})
