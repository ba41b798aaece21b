import type { Clause } from '../../text/types.ts'
import type { Reading } from './types.ts'

/** "is expected to test", "analysts expect Tokyo to strike …": the event is what is expected. */
export function isExpected(reading: Reading): reading is Reading & { inner: Reading & { clause: Clause } } {
  const verb = reading.clause?.verb
  const inner = reading.inner
  if (!verb || inner === null || inner.clause === null || reading.operator !== 'plan') return false
  return verb.voice === 'passive' || verb.lemma === 'expect' || verb.lemma === 'be'
}

export const TOPICAL = /^(?:discuss|debate|review)$/
const VERDICTS: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'SUPPORT'])

/** "… must compensate the victims, *which* Tokyo deemed unacceptable": what is judged is the whole clause before. */
export function takesUpClause(reading: Reading): boolean {
  const clause = reading.clause
  return (
    clause?.kind === 'relative' &&
    clause.marker === 'which' &&
    VERDICTS.has(reading.type) &&
    reading.roles.patient === clause.modifies &&
    (PERSONS.test(clause.modifies?.lemma ?? '') || clause.complement?.verb?.lemma === 'do')
  )
}

const PERSONS =
  /^(?:victim|worker|woman|man|person|people|citizen|family|soldier|survivor|plaintiff|prisoner)s?$/
