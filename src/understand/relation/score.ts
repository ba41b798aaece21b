import type { Span } from '../../record/types.ts'
import type { Clause, NounGroup } from '../../text/types.ts'
import type { Reading } from '../events/types.ts'
import type { Sides } from './pair.ts'

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** A group or one coordinated with it overlaps the span; `whole` also by what belongs to it. */
function covers(group: NounGroup | null, span: Span, whole: boolean): boolean {
  if (group === null) return false
  if (overlaps(whole ? group.whole : group.span, span)) return true
  if (group.apposition !== null && overlaps(group.apposition.span, span)) return true
  return group.conjuncts.some(other => overlaps(whole ? other.whole : other.span, span))
}

/** How well the source stands where the doer stands. */
export function asDoer(reading: Reading, { source, isSource, isEvent }: Sides): number {
  const { agent, patient } = reading.roles
  if (covers(agent, source, false)) return 4
  if (covers(agent, source, true)) return reading.pairOnly && agent !== null && isEvent(agent) ? 0.5 : 3
  // "the premier said *he* would resign"
  if (agent !== null && isSource(agent)) return 3
  // "the two met": who acts jointly may stand on either side.
  if (reading.joint && covers(patient, source, true)) return 3
  if (agent === null && reading.clause !== null && overlaps(reading.clause.span, source)) return 0.5
  return 0
}

/** How well the target stands where the other side stands. */
export function asTarget(reading: Reading, { target, isTarget }: Sides): number {
  const { agent, patient, others, phrases } = reading.roles
  if (covers(patient, target, false) || others.some(group => covers(group, target, false))) return 4
  if (reading.phrase !== null && covers(reading.phrase.object, target, true)) return 4
  if (covers(patient, target, true)) return 3
  if (patient !== null && isTarget(patient)) return 3
  if (phrases.some(phrase => overlaps(phrase.span, target))) return 3
  if (reading.inner !== null && reading.inner.clause !== null && overlaps(reading.inner.clause.span, target))
    return 3
  if (reading.joint && covers(agent, target, true)) return 3
  if (reading.clause !== null && overlaps(reading.clause.span, target)) return 2
  return 0
}

/** How well a reading binds source and target: 8 where they are subject and object of its verb. */
export function scoreOf(reading: Reading, clause: Clause, pair: Sides): number {
  const doer = asDoer(reading, pair)
  const target = asTarget(reading, pair)
  if (doer + target === 0) return 0
  let score = doer + target
  // "T attacked S": the sides are the wrong way round.
  if (
    !reading.joint &&
    covers(reading.roles.agent, pair.target, false) &&
    !covers(reading.roles.agent, pair.source, true)
  )
    score -= 3
  if (reading.pairOnly) score -= 0.5
  if (clause.kind === 'relative' || clause.kind === 'adverbial') score -= 0.25
  // "the coalition *fighting the rebels* has declared …": what only says who the source is.
  if (clause.kind === 'participle' && clause.marker === null && covers(clause.modifies, pair.source, false))
    score -= 1.5
  return score
}
