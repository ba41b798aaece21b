import type { Clause, Sentence } from '../../text/types.ts'
import type { Reader, Reading } from '../events/types.ts'
import { fromNouns } from './nouns.ts'
import type { Candidate, Sides } from './pair.ts'
import { asDoer, scoreOf } from './score.ts'
import { together } from './together.ts'

/** Below this, the verb is not what binds the two. */
export const ENOUGH = 3

/** What the clauses and nouns of these sentences tell, with how well each binds the two. */
export function candidates(sentences: readonly Sentence[], reader: Reader, pair: Sides): Candidate[] {
  const found: Candidate[] = []
  for (const sentence of sentences) {
    for (const clause of sentence.clauses) {
      const reading = reader.clause(clause)
      if (reading === null) continue
      // "the *exercise* by Spain and Morocco ended": what ends does nothing.
      if (reading.pairOnly && reading.roles.agent !== null && pair.isEvent(reading.roles.agent)) continue
      const purpose = isPurpose(clause, reader, pair) ? 2 : 0
      found.push({ reading, score: scoreOf(reading, clause, pair) - purpose })
    }
  }
  found.push(...fromNouns(sentences, reader, pair), ...together(sentences, reader, pair))
  return found
}

/** "took to the streets *to demand* higher pay": what was done counts, where it is an event of the same doer. */
function isPurpose(clause: Clause, reader: Reader, pair: Sides): boolean {
  if (clause.marker !== 'to' || clause.parent === null) return false
  const outer = reader.clause(clause.parent)
  if (outer === null || outer.pairOnly || asDoer(outer, pair) <= 2) return false
  return clause.kind === 'adverbial' || outer.operator === null
}

/** The highest score; of equals, the clause that stands further out. */
export function best(found: readonly Candidate[]): Candidate | null {
  let top: Candidate | null = null
  for (const candidate of found) if (top === null || candidate.score > top.score) top = candidate
  return top
}

/**
 * "refused to *meet*" is a refusal, "the pledge to *send tanks*" a pledge: an operator around the best reading wins,
 * unless it is somebody else's ("the decision to send tanks was hailed by Oslo").
 */
export function outermost(found: readonly Candidate[], pair: Sides): Candidate | null {
  let top = best(found)
  for (let steps = 0; top !== null && steps < 5; steps++) {
    const inner: Reading = top.reading
    const outer = found.find(it => isAround(it.reading, inner) && belongs(it, pair))
    if (outer === undefined) break
    top = { reading: outer.reading, score: Math.max(outer.score, top.score) }
  }
  return top
}

/** "resisted *calls* to free them": also a verb whose object names the event. */
function isAround(outer: Reading, inner: Reading): boolean {
  if (outer.inner === inner) return true
  return (
    outer.clause !== null &&
    inner.clause === null &&
    outer.operator === null &&
    outer !== inner &&
    inner.inner !== null &&
    outer.roles.patient === inner.noun?.group
  )
}

function belongs({ reading, score }: Candidate, pair: Sides): boolean {
  if (reading.clause === null) return score > 0
  return score >= ENOUGH && (reading.roles.agent === null || asDoer(reading, pair) > 0)
}
