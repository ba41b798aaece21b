/** A map of drivers: factors as nodes, claimed influences as signed edges that open at their sentences. */
import type { Passage } from '../../record/types.ts'

/** One driver of the record, as it bears on an edge. */
export interface Support {
  /** Id of the driver. */
  driver: string
  sign: 1 | -1
  /** Actor id of who claims it; null: the documents themselves. */
  claimedBy: string | null
  hedged: boolean
  /** That the words were read right, 0 to 1. */
  confidence: number
  /** The wording of both sides. */
  cause: string
  effect: string
  /** Articles that carry it, copies counted once. */
  origins: readonly string[]
  evidence: readonly Passage[]
}

export interface Edge {
  /** `cause>effect`. */
  id: string
  /** Ids of factors. */
  cause: string
  effect: string
  /** Of the side that is believed more. */
  sign: 1 | -1
  /** How far the record supports an influence of this sign, 0 to 1: noisy-or over independent origins, less what denies it. */
  belief: number
  /** The same for the opposite sign; 0 where nobody claims it. */
  rivalBelief: number
  /** Claims of the edge's sign. */
  support: readonly Support[]
  /** Claims of the opposite sign, kept beside it. */
  rivals: readonly Support[]
  /** That there is such an influence is denied; `sign` is that of what is denied. Missing where nobody does. */
  denials?: readonly Support[]
}

export interface MapFactor {
  id: string
  name: string
  /** False: no row of the inventory covers it; the id is made of its words. */
  grounded: boolean
}

/** Factors by id, edges by cause and effect; both in code-point order. */
export interface DriverMap {
  factors: readonly MapFactor[]
  edges: readonly Edge[]
}
