/** Norway and Peru, who are in no dossier: what the parts on the sheet show. */
import type { Event, Interval, NamesFor, Passage } from '../../api.ts'

export const day = (
  start: string | null,
  end: string | null,
  precision: Interval['precision'] = 'day',
): Interval => ({ start, end, precision, basis: 'stated' })

export const DATES: readonly (Interval | null)[] = [
  day('2021-05-09', '2021-05-09'),
  day('2021-05-03', '2021-05-09', 'week'),
  day('2021-05-01', '2021-05-31', 'month'),
  day('2021-03-01', '2021-05-31', 'season'),
  day('2021-04-01', '2021-06-30', 'quarter'),
  day('2021-01-01', '2021-12-31', 'year'),
  day('2020-01-01', '2029-12-31', 'decade'),
  day('2021-05-01', '2021-06-14', 'unknown'),
  day('2021-05-09', null, 'range'),
  day(null, '2021-05-09', 'range'),
  null,
]

const passage = (document: string, quote: string, start = 0): Passage => ({
  document,
  start,
  end: start + quote.length,
  quote,
})

export const EVIDENCE: readonly Passage[] = [
  passage('a', 'The two ministers met in Bergen on Sunday and agreed to reopen the fishing talks.'),
  passage('b', 'Ministers from both sides have met in Bergen.'),
  passage('c', 'The two ministers met in Bergen on Sunday.'),
]

const documentOf = (outlet: string, copyOf: string | null) => ({
  title: 'Ministers meet',
  outlet,
  source: outlet,
  published: day('2021-05-10', '2021-05-10'),
  copyOf,
})

export const NAMES: NamesFor = {
  actors: {
    NOR: { name: 'Norway', type: 'state', state: 'NOR' },
    PER: { name: 'Peru', type: 'state', state: 'PER' },
    'person/vik': { name: 'Kari Vik', type: 'person', state: 'NOR' },
  },
  issues: { fishing: 'Fishing', tariffs: 'Tariffs' },
  factors: { talks: 'talks', catch: 'catch', quarrels: 'quarrels' },
  documents: {
    a: documentOf('The Harbour Gazette', null),
    b: documentOf('Andes Monitor', null),
    c: documentOf('Fjord Post', 'a'),
  },
}

export const EVENT: Event = {
  id: 'sample',
  title: 'Norway and Peru meet in Bergen about the fishing talks',
  type: 'CONSULT',
  mode: 'visit',
  contexts: [],
  quad: 'verbal-cooperation',
  intensity: 2,
  status: 'reported',
  date: day('2021-05-09', '2021-05-09'),
  place: 'Bergen',
  source: ['NOR'],
  target: ['PER'],
  states: ['NOR', 'PER'],
  issues: ['fishing'],
  level: 'minister',
  confidence: 0.9,
  claimedBy: [],
  disputedBy: [],
  accounts: [],
  history: [],
  formerIds: [],
  evidence: [...EVIDENCE],
}

export const EVENTS: readonly Event[] = [
  EVENT,
  {
    ...EVENT,
    id: 'b',
    title: 'Norway to pay for a harbour in Callao',
    type: 'AID',
    quad: 'material-cooperation',
    status: 'planned',
    evidence: EVIDENCE.slice(0, 2),
  },
  {
    ...EVENT,
    id: 'c',
    title: 'Peru accuses Norwegian trawlers of fishing within its waters',
    type: 'ACCUSE',
    quad: 'verbal-conflict',
    status: 'denied',
    evidence: EVIDENCE.slice(0, 1),
  },
  {
    ...EVENT,
    id: 'd',
    title: 'Norway to close its ports',
    type: 'SANCTION',
    quad: 'material-conflict',
    status: 'hypothetical',
    date: day('2021-05-01', '2021-05-31', 'month'),
  },
]
