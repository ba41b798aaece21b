import type { Parties } from './parties.ts'
import type { Reading } from './reading.ts'

/** How often such a finding is right, by what it rests on. */
export function confidenceOf(reading: Reading, parties: Parties, dated: boolean, anaphoric: boolean): number {
  let confidence = reading.clause === null ? 0.65 : reading.operator === null ? 0.8 : 0.75
  if (reading.negated) confidence -= 0.1
  if (anaphoric) confidence -= 0.15
  if (reading.noun !== null && reading.clause !== null) confidence += 0.05
  if (parties.source.length === 0) confidence -= 0.15
  if (!reading.joint && parties.target.length === 0) confidence -= 0.1
  if (dated) confidence += 0.1
  return Math.round(Math.min(0.95, Math.max(0.2, confidence)) * 100) / 100
}
