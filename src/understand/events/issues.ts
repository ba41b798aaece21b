/** The issues of an event: those that its words name, else the one that they refer back to. */
import type { IssueHit } from '../../knowledge/issues.ts'
import type { EventType, Span } from '../../record/types.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { byName, isSpecific, isStray, issueOf, mainIssue, nearest } from '../issue.ts'
import { within } from '../lookup.ts'

/** Acts upon a matter that may have been named before: "rejected the ruling", "pressed Seoul to keep it". */
const ANSWERS: ReadonlySet<EventType> = new Set([
  'REJECT',
  'ACCUSE',
  'REQUEST',
  'THREATEN',
  'SUPPORT',
  'CONCEDE',
  'RETREAT',
  'SANCTION',
  'COERCE',
  'AGREE',
  'CONSULT',
])

/** Where no matter is named, these serve the one that their paragraph is about: "warships of both left port". */
const DEEDS: ReadonlySet<EventType> = new Set(['MOBILIZE', 'ASSAULT', 'COERCE'])

/** "lodged a protest", "summoned the ambassador": over what, only the document as a whole says. */
const PROTESTS = /^(summon|protest|complain|lodge|object)$/

export interface Told {
  type: EventType
  mode: string | null
  head: string
  sentence: Sentence
  clause: Clause | null
  span: Span
  trigger: Span
}

/** "the 1965 agreement": what a matter's sign itself names is no step in the matter. */
function isSign(hits: readonly { sign: boolean; start: number; end: number }[], trigger: Span): boolean {
  return hits.length > 0 && hits.every(hit => hit.sign && hit.start < trigger[1] && trigger[0] < hit.end)
}

/** "met at the NATO summit" is about no alliance, unless the article names alliances as well. */
function isMereSign(context: Context, { issue, sign }: IssueHit): boolean {
  return sign && !isSpecific(context, issue) && !byName(context).has(issue)
}

export function issuesOf(context: Context, told: Told): string[] {
  const { clause, head, mode, sentence, trigger, type } = told
  const hits = within(context.issueHits, told.span)
  if (type === 'AGREE' && isSign(hits, trigger)) return []
  const sure = hits.filter(hit => !isStray(context, hit) && !isMereSign(context, hit))
  const own = [...new Set(sure.map(hit => hit.issue))]
  const protests = PROTESTS.test(head)
  const named = sure.some(hit => !hit.sign) || (own.length > 0 && !protests)
  if (named && own.some(issue => isSpecific(context, issue))) return own
  // "signed a declaration" is of its own text, whatever was told before.
  const anew = mode === 'visit' || /^(sign|conclude|initial|adopt)$/.test(head)
  const about = clause !== null && !anew && ANSWERS.has(type) ? issueOf(context, sentence, clause) : null
  if (named) return about === null ? own : narrowed(context, own, about.issue)
  // "accused it of pushing migrants back, a figure that Athens rejects": what the clause hangs on names the matter.
  const hangs = clause?.kind === 'relative'
  if (about !== null && (!about.near || hangs || isSpecific(context, about.issue))) return [about.issue]
  const main = protests
    ? mainIssue(context)
    : own.length === 0 && DEEDS.has(type)
      ? nearest(context, sentence, 0)
      : null
  return main !== null && isSpecific(context, main) ? [main] : own
}

/** "withdraw its complaint at the WTO" names trade, and is about the export controls told before. */
function narrowed(context: Context, own: readonly string[], issue: string): string[] {
  if (own.includes(issue) || !isSpecific(context, issue)) return [...own]
  const broader = context.knowledge.issueFamilies.of(issue)
  return own.map(it => (broader.includes(it) ? issue : it))
}
