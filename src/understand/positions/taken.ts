import type { Stance } from '../../record/types.ts'
import type { Clause, NounGroup } from '../../text/types.ts'

/** A stance that a clause takes, before it is known whose it is and on what. */
export interface Taken {
  stance: Stance
  /** Whose it is; null: only who says so can tell. */
  holder: NounGroup | null
  speakerMayHold: boolean
  /** States on which something is demanded: none of them can be the one that demands it. */
  bound?: readonly string[]
  pattern: string
  confidence: number
  /** The clause to quote, where it is not the one looked at. */
  clause: Clause | null
}
