/** What a person says of a fact, laid over the record and never written into it. */
import type { SourcedKind } from './facts.ts'
import type { Passage } from './types.ts'

export type Act =
  | { do: 'accept' }
  | { do: 'reject' }
  /** The field's new value as a person writes it: "2018-10", "KOR,JPN". */
  | { do: 'correct'; field: string; value: string }
  | { do: 'note'; text: string }
  | { do: 'tag'; tag: string }

export interface Correction {
  id: string
  act: Act
  /** The fact as it stood: how it is found again where newer rules gave it another id. */
  fact: { id: string; kind: SourcedKind; traits: string; line: string; confidence: number; passage: Passage }
  author: string
  /** When it was made: ISO 8601, UTC. */
  at: string
  reason: string | null
  /** Taken back, by whom and when; it stays on the list. */
  withdrawn: { author: string; at: string } | null
}
