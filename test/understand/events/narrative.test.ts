import { describe, expect, it } from 'vitest'
import { briefly, eventsIn } from '../reading.ts'

describe('the time of what a paragraph goes on to tell', () => {
  it.each([
    [
      'In May 2015 Kenyan soldiers raided a Somali ship. Somalia recalled its ambassador from Kenya.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'The two governments had quarrelled in March 2015. Kenya expelled the Somali ambassador.',
      'SANCTION KEN+SOM 2015-03-01..2015-03-31',
    ],
    [
      'Peru left the talks on Monday, four days after Chile signed a treaty with Bolivia.',
      'AGREE BOL+CHL 2021-06-10..2021-06-10',
    ],
    [
      'Relations worsened in May 2015. Kenya recalled its ambassador from Somalia, and Peru signed a pact with Chile in 2017.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'Norway offered to mediate between Kenya and Somalia in April.',
      'AGREE KEN+NOR+SOM 2021-04-01..2021-04-30',
    ],
    [
      'Kenya and Somalia restored ties in March 2020. The two governments reopened embassies that summer.',
      'COOPERATE KEN+SOM 2020-06-01..2020-08-31',
    ],
    [
      'In May 2015 Kenya recognised Ana Ruiz as interim president and Kofi Mensah ordered the Kenyan envoys to leave Somalia.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'Ties were cut in May 2015, when Kenya expelled the Somali ambassador and Somalia closed the border with Kenya.',
      'COERCE KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'Peru withdrew its ambassador from Chile on 5 March 2020, and on 8 June suspended the treaty that it had signed with Chile.',
      'REJECT CHL+PER 2020-06-08..2020-06-08',
    ],
    [
      'The visit on Monday came five weeks after President Ana Ruiz of Peru met President Ivo Berg of Norway.',
      'CONSULT NOR+PER 2021-05-07..2021-05-13',
    ],
    ['Kenya and Somalia did not restore ties until May 2015.', 'AGREE KEN+SOM 2015-05-01..2015-05-31'],
    [
      'When the two presidents met in May 2015, Kenya recognised Somalia.',
      'SUPPORT KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'Kenya joined the talks in April 2015. Somalia expelled the Kenyan ambassador that July.',
      'SANCTION KEN+SOM 2015-07-01..2015-07-31',
    ],
    [
      'Kenya and Somalia met in July 2015. President Ana Ruiz of Peru flew to Kenya the following March, the first leader to do so in years.',
      'CONSULT KEN+PER 2016-03-01..2016-03-31',
    ],
    [
      'It was on the afternoon of May 17, 2015, when Kenya and Somalia announced that they would restore ties.',
      'AGREE KEN+SOM 2015-05-17..2015-05-17',
    ],
    [
      'Kenya and Somalia quarrelled. Kenya and Somalia share a desert. The embassies reopened in July 2015.',
      'COOPERATE KEN+SOM 2015-07-01..2015-07-31',
    ],
    ['In January 2016 Oslo recalled its ambassador from Lima.', 'SANCTION NOR+PER 2016-01-01..2016-01-31'],
    ['Between 2012 and 2015 Kenya met Somalia six times.', 'CONSULT KEN+SOM 2012-01-01..2015-12-31'],
    ['From 2014 to 2016 Oslo halted all talks with Lima.', 'SANCTION NOR+PER 2014-01-01..2016-12-31'],
    ['Clashes erupted between Kenya and Somalia on 3 May 2015.', 'ASSAULT KEN+SOM 2015-05-03..2015-05-03'],
    [
      'A truce between Kenya and Somalia, brokered by Norway and announced on 10 March, held.',
      'AGREE KEN+NOR+SOM 2021-03-10..2021-03-10',
    ],
    [
      'Voters stayed at home in April 2015, and when Kenyan police came in May, clashes broke out. Somalia recalled its ambassador from Kenya.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'Norway was milder than in 2014. Peru expelled two Chilean diplomats.',
      'SANCTION CHL+PER 2021-06-17..2021-06-18',
    ],
    ['Kenya told Somalia to withdraw its soldiers by August 1.', 'REQUEST KEN+SOM 2021-06-17..2021-06-18'],
    [
      'In 2018 the visit of the Kenyan president to Somalia was spoiled by a strike.',
      'CONSULT KEN+SOM 2018-01-01..2018-12-31',
    ],
  ])('%s', (text, expected) => {
    expect(briefly(text)).toContain(expected)
  })

  it.each([
    [
      'a perfect is of now',
      'In May 2015 Kenyan soldiers raided a Somali ship. Somalia has recalled its ambassador from Kenya.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'a new paragraph begins anew',
      'In May 2015 Kenyan soldiers raided a Somali ship.\n\nSomalia recalled its ambassador from Kenya.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
    [
      'a time of a noun is no stage',
      'Kenya praised the ruling of May 2015. Somalia recalled its ambassador from Kenya.',
      'SANCTION KEN+SOM 2015-05-01..2015-05-31',
    ],
  ])('not where %s', (_, text, wrong) => {
    expect(briefly(text)).not.toContain(wrong)
  })
})

/** News of a Friday: Monday is June 14, Tuesday June 15. */
const LEAD = 'Kenya and Somalia signed a treaty on Tuesday.\n\n'

describe('the day of news that goes back', () => {
  it.each([
    [
      'whose day is that of what it is about',
      'Kenya handed the Somali ambassador a note of protest over Monday’s incident, its ministry told reporters on Thursday.',
      'ACCUSE KEN+SOM 2021-06-17..2021-06-17',
    ],
    [
      'what is said to have been done before is of the incident',
      'Kenya summoned the Somali ambassador on Thursday over an incident on Monday. He said nothing.\n\nThe Kenyan navy said six Somali ships and two boats had blocked its trawlers.',
      'COERCE KEN+SOM 2021-06-14..2021-06-14',
    ],
    [
      'the head of a paragraph is of before, and so is what it goes on to tell',
      `${LEAD}A Kenyan decree of Monday had closed the border. Somalia recalled its ambassador from Kenya.`,
      'SANCTION KEN+SOM 2021-06-14..2021-06-14',
    ],
    [
      'only so far as that paragraph',
      `${LEAD}The border had been closed on Monday.\n\nSomalia recalled its ambassador from Kenya.`,
      'SANCTION KEN+SOM 2021-06-15..2021-06-15',
    ],
    [
      'what is recalled after the news is not where the news goes on',
      `${LEAD}Traders protested on Tuesday. The border had been closed on Monday. Somalia recalled its ambassador from Kenya.`,
      'SANCTION KEN+SOM 2021-06-15..2021-06-15',
    ],
  ])('%s', (_, text, expected) => {
    expect(briefly(text)).toContain(expected)
  })
})

describe('leaders of today and deeds of old', () => {
  const MET = 'Kenyan President Joseph Moto and Somali President Ali Warsame met in Nairobi on Friday.'

  it.each([
    ['their states did it', `${MET} They normalized relations in 1965.`, 'KEN,SOM'],
    [
      'not in their own time',
      `${MET} They normalized relations in 2016.`,
      'person/ali-warsame,person/joseph-moto',
    ],
    [
      'not whom the sentence names',
      `${MET} In 1965 Warsame signed a treaty with Kenya.`,
      'KEN,person/ali-warsame',
    ],
  ])('%s', (_, text, doers) => {
    const old = eventsIn(text).find(it => it.type === 'AGREE')
    expect(old === undefined ? null : [...old.source].sort().join()).toBe(doers)
  })
})

describe('titles', () => {
  it.each([
    [
      'Kuwait gave the Lebanese ambassador 48 hours to leave.',
      'Kuwait gives the Lebanese ambassador 48 hours to leave',
    ],
    ['Kenya demanded an apology for what Somali soldiers had done there.', 'Kenya demands an apology'],
    [
      'Peru and Chile agreed on Thursday (June 10) to resume their talks.',
      'Peru and Chile agree to resume their talks',
    ],
    ['Peru paused its talks with Chile at the beginning of the month.', 'Peru pauses its talks with Chile'],
  ])('%s', (text, title) => {
    expect(eventsIn(text).map(it => it.title)).toContain(title)
  })
})

describe('a day of what is only described', () => {
  it('is not that of the sentences behind', () => {
    const text =
      'Kenya recalled its envoy from Somalia on Wednesday. Norway praised a ceasefire that took effect on Monday. Peru left the talks. Chile protested. Peru condemned Chile.'
    expect(briefly(text)).toContain('ACCUSE CHL+PER 2021-06-16..2021-06-16')
  })
})

describe('what a commentary begins with', () => {
  const ahead = 'Kenya expelled the Somali ambassador.\n\nPeru condemned Chile.'

  it('is no news where it lies long ago', () => {
    expect(briefly(`In May 2015 Kenya recalled its envoy from Somalia. In June 2015 ${ahead}`)).toContain(
      'ACCUSE CHL+PER ..2021-06-18',
    )
  })

  it('is news where it lies near', () => {
    expect(briefly(`On Tuesday Kenya recalled its envoy from Somalia. On Wednesday ${ahead}`)).toContain(
      'ACCUSE CHL+PER 2021-06-16..2021-06-16',
    )
  })
})

describe('who claims and who disputes', () => {
  it.each([
    ['Peru rejected the allegations and on Tuesday expelled the ambassador of Chile.', 'SANCTION'],
    ['Peru denied that it was to blame, and said that Chile supported the talks.', 'SUPPORT'],
    ['Peru accused Chile of spying after Chilean soldiers attacked a Peruvian ship.', 'ASSAULT'],
  ])('%s', (text, type) => {
    const found = eventsIn(text).filter(it => it.type === type)
    expect(found.map(it => [it.claimedBy, it.disputedBy])).toEqual(found.map(() => [[], []]))
  })

  it('keeps them for what is said', () => {
    const [attack] = eventsIn('Peru denied that its soldiers had attacked a ship of Chile.').filter(
      it => it.type === 'ASSAULT',
    )
    expect(attack?.disputedBy).toEqual(['PER'])
  })
})

describe('what does not refer back', () => {
  it.each([
    [
      'President Ana Ruiz of Peru met President Ivo Berg of Norway on Monday. She welcomed the talks between Berg and the opposition.',
      'CONSULT',
    ],
    ['Peru accused Chile of spying. Norway condemned the pact.', 'ACCUSE'],
  ])('%s', (text, type) => {
    const found = eventsIn(text).filter(it => it.type === type)
    expect(found.filter(it => it.refersTo !== null)).toEqual([])
  })
})

describe('a comment', () => {
  it('gives its day to what stands beside it alone', () => {
    const text =
      'Kenya and Somalia signed a pact on Monday.\n\nThe rest of the world was amazed. We welcome it, and we hope for more.\n\nPeru condemned Norway.'
    expect(briefly(text)).toContain('ACCUSE NOR+PER ..2021-06-18')
    expect(briefly(text.replace('We welcome it, and we hope', 'They welcome it, and they hope'))).toContain(
      'ACCUSE NOR+PER 2021-06-14..2021-06-14',
    )
  })
})
