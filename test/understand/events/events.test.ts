import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { EventMention } from '../../../src/record/mentions.ts'
import { analyse } from '../../../src/text/index.ts'
import { createContext } from '../../../src/understand/context.ts'
import { events } from '../../../src/understand/events/index.ts'
import { documentOf } from '../reading.ts'

const knowledge = loadKnowledge()
const published = { start: '2021-06-18', end: '2021-06-18', precision: 'day', basis: 'stated' } as const

function told(text: string): EventMention[] {
  const document = { ...documentOf(text), published }
  return events(createContext(document, analyse(text, { published }, knowledge), knowledge))
}

const brief = (text: string) =>
  told(text).map(
    it =>
      `${it.type} ${it.status} ${[...it.states].sort().join('+')} ${it.date.start ?? ''}..${it.date.end ?? ''}`,
  )

describe('events that a sentence tells', () => {
  it.each([
    [
      'Peru and Chile signed a fisheries treaty on 3 May 2021.',
      'AGREE reported CHL+PER 2021-05-03..2021-05-03',
    ],
    [
      'Norway imposed sanctions on Belarus on 3 May 2021.',
      'SANCTION reported BLR+NOR 2021-05-03..2021-05-03',
    ],
    ['On 3 May 2021, Norway lifted sanctions on Belarus.', 'RETREAT reported BLR+NOR 2021-05-03..2021-05-03'],
    [
      'Three trawlers of Spain were seized by Morocco on 3 May 2021.',
      'COERCE reported ESP+MAR 2021-05-03..2021-05-03',
    ],
    ['Brazil will hold talks with Peru on 3 July 2021.', 'CONSULT planned BRA+PER 2021-07-03..2021-07-03'],
    [
      'Poland is going to send troops to Latvia on 3 July 2021.',
      'MOBILIZE planned LVA+POL 2021-07-03..2021-07-03',
    ],
    [
      'On 3 May 2021, Finland refused to meet the envoy of Russia.',
      'REJECT reported FIN+RUS 2021-05-03..2021-05-03',
    ],
    [
      'Kenya threatened on 3 May 2021 to expel the ambassador of Somalia.',
      'THREATEN reported KEN+SOM 2021-05-03..2021-05-03',
    ],
    [
      'The 2016 summit between Poland and Hungary produced little.',
      'CONSULT reported HUN+POL 2016-01-01..2016-12-31',
    ],
    ['India and Oman have held joint naval exercises since 2012.', 'COOPERATE reported IND+OMN 2012-01-01..'],
    [
      'India said on 3 May 2021 that it would not hold talks with Pakistan.',
      'REJECT reported IND+PAK 2021-05-03..2021-05-03',
    ],
    [
      'On 3 May 2021, Peru held naval manoeuvres with Ecuador.',
      'COOPERATE reported ECU+PER 2021-05-03..2021-05-03',
    ],
    [
      'On 3 May 2021, Ghana announced the deployment of 300 soldiers to Haiti on a peacekeeping mission.',
      'AID reported GHA+HTI 2021-05-03..2021-05-03',
    ],
    [
      'Estonia called for sanctions against Iran on 3 May 2021.',
      'THREATEN reported EST+IRN 2021-05-03..2021-05-03',
    ],
    [
      'On 3 May 2021, Norwegian and Peruvian ministers met in Oslo for round 3 of their talks.',
      'CONSULT reported NOR+PER 2021-05-03..2021-05-03',
    ],
    ['Iran tested a ballistic missile on 3 May 2021.', 'MOBILIZE reported IRN 2021-05-03..2021-05-03'],
    [
      'If Iran attacks Iraq in July 2021, prices will rise.',
      'ASSAULT hypothetical IRN+IRQ 2021-07-01..2021-07-31',
    ],
    ['Argentina and Chile normalised relations in 1984.', 'AGREE reported ARG+CHL 1984-01-01..1984-12-31'],
    [
      'Trade curbs imposed by India on Nepal are expected to be lifted in July 2021.',
      'RETREAT planned IND+NPL 2021-07-01..2021-07-31',
    ],
  ])('%s', (text, expected) => {
    expect(brief(text)).toContain(expected)
  })

  it.each([
    'Analysts say Peru and Chile should cooperate.',
    'Is Norway about to sanction Belarus?',
    'Talks could always help.',
    'Norway wants Belarus to release the prisoners.',
    'Jan Berg, a professor of history, agreed that Norway and Sweden differ.',
    'Better ties would make it easier for Peru to work with Chile.',
  ])('nothing in: %s', text => {
    expect(brief(text)).toEqual([])
  })

  it('tells two summits that share a noun apart', () => {
    const found = told(
      'It ended with a Poland-Hungary summit and then Poland-Latvia and Poland-Estonia summits.',
    )
    expect(found.map(it => [...it.states].sort().join('+'))).toEqual(['HUN+POL', 'LVA+POL', 'EST+POL'])
  })

  it('lends the day of a later telling to the first', () => {
    const [first, second] = told(
      'Talks between Peruvian and Chilean officials were announced last month. These talks were held in Lima on 3 June 2021.',
    )
    expect(second?.refersTo).toBe(first?.id)
    expect(first?.date.start).toBe('2021-06-03')
  })

  it('keeps what one side says of the other as a claim', () => {
    const [deed] = told('Kenya said on 3 May 2021 that Somalia had shelled its border posts.').filter(
      it => it.type === 'ASSAULT',
    )
    expect(deed?.claimedBy).toEqual(['KEN'])
  })

  it('dates by the day of the report what its next sentences tell', () => {
    const found = told(
      'Peru expelled two diplomats of Chile on Tuesday. Chile recalled its ambassador from Peru.',
    )
    expect(found.map(it => it.date.start)).toEqual(['2021-06-15', '2021-06-15'])
  })

  it('takes a condition for a demand', () => {
    const found = told(
      'President Orban of Hungary said on 3 May 2021 that trade cannot resume until Romania apologizes.',
    )
    expect(found.map(it => [it.type, it.target])).toContainEqual(['REQUEST', ['ROU']])
  })

  it('has every passage inside the text', () => {
    const text =
      'Peru and Chile met in Lima on 3 May 2021, signed a treaty and agreed to cooperate. Their talks lasted an hour.'
    for (const { span, trigger } of told(text)) {
      expect(span[0]).toBeGreaterThanOrEqual(0)
      expect(span[1]).toBeLessThanOrEqual(text.length)
      expect(trigger[0]).toBeLessThan(trigger[1])
    }
  })
})
