import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quotedText, withText } from '../../src/export/text.ts'
import { listOf, sourceOf } from '../../src/record/facts.ts'
import type { Span } from '../../src/record/types.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'

const text =
  'The ship left Bergen. It carried salmon, officials said. Nobody saw it again.\n\nLima was told. The end came soon.'

it('keeps the sentences that are cited, the first and the last, each at its place', () => {
  const start = text.indexOf('carried')
  const kept = quotedText(text, [[start, start + 'carried salmon'.length]])
  expect(kept.length).toBe(text.length)
  expect(kept.replace(/ +/g, ' ')).toBe(
    'The ship left Bergen. It carried salmon, officials said. \n\n The end came soon.',
  )
})

it('keeps every slice that is cited, whatever the text and the spans', () => {
  const texts = fc
    .array(fc.constantFrom('Oslo met Lima. ', '“No,” she said. ', '日本 ', '\n\n', '. ', 'a', '😀'))
    .map(a => a.join(''))
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 6 }), (whole, pairs) => {
      const spans = pairs.map(([a, n]): Span => [Math.min(a, whole.length), Math.min(a + n, whole.length)])
      const kept = quotedText(whole, spans)
      expect(kept.length).toBe(whole.length)
      for (const [a, b] of spans) expect(kept.slice(a, b)).toBe(whole.slice(a, b))
    }),
  )
})

it('with none, no word of the article is left and every passage resolves', async () => {
  const document = aDocument('a.txt', text, { captions: ['A ship off Bergen'] })
  const source = await withText(
    sourceOf(aRecord([document], { events: [anEvent('e', document, 0, 21)] })),
    'none',
  )
  expect(await listOf(source.documents())).toEqual([{ ...document, text: '', captions: [] }])
  expect((await listOf(source.facts('event')))[0]?.evidence).toEqual([
    { document: document.id, start: 0, end: 0, quote: '' },
  ])
})
