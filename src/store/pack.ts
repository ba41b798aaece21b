/**
 * Facts as short text: values in a fixed order instead of named ones, intervals and passages as one string each,
 * documents by their number. A passage keeps no quote: it is cut from the document's text again when read.
 * This is the store's boundary file: what comes back from a row is given its type here.
 */
import { EntenteError } from '../record/errors.ts'
import type { Facts } from '../record/facts.ts'
import type { Document, Interval, Passage } from '../record/types.ts'

/** What reconciling says of a document beyond what was read. */
export type Settled = Pick<Document, 'id' | 'published' | 'copyOf' | 'revisionOf'>

/** What the table `facts` holds, by kind. */
export interface Stored extends Facts {
  document: Settled
}
export type StoredKind = keyof Stored

/** A document's number and text, by number. */
export type Texts = ReadonlyMap<number, { id: string; text: string }>

const FIELDS: { readonly [K in StoredKind]: readonly (keyof Stored[K] & string)[] } = {
  document: ['id', 'published', 'copyOf', 'revisionOf'],
  actor: ['id', 'type', 'name', 'aliases', 'state', 'roles'],
  issue: ['id', 'name', 'terms'],
  event: [
    'id',
    'title',
    'type',
    'mode',
    'contexts',
    'quad',
    'intensity',
    'status',
    'date',
    'place',
    'source',
    'target',
    'states',
    'issues',
    'level',
    'confidence',
    'claimedBy',
    'disputedBy',
    'accounts',
    'history',
    'formerIds',
    'evidence',
  ],
  statement: ['id', 'speaker', 'kind', 'cue', 'text', 'date', 'issues', 'confidence', 'evidence'],
  position: ['id', 'actor', 'issue', 'summary', 'stance', 'date', 'confidence', 'evidence'],
  forecast: ['id', 'text', 'by', 'probability', 'horizon', 'outcome', 'resolvedBy', 'confidence', 'evidence'],
  driver: ['id', 'cause', 'effect', 'sign', 'claimedBy', 'hedged', 'confidence', 'evidence'],
  factor: ['id', 'name', 'grounded'],
}

const MARK = '~'

function isInterval(value: object): value is Interval {
  return 'start' in value && 'end' in value && 'precision' in value && 'basis' in value
}

function isPassage(value: object): value is Passage {
  return 'document' in value && 'start' in value && 'end' in value && 'quote' in value
}

function shrink(value: unknown, numbers: ReadonlyMap<string, number>): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? MARK + value : value
  if (Array.isArray(value)) return value.map(item => shrink(item, numbers))
  if (typeof value !== 'object' || value === null) return value
  if (isInterval(value)) {
    return `${MARK}i${value.start ?? ''}:${value.end ?? ''}:${value.precision}:${value.basis}`
  }
  if (isPassage(value)) {
    const no = numbers.get(value.document)
    if (no === undefined)
      throw new EntenteError(
        'E_BROKEN',
        `a passage cites document ${value.document}, which is not in the store`,
      )
    return `${MARK}p${no}:${value.start}:${value.end}`
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shrink(item, numbers)]))
}

function growString(value: string, texts: Texts): unknown {
  if (!value.startsWith(MARK)) return value
  const parts = value.slice(2).split(':')
  if (value[1] === 'i') {
    const [start, end, precision, basis] = parts
    return { start: start || null, end: end || null, precision, basis }
  }
  if (value[1] === 'p') {
    const [no, start, end] = parts.map(Number)
    const source = texts.get(no ?? -1)
    if (source === undefined)
      throw new EntenteError('E_BROKEN', `a fact cites document number ${no}, which is not in the store`)
    return { document: source.id, start, end, quote: source.text.slice(start, end) }
  }
  return value.slice(1)
}

function grow(value: unknown, texts: Texts): unknown {
  if (typeof value === 'string') return growString(value, texts)
  if (Array.isArray(value)) return value.map(item => grow(item, texts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, grow(item, texts)]))
}

export function pack<K extends StoredKind>(
  kind: K,
  fact: Stored[K],
  numbers: ReadonlyMap<string, number>,
): string {
  return JSON.stringify(FIELDS[kind].map(field => shrink(fact[field], numbers)))
}

/** Numbers of the documents that a packed fact cites. */
export function cited(body: string): number[] {
  return Array.from(body.matchAll(/"~p(\d+):/g), match => Number(match[1]))
}

export function unpack<K extends StoredKind>(kind: K, body: string, texts: Texts): Stored[K] {
  const values: unknown[] = JSON.parse(body)
  const fields = FIELDS[kind].map((field, i) => [field, grow(values[i], texts)])
  return Object.fromEntries(fields) as Stored[K]
}
