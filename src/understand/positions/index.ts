/** Positions: where an actor stands on an issue, as its acts and words in one clause show. */
import { mentionId } from '../../record/ids.ts'
import type { PositionMention, StatementMention } from '../../record/mentions.ts'

import type { Clause, Entity, Sentence } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import { issueOf } from '../issue.ts'
import { entityOf } from '../lookup.ts'
import { statementAt } from '../said.ts'
import { stanceOf } from './stance.ts'
import type { Taken } from './taken.ts'

export function positions(context: Context, statements: readonly StatementMention[]): PositionMention[] {
  const found = new Map<string, PositionMention>()
  for (const sentence of context.analysis.sentences) {
    for (const clause of sentence.clauses) {
      const taken = stanceOf(context, sentence, clause)
      if (taken === null) continue
      for (const actor of holders(context, clause, taken, statements)) {
        if (foretold(context, clause, actor, statements)) continue
        const mention = toMention(context, sentence, clause, taken, actor)
        if (mention === null) continue
        // A minister who speaks for a state named in the same sentence holds no second position.
        const key = `${actor.state}:${mention.issue}:${mention.stance}:${sentence.index}`
        if (!found.has(key)) found.set(key, mention)
      }
    }
  }
  return [...found.values()]
}

/** Who holds it: the subject or agent; where that is a thing ("exchanges cannot proceed until …"), who says so. */
function holders(
  context: Context,
  clause: Clause,
  taken: Taken,
  statements: readonly StatementMention[],
): Entity[] {
  const named = taken.holder === null ? [] : publicActors(context, context.analysis.actorsOf(taken.holder))
  if (named.length > 0 || !taken.speakerMayHold) return named
  const said = statementAt(
    statements,
    clause.span,
    part => part[0] <= clause.span[0] + 1 && clause.span[1] <= part[1] + 1,
  )
  const speaker = entityOf(context.analysis, said?.speaker.key)
  if (speaker !== undefined && speaker.state === null)
    return publicActors(context, spokenFor(context, clause))
  if (speaker === undefined || (speaker.state !== null && taken.bound?.includes(speaker.state))) return []
  return publicActors(context, [speaker])
}

/** "said a spokesman for the Greek foreign ministry": the body for which a nameless one speaks. */
function spokenFor(context: Context, clause: Clause): Entity[] {
  const teller = clause.parent
  if (teller?.subject == null || !/^(spokes\w+|official|diplomat|envoy|source)$/.test(teller.subject.lemma))
    return []
  const phrases = [...teller.subject.phrases, ...teller.phrases]
  const body = phrases.find(p => /^(for|of|at|in|from)$/.test(p.preposition) && p.object !== null)?.object
  return body == null ? [] : context.analysis.actorsOf(body)
}

/** "Tokyo will support Seoul," an expert said: what others expect of an actor is not where it stands. */
function foretold(
  context: Context,
  clause: Clause,
  actor: Entity,
  statements: readonly StatementMention[],
): boolean {
  if (clause.verb?.tense !== 'future') return false
  const said = statementAt(
    statements,
    clause.span,
    part => part[0] <= clause.span[0] && clause.span[1] <= part[1] + 1,
  )
  if (said === undefined) return false
  const speaker = entityOf(context.analysis, said.speaker.key)
  return speaker?.state !== actor.state || publicActors(context, [speaker]).length === 0
}

/** Those who speak or act for a state: the state, its bodies, its office holders; not experts, firms or the crowd. */
function publicActors(context: Context, actors: readonly Entity[]): Entity[] {
  return actors.filter(actor => {
    if (actor.state === null) return false
    if (/^(state|government|court|military)$/.test(actor.type)) return true
    if (actor.type !== 'person') return false
    if (actor.known) return true
    return actor.roles.some(role => {
      const level = context.knowledge.titles.levelOf(role.title)
      const kind = context.knowledge.titles.get(role.title.toLowerCase())?.kind
      return (level !== null && level !== 'other') || kind === 'political' || kind === 'military'
    })
  })
}

function toMention(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  taken: Taken,
  actor: Entity,
): PositionMention | null {
  const issue = issueOf(context, sentence, taken.clause ?? clause)
  if (issue === null) return null
  const span = taken.clause?.span ?? clause.span
  const summary = textOf(context, span)
    .replace(/\s+/g, ' ')
    .replace(/^["\u201c]|["\u201d,.]+$/g, '')
  return {
    kind: 'position',
    id: mentionId(context.document.id, `position:${actor.key}:${issue.issue}:${taken.stance}`, span),
    document: context.document.id,
    span,
    pattern: `position:${taken.pattern}`,
    confidence: Math.round(taken.confidence * (issue.near ? 1 : 0.8) * 100) / 100,
    actor: actor.key,
    issue: issue.issue,
    stance: taken.stance,
    summary,
    date: context.analysis.published,
  }
}
