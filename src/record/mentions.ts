/**
 * What one document says, before it is reconciled with the others. A mention refers to actors by the
 * document's own keys (`LocalActor.key`); reconciling maps keys to the record's actors.
 */
import type {
  ActorType,
  Basis,
  EventType,
  Interval,
  Level,
  Span,
  Stance,
  StatementKind,
  Status,
} from './types.ts'

/** An actor as one document knows it. States have their ISO 3166-1 alpha-3 code as key. */
export interface LocalActor {
  /** Unique within the document: `KOR`, `person/yoon-suk-yeol`, `org/asan-institute-for-policy-studies`. */
  key: string
  type: ActorType
  /** The fullest name in the document, without titles. */
  name: string
  /** Every form under which the document names it. */
  aliases: string[]
  state: string | null
  roles: { title: string; organization: string | null }[]
  /** True where a row of knowledge identified it (its key is then the same in every document). */
  known: boolean
  /** True where the document gives only a describing phrase or a part of the name ("a senior official", "Yoon"). */
  partial: boolean
}

interface MentionBase {
  /** Hash of document id, kind, span and ordinal among equals. */
  id: string
  document: string
  /** The clause (event, position, forecast, driver) or the attributed words (statement). */
  span: Span
  /** Name of the pattern that made it; `--explain` shows it. */
  pattern: string
  /** 0–1, calibrated on the project's own keys. */
  confidence: number
}

/** "first … in 12 years", "the 13th round": told apart events of one series. */
export interface Ordinal {
  /** 13 for "13th", 1 for "first", -1 for "last". */
  n: number
  /** The words as they stand: "first bilateral summit in 12 years". */
  text: string
}

export interface EventMention extends MentionBase {
  kind: 'event'
  title: string
  type: EventType
  mode: string | null
  contexts: string[]
  status: Status
  /** Word or words that name the event. */
  trigger: Span
  /** Lemma of the trigger's head: "summit", "meet", "seize". */
  head: string
  date: Interval
  /** The words that gave the date; null where none did. */
  dateSpan: Span | null
  place: string | null
  source: string[]
  target: string[]
  states: string[]
  issues: string[]
  level: Level | null
  claimedBy: string[]
  disputedBy: string[]
  ordinal: Ordinal | null
  /** Named by a definite or bare anaphoric phrase ("the meeting", "this move", "it"). */
  definite: boolean
  /** The mention in the same document that this one refers back to; null: a new event. */
  refersTo: string | null
}

export interface StatementMention extends MentionBase {
  kind: 'statement'
  speaker: { key: string | null; name: string; affiliation: string | null }
  how: StatementKind
  cue: string | null
  /** All stretches that are attributed, in order; `span` runs from the first to the last. */
  parts: Span[]
  date: Interval | null
  issues: string[]
}

export interface PositionMention extends MentionBase {
  kind: 'position'
  actor: string
  issue: string
  stance: Stance
  summary: string
  date: Interval | null
}

export interface ForecastMention extends MentionBase {
  kind: 'forecast'
  text: string
  /** Key of the forecaster; null: the document itself. */
  by: string | null
  probability: number | null
  horizon: Interval | null
  /** The event mention that says what is forecast, if there is one; `negated`: that it won't happen. */
  event: string | null
  negated: boolean
  asks: Question
}

/** What a forecast foretells, as far as its clause names it. */
export interface Question {
  /** Keys of who would do it, and of who else is named. */
  doers: string[]
  others: string[]
  /** Lemmas of its verb and what follows, then of its subject; names and times left out. */
  words: string[]
  /** What a bare "renewal" or "it" is about, by the words around. */
  topic: string[]
  /** The verb says only that something comes about: what comes is among the words. */
  light: boolean
  issues: string[]
  /** It is to come only if something else does. */
  conditional: boolean
}

export interface DriverMention extends MentionBase {
  kind: 'driver'
  cause: FactorMention
  effect: FactorMention
  sign: 1 | -1
  claimedBy: string | null
  hedged: boolean
  /** The claim is that it is not so. */
  negated?: true
}

export interface FactorMention {
  /** Row of the inventory, crossed with an actor where it has one: `threat:PRK`; else a slug of the words. */
  factor: string
  grounded: boolean
  name: string
  text: string
  span: Span
}

export type Mention = EventMention | StatementMention | PositionMention | ForecastMention | DriverMention
export type MentionKind = Mention['kind']

/** All that one document says. */
export interface Understanding {
  document: string
  /** The date from which relative times were worked out, and how it is known. */
  anchor: { date: Interval | null; basis: Basis | null }
  actors: LocalActor[]
  mentions: Mention[]
  /** Terms of issues as the document words them. */
  terms: { issue: string; term: string; count: number }[]
}
