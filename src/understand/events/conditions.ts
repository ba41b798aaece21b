import type { Clause, Sentence } from '../../text/types.ts'
import type { Reader, Reading } from './types.ts'

const WILL = new Set(['can', 'could', 'will', 'would', 'shall', 'should', 'may'])

/**
 * "Lind said exchanges cannot resume until Seoul apologizes": whoever sets a condition demands what it asks for.
 * Only where the refused thing is no event of its own; "would not meet until …" is a refusal.
 */
export function conditionalDemands(sentence: Sentence, reader: Reader): Reading[] {
  const found: Reading[] = []
  for (const clause of sentence.clauses) {
    if (clause.marker !== 'until' && clause.marker !== 'unless') continue
    const refused = clause.parent
    const verb = refused?.verb
    if (!refused || !verb?.negated || clause.subject === null || reader.clause(refused) !== null) continue
    if (verb.tense !== 'future' && !WILL.has(verb.modal ?? '')) continue
    const reporting = refused.kind === 'complement' ? refused.parent : null
    if (reporting?.subject && reporting.verb) found.push(demand(reporting, refused, clause))
  }
  return found
}

function demand(reporting: Clause, refused: Clause, condition: Clause): Reading {
  return {
    type: 'REQUEST',
    mode: 'change',
    status: null,
    clause: reporting,
    roles: { agent: reporting.subject, patient: condition.subject, others: [], phrases: [] },
    trigger: condition.verb?.span ?? condition.span,
    head: 'demand',
    inner: null,
    noun: null,
    phrase: null,
    joint: false,
    contexts: ['diplomatic'],
    pairOnly: false,
    pairType: null,
    operator: null,
    negated: refused.verb?.negated ?? false,
    pattern: 'condition',
  }
}
