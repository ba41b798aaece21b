import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.ts'

const of = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap(part => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )
const utf16 = (text: string, little: boolean) =>
  [...text].flatMap(c => {
    const code = c.charCodeAt(0)
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })

/** "한국과 일본은 서울에서 회담했다" */
const EUC_KR = [
  0xc7, 0xd1, 0xb1, 0xb9, 0xb0, 0xfa, 0x20, 0xc0, 0xcf, 0xba, 0xbb, 0xc0, 0xba, 0x20, 0xbc, 0xad, 0xbf, 0xef,
  0xbf, 0xa1, 0xbc, 0xad, 0x20, 0xc8, 0xb8, 0xb4, 0xe3, 0xc7, 0xdf, 0xb4, 0xd9,
]
/** "両国の外相は東京で会談した" */
const SHIFT_JIS = [
  0x97, 0xbc, 0x8d, 0x91, 0x82, 0xcc, 0x8a, 0x4f, 0x91, 0x8a, 0x82, 0xcd, 0x93, 0x8c, 0x8b, 0x9e, 0x82, 0xc5,
  0x89, 0xef, 0x92, 0x6b, 0x82, 0xb5, 0x82, 0xbd,
]

describe('decode', () => {
  it('UTF-8 with a byte-order mark', () => {
    expect(decode(of([0xef, 0xbb, 0xbf], 'Oslo – Århus'), 'x').text).toBe('Oslo – Århus')
  })
  it('UTF-16, marked and unmarked, both ways round', () => {
    const text = 'Two states signed the treaty.'
    expect(decode(of([0xff, 0xfe], utf16(text, true)), 'x')).toMatchObject({ text, encoding: 'utf-16le' })
    expect(decode(of([0xfe, 0xff], utf16(text, false)), 'x')).toMatchObject({ text, encoding: 'utf-16be' })
    expect(decode(of(utf16(text, true)), 'x')).toMatchObject({ text, encoding: 'utf-16le' })
  })
  it('EUC-KR and Shift_JIS without a declaration', () => {
    expect(decode(of(EUC_KR), 'x')).toMatchObject({
      text: '한국과 일본은 서울에서 회담했다',
      encoding: 'euc-kr',
    })
    expect(decode(of(SHIFT_JIS), 'x')).toMatchObject({
      text: '両国の外相は東京で会談した',
      encoding: 'shift_jis',
    })
  })
  it('what a page declares, unless the bytes are valid UTF-8 all the same', () => {
    expect(decode(of('<meta charset="euc-kr">', EUC_KR), 'x').text).toContain('한국과')
    expect(decode(of('<meta charset="euc-kr">한국과'), 'x').text).toContain('한국과')
  })
  it('Windows-1252, and UTF-8 with Windows-1252 pasted in', () => {
    expect(decode(of('The ', [0x93], 'caf', [0xe9, 0x94], ' talks'), 'x').text).toBe('The “café” talks')
    expect(decode(of('Århus – Malmö – Ålesund, ', [0x93], 'so be it', [0x94]), 'x').text).toBe(
      'Århus – Malmö – Ålesund, “so be it”',
    )
  })
  it('makes line ends alike', () => {
    expect(decode(of('a b\r\nc d\re f\u2028g'), 'x').text).toBe('a b\nc d\ne f\ng')
  })
})
