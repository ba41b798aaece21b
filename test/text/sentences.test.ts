import { describe, expect, test } from 'vitest'
import { pairQuotes } from '../../src/text/quotes.ts'
import { splitSentences } from '../../src/text/sentences.ts'

const split = (text: string) => splitSentences(text).map(span => text.slice(span.start, span.end))

describe('a full stop ends a sentence', () => {
  test.each([
    ['Talks began at 5 p.m. The envoys left.', 2],
    ['He met U.S. officials in Oslo. They agreed.', 2],
    ['She lives in the U.S. The visit is her first.', 2],
    ['Prof. Kimura and Dr. Shin spoke. Lt. Gen. Park did not.', 2],
    ['The pact of Nov. 13 holds. No. 2 on the list is trade.', 2],
    ['It starts at 8 a.m. GMT on Monday.', 1],
    ['It ended at 9:30 p.m. KST. Nobody stayed.', 2],
    ['“Why now?” Ruiz asked. “Why not?”', 2],
    ['"We won’t go!" he said.', 1],
    ['George W. Bush and J. Smith met.', 1],
    ['It was written by C. P. Harrow in 1920.', 1],
    ['Vitamin C. The rest is on p. 4.', 2],
    ['Sales rose 3.5 percent. Exports fell.', 2],
    ['ACME Inc. signed. The rest did not.', 2],
    ['He spoke for D.P.R.K. diplomats.', 1],
    ['日本は同意した。韓国も同意した。', 2],
    ['What? No. Never!', 3],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count)
  })

  test('a paragraph’s end is always one', () => {
    expect(split('A heading\n\nThe text. And more')).toEqual(['A heading', 'The text.', 'And more'])
  })
})

describe('quotation marks are paired', () => {
  const quotes = (text: string) => pairQuotes(text).map(({ span }) => text.slice(span[0], span[1]))

  test.each([
    ['He said “yes” and "no".', ['“yes”', '"no"']],
    ["It is a 'final' answer, the allies' third.", ["'final'"]],
    ['It isn’t the allies’ plan.', []],
    ["She called it ''a farce''.", ["''a farce''"]],
    ['He wrote «oui».', ['«oui»']],
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })

  test('a quotation goes on in the next paragraph where that opens with a mark', () => {
    const text = '“We will wait.\n\n“And then we will act,” he said.'
    expect(pairQuotes(text)).toMatchObject([
      {
        parts: [
          [0, 14],
          [16, 39],
        ],
        closed: true,
      },
    ])
  })

  test('a mark that nothing closes ends with its paragraph', () => {
    expect(pairQuotes('“We will wait, he said.\n\nThe end.')).toMatchObject([
      { span: [0, 23], closed: false },
    ])
  })
})
