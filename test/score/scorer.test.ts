import { describe, expect, it } from 'vitest'
import type { Event, Passage, Record, Statement } from '../../src/record/types.ts'
import { type Board, f1, reliability } from './board.ts'
import type { EventKey, Key } from './keys.ts'
import { score } from './score.ts'
import { sameName, sentenceSpans } from './text.ts'

const TEXT =
  'The ministers of Arden and Brenta met in Corvo on Tuesday. “We shall build the bridge,” said Lena Okoro, who leads the Arden office. Brenta expelled an envoy in March.'

const passage = (quote: string): Passage => {
  const start = TEXT.indexOf(quote)
  return { document: 'd1', start, end: start + quote.length, quote }
}

const day = (date: string) => ({ start: date, end: date, precision: 'day', basis: 'stated' }) as const

const meeting = (change: Partial<Event> = {}): Event => ({
  id: 'e1',
  title: 'Meeting in Corvo',
  type: 'CONSULT',
  mode: null,
  contexts: [],
  quad: 'verbal-cooperation',
  intensity: 2.5,
  status: 'reported',
  date: day('2021-05-04'),
  place: 'Corvo',
  source: ['ARD'],
  target: ['BRE'],
  states: ['ARD', 'BRE'],
  issues: [],
  level: 'minister',
  confidence: 0.9,
  claimedBy: [],
  disputedBy: [],
  accounts: [],
  history: [],
  formerIds: [],
  evidence: [passage('The ministers of Arden and Brenta met in Corvo on Tuesday.')],
  ...change,
})

const statement = (name: string): Statement => ({
  id: 's1',
  speaker: { name, actor: null, affiliation: null },
  kind: 'direct',
  cue: 'said',
  text: 'We shall build the bridge,',
  date: null,
  issues: [],
  confidence: 0.9,
  evidence: [passage('“We shall build the bridge,”')],
})

const record = (change: Partial<Record> = {}): Record => ({
  entente: '1',
  documents: [
    {
      ...{ id: 'd1', source: 'news/001-corvo.txt', format: 'text', url: null, section: null, language: 'en' },
      ...{
        outlet: 'The Corvo Times',
        title: 'A bridge',
        authors: ['Ida Brandt'],
        published: day('2021-05-05'),
      },
      ...{ text: TEXT, retrieved: null, captions: [], copyOf: null, revisionOf: null, alsoFrom: [] },
    },
  ],
  ...{ actors: [], issues: [], positions: [], forecasts: [], drivers: [], factors: [] },
  events: [meeting()],
  statements: [statement('Lena Okoro')],
  ...change,
})

const eventKey: EventKey = {
  what: 'meeting',
  types: ['CONSULT'],
  states: ['ARD', 'BRE'],
  anchor: 'ministers of Arden and Brenta met',
  date: ['2021-05-04', '2021-05-04'],
}

const key = (change: Partial<Key> = {}): Key => ({
  document: '001-corvo.txt',
  metadata: {
    ...{ title: 'A bridge', outlet: ['Corvo Times', 'The Corvo Times'], authors: ['Ida Brandt'] },
    published: { start: '2021-05-05', end: '2021-05-05' },
  },
  body: { first: 'The ministers of Arden', last: 'in March.', mustNotContain: ['Subscribe'] },
  events: [eventKey],
  statements: [{ speaker: 'Lena Okoro', kind: 'direct', text: 'We shall build the bridge' }],
  ...{ positions: [], forecasts: [], drivers: [], people: [] },
  ...{ optionalEvents: [], optionalStatements: [], optionalPositions: [] },
  ...{ optionalForecasts: [], optionalDrivers: [] },
  ...change,
})

const events = (board: Board) => board.tally('events')

describe('the scorer', () => {
  it('gives full marks for what the key asks', () => {
    const board = score(record(), [key()], [['001:0']])
    for (const measure of ['metadata', 'body', 'events', 'statements'] as const)
      expect(f1(board.tally(measure)), measure).toBe(1)
    expect(board.misses).toEqual([])
  })

  it.each([
    ['type', { type: 'AGREE' }],
    ['states', { states: ['ARD'] }],
    ['too many states', { states: ['ARD', 'BRE', 'COR', 'DUN'] }],
    ['date', { date: day('2021-05-11') }],
    ['status', { status: 'planned' }],
  ] satisfies [string, Partial<Event>][])(
    'takes an event with a wrong %s for missed and one too many',
    (_, change) => {
      const board = score(record({ events: [meeting(change)] }), [key()], [])
      expect(events(board)).toEqual({ right: 0, missed: 1, extra: 1 })
    },
  )

  it('asks for the acting state only where the key names it', () => {
    const board = score(record(), [key({ events: [{ ...eventKey, by: ['BRE'] }] })], [])
    expect(events(board).right).toBe(0)
  })

  it('counts an event beyond the key, unless its place is optional', () => {
    const expulsion = meeting({
      id: 'e2',
      type: 'SANCTION',
      evidence: [passage('Brenta expelled an envoy in March.')],
    })
    const both = record({ events: [meeting(), expulsion] })
    expect(events(score(both, [key()], [])).extra).toBe(1)
    expect(events(score(both, [key({ optionalEvents: ['expelled an envoy'] })], [])).extra).toBe(0)
  })

  it('takes no passage that runs over half the page', () => {
    const wide = meeting({ evidence: [passage(TEXT)] })
    expect(events(score(record({ events: [wide] }), [key()], [])).right).toBe(0)
  })

  it('takes no quote that is not what the text holds', () => {
    const [evidence] = meeting().evidence
    const broken = meeting({ evidence: evidence ? [{ ...evidence, quote: 'Arden and Brenta parted.' }] : [] })
    expect(events(score(record({ events: [broken] }), [key()], [])).right).toBe(0)
  })

  it('asks for the speaker in full', () => {
    const board = score(record({ statements: [statement('Okoro')] }), [key()], [])
    expect(board.tally('statements')).toEqual({ right: 0, missed: 1, extra: 1 })
  })

  it('tells one event kept as one from two thrown together', () => {
    const two = [eventKey, { ...eventKey, types: ['SANCTION' as const], anchor: 'expelled an envoy' }]
    const expulsion = (id: string) =>
      meeting({ id, type: 'SANCTION', evidence: [passage('Brenta expelled an envoy in March.')] })
    const merging = (id: string, clusters: string[][]) =>
      score(record({ events: [meeting(), expulsion(id)] }), [key({ events: two })], clusters).tally('merging')
    expect(merging('e2', [['001:0', '001:1']])).toEqual({ right: 0, missed: 1, extra: 0 })
    expect(merging('e1', [['001:0', '001:1']])).toEqual({ right: 1, missed: 0, extra: 0 })
    expect(merging('e1', [['001:0'], ['001:1']])).toEqual({ right: 0, missed: 0, extra: 1 })
    expect(merging('e2', [['001:0'], ['001:1']])).toEqual({ right: 0, missed: 0, extra: 0 })
  })

  it('compares names without titles, and never by one word of two', () => {
    expect(sameName('Prime Minister Lena Okoro', 'Lena Okoro')).toBe(true)
    expect(sameName('Lena Marie Okoro', 'Okoro Lena')).toBe(true)
    expect(sameName('Okoro', 'Lena Okoro')).toBe(false)
  })

  it('finds sentences after quotes and not after abbreviations', () => {
    expect(sentenceSpans('“Go.” He went on Nov. 5. Done.').length).toBe(3)
  })
})

describe('reliability', () => {
  it('counts how often findings of about one confidence are right, bin by bin', () => {
    const judged = [
      { confidence: 0.95, right: true },
      { confidence: 0.91, right: false },
      { confidence: 0.2, right: false },
    ]
    expect(reliability(judged)).toEqual([
      { from: 0, to: 0.5, found: 1, right: 0, told: 0.2 },
      { from: 0.9, to: 1, found: 2, right: 1, told: expect.closeTo(0.93, 5) },
    ])
  })
  it('is empty where nothing was judged', () => {
    expect(reliability([])).toEqual([])
  })
})
