import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { parseTable } from '../../src/knowledge/tsv.ts'
import { parseSentences } from '../../src/text/syntax.ts'

const rows = parseTable(readFileSync(new URL('./repairs.tsv', import.meta.url), 'utf8'), 'repairs.tsv')

test.each(rows)('$sentence: $word is $pos', ({ sentence = '', word = '', pos = '' }) => {
  const tokens = parseSentences(sentence, loadKnowledge()).flatMap(it => it.tokens)
  expect(tokens.find(token => token.text === word)?.pos).toBe(pos)
})
