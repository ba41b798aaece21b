/** What one made-up document says: shared by the tests of drivers, positions and forecasts. */
import { readFileSync } from 'node:fs'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import { parseTable, type Row } from '../../src/knowledge/tsv.ts'
import type { EventMention } from '../../src/record/mentions.ts'
import type { Document, Interval } from '../../src/record/types.ts'
import { analyse } from '../../src/text/index.ts'
import { type Context, createContext } from '../../src/understand/context.ts'
import { events } from '../../src/understand/events/index.ts'
import { understand } from '../../src/understand/index.ts'

const knowledge = loadKnowledge()
const published: Interval = { start: '2021-06-15', end: '2021-06-15', precision: 'day', basis: 'stated' }

export function documentOf(text: string): Document {
  return {
    id: 'made-up',
    source: 'made-up.txt',
    format: 'text',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published,
    language: 'en',
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
}

export function contextOf(text: string): Context {
  return createContext(documentOf(text), analyse(text, { published }, knowledge), knowledge)
}

export function mentionsIn(text: string) {
  return understand(documentOf(text), analyse(text, { published }, knowledge), knowledge).mentions
}

/** The events of a made-up report of 18 June 2021, a Friday. */
export function eventsIn(text: string): EventMention[] {
  const day: Interval = { ...published, start: '2021-06-18', end: '2021-06-18' }
  const document = { ...documentOf(text), published: day }
  return events(createContext(document, analyse(text, { published: day }, knowledge), knowledge))
}

/** "SANCTION CHL+PER 2021-06-14..2021-06-14": type, states in order, days. */
export function briefly(text: string): string[] {
  return eventsIn(text).map(
    it => `${it.type} ${[...it.states].sort().join('+')} ${it.date.start ?? ''}..${it.date.end ?? ''}`,
  )
}

/** The rows of a table of knowledge, as the researcher wrote them. */
export function rowsOf(table: string): Row[] {
  const file = new URL(`../../src/knowledge/data/${table}.tsv`, import.meta.url)
  return parseTable(readFileSync(file, 'utf8'), `${table}.tsv`)
}
