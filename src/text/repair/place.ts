/** Where a rule looks: one token and its neighbours. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'

export interface Place {
  tokens: Token[]
  i: number
  token: Token
  before: Token | undefined
  after: Token | undefined
  titleCase: boolean
  knowledge: Knowledge
}
