import type { Span } from '../../record/types.ts'
import type { NounGroup } from '../../text/types.ts'
import type { Reading } from '../events/types.ts'

/** Who does something to whom, as the caller marks them in the text. */
export interface Pair {
  source: Span
  target: Span
}

/** The pair with its namesakes in the sentence: "the premier said *he* …". */
export interface Sides extends Pair {
  isSource(group: NounGroup): boolean
  isTarget(group: NounGroup): boolean
  /** "*talks* between the two ended": what has both sides inside does nothing itself. */
  isEvent(group: NounGroup): boolean
}

/** A reading with how well source and target stand in its places. */
export interface Candidate {
  reading: Reading
  score: number
}
