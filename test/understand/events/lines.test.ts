import { describe, expect, it } from 'vitest'
import { eventsIn } from '../reading.ts'

describe('lines of a chronology', () => {
  it.each([
    ['Finland will send two envoys to Norway in July.', 'Finland to send two envoys to Norway'],
    ['Norway could lift the embargo on Peru this year.', 'Norway could lift the embargo on Peru'],
    ['Chad is expected to sign a treaty with Niger next week.', 'Chad and Niger to sign a treaty'],
    ['Analysts expect Chad to sign a treaty with Niger next week.', 'Chad and Niger to sign a treaty'],
    ['Peru will not hold talks with Chile.', 'Peru will not hold talks with Chile'],
    ['The Greek navy was put on alert on Monday.', 'Greek navy put on alert'],
    [
      'Two Kenyan vessels left. Six Kenyan ships blocked a Somali trawler.',
      'Six Kenyan ships block a Somali trawler',
    ],
    ['Serbs blocked the road to Pristina.', 'Serbs block the road to Pristina'],
    [
      '“Chad should withdraw its troops,” said Niger’s foreign minister, Ana Ruiz, on Monday.',
      'Ana Ruiz: Chad should withdraw its troops',
    ],
    [
      'Peru dropped the plans of his predecessor, Ivo Berg of Norway, who had threatened to expel the Chilean envoy.',
      'Ivo Berg threatens to expel the Chilean envoy',
    ],
    ['The presidents of Peru and Chile discussed Brazil on Monday.', ''],
  ])('%s → %s', (text, line) => {
    const titles = eventsIn(text).map(it => it.title)
    if (line !== '') expect(titles).toContain(line)
    else expect(eventsIn(text).flatMap(it => it.states)).not.toContain('BRA')
  })

  it.each([
    'It has taken support from Norway to bring Chad and Niger together.',
    'Chad and Niger appear to be strengthening their ties.',
    'Chad and Niger agreed that ties were important.',
    'The announcement of the visit of Chad to Niger was coordinated.',
  ])('no deed: %s', text => {
    expect(eventsIn(text).filter(it => it.type !== 'CONSULT')).toEqual([])
  })

  it.each([
    ['Peruvian and Chilean deputy prime ministers met on Monday.', 'CONSULT CHL+PER'],
    ["Peru's and Chile's deputy prime ministers met on Monday.", 'CONSULT CHL+PER'],
    ['The report came after Peru and Chile met on Monday.', 'CONSULT CHL+PER'],
    [
      'Peru and Chile spoke. It came after their deputy ministers, Ana Ruiz and Ivo Berg, met.',
      'CONSULT CHL+PER',
    ],
    [
      'Oslo rejects the 2015 declaration of principles, which the leaders of Peru and Chile signed.',
      'AGREE CHL+PER',
    ],
    ['Peru froze its membership of the Andean Community in May.', 'REJECT PER'],
    ['Peru named a special envoy for Chile in May.', 'COOPERATE CHL+PER'],
    ['Peru rejected the complaint, inviting Chile to the opening.', 'AGREE CHL+PER'],
    ['The European Union is angry. The bloc suspended aid to Chad in May.', 'SANCTION TCD'],
    ['Chad has since deployed tanks along the border with Niger.', 'MOBILIZE NER+TCD'],
    ['Chad and Niger quarrelled; Peru rejected that agreement as illegal.', 'REJECT PER'],
  ])('%s', (text, due) => {
    expect(eventsIn(text).map(it => `${it.type} ${[...it.states].sort().join('+')}`)).toContain(due)
  })

  it.each([
    [
      'Foreign Minister Ana Holm of Norway met her Peruvian counterpart in Lima.',
      'Ana Holm meets her Peruvian counterpart in Lima',
    ],
    ['Norway brokered a truce between Chad and Niger.', 'Norway brokers a truce between Chad and Niger'],
    [
      'The Norwegian premier met the ambassadors of Chad and Niger in Oslo.',
      'the ambassadors of Chad and Niger',
    ],
    ['Talks between Chad and Niger collapsed on Monday.', 'Talks between Chad and Niger collapse'],
    ['Chad trained and armed the rebels in Niger.', 'Chad trains and arms the rebels'],
    [
      'Chad withdrew from the talks with Niger in May, and the African Union, which mediated several rounds, has not met since.',
      'Chad withdraws from the talks with Niger',
    ],
  ])('%s', (text, line) => {
    expect(
      eventsIn(text)
        .map(it => it.title)
        .join(' | '),
    ).toContain(line)
  })

  it('tells no war of one state alone', () => {
    expect(
      eventsIn('Chad, whose war has left it poor, called for aid from Peru.').map(it => it.type),
    ).not.toContain('ASSAULT')
  })

  it('knows whose word stands against what is told', () => {
    const of = (text: string) => eventsIn(text).find(it => it.type === 'MOBILIZE')
    expect(
      of('The Chadian government denied reports that Niger had sent troops to Peru.')?.disputedBy,
    ).not.toEqual([])
    const claimed = of("The Chadian government denied Peru's claim that Niger had sent troops to Chile.")
    expect(claimed?.claimedBy).toEqual(['PER'])
  })

  it('takes up the whole clause before with "which"', () => {
    const found = eventsIn(
      'A court in Norway ruled that Chilean firms must pay the victims, which Chile deemed unacceptable.',
    )
    expect(found.find(it => it.type === 'REJECT')?.title).toBe('Chile deems this unacceptable')
  })

  it('gives what is told of the past no date to come', () => {
    const [found] = eventsIn('On Monday Norway asked Peru for a meeting next Friday.').filter(
      it => it.type === 'REQUEST',
    )
    expect(found?.status).toBe('reported')
  })

  it('summons envoys by their hosts', () => {
    const found = eventsIn(
      'Norway and Peru are at odds. Foreign Minister Holm summoned the ambassador of Peru on Monday.',
    )
    expect(found.find(it => it.head === 'summon')?.states.sort()).toEqual(['NOR', 'PER'])
  })
})

describe('confidence', () => {
  const of = (text: string) => eventsIn(text)[0]?.confidence ?? 0
  it('is higher for what has a date', () => {
    expect(of('Norway imposed sanctions on Belarus on 3 May 2021.')).toBeGreaterThanOrEqual(0.8)
    expect(of('Norway imposes new sanctions on Belarus.')).toBeLessThan(0.6)
  })
  it('is lowest for a noun without a date', () => {
    const noun = of('A summit between Chad and Niger looms large in all that both say.')
    expect(noun).toBeGreaterThan(0)
    expect(noun).toBeLessThan(of('Norway imposes new sanctions on Belarus.'))
  })
})
