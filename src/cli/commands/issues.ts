import { issueHistories } from '../../analyse/issues/index.ts'
import type { Held, IssueHistory, Move, Step } from '../../analyse/issues/types.ts'
import { type Names, outletsOf } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Interval } from '../../record/types.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import { SHORT_ID } from '../listing.ts'
import { closenessLines, pathOf } from '../print/issue-lines.ts'
import { safeLine } from '../print/safe.ts'
import { wrap } from '../print/width.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'
import { issueNamed } from '../words/issue.ts'

/** A step of a matter, or a stance that a state held on it; `head` where the row stands for the whole matter. */
interface Row {
  history: IssueHistory
  step: Step | null
  held: (Held & { actor: string }) | null
  head: boolean
}

/** Acts below a step that a table shows; `--explain` shows all. */
const SHOWN = 4

/** May it have been between these days? */
function lies(date: Interval | null, { from, to }: { from?: string; to?: string }): boolean {
  if (from === undefined && to === undefined) return true
  const [start, end] = [date?.start ?? date?.end ?? null, date?.end ?? date?.start ?? null]
  return (
    start !== null && end !== null && (to === undefined || start <= to) && (from === undefined || end >= from)
  )
}

function historiesOf({ chosen, selection, view, knowledge, dossier, today }: Asked<object>): IssueHistory[] {
  // A matter's history is whole: days choose among its steps, an actor among its stances.
  const { from: _, to: __, actor, type: ___, status: ____, states, watched, ...rest } = selection
  // "Japan rejects the ruling" names one side alone: an event of any of the states counts.
  const any = states ?? watched
  const of = any === undefined ? rest : { ...rest, watched: any }
  const own = states === undefined ? rest : { ...rest, states }
  const facts = {
    events: chosen('event', of),
    positions: chosen('position', actor === undefined ? own : { ...own, actor }),
    statements: chosen('statement', own),
  }
  return issueHistories(view, facts, knowledge, { among: selection.states ?? dossier.states, today })
}

const idsOf = ({ move, during }: Step) =>
  [move, ...during]
    .filter(it => it.kind === 'event')
    .map(({ id, act, status, date, title }) => ({
      id,
      type: act,
      status,
      date,
      title,
      moved: id === move.id,
    }))

function plain({ steps, ...history }: IssueHistory): object {
  return {
    ...history,
    steps: steps.map(step => ({
      step: step.step,
      from: step.from,
      date: step.date,
      rule: step.rule,
      act: step.move.act,
      sides: step.move.sides,
      events: idsOf(step),
      statements: step.statements,
      positions: [...new Set([...(step.move.kind === 'position' ? [step.move.id] : []), ...step.positions])],
      evidence: step.move.evidence,
    })),
  }
}

function rowsOf(history: IssueHistory, days: { from?: string; to?: string }): Row[] {
  const steps = history.steps
    .filter(step => lies(step.date, days))
    .map(step => ({ history, step, held: null, head: false }))
  const stances = history.standings.flatMap(({ actor, held }) =>
    held
      .filter(it => lies(it.date, days))
      .map(it => ({ history, step: null, held: { ...it, actor }, head: false })),
  )
  return [...steps, ...stances]
}

function heading({ name, state, since, lastHeard, origins }: IssueHistory, paint: Colours): string {
  const heard = describe({ start: lastHeard, end: lastHeard, precision: 'day', basis: 'stated' })
  return `${paint.bold(name)}: ${state} since ${describe(since)}; ${origins} articles, the last of ${heard}`
}

function answer(asked: Asked<object>, paint: Colours): Answer<Row> {
  const all = historiesOf(asked)
  const asking = asked.words.join(' ') || asked.options.issue
  const id =
    asking === undefined ? null : issueNamed(asking, asked.view.facts('issue'), asked.knowledge.issues)
  const histories = id === null ? all : all.filter(it => it.issue === id)
  const rows = histories.flatMap(history => rowsOf(history, asked.selection))
  const json = { issues: histories.map(plain) }
  const [only] = histories
  if (id === null || only === undefined) {
    const heads = histories.map(history => ({ history, step: null, held: null, head: true }))
    return { rows, tableRows: heads, json, table: LIST }
  }
  return {
    rows,
    json,
    above: [heading(only, paint), ''],
    after: closenessLines(only.closeness, asked.view, paint, asked.options.explain === true),
  }
}

const LIST: readonly Shown<Row>[] = [
  {
    name: 'issue',
    flexible: true,
    cell: ({ history }, _, paint) => ({ text: history.name, paint: paint.bold }),
  },
  { name: 'state now', cell: ({ history }) => history.state },
  { name: 'since', most: 20, cell: ({ history }) => describe(history.since) },
  { name: 'steps', align: 'right', cell: ({ history }) => String(history.steps.length) },
  { name: 'articles', align: 'right', cell: ({ history }) => String(history.origins) },
  { name: 'last heard', cell: ({ history }) => dayText(history.lastHeard) },
]

const dayText = (day: string): string => describe({ start: day, end: day, precision: 'day', basis: 'stated' })

/** The day on which a stance was first taken. */
function firstDay(held: Row['held']): string {
  const day = held?.date?.start ?? held?.date?.end ?? null
  return day === null ? 'undated' : dayText(day)
}

const TABLE: readonly Shown<Row>[] = [
  {
    name: 'date',
    most: 18,
    cell: ({ step, held }) => (step === null ? firstDay(held) : describe(step.date)),
  },
  {
    name: 'step or stance',
    cell: ({ step, held }, _, paint) =>
      step !== null
        ? { text: step.step, paint: paint.bold }
        : { text: `${held?.changed ? '→ ' : ''}${held?.stance ?? ''}` },
  },
  { name: 'by', most: 14, cell: ({ step, held }, names) => whoOf(step, held, names) },
  { name: 'what', flexible: true, cell: ({ step, held }) => step?.move.title ?? held?.summary ?? '' },
]

function whoOf(step: Step | null, held: Row['held'], names: Names): string {
  if (step !== null) return step.move.sides.map(id => names.actor(id)).join(', ')
  return held === null ? '' : names.actor(held.actor)
}

const actText = ({ date, act, title }: Move): string => `${describe(date)}  ${act}  ${title}`

/** Below a matter its path, below a step what else was done, below a stance who took it. */
function below({ history, step, held, head }: Row, names: Names, paint: Colours): string[] {
  if (head) return wrap(pathOf(history), 94).map(text => paint.dim(`  ${text}`))
  if (step !== null) {
    const lines = step.during.slice(0, SHOWN).map(move => `· ${safeLine(actText(move))}`)
    const more = step.during.length - SHOWN
    return [...lines, ...(more > 0 ? [`· and ${more} more`] : [])].map(text => paint.dim(cut(text)))
  }
  const others = (held?.by ?? []).filter(id => id !== held?.actor)
  return others.length === 0 ? [] : wrap(`said by ${others.map(id => names.actor(id)).join(', ')}`, ROOM)
}

/** Room below the widest of the first columns. */
const ROOM = 44
const cut = (text: string): string => (text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text)

function explain({ history, step, held, head }: Row): string[] {
  if (head) {
    return history.steps.flatMap(it =>
      wrap(`  ${describe(it.date)}: ${it.from} → ${it.step}, since ${it.rule}`, 96),
    )
  }
  if (step === null)
    return wrap(`positions ${(held?.ids ?? []).map(id => id.slice(0, SHORT_ID)).join(', ')}`, ROOM)
  const said = [...step.move.senses].sort(byCodePoint)
  return [
    `${step.from} → ${step.step}, since ${step.rule}`,
    `moved by ${step.move.kind} ${step.move.id.slice(0, SHORT_ID)} (${step.move.act}${said.length > 0 ? `, whose words say: ${said.join(', ')}` : ''})`,
    ...step.during.map(move => `stayed so: ${actText(move)} [${move.id.slice(0, SHORT_ID)}]`),
  ].flatMap(text => wrap(text, ROOM))
}

/** Where each matter stands, and how it came to it. */
export const issues = analysis<object, Row>({
  command: 'issues',
  words: '[issue...]',
  description: 'where each issue stands now, the steps that led there, and who stood where on it',
  examples: [
    'entente issues',
    'entente issues forced-labour --sources',
    'entente issues comfort women --explain',
  ],
  kinds: ['issue', 'event', 'position', 'statement'],
  answer,
  table: TABLE,
  columns: [
    { name: 'issue', of: ({ history }) => history.issue },
    { name: 'state now', of: ({ history }) => history.state },
    { name: 'kind', of: ({ step }) => (step === null ? 'stance' : 'step') },
    { name: 'start', of: ({ step, held }) => (step ?? held)?.date?.start ?? null },
    { name: 'end', of: ({ step, held }) => (step ?? held)?.date?.end ?? null },
    { name: 'step or stance', of: ({ step, held }) => step?.step ?? held?.stance ?? null },
    { name: 'from', of: ({ step }) => step?.from ?? null },
    { name: 'changed', of: ({ held }) => (held === null ? null : held.changed ? 'yes' : 'no') },
    { name: 'by', of: ({ step, held }, names) => whoOf(step, held, names) },
    { name: 'said by', of: ({ held }, names) => held?.by.map(id => names.actor(id)).join('; ') ?? null },
    { name: 'what', of: ({ step, held }) => step?.move.title ?? held?.summary ?? null },
    { name: 'rule', of: ({ step }) => step?.rule ?? null },
    {
      name: 'facts',
      of: ({ step, held }) =>
        step === null
          ? (held?.ids.join('; ') ?? null)
          : idsOf(step)
              .map(it => it.id)
              .join('; '),
    },
    {
      name: 'outlets',
      of: ({ step, held }, names) => outletsOf(step?.move ?? held ?? { evidence: [] }, names).join('; '),
    },
  ],
  nothing: 'no issue has a step on record',
  below,
  passagesOf: ({ history, step, held, head }) =>
    head ? (history.steps.at(-1)?.move.evidence ?? []) : (step?.move.evidence ?? held?.evidence ?? []),
  explain,
})
