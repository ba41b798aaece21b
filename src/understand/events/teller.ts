/** The clause whose tense and time are an event's, where its own verb has none. */
import type { Clause, NounGroup } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Reading } from './types.ts'

const RANKED = /\b(?:first|second|third|fourth|fifth|last|latest|only|highest|most senior)\b/i
const BECOMING = /^(?:be|become)$/
/** What is said of an event that took place, and of no other. */
const LASTING = /^(?:last|end|conclude|begin|start|open|close|resume|take|come|follow|run)$/

/** "She became *the first minister to visit Lima*", "he is the first premier to meet them": he did. */
export function isFirstTo(context: Context, clause: Clause): boolean {
  const { kind, marker, modifies, parent } = clause
  if (kind !== 'relative' || marker !== 'to' || modifies === null || parent === null) return false
  const told = parent.predicate?.group === modifies && BECOMING.test(parent.verb?.lemma ?? '')
  return told && RANKED.test(context.analysis.text.slice(...modifies.span))
}

/** The clause itself, the one around "… to visit", or that which says of a noun how long it lasted. */
export function tellerOf(
  context: Context,
  reading: Reading,
  around: Clause | null,
  group: NounGroup | null,
): Clause | null {
  if (reading.clause !== null)
    return isFirstTo(context, reading.clause) ? reading.clause.parent : reading.clause
  const lasts = around?.subject === group && LASTING.test(around?.verb?.lemma ?? '')
  return lasts ? around : null
}
