/** What a person says of a fact, laid over the record and never written into it. */
import type { SourcedKind } from './facts.ts'
import type { Passage } from './types.ts'

/** A fact as it stood: how it is found again where newer rules gave it another id. */
export interface About {
  id: string
  kind: SourcedKind
  traits: string
  line: string
  confidence: number
  passage: Passage
}

/** What needs nothing beside the fact itself. */
type Plain =
  | { do: 'accept' }
  | { do: 'reject' }
  /** The field's new value as a person writes it: "2018-10", "KOR,JPN". */
  | { do: 'correct'; field: string; value: string }
  | { do: 'note'; text: string }
  | { do: 'tag'; tag: string }

export type Act =
  | Plain
  /** The other event is this one told again; this one keeps its type, date and title. */
  | { do: 'merge'; with: About }
  /** These passages of the event tell another one, which has the id `into`. */
  | { do: 'split'; passages: Passage[]; into: string }

/** An act as it is asked for; what finds its parts again is written down when it is made. */
export type Asked =
  | Plain
  /** The other event's id, or its beginning. */
  | { do: 'merge'; with: string }
  /** Of each passage its document, and where that holds several its first character: "1f3a09c2", "1f3a09c2:120". */
  | { do: 'split'; passages: readonly string[] }

export interface Correction {
  id: string
  act: Act
  fact: About
  author: string
  /** When it was made: ISO 8601, UTC. */
  at: string
  reason: string | null
  /** Taken back, by whom and when; it stays on the list. */
  withdrawn: { author: string; at: string } | null
}
