import type { Clause, Sentence } from '../../text/types.ts'
import type { Reader, Reading } from './reading.ts'

/** Operators that leave the event inside them to tell itself: "said it had met", "accused it of arming". */
const TRANSPARENT = new Set(['say', 'announce-that'])

/** What the clauses of a sentence tell, each event once: "agreed to meet" is one, not two. */
export function verbalReadings(sentence: Sentence, reader: Reader): Reading[] {
  const taken = new Set<Clause>()
  const found: Reading[] = []
  for (const clause of sentence.clauses) {
    const reading = reader.clause(clause)
    if (reading === null || reading.pairOnly) continue
    if (reading.operator !== null && TRANSPARENT.has(reading.operator)) continue
    found.push(reading)
    for (let inner = reading.inner; inner !== null; inner = inner.inner) {
      if (inner.clause !== null && inner.clause !== clause && !keepsDeed(reading)) taken.add(inner.clause)
    }
  }
  return found.filter(
    reading => reading.clause !== null && !taken.has(reading.clause) && tellsEvent(reading, sentence),
  )
}

/** The deed of which somebody is accused or for which somebody is praised is an event too. */
function keepsDeed(reading: Reading): boolean {
  return (
    reading.operator === 'accuse' ||
    reading.operator === 'condemn' ||
    reading.operator === 'support' ||
    reading.operator === 'deny' ||
    reading.operator === 'investigate'
  )
}

const HABITS = new Set([
  'often',
  'usually',
  'always',
  'regularly',
  'routinely',
  'frequently',
  'sometimes',
  'never',
  'generally',
  'typically',
])
const STATIVE = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'SUPPORT',
  'AGREE',
  'COOPERATE',
  'THREATEN',
  'COERCE',
  'CONCEDE',
  'AID',
])

/** False for what is usual, believed or asked, rather than done. */
function tellsEvent(reading: Reading, sentence: Sentence): boolean {
  const clause = reading.clause
  const verb = clause?.verb
  if (!clause || !verb) return false
  if (sentence.tokens.at(-1)?.text === '?' || clause.quoted) return false
  if (verb.adverbs.some(adverb => HABITS.has(adverb))) return false
  // "to compensate the victims": a purpose, or the content of a noun, is no event of its own.
  if (!verb.finite && clause.marker === 'to') return false
  if (!verb.finite && clause.kind === 'participle' && clause.marker !== null && !keptGerund(clause))
    return false
  const simplePresent =
    verb.tense === 'present' &&
    !verb.perfect &&
    !verb.progressive &&
    verb.modal === null &&
    verb.voice === 'active'
  // "Seoul insists that …" is a position; headlines ("Seoul rejects offer") begin a text.
  if (simplePresent && STATIVE.has(reading.type)) return sentence.index === 0
  if (verb.progressive && (reading.type === 'COOPERATE' || reading.type === 'SUPPORT')) return false
  return true
}

/** "by visiting Japan", "after meeting Kishida": done; "from visiting": not. */
function keptGerund(clause: Clause): boolean {
  return ['by', 'after', 'of', 'for', 'since', 'in', 'following', 'while', 'when', 'before'].includes(
    clause.marker ?? '',
  )
}
