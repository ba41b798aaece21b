import { describe, expect, it } from 'vitest'
import { tag } from '../../src/text/tagger.ts'

const tokens = (text: string) => tag(text, 0, text.length).map(({ start, end }) => text.slice(start, end))

describe('tagging', () => {
  it('cuts possessives and initials alike, whatever was tagged before', () => {
    const sentence = 'Oyelaran’s envoy met K.J. Brandt (Oyelaran’s aide).'
    const first = tokens(sentence)
    // As one word in a context that the tagger keeps whole.
    for (const other of ['—Oyelaran’s', '(Oyelaran’s)', '“Oyelaran’s”', 'K.J.,', 'K.J', '...K.J.'])
      tokens(other)
    expect(tokens(sentence)).toEqual(first)
    expect(first).toEqual([
      'Oyelaran',
      '’s',
      'envoy',
      'met',
      'K.J.',
      'Brandt',
      '(',
      'Oyelaran',
      '’s',
      'aide',
      ')',
      '.',
    ])
  })

  it('leaves contractions to the tagger', () => {
    const found = tag('It’s late, and that’s what he’s said.', 0, 37)
    expect(found.filter(({ pos }) => pos === 'AUX').length).toBe(3)
  })

  it('keeps the offsets of all that follows a possessive or a hyphen between names', () => {
    expect(tokens("Ghana's ROK-U.S.-Japan talks, Togo's too")).toEqual(
      "Ghana|'s|ROK|-|U.S.|-|Japan|talks|,|Togo|'s|too".split('|'),
    )
  })
})
