/** What is known while a sentence is folded. */
import type { VerbClasses } from '../../knowledge/verb-classes.ts'
import type { NounGroup, Token } from '../types.ts'
import type { Element } from './elements.ts'

export interface Fold {
  tokens: readonly Token[]
  raw: readonly Element[]
  classes: VerbClasses
  out: Element[]
  /** A verb has been met since the clause began: a prepositional phrase may belong to it. */
  verbSeen: boolean
  /** A finite verb has been met: the noun before it has its verb, a noun behind "and" may want its own. */
  finiteSeen: boolean
  /** A clause before the main one ("While …,") is open; the comma behind it ends it. */
  fronted: boolean
  /** Where in `out` that comma stands; below zero where there is none. No list goes on across it. */
  frontEnd: number
}

export function isPronoun(state: Fold, noun: NounGroup): boolean {
  return state.tokens[noun.head]?.pos === 'PRON'
}
