/** Closes the parse: subjects that were shared are filled in, spans grow over what they hold, empty drafts go. */
import type { Clause, NounGroup } from '../types.ts'
import type { Draft, Parse } from './draft.ts'

export function finish(parse: Parse): Clause[] {
  const kept = parse.all.filter(
    draft => draft.clause.verb !== null || (draft.parent === null && draft.nouns.length > 0),
  )
  for (const draft of kept) {
    if (draft.clause.verb === null) draft.clause.kind = 'fragment'
    if (draft.clause.subject === null && draft.inherits !== null)
      draft.clause.subject = subjectOf(draft.inherits, 0)
  }
  const present = new Set(kept.map(draft => draft.clause))
  for (const { clause } of kept) {
    while (clause.parent !== null && !present.has(clause.parent)) clause.parent = clause.parent.parent
    if (clause.complement !== null && !present.has(clause.complement)) clause.complement = null
  }
  const clauses = kept.map(draft => draft.clause)
  grow(parse, clauses)
  clauses.forEach((clause, index) => {
    clause.index = index
    const first = parse.tokens[clause.first]
    const last = parse.tokens[clause.last]
    clause.span = [first?.start ?? 0, last?.end ?? first?.end ?? 0]
  })
  return clauses
}

function subjectOf(draft: Draft, depth: number): NounGroup | null {
  if (draft.clause.subject !== null || draft.inherits === null || depth > 12) return draft.clause.subject
  return subjectOf(draft.inherits, depth + 1)
}

/** A clause covers its subject, its verb, and the clauses inside it; not those that stand beside it. */
function grow(parse: Parse, clauses: Clause[]): void {
  for (const clause of clauses) {
    if (clause.verb !== null) {
      clause.first = Math.min(clause.first, clause.verb.first)
      clause.last = Math.max(clause.last, clause.verb.last)
    }
    if (clause.subject !== null && !clause.inheritedSubject && clause.subject.sentence === parse.sentence) {
      clause.first = Math.min(clause.first, clause.subject.first)
      clause.last = Math.max(clause.last, clause.subject.last)
    }
    for (const object of clause.objects) clause.last = Math.max(clause.last, object.last)
  }
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]
    const parent = clause?.parent
    if (clause === undefined || parent === null || parent === undefined || clause.kind === 'coordinate')
      continue
    parent.first = Math.min(parent.first, clause.first)
    parent.last = Math.max(parent.last, clause.last)
  }
}
