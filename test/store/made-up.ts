/** Documents, mentions and records made up for the tests of the store. */
import { documentId } from '../../src/record/ids.ts'
import type { Understanding } from '../../src/record/mentions.ts'
import type { Document, Record as EntenteRecord, Event, Interval } from '../../src/record/types.ts'

export const onDay = (day: string): Interval => ({ start: day, end: day, precision: 'day', basis: 'stated' })

export function aDocument(source: string, text: string, more: Partial<Document> = {}): Document {
  const title = more.title ?? `Report ${source}`
  return {
    id: documentId(title, text),
    source,
    format: 'text',
    url: null,
    outlet: 'The Harbour Gazette',
    section: null,
    title,
    authors: [],
    published: onDay('2031-05-02'),
    language: 'en',
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
    ...more,
  }
}

export function nothingIn(document: Document): Understanding {
  return {
    document: document.id,
    anchor: { date: document.published, basis: 'stated' },
    actors: [],
    mentions: [],
    terms: [],
  }
}

export function anEvent(
  id: string,
  document: Document,
  start: number,
  end: number,
  more: Partial<Event> = {},
): Event {
  return {
    id,
    title: 'Norway and Peru meet',
    type: 'CONSULT',
    mode: 'meet',
    contexts: [],
    quad: 'verbal-cooperation',
    intensity: 3,
    status: 'reported',
    date: onDay('2031-05-01'),
    place: null,
    source: ['NOR', 'PER'],
    target: [],
    states: ['NOR', 'PER'],
    issues: [],
    level: 'minister',
    confidence: 0.8,
    claimedBy: [],
    disputedBy: [],
    accounts: [],
    history: [],
    formerIds: [],
    evidence: [{ document: document.id, start, end, quote: document.text.slice(start, end) }],
    ...more,
  }
}

export function aRecord(documents: Document[], more: Partial<EntenteRecord> = {}): EntenteRecord {
  return {
    entente: '1',
    documents,
    actors: [],
    issues: [],
    events: [],
    statements: [],
    positions: [],
    forecasts: [],
    drivers: [],
    factors: [],
    ...more,
  }
}
