/** One event side by side by the articles that tell it. */
import type { Event, Interval, Passage } from '../../record/types.ts'

/** One independent article; copies and later versions stand beside it and add nothing. */
export interface Teller {
  document: string
  outlet: string | null
  published: Interval | null
  copies: readonly { document: string; outlet: string | null }[]
  passages: readonly Passage[]
  /** Kinds of details that others give and none of its passages does. */
  leavesOut: readonly string[]
}

/** One thing that articles say of the event, and which do. */
export interface Detail {
  /** `date`, `place`, `names`, `level`, `outcome`, `word`, `term`, or "number of people". */
  field: string
  value: string
  /** Ids of the independent articles. */
  documents: readonly string[]
  evidence: readonly Passage[]
  /** Another article gives another value for the same thing. */
  rival: boolean
}

export interface SideBySide {
  event: Event
  tellers: readonly Teller[]
  details: readonly Detail[]
}

/** What one passage says of one field. */
export interface Said {
  field: string
  value: string
}
