import type { IssueHit } from '../knowledge/issues.ts'
import type { Clause, Sentence } from '../text/types.ts'
import { type Context, contains, statesOf } from './context.ts'
import { within } from './lookup.ts'
import { once } from './once.ts'

export interface FoundIssue {
  issue: string
  /** Named in the clause or its sentence; else carried on from what was said just before. */
  near: boolean
}

const POINTS_BACK = /^(this|that|these|those|such|the|its|their|any|both|it|which|so)$/

/** What such a noun names was told before: "the step", "such acts", "its demand". */
const SHELL =
  /^(issue|matter|question|proposal|plan|problem|dispute|demand|position|incident|deal|agreement|accord|pact|treaty|ruling|decision|verdict|judgment|judgement|victim|move|approach|idea|talk|measure|step|offer|foundation|fund|act|action|announcement|request|charge|accusation|claim|scheme|solution|settlement|payment|compensation|restriction|curb|control|ban|complaint|protest|statement|declaration|initiative|arrangement|compromise|concession|condition|draft|text|bill|law|project|exercise|drill|operation|activity|violation|procedure|review|process|change|suspension|withdrawal|expulsion|project|work|construction|exploration|survey|result|outcome|term|draft|map|route|bridge|line|case|court|order|resolution)$/

/** The issue that a clause is about: named in it or its sentence, or in the sentences before that it refers back to. */
export function issueOf(context: Context, sentence: Sentence, clause: Clause): FoundIssue | null {
  const hits = hitsIn(context, sentence)
  const inside = hits.filter(hit => contains(clause.span, [hit.start, hit.end]))
  const refers = pointsBack(sentence, clause)
  const own = pick(context, inside) ?? (refers ? null : pick(context, hits))
  if (own !== null && isSpecific(context, own)) return { issue: own, near: true }
  const same = refers ? namesake(context, sentence, clause) : null
  if (same !== null && own === null) return { issue: same, near: false }
  // "this proposal", and a general matter ("reparations") under a certain one ("forced labour") of the sentences before.
  const told = before(context, sentence, clause)
  const narrows = told !== null && own !== null && context.knowledge.issueFamilies.of(told).includes(own)
  const earlier = refers || narrows ? told : null
  if (earlier !== null && (own === null || isSpecific(context, earlier)))
    return { issue: earlier, near: false }
  const found = own ?? pick(context, inside, true) ?? pick(context, hits) ?? pick(context, hits, true)
  return found === null ? null : { issue: found, near: true }
}

/** "to keep *the pact*" after "the military intelligence *pact*": the last term before that ends with the same noun. */
function namesake(context: Context, sentence: Sentence, clause: Clause): string | null {
  const nouns = sentence.groups
    .filter(group => contains(clause.span, group.span) && POINTS_BACK.test(group.determiner ?? ''))
    .filter(group => SHELL.test(group.lemma))
    .map(group => group.lemma)
  if (nouns.length === 0) return null
  const { text } = context.analysis
  const before = context.issueHits.filter(hit => hit.end <= sentence.start && !hit.sign)
  return before.findLast(hit => nouns.some(noun => endsWith(text, hit, noun)))?.issue ?? null
}

/** Ends the term with this noun, in the singular or with an s? */
function endsWith(text: string, { start, end }: IssueHit, noun: string): boolean {
  const term = text.slice(start, end).toLowerCase()
  return term.endsWith(` ${noun}`) || term.endsWith(` ${noun}s`)
}

/** "welcomed the plan", "rejected it", "which it refuses to do": the clause leaves open what it is about. */
function pointsBack(sentence: Sentence, clause: Clause): boolean {
  if (clause.kind === 'relative' && clause.complement?.verb?.lemma === 'do') return true
  return sentence.groups.some(group => {
    if (group.span[0] < clause.span[0] || group.span[1] > clause.span[1]) return false
    const pronoun = group.first === group.last && /^(this|that|it|which|these|those)$/.test(group.lemma)
    const first = sentence.tokens[group.first]?.lower ?? ''
    return (
      pronoun ||
      ((POINTS_BACK.test(group.determiner ?? '') || POINTS_BACK.test(first)) && SHELL.test(group.lemma))
    )
  })
}

/** What the document is about as a whole: its title and first sentences, else what it names most. */
export const mainIssue = once((context: Context): string | null => {
  const [first, second] = context.analysis.sentences
  const states = statesIn(context)
  const { issues } = context.knowledge
  const lead = [first, second].flatMap(it =>
    it === undefined ? [] : within(context.issueHits, [it.start, it.end]),
  )
  return (
    pick(context, [...issues.issuesOf(context.document.title ?? '', states), ...lead]) ??
    pick(context, context.issueHits)
  )
})

function hitsIn(context: Context, sentence: Sentence): IssueHit[] {
  return within(context.issueHits, [sentence.start, sentence.end]).filter(hit => !isStray(context, hit))
}

export const byName = once(
  (context: Context): ReadonlySet<string> =>
    new Set(context.issueHits.filter(hit => !hit.sign).map(hit => hit.issue)),
)

/** "the plaintiffs" in an article on another suit: a sign of what is nowhere named gives way to a like matter that is. */
export function isStray(context: Context, { issue, sign }: IssueHit): boolean {
  const main = mainIssue(context)
  if (!sign || main === null || main === issue || byName(context).has(issue) || !isSpecific(context, main))
    return false
  const { issueFamilies } = context.knowledge
  const broader = issueFamilies.of(main).filter(it => it !== main)
  return issueFamilies.of(issue).some(it => it !== issue && broader.includes(it))
}

/** What was named just before; further back, what the document is about goes before what it mentions by the way. */
function before(context: Context, sentence: Sentence, clause: Clause): string | null {
  const ahead = hitsIn(context, sentence).filter(hit => hit.end <= clause.span[0])
  const same = pick(context, ahead) ?? pick(context, ahead, clause.kind === 'relative')
  if (same !== null) return same
  const near = nearest(context, sentence, 0)
  if (near !== null && isSpecific(context, near)) return near
  const further = nearest(context, sentence, 2)
  if (further !== null && isTopic(context, further)) return further
  return mainIssue(context) ?? near ?? further
}

/** The last issue named in the sentences before, certain ones first, no more than so many paragraphs back. */
export function nearest(context: Context, sentence: Sentence, paragraphs: number): string | null {
  let general: string | null = null
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 4); i--) {
    const earlier = context.analysis.sentences[i]
    if (earlier === undefined || earlier.paragraph < sentence.paragraph - paragraphs) break
    const issue = pick(context, hitsIn(context, earlier))
    if (issue !== null && isSpecific(context, issue)) return issue
    general ??= issue
  }
  return general
}

/** Named in more than one sentence: not mentioned by the way. */
function isTopic(context: Context, issue: string): boolean {
  return topics(context).has(issue)
}

const topics = once((context: Context): ReadonlySet<string> => {
  const named = new Set<string>()
  const again = new Set<string>()
  for (const sentence of context.analysis.sentences) {
    const here = new Set(hitsIn(context, sentence).map(({ issue }) => issue))
    for (const issue of here) (named.has(issue) ? again : named).add(issue)
  }
  return again
})

/** A matter of certain states, not one that any two may have. */
export function isSpecific(context: Context, issue: string): boolean {
  return specific(context).has(issue)
}

const specific = once(
  (context: Context): ReadonlySet<string> =>
    new Set(context.knowledge.issues.rows.filter(row => row.states.length > 0).map(row => row.issue)),
)

/** A certain matter before a general one, its name before a mere sign of it, what is named more often before the rest. */
function pick(context: Context, hits: readonly IssueHit[], signs = false): string | null {
  const counted = hits.filter(hit => signs || !hit.sign || isSpecific(context, hit.issue))
  const weights = new Map<string, number>()
  for (const hit of counted) {
    const weight = (hit.sign ? 1 : 10) * (isSpecific(context, hit.issue) ? 100 : 1)
    weights.set(hit.issue, (weights.get(hit.issue) ?? 0) + weight)
  }
  let best: string | null = null
  for (const [issue, weight] of weights) if (best === null || weight > (weights.get(best) ?? 0)) best = issue
  return best
}

/** The states that the document speaks of: an issue of one pair means nothing between others. */
export const statesIn = once(
  (context: Context): ReadonlySet<string> => new Set(statesOf(context.analysis.entities)),
)
