import type { EventNoun } from '../../knowledge/event-nouns.ts'
import type { EventType, Span, Status } from '../../record/types.ts'
import type { Clause, NounGroup, Prepositional } from '../../text/types.ts'
import type { Nouns } from './nouns.ts'
import type { Roles } from './roles.ts'

/** What a clause or a noun tells: a PLOVER type, and where its parts are. */
export interface Reading {
  type: EventType
  mode: string | null
  /** Set by an operator ("plans to"); null: as tense and mood have it. */
  status: Status | null
  /** The clause whose verb tells it; null for a noun in no such clause. */
  clause: Clause | null
  roles: Roles
  trigger: Span
  /** Lemma, with its particle: "call-off". */
  head: string
  /** The event inside an operator: "refused *to meet*". */
  inner: Reading | null
  /** The noun that names the event: "hold *talks*". */
  noun: { group: NounGroup; entry: EventNoun } | null
  /** The phrase that the frame asked for: its noun is the target. */
  phrase: Prepositional | null
  joint: boolean
  contexts: readonly string[]
  pairOnly: boolean
  /** The type that the pair task has by custom; else null. */
  pairType: EventType | null
  operator: string | null
  negated: boolean
  /** "frame:23", "operator:end", "noun:summit". */
  pattern: string
}

export interface Reader {
  readonly nouns: Nouns
  /** Null where the clause tells no event. */
  clause(clause: Clause): Reading | null
  noun(group: NounGroup): Reading | null
}
