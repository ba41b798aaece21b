/** Reconciling until dates rest: what is inferred of one document's date may date what it says, and other documents. */
import type { Receipt, Reconciled } from './reconcile/types.ts'
import type { Understanding } from './record/mentions.ts'
import type { Document, Record as EntenteRecord, Interval } from './record/types.ts'
import type { Coded } from './store/index.ts'

export interface Sources {
  documents: Document[]
  /** From the document's own date. */
  own: Map<string, Understanding>
  /** From inferred dates, by `keyOf`; kept so that they need not be worked out at every `add`. */
  inferred: Map<string, Understanding>
}

export interface Settlement {
  record: EntenteRecord
  /** What the documents say in the end, in their order. */
  understandings: Understanding[]
  receipts: () => Receipt[]
  /** Understandings from inferred dates that were worked out on the way. */
  made: Coded[]
}

export interface Means {
  /** Stamp of the rules that code. */
  coding: string
  /** Works out what a document says, from the date given or, with null, from its own. */
  code(document: Document, date: Interval | null): Understanding
  reconcile(documents: Document[], understandings: Understanding[]): Reconciled
}

/** After so many rounds dates rest: a chain of undated documents that date one another is rarely longer. */
const ROUNDS = 3

function anchorOf(date: Interval | undefined): string {
  return date === undefined ? '' : [date.start ?? '', date.end ?? '', date.precision].join('/')
}

export function keyOf(document: string, anchor: string): string {
  return `${document} ${anchor}`
}

/** Gives what each document says from the date that is inferred by now; codes only what is not at hand. */
function makeReader(sources: Sources, means: Means, dates: ReadonlyMap<string, Interval>, made: Coded[]) {
  return (document: Document): Understanding => {
    const date = dates.get(document.id)
    const anchor = anchorOf(date)
    const key = keyOf(document.id, anchor)
    const kept = date === undefined ? sources.own.get(document.id) : sources.inferred.get(key)
    if (kept !== undefined) return kept
    const understanding = means.code(document, date ?? null)
    if (date === undefined) sources.own.set(document.id, understanding)
    else sources.inferred.set(key, understanding)
    made.push({ anchor, coding: means.coding, understanding })
    return understanding
  }
}

/**
 * Reconciles what the documents say. Undated ones that this dates are understood again from that date, which may
 * date others, for a few rounds. It always begins from the documents' own dates, never from what the last run
 * left, so the order of adding plays no part.
 */
export function settle(sources: Sources, means: Means): Settlement {
  const dates = new Map<string, Interval>()
  const made: Coded[] = []
  const understood = makeReader(sources, means, dates, made)
  for (let round = 0; ; round++) {
    const understandings = sources.documents.map(understood)
    const result = means.reconcile(sources.documents, understandings)
    const fresh = [...result.inferred].filter(([id, date]) => anchorOf(dates.get(id)) !== anchorOf(date))
    if (fresh.length === 0 || round === ROUNDS) {
      const record = withDates(result.record, dates)
      return { record, understandings, receipts: () => result.receipts, made }
    }
    for (const [id, date] of fresh) dates.set(id, date)
  }
}

/** A date that was inferred stays with its document, also where a later round had no more need to infer it. */
function withDates(record: EntenteRecord, dates: ReadonlyMap<string, Interval>): EntenteRecord {
  return {
    ...record,
    documents: record.documents.map(document =>
      document.published === null ? { ...document, published: dates.get(document.id) ?? null } : document,
    ),
  }
}
