import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import { statusOf } from '../events/status.ts'
import type { Reading } from '../events/types.ts'
import type { Pair } from './pair.ts'
import { touches } from './sides.ts'

/**
 * What the pair task calls an event where the record keeps its kind and its status apart: a deed announced is an
 * agreement if it helps, a threat if it hurts; a signed treaty is support.
 */
export function convention(
  reading: Reading,
  sentences: readonly Sentence[],
  knowledge: Knowledge,
  pair: Pair,
): EventType {
  const told = unwrap(reading)
  const type = isShared(told, pair) ? 'COOPERATE' : told.type
  if (isAllegation(reading, pair)) return 'ACCUSE'
  // "called for sanctions on Chad": whoever asks for them finds fault.
  if (told.operator === 'request' && type === 'THREATEN') return 'ACCUSE'
  if (type === 'REQUEST' && isOrElse(reading, sentences)) return 'THREATEN'
  const plain = told === reading || type !== told.type ? type : reading.type
  const sentence = sentences.find(it => it.index === (told.clause?.sentence ?? told.noun?.group.sentence))
  if (sentence === undefined || told.negated || !isToCome(told, sentence)) return reading.pairType ?? plain
  return knowledge.shifters.shift('future', { type: plain, mode: reading.mode })?.type ?? plain
}

/** "said it *will release* them", "announced *plans* to reopen": what counts is the event that is told. */
function unwrap(reading: Reading): Reading {
  let told = reading
  while (told.operator === 'say' || told.operator === 'announce') {
    const inner = told.inner
    if (inner === null || (inner.clause === null && inner.operator === null)) break
    told = inner
  }
  return told
}

const BLAMED = new Set<EventType>(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN', 'SANCTION'])

const REPORTS = new Set(
  'say claim declare report state note announce tell allege insist maintain add write find conclude'.split(
    ' ',
  ),
)

/** "rights groups said *the police* had tortured them": whoever tells the other's misdeed accuses. */
function isAllegation(reading: Reading, { source, target }: Pair): boolean {
  let told = reading
  while ((told.operator === 'say' || told.operator === 'announce') && told.inner !== null) told = told.inner
  const verb = told.clause?.verb
  const doer = told.clause?.subject ?? null
  if (!verb || doer === null || verb.modal !== null || verb.tense === 'future' || told.negated) return false
  if (!BLAMED.has(told.type) || !touches(doer.span, target) || touches(doer.span, source)) return false
  for (let at = told.clause?.parent ?? null; at !== null; at = at.parent) {
    const teller = at.inheritedSubject ? null : at.subject
    if (teller !== null && touches(teller.whole, source) && REPORTS.has(at.verb?.lemma ?? '')) return true
  }
  return false
}

/** "told them to leave *or face arrest*": an order with its penalty is a threat. */
function isOrElse({ clause, trigger }: Reading, sentences: readonly Sentence[]): boolean {
  const sentence = clause === null ? undefined : sentences.find(it => it.index === clause.sentence)
  const at = sentence?.tokens.findIndex(
    (token, i) =>
      token.start > trigger[1] &&
      token.lower === 'or' &&
      /^(?:be|face|lose|die|risk|suffer|pay|else|forfeit)$/.test(sentence.tokens[i + 1]?.lower ?? ''),
  )
  return at !== undefined && at >= 0
}

/** "a war game staged by Danish marines and the Latvian army": an exercise of both is no show of force. */
function isShared(reading: Reading, { source, target }: Pair): boolean {
  if (reading.type !== 'MOBILIZE' && reading.inner?.type !== 'MOBILIZE') return false
  if (!/exercise|drill|game|manoeuvre|maneuver|patrol/.test(reading.head)) return false
  const { agent, phrases } = reading.roles
  const members = agent === null ? [] : [agent, ...agent.conjuncts]
  const acts = (span: Pair['source']) => members.some((it: NounGroup) => touches(it.whole, span))
  if (acts(source) && acts(target)) return true
  return phrases.some(
    it => it.preposition === 'with' && (touches(it.span, target) || touches(it.span, source)),
  )
}

const MENACES = new Set<EventType>(['ASSAULT', 'COERCE', 'SANCTION'])

/** "will meet", "would hold talks next month", "a plan to meet", "is considering sending aid". */
function isToCome(reading: Reading, sentence: Sentence): boolean {
  const status = statusOf(reading, sentence)
  if (status === 'planned') return true
  if (status !== 'hypothetical') return false
  // "could suspend the funds": what may come hurts already.
  if (MENACES.has(reading.type) && /^(?:could|may|might)$/.test(reading.clause?.verb?.modal ?? ''))
    return true
  return reading.clause?.verb?.modal === 'would' || reading.operator === 'hope'
}
