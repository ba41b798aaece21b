import type { Name, Sentence } from '../types.ts'
import type { Entry } from './lexicon.ts'

/** A candidate for a name while the evidence is gathered. */
export interface Piece {
  sentence: Sentence
  first: number
  last: number
  start: number
  end: number
  text: string
  type: Name['type']
  /** How sure: 3 listed or plainly shaped, 2 by good evidence, 1 by a hint, 0 none (dropped unless the document helps). */
  sure: 0 | 1 | 2 | 3
  /** The model's share for it; null where a rule, a list or the document decided. */
  share: number | null
  title: string | null
  entry: Entry | null
  /** Stands where any word has a capital: at the sentence's start or in a headline. */
  opening: boolean
}
