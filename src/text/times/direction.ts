/** Which way a clause looks from the document's date: what happened on Monday, or what will. */
import type { Clause, Sentence } from '../types.ts'
import { at, type Line } from './lexemes.ts'
import type { Direction, Match } from './match.ts'

const AHEAD_MODALS = new Set(
  'will shall may might can could should must would going-to about-to have-to ought'.split(' '),
)
/** "is scheduled for Monday", "agreed to meet on Monday": what hangs on these lies ahead. */
const PLANNING = new Set(
  (
    'schedule plan expect slate set due intend aim hope agree decide want vow pledge promise prepare propose ask urge ' +
    'invite seek arrange consider threaten offer wait be have need'
  ).split(' '),
)
/** "began to talk in June": what hangs on these is as past as they are. */
const DONE = new Set('begin start continue fail manage help try go come use cease happen prove'.split(' '))
const PLANNED = new Set('schedule plan expect slate set due intend'.split(' '))
/** "if they meet in November": a present tense that looks ahead. */
const CONDITIONAL = new Set('if unless once until when before after whether'.split(' '))
const REPORTING = new Set('say tell report write note add argue state announce show mean'.split(' '))
/** "The trial begins Monday": a plain present tense that a timetable puts ahead. */
const SCHEDULED = new Set(
  (
    'begin start open reopen end close expire conclude finish meet hold host visit arrive leave depart travel fly go ' +
    'come return convene resume vote head gather take run face kick launch join attend appear deliver'
  ).split(' '),
)
const UPCOMING = new Set('upcoming forthcoming planned scheduled expected coming'.split(' '))

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

function finite(clause: Clause): Direction | null {
  const { verb } = clause
  if (verb === null) return null
  const past = verb.tense === 'past'
  if (PLANNED.has(verb.lemma) && verb.voice === 'passive') return 'future'
  if (verb.modal !== null && AHEAD_MODALS.has(verb.modal)) return verb.perfect ? 'past' : 'future'
  if (verb.tense === 'future') return 'future'
  if (past || verb.perfect) return 'past'
  if (verb.progressive || (clause.marker !== null && CONDITIONAL.has(clause.marker))) return 'future'
  if (verb.tense === 'present' && SCHEDULED.has(verb.lemma)) return 'future'
  return REPORTING.has(verb.lemma) ? 'past' : null
}

/** An infinitive looks ahead of a plan, and otherwise as the clause that it hangs on. */
function infinitive(clause: Clause, depth: number): Direction | null {
  const lemma = clause.parent?.verb?.lemma
  // A headline: "Kishida to visit Seoul on Sunday".
  if (lemma === undefined) return towards(clause.parent, depth) ?? 'future'
  if (PLANNING.has(lemma)) return 'future'
  const above = towards(clause.parent, depth)
  return DONE.has(lemma) || above === 'past' ? above : 'future'
}

function towards(clause: Clause | null, depth = 0): Direction | null {
  if (clause === null || depth > 6) return null
  const { verb } = clause
  if (verb === null) return towards(clause.parent, depth + 1)
  if (verb.finite || verb.modal !== null) return finite(clause)
  if (clause.marker === 'to' && !verb.perfect) return infinitive(clause, depth + 1)
  // "a deal signed in June will expire": the participle is past by itself.
  if (verb.voice === 'passive' && !verb.progressive) return PLANNED.has(verb.lemma) ? 'future' : 'past'
  return towards(clause.parent, depth + 1)
}

/** "the Nov. 18 summit was announced": the date belongs to the noun, whatever the verb's tense is. */
function describesNoun(line: Line, match: Match): boolean {
  const before = at(line, match.first - 1).lower
  const next = at(line, match.end)
  const noun = next.kind === 'word' && !next.glued && !FUNCTION_WORDS.has(next.lower)
  return match.parts?.day != null && noun && (before === 'the' || before === 's' || before === 'a')
}

/** The direction at a match, by the words before it or the clause around it; null where neither shows. */
export function directionAt(sentence: Sentence, line: Line, match: Match): Direction | null {
  for (let i = match.first - 1; i >= match.first - 3; i--)
    if (UPCOMING.has(at(line, i).lower)) return 'future'
  if (at(line, match.first - 1).lower === 'of' && at(line, match.first - 2).lower === 'ahead') return 'future'
  if (describesNoun(line, match) || sentence.clauses.length > MANY) return null
  return towards(clauseAt(sentence, at(line, match.first).start))
}
