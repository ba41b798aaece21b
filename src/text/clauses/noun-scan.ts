/** What a noun group is read from. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { NounGroup, Token } from '../types.ts'

export interface Scan {
  tokens: readonly Token[]
  knowledge: Knowledge
  sentence: number
  /** All groups found, possessors included. */
  found: NounGroup[]
}
