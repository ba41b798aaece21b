import type { IssueHit } from '../../knowledge/issues.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import { type Context, contains } from '../context.ts'

export interface FoundIssue {
  issue: string
  /** Named in the clause or its sentence; else carried on from what was said just before. */
  near: boolean
}

const ANAPHORIC =
  /\b(this|that|these|those|such|the|its|their) (issue|matter|question|proposal|plan|problem|dispute|demand|position|incident|deal|agreement|ruling|decision|verdict|victims|move|approach|idea|position|incidents|talks|measure|measures|step|offer|foundation|fund)\b|\b(it|which|this)\b/i

/** The issue that a clause is about: named in it or its sentence, or in the sentences before that it refers back to. */
export function issueOf(context: Context, sentence: Sentence, clause: Clause): FoundIssue | null {
  const { text } = context.analysis
  const hits = hitsIn(context, sentence)
  const inside = hits.filter(hit => contains(clause.span, [hit.start, hit.end]))
  const own = pick(context, inside) ?? pick(context, hits)
  if (own !== null && isSpecific(context, own)) return { issue: own, near: true }
  // "this proposal", and a general matter ("reparations") under a certain one ("forced labour") of the sentences before.
  const refers = ANAPHORIC.test(text.slice(clause.span[0], clause.span[1]))
  const earlier = refers || own === 'history' ? before(context, sentence) : null
  if (earlier !== null && (own === null || isSpecific(context, earlier)))
    return { issue: earlier, near: false }
  return own === null ? null : { issue: own, near: true }
}

function hitsIn(context: Context, sentence: Sentence): IssueHit[] {
  const text = context.analysis.text.slice(sentence.start, sentence.end)
  const hits = context.knowledge.issues.issuesOf(text, statesIn(context))
  return hits.map(hit => ({ ...hit, start: hit.start + sentence.start, end: hit.end + sentence.start }))
}

function before(context: Context, sentence: Sentence): string | null {
  let general: string | null = null
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 4); i--) {
    const earlier = context.analysis.sentences[i]
    if (earlier === undefined || earlier.paragraph < sentence.paragraph - 2) break
    const issue = pick(context, hitsIn(context, earlier))
    if (issue !== null && isSpecific(context, issue)) return issue
    general ??= issue
  }
  return general
}

/** A matter of certain states, not one that any two may have. */
function isSpecific(context: Context, issue: string): boolean {
  return context.knowledge.issues.rows.some(row => row.issue === issue && row.states.length > 0)
}

/** A certain matter before a general one, its name before a mere sign of it, what is named more often before the rest. */
function pick(context: Context, hits: readonly IssueHit[]): string | null {
  const counted = hits.filter(hit => !hit.sign || isSpecific(context, hit.issue))
  const weights = new Map<string, number>()
  for (const hit of counted) {
    const weight = (hit.sign ? 1 : 10) * (isSpecific(context, hit.issue) ? 100 : 1)
    weights.set(hit.issue, (weights.get(hit.issue) ?? 0) + weight)
  }
  let best: string | null = null
  for (const [issue, weight] of weights) if (best === null || weight > (weights.get(best) ?? 0)) best = issue
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
