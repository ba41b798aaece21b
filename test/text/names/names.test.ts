import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { findNames } from '../../../src/text/names/index.ts'
import { parseSentences } from '../../../src/text/syntax.ts'

const knowledge = loadKnowledge()

/** Names as "text/type", demonyms and other names left out. */
function named(text: string): string[] {
  return findNames(text, parseSentences(text, knowledge), knowledge)
    .filter(name => name.type !== 'other')
    .map(name => `${name.text}/${name.type}`)
}

const EXAMPLES: [text: string, names: string[]][] = [
  // Titles before and behind, honorifics, academic and military titles.
  ['Deputy envoy Marta Okello flew to Nairobi.', ['Marta Okello/person', 'Nairobi/place']],
  ['The commander, Gen. Tolga Brandt, resigned.', ['Tolga Brandt/person']],
  [
    'Dr Wiremu Latu of Otago Polytechnic Institute disagreed.',
    ['Wiremu Latu/person', 'Otago Polytechnic Institute/organization'],
  ],
  ['Mr Pledge said nothing.', ['Pledge/person']],
  ['Zhou Anning, the deputy trade minister, left.', ['Zhou Anning/person']],
  // Asian order, hyphens, particles, initials, nicknames.
  ['Bae Sun-woo met Hiroto Kanegawa.', ['Bae Sun-woo/person', 'Hiroto Kanegawa/person']],
  [
    'Ministers heard Omar bin Rashed and Ludwig von Stahl.',
    ['Omar bin Rashed/person', 'Ludwig von Stahl/person'],
  ],
  ['Lawyers for R. K. Dasgupta appealed.', ['R. K. Dasgupta/person']],
  ['Aides of Ernesto "Boyet" Villar called.', ['Ernesto "Boyet" Villar/person']],
  ['Erdoğan and Vučić spoke by telephone.', ['Erdoğan/person', 'Vučić/person']],
  // Bodies by their heads, with what they are of and for.
  ['He leads the Ministry of Fisheries and Oceans.', ['Ministry of Fisheries and Oceans/organization']],
  [
    'She works at the Institute for Strategic and Maritime Studies.',
    ['Institute for Strategic and Maritime Studies/organization'],
  ],
  ['A ruling by the Busan District Court stood.', ['Busan District Court/organization']],
  ['South Korean Foreign Ministry officials waited.', ['Foreign Ministry/organization']],
  [
    'The Northern Lights Movement (NLM) split. NLM chiefs quarrelled.',
    ['Northern Lights Movement/organization', 'NLM/organization', 'NLM/organization'],
  ],
  [
    'Tarn Systems, Inc. and Hale Corp. merged.',
    ['Tarn Systems, Inc./organization', 'Hale Corp./organization'],
  ],
  ['He wrote for the Bergen Sun-Gazette.', ['Bergen Sun-Gazette/organization']],
  ['The Northern League met. The League split.', ['Northern League/organization', 'League/organization']],
  ['Shares of Telkor and Univista rose on Monday.', ['Telkor/organization', 'Univista/organization']],
  // The club or the university of the town; and the town.
  ['He played for Porto.', ['Porto/organization']],
  ['She graduated from Lund.', ['Lund/organization']],
  ['He flew from Porto to Lund.', ['Porto/place', 'Lund/place']],
  ['U.S. Secretary of State Ann Fuller left.', ['U.S./place', 'Ann Fuller/person']],
  // Places by their heads and by what stands around them.
  ['The convoy reached Velmar, a town in the south.', ['Velmar/place']],
  ['They met in Ostravik on Friday.', ['Ostravik/place']],
  ['Troops crossed the Tarn River near Lake Oso.', ['Tarn River/place', 'Lake Oso/place']],
  ['Prices rose in Washington, D.C., and in Seoul.', ['Washington, D.C./place', 'Seoul/place']],
  // Compounds are cut at the hyphen between states and between leaders.
  ['The Seoul-Tokyo talks helped.', ['Seoul/place', 'Tokyo/place']],
  ['A U.S.-led force left.', ['U.S./place']],
  ['Anti-Japanese and pro-U.S. rallies met.', ['U.S./place']],
]

test.each(EXAMPLES)('%s', (text, names) => {
  expect(named(text)).toEqual(names)
})

const WORDS: [text: string, names: string[]][] = [
  // Names that look like words, and words that look like names.
  ['May I come in May?', []],
  ['Theresa May resigned in May. May had lost the vote.', ['Theresa May/person', 'May/person']],
  ['The park was closed. President Park was not there.', ['Park/person']],
  ['The moon rose while Moon Jae-in spoke.', ['Moon Jae-in/person']],
  ['A roast turkey was served in Turkey.', ['Turkey/place']],
  ['Jordan Ellis flew to Jordan.', ['Jordan Ellis/person', 'Jordan/place']],
  ['Chad Bowman left Chad.', ['Chad Bowman/person', 'Chad/place']],
  ['Georgia and Armenia agreed.', ['Georgia/place', 'Armenia/place']],
  ['They told us that the US would not.', ['US/place']],
  ['Talks stalled. Officials left. Despite that, Tokyo waited.', ['Tokyo/place']],
  ['The north of Italy is rich.', ['Italy/place']],
  ['The South answered North Korea.', ['South/place', 'North Korea/place']],
  ['Compass needles point to the North.', []],
  ['Will Harmon said he would come. Will Congress act?', ['Will Harmon/person', 'Congress/organization']],
]

test.each(WORDS)('%s', (text, names) => {
  expect(named(text)).toEqual(names)
})

test('a headline in title case has only names that the document or a list knows', () => {
  const text = 'Kishida Visits Seoul As Tensions With Lorvania Ease\nFumio Kishida arrived on Sunday.'
  expect(named(text)).toEqual(['Kishida/person', 'Seoul/place', 'Fumio Kishida/person'])
})

test('titles are kept as written, outside of the name', () => {
  const text = 'The first vice-foreign minister Oh Jae-hyun met US Deputy Secretary of State Ann Fuller.'
  const names = findNames(text, parseSentences(text, knowledge), knowledge).filter(
    name => name.type === 'person',
  )
  expect(names.map(name => [name.text, name.title])).toEqual([
    ['Oh Jae-hyun', 'first vice-foreign minister'],
    ['Ann Fuller', 'Deputy Secretary of State'],
  ])
})

test('offsets are those of the text', () => {
  const text = 'In\u00a0Oslo,\u3000Premier \u201cIda\u201d Støre-Lund met Kim Jong-un\u2019s sister.'
  for (const name of findNames(text, parseSentences(text, knowledge), knowledge)) {
    expect(text.slice(name.start, name.end)).toBe(name.text)
  }
})
