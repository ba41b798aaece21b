import type { Status } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence, VerbGroup } from '../../text/types.ts'
import type { Reading } from './types.ts'

const PLANNED = new Set(['will', 'shall', 'going-to', 'be-to', 'about-to'])
const HYPOTHETICAL = new Set(['may', 'might', 'could', 'can', 'would', 'should', 'must', 'have-to', 'ought'])
const CONDITIONS = new Set([
  'if',
  'unless',
  'whether',
  'until',
  'once',
  'lest',
  'provided',
  'in case',
  'even if',
  'as long as',
  'till',
])
const LIKELY = new Set([
  'due',
  'set',
  'likely',
  'scheduled',
  'expected',
  'poised',
  'slated',
  'bound',
  'ready',
  'certain',
  'sure',
])
const POSSIBLE = new Set([
  'possible',
  'unlikely',
  'improbable',
  'inconceivable',
  'unthinkable',
  'imminent',
  'probable',
  'inevitable',
  'unclear',
  'willing',
  'eager',
  'keen',
  'able',
  'desirable',
  'necessary',
  'important',
  'essential',
  'crucial',
  'unable',
  'reluctant',
  'easier',
  'difficult',
  'hard',
  'impossible',
  'conceivable',
])
const WISHES = new Set([
  'hope',
  'want',
  'wish',
  'consider',
  'like',
  'need',
  'seek',
  'urge',
  'ask',
  'demand',
  'call',
  'request',
  'suggest',
  'propose',
  'expect',
  'recommend',
  'want',
  'fear',
  'doubt',
  'wonder',
])

/** What the verb group itself says: "will meet" is planned, "could meet" hypothetical. */
function ofVerb(verb: VerbGroup, reported: boolean): Status | null {
  if (verb.tense === 'future' || (verb.modal !== null && PLANNED.has(verb.modal))) return 'planned'
  // "said it would meet": a plan as told in the past.
  if (verb.modal === 'would' && reported) return 'planned'
  return verb.modal !== null && HYPOTHETICAL.has(verb.modal) ? 'hypothetical' : null
}

/** What the clauses around it say: "if", "it is possible that", "hopes to". */
function ofGovernor(parent: Clause, sentence: Sentence): Status | null {
  const verb = parent.verb
  if (verb === null) return null
  const adjective = parent.predicate?.adjective ?? null
  const word = adjective === null ? null : (sentence.tokens[adjective]?.lower ?? null)
  if (word !== null && LIKELY.has(word)) return 'planned'
  if (word !== null && POSSIBLE.has(word)) return 'hypothetical'
  if (WISHES.has(verb.lemma)) return 'hypothetical'
  return verb.modal !== null && HYPOTHETICAL.has(verb.modal) ? 'hypothetical' : null
}

const WEIGHT: { readonly [status in Status]: number } = {
  reported: 0,
  planned: 1,
  hypothetical: 2,
  denied: 3,
}

export function stronger(a: Status | null, b: Status | null): Status | null {
  if (a === null || b === null) return a ?? b
  return WEIGHT[a] >= WEIGHT[b] ? a : b
}

/** Whether the event is told as done, planned, possible or denied. */
export function statusOf(reading: Reading, sentence: Sentence): Status {
  let status = reading.status
  const clause = reading.clause
  if (clause !== null) status = stronger(status, aroundOf(clause, sentence, reading.negated))
  return status ?? 'reported'
}

/** The status that a clause gives to what stands in it. */
export function aroundOf(clause: Clause, sentence: Sentence, negated = false): Status | null {
  let status: Status | null = null
  let child: Clause | null = null
  for (let at: Clause | null = clause, steps = 0; at !== null && steps < 6; at = at.parent, steps++) {
    const reported = at.kind === 'complement' && at.parent?.verb?.tense === 'past'
    if (at === clause) {
      // "would not hold summits" is a refusal, made already.
      if (at.verb !== null && !negated) status = stronger(status, ofVerb(at.verb, reported))
    } else if (child !== null && governs(child)) status = stronger(status, ofGovernor(at, sentence))
    if (at.marker !== null && CONDITIONS.has(at.marker)) status = stronger(status, 'hypothetical')
    // "… until talks resume, after the court ruled": what is told as a circumstance stands for itself.
    if (at.kind === 'adverbial' || at.kind === 'relative' || at.kind === 'main') break
    child = at
  }
  return status
}

/** A relative or coordinate clause tells on its own. */
function governs(child: Clause): boolean {
  return child.kind === 'complement' || child.marker === 'to'
}

/** "a meeting in June is *likely*", "talks are *possible* if …": what is said of the noun that is the subject. */
export function ofPredicate(clause: Clause, group: NounGroup, sentence: Sentence): Status | null {
  if (clause.subject !== group) return null
  if (sentence.clauses.some(it => it.parent === clause && it.marker === 'if')) return 'hypothetical'
  return clause.predicate === null ? null : ofGovernor(clause, sentence)
}
