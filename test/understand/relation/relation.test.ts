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
    ['The drill was staged by [Greek marines] and {Albanian soldiers}.', 'COOPERATE'],
    ['[Russia] announced drills on the border with {Georgia}.', 'MOBILIZE'],
    ["[The Greek navy] rescued {Kenyan sailors} at the request of Kenya's government.", 'AID'],
    ['[Ghana] announced the deployment of 300 soldiers to {Haiti} on a peacekeeping mission.', 'AID'],
    ['[Norway] reinforced its commitment to {Malian farmers} with a grant of 5 million euros.', 'AID'],
    ['[Kenya] will send experts to {Ethiopia} to investigate the crash.', 'ACCUSE'],
    ['[The court] ordered an investigation against {the premier} based on a petition.', 'ACCUSE'],
    ['[The navy] patrolled the coast together with {Italian crews}.', 'COOPERATE'],
    ['[Truckers] jammed the centre of Lisbon to protest {the fuel tax}.', 'PROTEST'],
    ['[The army] told {the squatters} to leave by noon or face arrest.', 'THREATEN'],
    ['[The ministry] approved a request from {the villagers} for a well.', 'CONCEDE'],
    ['[The council] ended mediation with {the company} over its wish to dig.', 'SANCTION'],
  ])('%s', (marked, type) => {
    expect(typeOf(marked)).toBe(type)
  })

  it('abstains where nothing is told', () => {
    expect(typeOf('[Peru] is larger than {Chile}.')).toBeNull()
  })
})
