/** The ledger of forecasts: each a question that time can settle. */
import type { Event, Forecast, Outcome } from '../../record/types.ts'

export interface Entry {
  forecast: Forecast
  outcome: Outcome
  /** Whether the record settled it or somebody by hand; null: nobody has. */
  settledBy: 'record' | 'hand' | null
  /** The event that answers it. */
  event: Event | null
  /** Of a settlement by hand. */
  reason: string | null
  /** The word that says how likely, or "in numbers"; null where the probability comes from neither. */
  hedge: string | null
  /** Whom it is reckoned to. */
  author: string
  outlets: string[]
  /** What is foretold: a class of `answers.tsv`, else "other". */
  kind: string
  /** The state that the forecaster speaks for, or "nobody’s". */
  actor: string
  /** First day on which it was published; null: not known. */
  made: string | null
}

export const GROUPINGS = ['author', 'outlet', 'kind', 'actor'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A forecast that was given a probability and that time has settled. */
export interface Scored {
  probability: number
  /** 1: it came so. */
  came: 0 | 1
}
