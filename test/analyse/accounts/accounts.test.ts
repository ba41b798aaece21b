import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sideBySide } from '../../../src/analyse/accounts/index.ts'
import { numbersIn } from '../../../src/analyse/accounts/numbers.ts'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { Actor, Event, Passage } from '../../../src/record/types.ts'
import { aDocument, anEvent, aView, day } from '../builders.ts'

const knowledge = loadKnowledge()

describe('numbers in a passage', () => {
  it.each([
    ['Some 300 people came to the hearing', ['300 people']],
    ['The leaders spoke for 11 minutes', ['11 minutes']],
    ['a 45-minute meeting in Bergen', ['45 minutes']],
    ['pay 100 million won each', ['100 million won']],
    ['sales fell by 80 percent', ['80 percent']],
    ['three short-range missiles into the sea', ['three short-range missiles']],
  ])('%s', (quote, values) => {
    expect(numbersIn(quote, knowledge.verbForms).map(({ value }) => value)).toEqual(values)
  })

  it.each(['on May 7, 2021', 'in 1965', 'on 12 June', 'the agreement of 1998', 'Section 232'])(
    'has none in "%s"',
    quote => expect(numbersIn(quote, knowledge.verbForms)).toEqual([]),
  )

  it('never falls over, and quotes what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), quote => {
        for (const { field } of numbersIn(quote, knowledge.verbForms)) expect(field).toMatch(/^number of /)
      }),
    )
  })
})

const says = (document: string, quote: string, start = 0): Passage => ({
  document,
  start,
  end: start + quote.length,
  quote,
})
const actor = (id: string, name: string, aliases: string[] = []): Actor => ({
  id,
  type: 'state',
  name,
  aliases,
  state: id,
  roles: [],
})

describe('one event side by side', () => {
  const documents = [
    aDocument('a', '2021-05-08', { outlet: 'The Fjord Times' }),
    aDocument('b', '2021-05-09', { outlet: 'Andes Monitor' }),
    aDocument('c', '2021-05-09', { outlet: 'Lima Post', copyOf: 'a' }),
  ]
  const event: Event = anEvent(day('2021-05-07'), [], {
    type: 'REJECT',
    place: 'Bergen',
    issues: ['fisheries'],
    source: ['PER'],
    target: ['NOR'],
    evidence: [
      says('a', 'Lima rejected the quota in Bergen on Friday before 300 guests'),
      says('b', 'Peru refused the quota of Oslo before 200 guests'),
      says('c', 'Lima rejected the quota in Bergen on Friday before 300 guests'),
    ],
  })
  const parts = {
    documents,
    events: [event],
    actors: [actor('PER', 'Peru', ['Lima']), actor('NOR', 'Norway', ['Oslo'])],
    issues: [
      {
        id: 'fisheries',
        name: 'Fisheries',
        terms: [
          { term: 'fish dispute', document: 'a', count: 2 },
          { term: 'salmon war', document: 'b', count: 1 },
        ],
      },
    ],
  }
  const compared = async () => sideBySide(await aView(parts), event, knowledge)
  const values = async (field: string) =>
    (await compared()).details.filter(it => it.field === field).map(it => [it.value, it.documents.join()])

  it('puts a copy under its original, which it adds nothing to', async () => {
    const { tellers } = await compared()
    expect(tellers.map(({ document, copies }) => [document, copies.map(it => it.outlet).join()])).toEqual([
      ['a', 'Lima Post'],
      ['b', ''],
    ])
  })

  it('keeps both numbers, averages nothing, and marks them as rivals', async () => {
    expect(await values('number of guests')).toEqual([
      ['200 guests', 'b'],
      ['300 guests', 'a'],
    ])
    const { details } = await compared()
    expect(details.filter(it => it.rival).map(it => it.field)).toEqual([
      'number of guests',
      'number of guests',
    ])
  })

  it('says what each leaves out, and which words each chose', async () => {
    const { tellers } = await compared()
    expect(tellers.map(it => it.leavesOut)).toEqual([['Norway'], ['date', 'place']])
    expect(await values('word')).toEqual([
      ['refused', 'b'],
      ['rejected', 'a'],
    ])
    expect(await values('term')).toEqual([
      ['fish dispute', 'a'],
      ['salmon war', 'b'],
    ])
  })
})
