import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { analyse } from '../../../src/text/index.ts'

const knowledge = loadKnowledge()

/** Keys of the last group with these words, in a document of the outlet. */
function actors(text: string, words: string, outlet: string | null): string[] {
  const analysis = analyse(text, { published: null, outlet }, knowledge)
  const groups = analysis.sentences
    .flatMap(sentence => sentence.groups)
    .filter(group => text.slice(group.span[0], group.span[1]) === words)
  const group = groups[groups.length - 1]
  if (group === undefined) throw new Error(`no group "${words}" in: ${text}`)
  return analysis.actorsOf(group).map(entity => entity.key)
}

type Case = [text: string, words: string, keys: string[], outlet?: string]

const PARTITIVES: Case[] = [
  ['A series of Kenyan courts freed them.', 'A series', ['KEN/court']],
  ['A number of Danish diplomats stayed.', 'A number', ['DNK/diplomat']],
  ['A group of Chilean lawmakers left.', 'A group', ['CHL/lawmaker']],
  ['Dozens of Polish officials came.', 'Dozens', ['POL/official']],
  ['Many of the Kenyan lawmakers stayed.', 'Many', ['KEN/lawmaker']],
  ['One of the Chilean ministers left.', 'One', ['CHL/minister']],
  // It isn't said which; and what is counted is no actor.
  ['India and Nepal met. One of the two countries gave way.', 'One', []],
  ['A series of storms hit Japan.', 'A series', []],
  ['Norway and Latvia met. Officials from both sides agreed.', 'Officials', ['NOR/official', 'LVA/official']],
  ['Norway and Latvia met. The leaders of the two countries spoke.', 'The leaders', ['NOR', 'LVA']],
]

const AGAIN: Case[] = [
  ['A senior Ghanaian Foreign Ministry official spoke. The official left.', 'The official', ['GHA/official']],
  ['A senior Ghanaian Foreign Ministry official spoke. The diplomat left.', 'The diplomat', ['GHA/official']],
  ['A Chilean diplomat spoke. "No," the diplomat said.', 'the diplomat', ['CHL/diplomat']],
  [
    'Anna Holt, a Finnish foreign ministry spokeswoman, spoke. The spokeswoman left.',
    'The spokeswoman',
    ['person/anna-holt'],
  ],
  [
    'Ana Ruiz, a professor of law at Lund University, agreed. The expert left.',
    'The expert',
    ['person/ana-ruiz'],
  ],
  // A plural is not the one, nor is an indefinite one, nor another.
  ['Ghanaian officials spoke. The official left.', 'The official', ['some/official']],
  ['A Ghanaian official spoke. An official left.', 'An official', ['some/official']],
  ['A Ghanaian official spoke. The other official left.', 'The other official', ['some/official']],
]

const PRONOUNS: Case[] = [
  ['Marta Ruiz, 84, who lost two brothers in the war, left, she said.', 'she', ['person/marta-ruiz']],
  ['Bae Sun-ja, 84, who lost two brothers at sea, met a reporter. She wept.', 'She', ['person/bae-sun-ja']],
  [
    'Carla Diaz, whose husband Pedro Gomez died, spoke. She said she would appeal.',
    'She',
    ['person/carla-diaz'],
  ],
  ['Officials of Norway left. He was angry.', 'He', []],
  ['A Finnish spokeswoman met a Danish spokesman. She left.', 'She', ['FIN/spokesperson']],
]

const SETS: Case[] = [
  ['Ministers from Chad, Mali and Niger met. The three agreed.', 'The three', ['TCD', 'MLI', 'NER']],
  ['Ministers from Chad, Mali and Niger met. All three agreed.', 'All three', ['TCD', 'MLI', 'NER']],
  [
    'Ana Ruiz, Karl Brandt and Kai Moe met. The three agreed.',
    'The three',
    ['person/ana-ruiz', 'person/karl-brandt', 'person/kai-moe'],
  ],
  ['India and Nepal met. The two agreed.', 'The two', ['IND', 'NPL']],
  ['India and Nepal met. Both countries gain from trade.', 'Both countries', ['IND', 'NPL']],
]

const BODIES: Case[] = [
  ['The Foreign Ministry protested.', 'The Foreign Ministry', ['KOR/foreign-ministry'], 'The Korea Herald'],
  ['The Supreme Court ruled.', 'The Supreme Court', ['KOR/supreme-court'], 'The Korea Herald'],
  [
    'The Democratic Party objected.',
    'The Democratic Party',
    ['KOR/democratic-party-of-korea'],
    'The Korea Herald',
  ],
  ['Parliament voted.', 'Parliament', ['KOR/parliament'], 'The Korea Herald'],
  // A paper of London that writes of others is not at home; nor is an agency of the world.
  [
    'Turkey and Greece met. The Turkish side agreed. The Foreign Ministry protested.',
    'The Foreign Ministry',
    ['TUR/foreign-ministry'],
    'The Guardian',
  ],
  [
    'OSLO, March 6 (Reuters) - Norway warned Denmark. The Foreign Ministry protested to Denmark.',
    'The Foreign Ministry',
    ['NOR/foreign-ministry'],
    'Reuters',
  ],
  [
    'SEOUL, March 6 -- The Foreign Ministry protested to Japan.',
    'The Foreign Ministry',
    ['KOR/foreign-ministry'],
  ],
  [
    'France and Germany agreed. The Foreign Ministry protested.',
    'The Foreign Ministry',
    ['org/foreign-ministry'],
  ],
  // A party of another state that has no namesake at home; a summit's dateline is no home.
  [
    'Korea met Japan. The Liberal Democratic Party objected.',
    'The Liberal Democratic Party',
    ['JPN/liberal-democratic-party'],
    'The Korea Herald',
  ],
  [
    'PHNOM PENH, Nov. 13 -- Japan met Norway. Japan and Norway agreed. Japan, Norway and Latvia will meet. Japan and Norway gain. Norway and Japan left. The Foreign Ministry agreed.',
    'The Foreign Ministry',
    ['org/foreign-ministry'],
  ],
  [
    'Ghana said that a fund under its Interior Ministry would pay.',
    'its Interior Ministry',
    ['GHA/interior-ministry'],
  ],
  [
    "Japan met Korea. Japan's Foreign Ministry protested.",
    "Japan's Foreign Ministry",
    ['JPN/foreign-ministry'],
    'The Korea Herald',
  ],
  [
    'The Democratic Party of Korea objected. The Democratic Party left.',
    'The Democratic Party',
    ['KOR/democratic-party-of-korea'],
  ],
]

const INSIDERS: Case[] = [
  // A paper gives its own ministers no state; and tells by its name where it is.
  [
    "Foreign Minister Park Jin spoke. Japan's foreign minister, Yoshimasa Hayashi, agreed. The Supreme Court ruled.",
    'The Supreme Court',
    ['KOR/supreme-court'],
    'The Hill and Dale Courier',
  ],
  [
    'Defence Minister Taro Kono and Foreign Minister Park Jin spoke. The Supreme Court ruled.',
    'The Supreme Court',
    ['org/supreme-court'],
  ],
  [
    'Ghana, Togo and Norway met. The Supreme Court ruled.',
    'The Supreme Court',
    ['NOR/supreme-court'],
    'Norway Today',
  ],
  ['Ghana and Togo met. Togo said its Supreme Court agreed.', 'its Supreme Court', ['TGO/supreme-court']],
]

const OWNERS: Case[] = [
  ['President Ada Obi of Ghana spoke. Her government agreed.', 'Her government', ['GHA']],
  ['President Karl Obi of Ghana spoke. His office agreed.', 'His office', ['GHA/office']],
  ['The office was shut in Ghana.', 'The office', []],
  [
    'Ghana and Togo met. Ghana warned. Its foreign ministry agreed.',
    'Its foreign ministry',
    ['GHA/foreign-ministry'],
  ],
  [
    'Prime Minister Karl Brandt of Norway named his finance minister, Hans Moe.',
    'his finance minister',
    ['person/hans-moe'],
  ],
  ['China warned India. Its neighbour replied.', 'Its neighbour', ['IND']],
  ['North Korea fired a missile. China urged its ally to stop.', 'its ally', ['PRK']],
  ['China met India and Nepal. It urged its ally to stop.', 'its ally', []],
  ['Japan protested. The island nation is rich.', 'The island nation', ['JPN']],
]

test.each([...PARTITIVES, ...AGAIN, ...PRONOUNS, ...SETS, ...BODIES, ...INSIDERS, ...OWNERS])(
  '%s %s',
  (text, words, keys, outlet) => {
    expect(actors(text, words, outlet ?? null)).toEqual(keys)
  },
)

const OFFICIALS: [text: string, outlet: string | null, name: string, state: string | null][] = [
  [
    'Vice Foreign Minister Bae Sei-young met Japanese officials.',
    'Yonhap News Agency',
    'Bae Sei-young',
    'KOR',
  ],
  ['Vice Foreign Minister Bae Sei-young met them in Oslo. Seoul agreed.', null, 'Bae Sei-young', 'KOR'],
  ['Mr Bae Sei-young met Japanese officials.', 'Yonhap News Agency', 'Bae Sei-young', null],
  ['Defence Minister Ivo Lenz met Greek and Turkish officials.', null, 'Ivo Lenz', null],
]

test.each(OFFICIALS)('%s (%s) %s', (text, outlet, name, state) => {
  const { entities } = analyse(text, { published: null, outlet }, knowledge)
  expect(entities.find(entity => entity.name === name)?.state).toBe(state)
})
