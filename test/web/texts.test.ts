import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPassage, placeOf } from '../../web/src/parts/place.ts'
import { type Piece, wordDiff } from '../../web/src/parts/word-diff.ts'

const words = (pieces: readonly Piece[], side: 'old' | 'new') =>
  pieces
    .filter(it => it.side === 'both' || it.side === side)
    .map(({ text }) => text)
    .join('')
    .split(/\s+/)
    .filter(Boolean)

describe('two texts word by word', () => {
  it('shows what each has alone', () => {
    expect(wordDiff('Norway met Peru on Monday.', 'Norway met Peru in Lima on Monday.')).toEqual([
      { side: 'both', text: 'Norway met Peru' },
      { side: 'new', text: ' in Lima' },
      { side: 'both', text: ' on Monday.' },
    ])
  })

  it('holds every word of both, in their order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }).map(it => it.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after)
        expect(words(pieces, 'old')).toEqual(before.split(' ').filter(Boolean))
        expect(words(pieces, 'new')).toEqual(after.split(' ').filter(Boolean))
      }),
    )
  })
})

describe('a link to a passage', () => {
  const text = 'First line.\n\nNorway’s minister met her colleague from Peru on Monday. Then she left.'
  const quote = 'Norway’s minister met her colleague from Peru on Monday.'
  const start = text.indexOf(quote)
  const link = new URL(
    placeOf({ document: 'd', start, end: start + quote.length, quote }),
    'http://localhost',
  )
  const [at, says] = [link.searchParams.get('at') ?? '', link.searchParams.get('says') ?? '']
  const placeIn = (changed: string) => {
    const here = findPassage(changed, at, says)
    return here?.place == null ? null : changed.slice(...here.place)
  }

  it('opens at its words', () => {
    expect(findPassage(text, at, says)).toEqual({
      found: true,
      place: [start, start + quote.length],
      moved: false,
    })
  })

  it('finds them again after light edits', () => {
    expect(placeIn(`A new line.\n\n${text}`)).toBe(quote)
    expect(placeIn(text.replace('minister met', 'foreign minister met'))).toContain('met her colleague')
  })

  it('says that they are gone', () => {
    expect(findPassage('All of it was written anew.', at, says)).toEqual({
      found: false,
      place: null,
      moved: false,
    })
  })

  it('is no passage without a place', () => expect(findPassage(text, undefined, says)).toBeNull())
})
