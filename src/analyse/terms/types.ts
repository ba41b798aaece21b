/** The words that outlets have for a matter, and how they changed. */
export interface YearCount {
  year: string
  /** Articles of the outlet in that year that use the term. */
  documents: number
}

export interface Usage {
  issue: string
  /** In the commonest of its spellings. */
  term: string
  outlet: string
  /** How often, in all articles of the outlet. */
  count: number
  /** Ids of the articles that use it, oldest first; undated ones last. */
  documents: readonly string[]
  /** Articles of the outlet that name the matter at all. */
  of: number
  /** First and last day on which an article with it came out; null where none has a date. */
  first: string | null
  last: string | null
  years: readonly YearCount[]
  /** How far it is the outlet's own word (standard deviations, `log-odds.ts`); null where there is too little to say. */
  own: number | null
  /** `own` is beyond what chance would bring once in twenty times. */
  distinguishing: boolean
}

/** The term that an outlet used most, over years in a row. */
export interface Phase {
  term: string
  from: string
  to: string
}

export interface OutletTerms {
  outlet: string
  /** More than one: its words changed. */
  phases: readonly Phase[]
}

export interface IssueTerms {
  issue: string
  name: string
  /** Articles that name the matter, copies left out. */
  documents: number
  usages: readonly Usage[]
  outlets: readonly OutletTerms[]
}
