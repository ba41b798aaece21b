import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { analyse } from '../../../src/text/index.ts'
import type { Analysis } from '../../../src/text/types.ts'

const knowledge = loadKnowledge()

function read(text: string, date: string | null = null): Analysis {
  const published =
    date === null ? null : { start: date, end: date, precision: 'day' as const, basis: 'stated' as const }
  return analyse(text, { published }, knowledge)
}

/** Keys of the last group with these words. */
function actors(analysis: Analysis, words: string): string[] {
  const groups = analysis.sentences
    .flatMap(sentence => sentence.groups)
    .filter(group => analysis.text.slice(group.span[0], group.span[1]) === words)
  const group = groups[groups.length - 1]
  if (group === undefined) throw new Error(`no group "${words}" in: ${analysis.text}`)
  return analysis.actorsOf(group).map(entity => entity.key)
}

const EXAMPLES: [text: string, date: string | null, words: string, keys: string[]][] = [
  // Governments by capital, adjective, leader; a capital behind "in" is a place.
  ['Ottawa said it would reply.', null, 'Ottawa', ['CAN']],
  ['Ottawa said it would reply.', null, 'it', ['CAN']],
  ['Ministers from Peru met in Ottawa.', null, 'Ottawa', []],
  ['The Norwegian government refused.', null, 'The Norwegian government', ['NOR']],
  ['The Trudeau government refused.', '2019-05-02', 'The Trudeau government', ['CAN']],
  ['The Kremlin denied the report.', null, 'The Kremlin', ['RUS']],
  // Bodies and people that are only described.
  ["Brazil's Supreme Court ruled on the case.", null, "Brazil's Supreme Court", ['BRA/supreme-court']],
  ['Kenyan courts freed them.', null, 'Kenyan courts', ['KEN/court']],
  ['A Chilean diplomat disagreed.', null, 'A Chilean diplomat', ['CHL/diplomat']],
  ['German companies must pay.', null, 'German companies', ['DEU/companies']],
  [
    'Danish and Swedish officials met.',
    null,
    'Danish and Swedish officials',
    ['DNK/official', 'SWE/official'],
  ],
  ['Egypt lost the case. The court fined Egypt.', null, 'The court', ['EGY/court']],
  ['Officials of Ghana stayed away.', null, 'Officials', ['GHA/official']],
  // Persons: surname, title alone, knowledge of the date.
  ['Lena Voss arrived. Voss said no.', null, 'Voss', ['person/lena-voss']],
  ['President Ada Obi spoke. The president left early.', null, 'The president', ['person/ada-obi']],
  ["Canada's prime minister resigned.", '2014-06-01', "Canada's prime minister", ['person/stephen-harper']],
  ["Canada's prime minister resigned.", '2020-06-01', "Canada's prime minister", ['person/justin-trudeau']],
  [
    "Canada's former prime minister resigned.",
    '2020-06-01',
    "Canada's former prime minister",
    ['CAN/former-prime-minister'],
  ],
  ['Abe met Merkel in Japan.', '2015-03-09', 'Merkel', ['person/angela-merkel']],
  // Pronouns by number, gender and subject.
  ['Ruth Cole met Igor Petrov. She was pleased.', null, 'She', ['person/ruth-cole']],
  ['Ruth Cole met Igor Petrov. He was pleased.', null, 'He', ['person/igor-petrov']],
  ['India warned Nepal. It closed the border.', null, 'It', ['IND']],
  ['India warned Nepal. It is clear that talks failed.', null, 'It', []],
  ['The deal failed. It was too late.', null, 'It', []],
  ['"We will answer," Iranian minister Omid Rahimi said.', null, 'We', ['IRN']],
  ['"I was wrong," Paul Drew said.', null, 'I', ['person/paul-drew']],
  // Sets that are in play.
  ['India and Nepal met. The two countries agreed.', null, 'The two countries', ['IND', 'NPL']],
  ['Oslo-Riga ties are good. Both sides will gain.', null, 'Both sides', ['NOR', 'LVA']],
  ['Chad, Mali and Niger met. The three nations agreed.', null, 'The three nations', ['TCD', 'MLI', 'NER']],
  [
    'President Ada Obi met Premier Karl Brandt. The two leaders smiled.',
    null,
    'The two leaders',
    ['person/ada-obi', 'person/karl-brandt'],
  ],
  ['India and Nepal differ. China pressed its two neighbors.', null, 'its two neighbors', ['IND', 'NPL']],
  ['The two Koreas spoke.', null, 'The two Koreas', ['KOR', 'PRK']],
  [
    'President Ada Obi met Premier Karl Brandt. Later President Kai Moe met King Leo Wolf. Both leaders smiled.',
    null,
    'Both leaders',
    ['person/kai-moe', 'person/leo-wolf'],
  ],
  ['Police fired at crowds in Istanbul.', null, 'Police', ['TUR/police']],
  ['NATO officials agreed.', null, 'NATO officials', ['org/north-atlantic-treaty-organization']],
  // No actor.
  ['Japan restricted exports. The plan worked.', null, 'The plan', []],
  ['Japanese trade restrictions hurt.', null, 'Japanese trade restrictions', []],
]

test.each(EXAMPLES)('%s (%s) %s', (text, date, words, keys) => {
  expect(actors(read(text, date), words)).toEqual(keys)
})

test('states inside a group are found though it names no actor', () => {
  const analysis = read('Tokyo-Seoul cooperation pleased Polish observers of the Kenyan court verdict.')
  const groups = analysis.sentences.flatMap(sentence => sentence.groups)
  const states = (words: string): string[] => {
    const group = groups.find(each => analysis.text.slice(each.span[0], each.span[1]) === words)
    return group === undefined ? [] : analysis.statesIn(group).map(state => state.key)
  }
  expect(states('Tokyo-Seoul cooperation')).toEqual(['JPN', 'KOR'])
  expect(states('the Kenyan court verdict')).toEqual(['KEN'])
})

const ROLES: [
  text: string,
  name: string,
  roles: [title: string, organization: string | null][],
  state: string | null,
][] = [
  [
    'Ana Ruiz, a professor of maritime law at Lund University, agreed.',
    'Ana Ruiz',
    [['professor of maritime law', 'Lund University']],
    null,
  ],
  ['Dr Ivo Lenz of the Tarn Institute agreed.', 'Ivo Lenz', [['Dr', 'Tarn Institute']], null],
  ['Lund University Prof. Ana Ruiz agreed.', 'Ana Ruiz', [['Prof.', 'Lund University']], null],
  [
    'Chief of staff of the JMSDF Goro Imada spoke.',
    'Goro Imada',
    [['Chief of staff', 'Japan Maritime Self-Defense Force']],
    'JPN',
  ],
  [
    "Finland's deputy trade minister Aino Laine spoke.",
    'Aino Laine',
    [['deputy trade minister', null]],
    'FIN',
  ],
  [
    'Aino Laine, the Finnish deputy trade minister, spoke.',
    'Aino Laine',
    [['deputy trade minister', null]],
    'FIN',
  ],
  ['Former Swedish Prime Minister Nils Holm spoke.', 'Nils Holm', [['former Prime Minister', null]], 'SWE'],
  ["The Arab League's envoy, Sami Haddad, spoke.", 'Sami Haddad', [['envoy', 'Arab League']], null],
  ['Pentagon spokesman Carl Dunn spoke.', 'Carl Dunn', [['spokesman', 'Pentagon']], 'USA'],
]

test.each(ROLES)('%s', (text, name, roles, state) => {
  const entity = read(text).entities.find(each => each.name === name)
  expect(entity?.roles.map(role => [role.title, role.organization])).toEqual(roles)
  expect(entity?.state).toBe(state)
})

test('one chain has the fullest name and every alias', () => {
  const analysis = read(
    'Yoon Suk-yeol spoke. Yoon left. President Yoon Suk Yeol of South Korea came back.',
    '2022-11-01',
  )
  const persons = analysis.entities.filter(entity => entity.type === 'person')
  expect(persons.map(person => person.key)).toEqual(['person/yoon-suk-yeol'])
  expect(persons[0]?.aliases).toEqual(['Yoon Suk-yeol', 'Yoon Suk Yeol', 'Yoon'])
  expect(persons[0]?.known).toBe(true)
})

test('the time it takes grows with the length alone', () => {
  const text = 'India and Nepal met in Delhi. Ruth Cole said they agreed. She praised the two countries.\n'
  const time = (times: number): number => {
    const start = process.hrtime.bigint()
    read(text.repeat(times))
    return Number(process.hrtime.bigint() - start)
  }
  time(50)
  const short = Math.min(time(100), time(100))
  expect(time(1000) / short).toBeLessThan(25)
})
