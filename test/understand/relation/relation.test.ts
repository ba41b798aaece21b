import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { Span } from '../../../src/record/types.ts'
import { analyse } from '../../../src/text/index.ts'
import { relation } from '../../../src/understand/relation/index.ts'

const knowledge = loadKnowledge()

/** The sentence with the source in [square] and the target in {curly} brackets. */
function typeOf(marked: string): string | null {
  const spans: { [bracket: string]: Span } = {}
  let text = ''
  let open = 0
  for (const char of marked) {
    if (char === '[' || char === '{') open = text.length
    else if (char === ']' || char === '}') spans[char] = [open, text.length]
    else text += char
  }
  const pair = { source: spans[']'] ?? [0, 0], target: spans['}'] ?? [0, 0] } satisfies {
    source: Span
    target: Span
  }
  return relation(analyse(text, { published: null }, knowledge), pair, knowledge).type
}

describe('what the source does to the target', () => {
  it.each([
    ['[Peru] urged {Chile} to withdraw its troops.', 'REQUEST'],
    ['[Peru] agreed to sell gas to {Chile}.', 'AGREE'],
    ['[Peru] will send food aid to {Chile} in May.', 'AGREE'],
    ['[Kenya] said it would close its border with {Somalia}.', 'THREATEN'],
    ['[Kenya] threatened to shell {the town}.', 'THREATEN'],
    ['[Peru] refused to release {the sailors}.', 'REJECT'],
    ['{The sailors} were released by [Peru].', 'RETREAT'],
    ['[Peru] and {Chile} signed a treaty.', 'SUPPORT'],
    ['[The premier of Fiji] will meet {the king of Tonga} in May.', 'AGREE'],
    ["[Peru's] attack on {Chile} shocked the region.", 'ASSAULT'],
    ['[The court] found {the banker} guilty of fraud.', 'ACCUSE'],
    ['[Students] marched against {the ministry}.', 'PROTEST'],
    ['[Denmark] sent 13 tons of medicine to {Chad}.', 'AID'],
  ])('%s', (marked, type) => {
    expect(typeOf(marked)).toBe(type)
  })

  it('abstains where nothing is told', () => {
    expect(typeOf('[Peru] is larger than {Chile}.')).toBeNull()
  })
})
