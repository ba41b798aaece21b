import type { Clause, Sentence } from '../../text/types.ts'
import { type Context, contains } from '../context.ts'

export interface FoundIssue {
  issue: string
  /** Named in the clause or its sentence; else carried on from what was said just before. */
  near: boolean
}

const ANAPHORIC =
  /\b(this|that|these|those|such|the|its|their) (issue|matter|question|proposal|plan|problem|dispute|demand|position|incident|deal|agreement|ruling|decision|verdict|victims|move|approach|idea|offer|foundation|fund)\b|\b(it|which|this)\b/i

/** The issue that a clause is about: named in it, in its sentence, or in the sentences before that it refers back to. */
export function issueOf(context: Context, sentence: Sentence, clause: Clause): FoundIssue | null {
  const { text, sentences } = context.analysis
  const states = statesIn(context)
  const hits = context.knowledge.issues.issuesOf(text.slice(sentence.start, sentence.end), states)
  const at = hits.map(hit => ({ ...hit, start: hit.start + sentence.start, end: hit.end + sentence.start }))
  const inside = at.filter(hit => contains(clause.span, [hit.start, hit.end]))
  const own = pick(inside) ?? pick(at)
  if (own !== null) return { issue: own, near: true }
  if (!ANAPHORIC.test(text.slice(clause.span[0], clause.span[1]))) return null
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 3); i--) {
    const before = sentences[i]
    if (before === undefined || before.paragraph < sentence.paragraph - 1) break
    const issue = pick(context.knowledge.issues.issuesOf(text.slice(before.start, before.end), states))
    if (issue !== null) return { issue, near: false }
  }
  return null
}

/** A name of the matter goes before a sign of it, and what is named more often before what is named once. */
function pick(hits: readonly { issue: string; sign: boolean }[]): string | null {
  const named = hits.filter(hit => !hit.sign)
  const pool = named.length > 0 ? named : hits
  const counts = new Map<string, number>()
  for (const hit of pool) counts.set(hit.issue, (counts.get(hit.issue) ?? 0) + 1)
  let best: string | null = null
  for (const [issue, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = issue
  return best
}

const stateSets = new WeakMap<object, ReadonlySet<string>>()

/** The states that the document speaks of: an issue of one pair means nothing between others. */
export function statesIn(context: Context): ReadonlySet<string> {
  const known = stateSets.get(context.analysis)
  if (known !== undefined) return known
  const states = new Set(
    context.analysis.entities.map(entity => entity.state).filter(state => state !== null),
  )
  stateSets.set(context.analysis, states)
  return states
}
