/**
 * The nouns of Entente, as they stand in the record (`record.schema.json`).
 * Offsets are UTF-16 code units into the document's `text`, start inclusive, end exclusive.
 * Dates are ISO 8601 calendar dates; an interval is inclusive at both ends, `null` is open.
 */

export type Precision =
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'range'
  | 'unknown'

/** How a date is known. stated: the text gives it; relative: worked out from the document's date;
 * inferred: worked out from other documents; publication: only bounded by the document's date. */
export type Basis = 'stated' | 'relative' | 'inferred' | 'publication'

export interface Interval {
  start: string | null
  end: string | null
  precision: Precision
  basis: Basis
}

/** A stretch of text: `[start, end)`. */
export type Span = [start: number, end: number]

/** One place where a document says something; `quote` is exactly `document.text.slice(start, end)`. */
export interface Passage {
  document: string
  start: number
  end: number
  quote: string
}

export type Format =
  | 'html'
  | 'text'
  | 'wordpress-json'
  | 'feed'
  | 'pdf'
  | 'docx'
  | 'warc'
  | 'ndjson'
  | 'other'

export interface Document {
  id: string
  source: string
  format: Format
  url: string | null
  outlet: string | null
  section: string | null
  title: string | null
  authors: string[]
  published: Interval | null
  language: string | null
  text: string
  retrieved: string | null
  captions: string[]
  copyOf: string | null
  revisionOf: string | null
  alsoFrom: string[]
}

/** A document without its words: who published what, and when. */
export type DocumentHead = Omit<Document, 'text' | 'captions'>

export type ActorType =
  | 'state'
  | 'government'
  | 'person'
  | 'organization'
  | 'court'
  | 'military'
  | 'company'
  | 'party'
  | 'public'
  | 'international-organization'
  | 'media'
  | 'other'

export interface Role {
  title: string
  organization: string | null
  from: string | null
  to: string | null
}

export interface Actor {
  id: string
  type: ActorType
  name: string
  aliases: string[]
  state: string | null
  roles: Role[]
}

export interface Issue {
  id: string
  name: string
  terms: { term: string; document: string; count: number }[]
}

/** PLOVER's types, cooperation first. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const
export type Quad = (typeof QUADS)[number]
export const STATUSES = ['reported', 'planned', 'hypothetical', 'denied'] as const
export type Status = (typeof STATUSES)[number]
export type Level = 'leader' | 'minister' | 'vice-minister' | 'working' | 'other'

export interface Account {
  field: string
  values: { value: unknown; documents: string[] }[]
}

export interface HistoryEntry {
  type: EventType
  status: Status
  date: Interval
  evidence: Passage[]
}

export interface Event {
  id: string
  title: string
  type: EventType
  mode: string | null
  contexts: string[]
  quad: Quad
  intensity: number
  status: Status
  date: Interval
  place: string | null
  source: string[]
  target: string[]
  states: string[]
  issues: string[]
  level: Level | null
  confidence: number
  claimedBy: string[]
  disputedBy: string[]
  accounts: Account[]
  history: HistoryEntry[]
  formerIds: string[]
  evidence: Passage[]
}

export type StatementKind = 'direct' | 'indirect' | 'mixed'

export interface Statement {
  id: string
  speaker: { name: string; actor: string | null; affiliation: string | null }
  kind: StatementKind
  cue: string | null
  text: string
  date: Interval | null
  issues: string[]
  confidence: number
  evidence: Passage[]
}

export const STANCES = ['supports', 'opposes', 'demands', 'offers', 'considers-settled', 'undecided'] as const
export type Stance = (typeof STANCES)[number]

export interface Position {
  id: string
  actor: string
  issue: string
  summary: string
  stance: Stance
  date: Interval | null
  confidence: number
  evidence: Passage[]
}

export const OUTCOMES = ['happened', 'did-not-happen', 'open', 'overdue', 'unresolvable'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Forecast {
  id: string
  text: string
  /** Actor id of who forecasts; null: the document itself. */
  by: string | null
  probability: number | null
  horizon: Interval | null
  outcome: Outcome
  resolvedBy: string | null
  confidence: number
  evidence: Passage[]
}

export interface Factor {
  id: string
  name: string
  grounded: boolean
}

export interface Driver {
  id: string
  cause: { factor: string; text: string }
  effect: { factor: string; text: string }
  sign: 1 | -1
  claimedBy: string | null
  hedged: boolean
  /** The claim is that it is not so: "sanctions did not weaken the regime". Missing where it is plain. */
  negated?: true
  confidence: number
  evidence: Passage[]
}

export interface Record {
  entente: '1'
  documents: Document[]
  actors: Actor[]
  issues: Issue[]
  events: Event[]
  statements: Statement[]
  positions: Position[]
  forecasts: Forecast[]
  drivers: Driver[]
  factors: Factor[]
}
