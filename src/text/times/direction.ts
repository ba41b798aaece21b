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
    'invite seek arrange consider threaten offer wait be have need want'
  ).split(' '),
)
/** "began to talk in June": what hangs on these is as past as they are. */
const DONE = new Set('begin start continue fail manage help try go come use cease happen prove'.split(' '))
const PLANNED = new Set('schedule plan expect slate set due intend'.split(' '))
/** "if they meet in November": a present tense that looks ahead. */
const CONDITIONAL = new Set('if unless once until when before after whether'.split(' '))
const REPORTING = new Set('say tell report write note add argue state announce show mean'.split(' '))
const UPCOMING = new Set('upcoming forthcoming planned scheduled expected coming'.split(' '))

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
  return REPORTING.has(verb.lemma) ? 'past' : null
}

/** An infinitive looks ahead of a plan, and otherwise as the clause that it hangs on. */
function infinitive(clause: Clause, depth: number): Direction | null {
  const lemma = clause.parent?.verb?.lemma
  if (lemma === undefined) return clause.parent === null ? 'future' : towards(clause.parent, depth)
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
  return towards(clause.parent, depth + 1)
}

/** The direction at a match, by the words before it or the clause around it; null where neither shows. */
export function directionAt(sentence: Sentence, line: Line, match: Match): Direction | null {
  for (let i = match.first - 1; i >= match.first - 3; i--)
    if (UPCOMING.has(at(line, i).lower)) return 'future'
  if (at(line, match.first - 1).lower === 'of' && at(line, match.first - 2).lower === 'ahead') return 'future'
  return towards(clauseAt(sentence, at(line, match.first).start))
}
