import { describe, expect, it } from 'vitest'
import { briefly, eventsIn } from '../reading.ts'

describe('who takes part', () => {
  it.each([
    ['In May Chad had expelled the ambassador of Sudan.', 'SANCTION SDN+TCD 2021-05-01..2021-05-31'],
    ['On May 3 Chad expelled the ambassador of Sudan.', 'SANCTION SDN+TCD 2021-05-03..2021-05-03'],
    ['On 3 May 2021 Turkey bombed positions in northern Iraq.', 'ASSAULT IRQ+TUR 2021-05-03..2021-05-03'],
    ['On 3 May 2021 Oman closed its embassy in Tehran.', 'SANCTION IRN+OMN 2021-05-03..2021-05-03'],
    [
      'On 3 May 2021 Peru and Chile signed a memorandum on the South China Sea.',
      'AGREE CHL+PER 2021-05-03..2021-05-03',
    ],
    [
      'Kenyan President Joseph Moto and the foreign minister of Somalia, Ana Ruiz, agreed on a ceasefire on 3 May 2021.',
      'AGREE KEN+SOM 2021-05-03..2021-05-03',
    ],
  ])('%s', (text, expected) => {
    expect(briefly(text)).toContain(expected)
  })
})

describe('between whom', () => {
  it.each([
    [
      'the one named beside',
      'Peruvian Foreign Minister Ana Ruiz met her Norwegian counterpart, Ivo Berg, on Monday.',
      'CONSULT',
      'NOR+PER',
    ],
    [
      'whose talks',
      'Foreign Minister Ana Ruiz of Peru flew to Norway on Monday. Her talks with Prime Minister Ivo Berg of Norway lasted an hour.',
      'CONSULT',
      'NOR+PER',
    ],
    [
      'the first to',
      'On Monday Ana Ruiz became the first Peruvian minister to visit Norway since 2019.',
      'CONSULT',
      'NOR+PER',
    ],
    ['flights', 'Flights between Kenya and Somalia resumed in May 2020.', 'COOPERATE', 'KEN+SOM'],
    [
      'a border of two',
      'Kenya and Somalia quarrelled. Kenya and Somalia share a desert. The border crossings reopened in May 2020.',
      'RETREAT',
      'KEN+SOM',
    ],
    [
      'a treaty of two',
      'Kenya and Somalia quarrelled. Kenya and Somalia share a desert. A treaty was signed in May 2020.',
      'AGREE',
      'KEN+SOM',
    ],
    [
      'whom a condition names',
      'Kenya threatened to cut off the gas if Somalia sold it to Peru.',
      'THREATEN',
      'KEN+SOM',
    ],
    [
      'whom others call on',
      'Kenya and Somalia quarrelled again. Norway and Peru called on both countries to talk.',
      'REQUEST',
      'KEN+NOR+PER+SOM',
    ],
    [
      'the two of a sentence',
      'Norwegian and Finnish soldiers left. President Ana Ruiz of Peru will raise it with President Kofi Mensah of Kenya when they meet in May.',
      'CONSULT',
      'KEN+PER',
    ],
    [
      'both whom a clause in front goes before',
      'Seven years after they broke relations, Kenya and Somalia agreed to reopen their embassies.',
      'AGREE',
      'KEN+SOM',
    ],
    [
      'the two that it is about where a third was named last',
      'Kenya blamed Somalia. Somalia blamed Kenya. Kenya closed its border with Somalia, and Somalia protested to Kenya. Kenya hopes for drills with Peru.\n\nThe two countries resumed talks in May.',
      'CONSULT',
      'KEN+SOM',
    ],
    [
      'whose reaction it was',
      "Oslo's reaction was swift. It expelled three Peruvian diplomats on Monday.",
      'SANCTION',
      'NOR+PER',
    ],
    [
      'who imposed what was lifted',
      'In 2018 Kenya imposed a tariff on Somali goods; the tariff was lifted in 2020 under heavy pressure from Peru.',
      'RETREAT',
      'KEN+SOM',
    ],
    [
      'who did what is condemned',
      'Kenyan ships blocked a Somali trawler on Monday. Only one man was hurt. Peru condemned the action and sent the Somali people its wishes.',
      'ACCUSE',
      'KEN+PER',
    ],
    [
      'no state whose city a tribunal sits in',
      'An arbitration tribunal in The Hague ruled that the claims of Kenya were void.',
      'COERCE',
      'KEN',
    ],
    [
      'no member of a body that acts itself',
      'The European Union responded by suspending funding for Kenya. Somalia and Kenya were silent.',
      'SANCTION',
      'KEN',
    ],
    [
      'the other side of those who carry out sanctions over an invasion',
      'Peru cited the sanctions that Norway had imposed in May over the invasion of Chile.',
      'SANCTION',
      'NOR+PER',
    ],
    ['whom drones strike', 'Drones struck a Somali fuel depot on Monday.', 'ASSAULT', 'SOM'],
    [
      'not who objects',
      'Peru signed a treaty with Chile despite objections from Norway.',
      'AGREE',
      'CHL+PER',
    ],
  ])('%s', (_, text, type, states) => {
    const found = eventsIn(text).filter(it => it.type === type)
    expect(found.map(it => [...it.states].sort().join('+'))).toContain(states)
  })

  it.each([
    [
      'nobody in particular where a third state is as near',
      'Kenya, Somalia and Peru quarrelled. A treaty was signed in May 2020.',
    ],
    ['what did not happen', 'Kenya shared no information with Somalia.'],
    ['what somebody sets himself', 'Kenya and Somalia set themselves a deadline.'],
    ['what is no longer done', 'Kenya is no longer sharing information with Somalia.'],
  ])('%s', (_, text) => {
    expect(eventsIn(text).filter(it => /^(?:AGREE|COOPERATE|THREATEN)$/.test(it.type))).toEqual([])
  })
})

describe('who is no side', () => {
  it('is a state of its own affairs', () => {
    const ofPeru = 'Norway imposed sanctions on Defence Minister Ivo Berg of Peru.'
    expect(briefly(ofPeru)).toEqual(['SANCTION NOR+PER 2021-06-17..2021-06-18'])
    expect(briefly(ofPeru.replace('Peru', 'Norway'))).toEqual([])
  })

  it.each([
    ["President Ana Ruiz of Peru withdrew Peru's ambassador to Chile in May.", ['CHL']],
    ['Oslo condemned the invasion of Somalia by Kenya.', ['KEN']],
    ['Kenya reduced relations with Somalia to the level of chargés d’affaires in May.', ['SOM']],
  ])('%s', (text, target) => {
    expect(eventsIn(text).map(it => it.target)).toContainEqual(target)
  })

  it('is one surname of two words', () => {
    const text =
      'Andres Manuel Lopez Obrador, the president of Mexico, flew home. Lopez Obrador called Peru a usurper on Monday.'
    expect(briefly(text)).toContain('ACCUSE MEX+PER 2021-06-14..2021-06-14')
  })
})
