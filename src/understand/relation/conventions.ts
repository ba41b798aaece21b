import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType } from '../../record/types.ts'
import type { Sentence } from '../../text/types.ts'
import type { Reading } from '../events/reading.ts'
import { statusOf } from '../events/status.ts'

/**
 * What the pair task calls an event where the record keeps its kind and its status apart: a deed announced is an
 * agreement if it helps, a threat if it hurts; a signed treaty is support.
 */
export function convention(
  reading: Reading,
  sentences: readonly Sentence[],
  knowledge: Knowledge,
): EventType {
  const told = unwrap(reading)
  const sentence = sentences.find(it => it.index === told.clause?.sentence)
  if (sentence === undefined || told.negated || !isToCome(told, sentence))
    return reading.pairType ?? reading.type
  return knowledge.shifters.shift('future', { type: reading.type, mode: reading.mode })?.type ?? reading.type
}

/** "said it *will release* them": what counts is the event that is told. */
function unwrap(reading: Reading): Reading {
  let told = reading
  while ((told.operator === 'say' || told.operator === 'announce') && told.inner?.clause) told = told.inner
  return told
}

/** "will meet", "would hold talks next month". */
function isToCome(reading: Reading, sentence: Sentence): boolean {
  const status = statusOf(reading, sentence)
  return status === 'planned' || (status === 'hypothetical' && reading.clause?.verb?.modal === 'would')
}
