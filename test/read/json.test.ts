import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/read/json/parse.ts'
import { salvage } from '../../src/read/json/salvage.ts'

describe('parseJson', () => {
  const cases: [string, string, string, unknown][] = [
    ['whole', '{"a":"b"}', 'parsed', { a: 'b' }],
    ['a byte order and a callback around it', ' cb({"a":"b"});', 'parsed', { a: 'b' }],
    ['a notice before and a comment after', 'Notice: x\n{"a":"b"}\n<!-- 0.2 s -->', 'parsed', { a: 'b' }],
    ['raw line breaks in strings', '{"a":"b\nc\td"}', 'escaped', { a: 'b\nc\td' }],
    [
      'stray quotes',
      '{"a":"he said "no", and left","b":1}',
      'salvaged',
      { a: 'he said "no", and left', b: 1 },
    ],
    ['a cut end', '{"a":"b","c":["d","e', 'salvaged', { a: 'b', c: ['d', 'e'] }],
    ['an unknown escape', '{"a":"b\\x"}', 'salvaged', { a: 'bx' }],
  ]
  for (const [name, json, how, value] of cases) {
    it(name, () => {
      expect(parseJson(json, 'x')).toEqual({ value, how })
    })
  }

  it('the salvage reads whole JSON as JSON.parse does', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\\', '\n', 'é', '1') })
    const object = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(letters, fc.integer(), fc.boolean(), fc.array(letters)),
      { minKeys: 1 },
    )
    fc.assert(
      fc.property(object, value => {
        expect(salvage(JSON.stringify(value))).toEqual({ ...value })
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
