/** The history of each matter in a record: its steps, where its sides stood, and who was near to whom. */

import type { IssueMoves } from '../../knowledge/issue-moves.ts'
import type { Issues } from '../../knowledge/issues.ts'
import type { OutcomeWords } from '../../knowledge/outcome-words.ts'
import type { StanceAffinity } from '../../knowledge/stance-affinity.ts'
import { byCodePoint } from '../../record/ids.ts'
import { addDays } from '../../record/interval.ts'
import type { Event, Interval, Issue, Passage, Position, Statement } from '../../record/types.ts'
import type { View } from '../view.ts'
import { closenessOf } from './closeness.ts'
import { turnsOf } from './machine.ts'
import { movesOf, Places } from './moves.ts'
import { coverageOf, silencesIn } from './silence.ts'
import { standingsOf } from './standings.ts'
import type { IssueHistory, Move, Step } from './types.ts'

/** The tables that it works with. */
export interface IssueTables {
  issues: Issues
  issueMoves: IssueMoves
  outcomeWords: OutcomeWords
  stanceAffinity: StanceAffinity
}

/** The facts of one matter. */
interface Facts {
  events: Event[]
  positions: Position[]
  statements: Statement[]
}

function byIssue(facts: Facts): Map<string, Facts> {
  const issues = new Map<string, Facts>()
  const of = (issue: string): Facts => {
    const known = issues.get(issue) ?? { events: [], positions: [], statements: [] }
    issues.set(issue, known)
    return known
  }
  for (const event of facts.events) for (const issue of event.issues) of(issue).events.push(event)
  for (const position of facts.positions) of(position.issue).positions.push(position)
  for (const it of facts.statements) for (const issue of it.issues) of(issue).statements.push(it)
  return issues
}

/** Articles that name the matter or tell a fact of it, copies counted once. */
function originsOf(
  view: View,
  issue: Issue | undefined,
  { events, positions, statements }: Facts,
): Set<string> {
  const named = (issue?.terms ?? []).map(({ document }) => document)
  const told = [...events, ...positions, ...statements].flatMap(it => it.evidence.map(e => e.document))
  return new Set([...named, ...told].map(id => view.origin(id)))
}

type Sourced = { id: string; evidence: readonly Passage[] }

/** Finds the facts that share words with some passages: by document, since there are many facts. */
function besides(facts: readonly Sourced[]): (evidence: readonly Passage[]) => string[] {
  const byDocument = new Map<string, Set<Sourced>>()
  for (const fact of facts)
    for (const { document } of fact.evidence) {
      const known = byDocument.get(document)
      if (known === undefined) byDocument.set(document, new Set([fact]))
      else known.add(fact)
    }
  return evidence => {
    const places = new Places(evidence)
    const near = new Set(evidence.flatMap(it => [...(byDocument.get(it.document) ?? [])]))
    return [...near].filter(it => it.evidence.some(passage => places.overlaps(passage))).map(({ id }) => id)
  }
}

/** What is the same for all matters of a record. */
interface Frame {
  /** States that the dossier is about; a matter's own states go before them. */
  among: readonly string[]
  coverage: readonly string[]
  today: string | null
}

/** Longer than this is no date for a step (days). */
const LONG = 31

/** Announced for later, or only known to be after the telling: the day of the telling. */
function dateOf({ date, day, status }: Move): Interval {
  const { start, end, basis } = date
  const open = basis === 'publication' && start !== null && end !== null && end > addDays(start, LONG)
  if (!open && status !== 'planned') return date
  return { start: day, end: day, precision: 'day', basis: 'publication' }
}

function historyOf(
  view: View,
  id: string,
  issue: Issue | undefined,
  facts: Facts,
  tables: IssueTables,
  { among, coverage, today }: Frame,
): IssueHistory | null {
  const acts = movesOf(view, facts.events, facts.positions, tables.outcomeWords)
  const origins = originsOf(view, issue, facts)
  const published = [...origins].flatMap(it => view.documents.get(it)?.published?.end ?? [])
  const heard = [...new Set([...acts.map(({ day }) => day), ...published])].sort(byCodePoint)
  const moves = [...acts, ...silencesIn(heard, coverage, today)].sort((a, b) => byCodePoint(a.day, b.day))
  const statements = besides(facts.statements)
  const positions = besides(facts.positions)
  const own = tables.issues.rows.find(row => row.issue === id && row.states.length > 1)
  const steps = turnsOf(moves, tables.issueMoves.rows, own?.states ?? among).map(
    ({ step, from, rule, move, during }): Step => ({
      step,
      from,
      rule,
      date: dateOf(move),
      move,
      during: during.filter(it => it.kind !== 'silence'),
      statements: statements(move.evidence),
      positions: positions(move.evidence),
    }),
  )
  const last = steps.at(-1)
  if (last === undefined) return null
  return {
    issue: id,
    name: issue?.name ?? id,
    state: last.step,
    since: last.date,
    lastHeard: heard.at(-1) ?? last.move.day,
    origins: origins.size,
    steps,
    standings: standingsOf(view, facts.positions),
    closeness: closenessOf(view, facts.positions, tables.stanceAffinity),
  }
}

/** Of all matters on which something moved, those with most steps first. */
export function issueHistories(
  view: View,
  facts: { events: Event[]; positions: Position[]; statements: Statement[] },
  tables: IssueTables,
  { among, today }: { among: readonly string[]; today: string | null },
): IssueHistory[] {
  const issues = new Map(view.facts('issue').map(issue => [issue.id, issue]))
  const frame = { among, coverage: coverageOf(view), today }
  return [...byIssue(facts)]
    .flatMap(([id, own]) => historyOf(view, id, issues.get(id), own, tables, frame) ?? [])
    .sort((a, b) => b.steps.length - a.steps.length || byCodePoint(a.issue, b.issue))
}
