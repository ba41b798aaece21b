import type { Interval, Record } from '../record/types.ts'

export type Verdict = 'for' | 'against' | 'veto'

/** Why two tellings became one, or stayed two. */
export interface Receipt {
  /** Id of the event, document or actor that the decision made or kept. */
  about: string
  /** Name of the rule, as it stands in its file. */
  rule: string
  verdict: Verdict
  /** Positive where it speaks for one and the same; 0 for a veto. */
  weight: number
  reason: string
  /** What was compared: mention ids, or document ids for a copy. */
  between: [string, string]
  /** Did the two become one? */
  merged: boolean
}

export interface Reconciled {
  record: Record
  /** Worked out when first asked for. */
  readonly receipts: Receipt[]
  /** Dates of documents that had none, from what ties them to dated events elsewhere. */
  inferred: Map<string, Interval>
}
