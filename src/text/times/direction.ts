/** Which way a clause looks from the document's date: what happened on Monday, or what will. */
import { looks } from '../../knowledge/outlooks.ts'
import type { Clause, Sentence } from '../types.ts'
import { at, type Line } from './lexemes.ts'
import type { Direction, Match } from './match.ts'

/** "A deal by Friday": ahead, where no verb says otherwise. */
const DEADLINE = new Set(['by', 'until', 'till'])
const FUNCTION_WORDS = new Set(
  'in at and or to for with by after before when as that which who but while because if'.split(' '),
)

/** A "sentence" of so many clauses is a table or a list; each of its times would look through all of them. */
const MANY = 1000

/** The innermost clause around an offset. */
function clauseAt(sentence: Sentence, offset: number): Clause | null {
  let best: Clause | null = null
  for (const clause of sentence.clauses) {
    const [start, end] = clause.span
    if (start > offset || end <= offset) continue
    if (best === null || end - start <= best.span[1] - best.span[0]) best = clause
  }
  return best
}

/** "A meeting in June is likely." */
function isPending(sentence: Sentence, clause: Clause | null): boolean {
  const token = sentence.tokens[clause?.predicate?.adjective ?? -1]
  return token !== undefined && looks('pending', token.lower)
}

function finite(sentence: Sentence, clause: Clause): Direction | null {
  const { verb } = clause
  if (verb === null) return null
  const past = verb.tense === 'past'
  if (looks('appoint', verb.lemma) && verb.voice === 'passive') return 'future'
  // "could not agree on Monday"
  if (verb.modal === 'could' && verb.negated) return 'past'
  // "may have met on Monday", but "will have left by Monday"
  if (verb.modal !== null && looks('modal', verb.modal))
    return verb.perfect && verb.modal !== 'will' && verb.modal !== 'shall' ? 'past' : 'future'
  if (verb.tense === 'future') return 'future'
  if (past || verb.perfect) return 'past'
  if (verb.progressive || (clause.marker !== null && looks('condition', clause.marker))) return 'future'
  if (verb.tense === 'present' && isPending(sentence, clause)) return 'future'
  if (verb.tense === 'present' && (looks('timetable', verb.lemma) || looks('foresee', verb.lemma)))
    return 'future'
  return looks('report', verb.lemma) ? 'past' : null
}

/** An infinitive looks ahead of a plan, and otherwise as the clause that it hangs on. */
function infinitive(sentence: Sentence, clause: Clause, depth: number): Direction | null {
  const lemma = clause.parent?.verb?.lemma
  // A headline: "Kishida to visit Seoul on Sunday".
  if (lemma === undefined) return towards(sentence, clause.parent, depth) ?? 'future'
  // "is likely to meet", but "was able to meet".
  const said = clause.parent?.predicate?.adjective != null
  if (said) {
    if (isPending(sentence, clause.parent)) return 'future'
  } else if (looks('plan', lemma)) {
    const { verb } = clause.parent ?? {}
    return verb?.finite && verb.tense === 'past' && verb.voice === 'active' ? 'purpose' : 'future'
  }
  const above = towards(sentence, clause.parent, depth)
  return looks('carry-on', lemma) || above === 'past' ? above : 'future'
}

function towards(sentence: Sentence, clause: Clause | null, depth = 0): Direction | null {
  if (clause === null || depth > 6) return null
  const { verb } = clause
  if (verb === null) return towards(sentence, clause.parent, depth + 1)
  if (verb.finite || verb.modal !== null) return finite(sentence, clause)
  if (clause.marker === 'to' && !verb.perfect) return infinitive(sentence, clause, depth + 1)
  // "a deal signed in June will expire": the participle is past by itself.
  if (verb.voice === 'passive' && !verb.progressive) return looks('appoint', verb.lemma) ? 'future' : 'past'
  return towards(sentence, clause.parent, depth + 1)
}

/** "the Nov. 18 summit was announced": the date belongs to the noun, whatever the verb's tense is. */
function describesNoun(line: Line, match: Match): boolean {
  const before = at(line, match.first - 1).lower
  const next = at(line, match.end)
  const noun = next.kind === 'word' && !next.glued && !FUNCTION_WORDS.has(next.lower)
  return match.parts?.day != null && noun && (before === 'the' || before === 's' || before === 'a')
}

/** "talks set for Monday", "put off until Friday", "moved to March": the word before the preposition looks ahead. */
function isAppointed(line: Line, match: Match): boolean {
  const preposition = at(line, match.first - 1).lower
  const before = at(line, match.first - 2).lower
  if (preposition === 'for') return looks('appointed', before)
  return (preposition === 'to' || DEADLINE.has(preposition)) && looks('put-off', before)
}

/** "gave them until Monday", "has until Dec. 1". */
function isAllowed(line: Line, match: Match, clause: Clause | null): boolean {
  const preposition = at(line, match.first - 1).lower
  return (preposition === 'until' || preposition === 'till') && looks('allow', clause?.verb?.lemma ?? '')
}

/** The direction at a match, by the words before it or the clause around it; null where neither shows. */
export function directionAt(sentence: Sentence, line: Line, match: Match): Direction | null {
  for (let i = match.first - 1; i >= match.first - 3; i--)
    if (looks('upcoming', at(line, i).lower)) return 'future'
  if (at(line, match.first - 1).lower === 'of' && at(line, match.first - 2).lower === 'ahead') return 'future'
  if (isAppointed(line, match)) return 'future'
  if (describesNoun(line, match) || sentence.clauses.length > MANY) return null
  const clause = clauseAt(sentence, at(line, match.first).start)
  if (isAllowed(line, match, clause)) return 'future'
  const direction = towards(sentence, clause)
  return direction ?? (DEADLINE.has(at(line, match.first - 1).lower) ? 'future' : null)
}

/** Is what the clause at the match tells still going on: "has deployed tanks since May"? */
export function reachesNow(sentence: Sentence, line: Line, match: Match): boolean {
  if (sentence.clauses.length > MANY) return false
  const verb = clauseAt(sentence, at(line, match.first).start)?.verb
  return verb?.perfect === true && verb.tense === 'present'
}
