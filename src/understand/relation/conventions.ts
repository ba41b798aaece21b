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
  const type = reading.pairType ?? reading.type
  const sentence = sentences.find(it => it.index === reading.clause?.sentence)
  if (sentence === undefined || statusOf(reading, sentence) !== 'planned') return type
  return knowledge.shifters.shift('future', { type, mode: reading.mode })?.type ?? type
}
