import type {
  Actor,
  Document,
  DocumentHead,
  Driver,
  Record as EntenteRecord,
  Event,
  Factor,
  Forecast,
  Interval,
  Issue,
  Passage,
  Position,
  Statement,
} from './types.ts'

/** What the record holds beside its documents, by kind, in the record's order. */
export interface Facts {
  actor: Actor
  issue: Issue
  event: Event
  statement: Statement
  position: Position
  forecast: Forecast
  driver: Driver
  factor: Factor
}
export type FactKind = keyof Facts

/** The kinds that rest on passages. */
export type SourcedKind = 'event' | 'statement' | 'position' | 'forecast' | 'driver'
export type SourcedFact = Facts[SourcedKind]

export const SOURCED: readonly SourcedKind[] = ['event', 'statement', 'position', 'forecast', 'driver']

/** The record's list of each kind. */
export const LISTS = {
  actor: 'actors',
  issue: 'issues',
  event: 'events',
  statement: 'statements',
  position: 'positions',
  forecast: 'forecasts',
  driver: 'drivers',
  factor: 'factors',
} as const satisfies { [K in FactKind]: keyof EntenteRecord }

/** A record to read from, from a store or from memory, without holding all of it at once. */
export interface RecordSource {
  /** By id. */
  documents(): AsyncIterable<Document>
  /** By id. */
  heads(): AsyncIterable<DocumentHead>
  facts<K extends FactKind>(kind: K): AsyncIterable<Facts[K]>
}

/** The date by which a fact is listed; null where it has none. */
export function dateOf(fact: object): Interval | null {
  if ('date' in fact) return isInterval(fact.date) ? fact.date : null
  if ('horizon' in fact) return isInterval(fact.horizon) ? fact.horizon : null
  return null
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'precision' in value
}

/** Every passage that a fact rests on, or those of one document, those of its history among them, each once. */
export function passagesOf(fact: SourcedFact, document?: string): Passage[] {
  const told =
    'history' in fact ? [fact.evidence, ...fact.history.map(entry => entry.evidence)] : [fact.evidence]
  const all = told.flatMap(passages =>
    document === undefined ? passages : passages.filter(it => it.document === document),
  )
  const seen = new Set<string>()
  return all.filter(({ document: of, start, end }) => {
    const key = `${of} ${start} ${end}`
    return !seen.has(key) && seen.add(key)
  })
}

export function headOf({ text: _, captions: __, ...head }: Document): DocumentHead {
  return head
}

/** A list as part of a source: `listOf` takes it whole, as a turn for each of a hundred thousand facts takes long. */
export class Held<T> implements AsyncIterable<T> {
  readonly items: readonly T[]
  constructor(items: readonly T[]) {
    this.items = items
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (const item of this.items) yield item
  }
}

/** A record in memory as a source. */
export function sourceOf(record: EntenteRecord): RecordSource {
  const lists: { [K in FactKind]: readonly Facts[K][] } = {
    actor: record.actors,
    issue: record.issues,
    event: record.events,
    statement: record.statements,
    position: record.positions,
    forecast: record.forecasts,
    driver: record.drivers,
    factor: record.factors,
  }
  return {
    async *documents() {
      yield* record.documents
    },
    async *heads() {
      for (const document of record.documents) yield headOf(document)
    },
    facts: kind => new Held(lists[kind]),
  }
}

/** All of it, at once. */
export async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  if (items instanceof Held) return [...items.items]
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
