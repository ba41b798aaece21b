/** Small records for analyses: documents' heads and events, each with what a test is about and nothing else. */

import { type View, viewOf } from '../../src/analyse/view.ts'
import { sourceOf } from '../../src/record/facts.ts'
import type { Document, Record as EntenteRecord, Event, Interval, Passage } from '../../src/record/types.ts'
import { aRecord, onDay } from '../store/made-up.ts'

export const day = onDay
export const year = (it: number): Interval => ({
  start: `${it}-01-01`,
  end: `${it}-12-31`,
  precision: 'year',
  basis: 'stated',
})

export function aDocument(id: string, published: string | null, more: Partial<Document> = {}): Document {
  return {
    id,
    source: `${id}.txt`,
    format: 'text',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published: published === null ? null : day(published),
    language: 'en',
    text: '',
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
    ...more,
  }
}

export const passage = (document: string, start = 0): Passage => ({
  document,
  start,
  end: start + 10,
  quote: 'ten letter',
})

let made = 0

/** A meeting of Peru and Norway that one document tells, unless `more` says otherwise. */
export function anEvent(date: Interval, documents: readonly string[], more: Partial<Event> = {}): Event {
  return {
    id: `e${made++}`,
    title: 'Peru and Norway meet',
    type: 'CONSULT',
    mode: null,
    contexts: [],
    quad: 'verbal-cooperation',
    intensity: 2.5,
    status: 'reported',
    date,
    place: null,
    source: ['PER', 'NOR'],
    target: [],
    states: ['NOR', 'PER'],
    issues: [],
    level: 'leader',
    confidence: 0.8,
    claimedBy: [],
    disputedBy: [],
    accounts: [],
    history: [],
    formerIds: [],
    evidence: documents.map(id => passage(id)),
    ...more,
  }
}

export function aView(parts: Partial<EntenteRecord>): Promise<View> {
  const kinds = ['event', 'issue', 'statement', 'position', 'forecast', 'driver', 'factor'] as const
  return viewOf(sourceOf(aRecord([], parts)), kinds)
}
