import type { EventMention } from '../../record/mentions.ts'
import type { Parties } from './parties.ts'
import type { Reading } from './types.ts'

/**
 * How often an event of a kind is right in all of type, states, doer, status and date: counted over the answer keys of
 * both sample dossiers (test/score/, 173 events), with a right and a wrong one added to each cell, and a little
 * off where a text is dated, since articles from elsewhere are harder. docs/method.md has the counts. Whether both
 * sides are named made no difference; a date did.
 */
const RIGHT = {
  verb: { dated: 0.85, undated: 0.45 },
  operator: { dated: 0.85, undated: 0.5 },
  noun: { dated: 0.8, undated: 0.2 },
} as const

/** A plan without a date has the time from now on; it is right more often than a deed without one. */
const PLANNED = 0.1
const NEGATED = 0.15
const NOBODY = 0.15

export function confidenceOf(
  { reading, parties, anaphoric }: { reading: Reading; parties: Parties; anaphoric: boolean },
  mention: EventMention,
): number {
  const kind = reading.clause === null ? 'noun' : reading.operator === null ? 'verb' : 'operator'
  const dated = isDated(mention)
  let share: number = RIGHT[kind][dated ? 'dated' : 'undated']
  if (!dated && mention.status === 'planned') share += PLANNED
  if (reading.negated) share -= NEGATED
  if (parties.source.length === 0 && mention.source.length === 0) share -= NOBODY
  if (anaphoric && mention.refersTo === null) share -= NEGATED
  return Math.round(Math.min(0.95, Math.max(0.05, share)) * 100) / 100
}

/** By its own words, by another event, or by the day of the news; not only "before this was printed". */
function isDated({ date }: EventMention): boolean {
  return date.basis !== 'publication' || (date.precision !== 'unknown' && date.start !== null)
}
