import type { Attribution } from './attribution.ts'

/**
 * How often attributions of a kind have the right content: counted on the passages written for the project that are
 * held out (training/statements, 130 attributions), with a right and a wrong one added to each kind. Noun phrases
 * and infinitives are put lower than counted, since in running text an act ("blocked the bill") looks like a
 * judgment more often than in passages that are about attribution.
 */
const RIGHT = {
  quote: { saying: 0.94, other: 0.9 },
  clause: { saying: 0.88, other: 0.72 },
  infinitive: { saying: 0.65, other: 0.65 },
  phrase: { saying: 0.7, other: 0.62 },
} as const

/** "may say", "did not say", "the suggestion that" where only its user is named. */
const HYPOTHETICAL = 0.12

export function confidenceOf({ complement, class: kind, hypothetical }: Attribution): number {
  const share = RIGHT[complement][kind === 'saying' || kind === 'finding' ? 'saying' : 'other']
  return Math.round((hypothetical ? share - HYPOTHETICAL : share) * 100) / 100
}
