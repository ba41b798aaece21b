import type { Entity } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Reading } from './types.ts'

const EMBASSY = /^(?:embassy|consulate|mission|legation)$/

/** "bombed positions *in northern Iraq*", "closed its embassy *in Tehran*": done to the state where it was done. */
export function groundOf(
  { analysis, knowledge }: Context,
  reading: Reading,
  toState: (iso3: string, words: string) => Entity,
): Entity[] {
  const { patient, phrases } = reading.roles
  const raid = reading.type === 'ASSAULT' && reading.inner === null && reading.noun === null
  if (!raid && !EMBASSY.test(patient?.lemma ?? '')) return []
  for (const { preposition, object } of [...(patient?.phrases ?? []), ...phrases]) {
    if (!/^(?:in|on|near|inside|across)$/.test(preposition) || object === null || object.temporal) continue
    const states = analysis.statesIn(object)
    if (states.length > 0) return [...states]
    const words = analysis.text.slice(...object.span)
    const iso3 = knowledge.states.byCapital(words)?.iso3 ?? knowledge.places.byName(words)?.state
    if (iso3 != null) return [toState(iso3, words)]
  }
  return []
}
