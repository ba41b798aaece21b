/** What the server hands to a reviewer. */
import type { Asked as WholeAsked } from '../../../../src/record/corrections.ts'
import type { Setting } from '../../../../src/serve/context.ts'
import type { ReviewDesk } from '../../../../src/serve/desk.ts'
import type { AnyFact, Kind, NamesFor } from '../../api.ts'

export type Asked = WholeAsked
export type Field = ReturnType<ReviewDesk['fields']>[number]

export type Item = AnyFact & {
  weight: number
  /** Its first passages in their sentences. */
  settings: Setting[]
}
export interface Queue {
  items: Item[]
  total: number
  author: string
  fields: { [K in Kind]: readonly Field[] }
  tags: string[]
  names: NamesFor
}

type Fates = Awaited<ReturnType<ReviewDesk['fates']>>
export type Fate = Fates[number]
export interface Corrections {
  items: Fates
  accuracy: Awaited<ReturnType<ReviewDesk['accuracy']>>
}
