import type { Analysis, Clause, NounGroup } from '../../text/types.ts'

/** Clauses that say what a noun is about. */
export interface Completing {
  /** "the decision *to withdraw*". */
  infinitives: Clause[]
  /** "a statement *condemning the raid*", "a report *that criticised Oslo*". */
  participles: Clause[]
}

export function completingByNoun(analysis: Analysis): Map<NounGroup, Completing> {
  const found = new Map<NounGroup, Completing>()
  for (const sentence of analysis.sentences) {
    for (const clause of sentence.clauses) {
      const { modifies } = clause
      if (modifies === null) continue
      const infinitive = clause.marker === 'to'
      if (!infinitive && clause.kind !== 'participle' && clause.kind !== 'relative') continue
      if (!infinitive && clause.verb?.voice === 'passive') continue
      const of = found.get(modifies) ?? { infinitives: [], participles: [] }
      of[infinitive ? 'infinitives' : 'participles'].push(clause)
      found.set(modifies, of)
    }
  }
  return found
}
