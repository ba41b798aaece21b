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

/** Shorter strings are as well written out. */
const WORTH = 14

/** `quote` is that of the fact's first passage: words that stand in it are written as their place there. */
interface Shrinking {
  numbers: ReadonlyMap<string, number>
  quote: string
}

function shrinkString(value: string, quote: string): string {
  const at = value.length < WORTH ? -1 : quote.indexOf(value)
  if (at >= 0) return `${MARK}q${at}:${at + value.length}`
  return value.startsWith(MARK) ? MARK + value : value
}

function shrink(value: unknown, how: Shrinking): unknown {
  if (typeof value === 'string') return shrinkString(value, how.quote)
  if (Array.isArray(value)) return value.map(item => shrink(item, how))
  if (typeof value !== 'object' || value === null) return value
  if (isInterval(value)) {
    return `${MARK}i${value.start ?? ''}:${value.end ?? ''}:${value.precision}:${value.basis}`
  }
  if (isPassage(value)) {
    const no = how.numbers.get(value.document)
    if (no === undefined)
      throw new EntenteError(
        'E_BROKEN',
        `a passage cites document ${value.document}, which is not in the store`,
      )
    return `${MARK}p${no}:${value.start}:${value.end}`
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shrink(item, how)]))
}

/** What the packed values of one reading are unfolded with. */
interface Growing {
  texts: Texts
  /** Of the fact in hand. */
  quote: string
}

/** Few intervals are told, each of them often: their parts are cut once. Emptied when it is full. */
const intervals = new Map<string, Interval>()
const INTERVALS = 20_000

/** This is where a packed interval gets its type. */
function cutInterval(value: string): Interval {
  const [start, end, precision, basis] = value.slice(2).split(':')
  const cut = { start: start || null, end: end || null, precision, basis }
  if (intervals.size >= INTERVALS) intervals.clear()
  intervals.set(value, cut as Interval)
  return cut as Interval
}

function growInterval(value: string): Interval {
  const { start, end, precision, basis } = intervals.get(value) ?? cutInterval(value)
  return { start, end, precision, basis }
}

function growPassage(value: string, texts: Texts): Passage {
  const first = value.indexOf(':')
  const second = value.indexOf(':', first + 1)
  const no = Number(value.slice(2, first))
  const start = Number(value.slice(first + 1, second))
  const end = Number(value.slice(second + 1))
  const source = texts.get(no)
  if (source === undefined) {
    throw new EntenteError('E_BROKEN', `a fact cites document number ${no}, which is not in the store`)
  }
  return { document: source.id, start, end, quote: source.text.slice(start, end) }
}

function growString(value: string, { texts, quote }: Growing): unknown {
  switch (value[1]) {
    case 'i':
      return growInterval(value)
    case 'p':
      return growPassage(value, texts)
    case 'q': {
      const colon = value.indexOf(':')
      return quote.slice(Number(value.slice(2, colon)), Number(value.slice(colon + 1)))
    }
    default:
      return value.slice(1)
  }
}

const TILDE = MARK.charCodeAt(0)

/** Unfolds what JSON.parse has just made, in place: hundreds of thousands of facts are read at once. */
function grow(value: unknown, how: Growing): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === TILDE ? growString(value, how) : value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = grow(value[i], how)
  } else if (typeof value === 'object' && value !== null) {
    const fields: { [key: string]: unknown } = value as { [key: string]: unknown }
    for (const key in fields) fields[key] = grow(fields[key], how)
  }
  return value
}

function firstQuote(fact: object): string {
  return 'evidence' in fact && Array.isArray(fact.evidence) ? (fact.evidence[0]?.quote ?? '') : ''
}

export function pack<K extends StoredKind>(
  kind: K,
  fact: Stored[K],
  numbers: ReadonlyMap<string, number>,
): string {
  const how = { numbers, quote: firstQuote(fact) }
  return JSON.stringify(FIELDS[kind].map(field => shrink(fact[field], how)))
}

/** Numbers of the documents that packed facts cite. */
export function cited(body: string): number[] {
  return Array.from(body.matchAll(/"~p(\d+):/g), match => Number(match[1]))
}

/** Takes the values over: they are changed in place. */
export function unpack<K extends StoredKind>(kind: K, values: unknown[], texts: Texts): Stored[K] {
  const names = FIELDS[kind]
  // Evidence stands last; the quote of its first passage is what other fields may be cut from.
  const evidence = values[names.length - 1]
  const first: unknown = Array.isArray(evidence) ? evidence[0] : undefined
  const quote = typeof first === 'string' ? growPassage(first, texts).quote : ''
  const how = { texts, quote }
  const fact: { [field: string]: unknown } = {}
  for (let i = 0; i < names.length; i++) fact[names[i] ?? ''] = grow(values[i], how)
  return fact as unknown as Stored[K]
}
