import { Option } from 'commander'
import {
  type Entry,
  entriesOf,
  GROUPINGS,
  type Grouping,
  type Score,
  scoresOf,
} from '../../analyse/ledger/index.ts'
import type { Column } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Outcome } from '../../record/types.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import type { Explanations } from '../explain.ts'
import { COLUMNS, SHORT_ID } from '../listing.ts'
import { naiveOf } from '../naive.ts'
import { wholeNumber } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { SCORE_COLUMNS, SCORE_TABLE, scoreLines, scoreWorking } from '../print/scores.ts'
import { wrap } from '../print/width.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'

interface Own {
  scores?: true
  by?: Grouping
  draws: number
  seed: number
}

/** A forecast, or the score of some; as JSON what `plain` and `plainScore` say. */
type Row =
  | { entry: Entry; explanation: readonly string[]; toJSON(): object }
  | { score: Score; toJSON(): object }

const isEntry = (row: Row): row is Extract<Row, { entry: Entry }> => 'entry' in row

/** "by 31 Dec 2019", "on 21 May 2023", "open". */
function until({ forecast: { horizon } }: Entry): string {
  if (horizon === null) return 'no day'
  return horizon.precision === 'range' && horizon.end !== null
    ? `by ${describe({ ...horizon, start: horizon.end, precision: 'day' })}`
    : describe(horizon)
}

const likely = ({ forecast: { probability } }: Entry): string =>
  probability === null ? '' : `${Math.round(probability * 100)} %`

function settledLine({ event, settledBy, reason }: Entry): string | null {
  if (settledBy === 'hand') return `by hand: ${reason ?? ''}`
  if (settledBy === null) return null
  return event === null
    ? 'nothing of it by its day'
    : `${describe(event.date)}: ${event.title} [${event.id.slice(0, SHORT_ID)}]`
}

/** The working: the question, where its likelihood comes from, and what settled it. */
function workingOf(entry: Entry, receipts: Explanations): string[] {
  const { forecast, hedge, event, settledBy, reason, made } = entry
  const lines = [
    `said ${made === null ? 'on a day nobody knows' : `on ${made}`}, to be so: ${until(entry)}`,
    forecast.probability === null
      ? 'it says nothing of how likely'
      : `${likely(entry)} for it as worded, ${hedge === 'in numbers' ? 'given in numbers' : `by “${hedge ?? 'its verb'}” in the table of hedges`}`,
    ...receipts.of('forecast', forecast),
  ]
  if (settledBy === 'hand') lines.push(`settled by hand in dossier.yaml: ${reason ?? ''}`)
  if (event !== null)
    lines.push(
      `answered by: ${describe(event.date)}, ${event.type}, ${event.title} [${event.id.slice(0, SHORT_ID)}]`,
    )
  return lines
}

function plain(entry: Entry, explanation: readonly string[]): object {
  const { forecast, outcome, settledBy, reason, hedge, author, outlets, kind, actor, made } = entry
  const more = { settledBy, reason, hedge, author, outlets, kind, actor, made }
  return { ...forecast, outcome, ...more, ...(explanation.length > 0 ? { explanation } : {}) }
}

function plainScore({ entries, ...score }: Score): object {
  return { ...score, forecasts: entries.map(({ forecast }) => forecast.id) }
}

const byHorizon = (a: Entry, b: Entry): number =>
  byCodePoint(a.forecast.horizon?.end ?? '9', b.forecast.horizon?.end ?? '9') ||
  byCodePoint(a.made ?? '', b.made ?? '') ||
  byCodePoint(a.forecast.id, b.forecast.id)

function answer(asked: Asked<Own>, paint: Colours): Answer<Row> {
  const { view, options, knowledge, dossier, receipts } = asked
  // The outcome may be one given by hand, so it is chosen by afterwards.
  const { status, ...selection } = asked.selection
  const { settlements } = dossier
  const entries = entriesOf(asked.chosen('forecast', selection), view.facts('forecast'), view, knowledge, {
    settlements,
    today: options.asOf ?? null,
  })
    .filter(({ outcome }) => status === undefined || outcome === status)
    .sort(byHorizon)
  if (!options.scores && options.by === undefined) {
    const rows = entries.map(entry => {
      const explanation = receipts === null ? [] : workingOf(entry, receipts)
      return { entry, explanation, toJSON: () => plain(entry, explanation) }
    })
    return { rows, json: rows.map(row => row.toJSON()) }
  }
  const scores = scoresOf(entries, options.by ?? null, options, naiveOf(asked))
  return {
    rows: scores.map(score => ({ score, toJSON: () => plainScore(score) })),
    json: { by: options.by ?? null, scores: scores.map(plainScore) },
    table: TABLE_OF_SCORES,
    columns: SCORE_COLUMNS.map(({ name, of }) => ({
      name,
      of: row => (isEntry(row) ? null : of(row.score)),
    })),
    after: scoreLines(scores, entries, paint),
  }
}

const TABLE_OF_SCORES: readonly Shown<Row>[] = SCORE_TABLE.map(({ cell, ...column }) => ({
  ...column,
  cell: (row, names, paint) => (isEntry(row) ? '' : cell(row.score, names, paint)),
}))

const PAINTS: { readonly [outcome in Outcome]: (paint: Colours) => (text: string) => string } = {
  happened: paint => paint.green,
  'did-not-happen': paint => paint.red,
  open: () => text => text,
  overdue: paint => paint.yellow,
  unresolvable: paint => paint.dim,
}

type Cell = Shown<Row>['cell']

const ofEntry =
  (
    cell: (entry: Entry, ...more: Parameters<Cell> extends [Row, ...infer M] ? M : never) => ReturnType<Cell>,
  ): Cell =>
  (row, names, paint) =>
    isEntry(row) ? cell(row.entry, names, paint) : ''

/** The record's own columns, with the outcome that counts, and what the ledger adds. */
const ENTRY_COLUMNS: readonly Column<Row>[] = [
  ...COLUMNS.forecast.map(
    ({ name, of }): Column<Row> => ({
      name,
      of: (row, names) =>
        !isEntry(row) ? null : name === 'outcome' ? row.entry.outcome : of(row.entry.forecast, names),
    }),
  ),
  { name: 'settled by', of: row => (isEntry(row) ? row.entry.settledBy : null) },
  { name: 'settled', of: row => (isEntry(row) ? settledLine(row.entry) : null) },
  { name: 'hedge', of: row => (isEntry(row) ? row.entry.hedge : null) },
  { name: 'author', of: row => (isEntry(row) ? row.entry.author : null) },
  { name: 'kind', of: row => (isEntry(row) ? row.entry.kind : null) },
]

/** Columns for what answers a forecast: what a narrow terminal leaves beside the others. */
const ROOM = 46

/** Who expects what, until when, how likely, and what came of it. */
export const forecasts = analysis<Own, Row>({
  command: 'forecasts',
  description: 'who expects what, until when, how likely, and what came of it; how well who did',
  examples: [
    'entente forecasts --status happened --sources',
    'entente forecasts --status overdue --explain',
    'entente forecasts --scores --by author',
  ],
  options: [
    new Option('--scores', 'how well they did: Brier and log scores, calibration, resolution'),
    new Option('--by <group>', 'with --scores, of each').choices(GROUPINGS),
    new Option('--draws <number>', 'of the bootstrap, for the ranges').argParser(wholeNumber).default(500),
    new Option('--seed <number>', 'of the bootstrap').argParser(wholeNumber).default(1),
  ],
  kinds: ['forecast', 'event'],
  withReceipts: true,
  answer,
  nothing: 'no forecast answers to this',
  table: [
    {
      name: 'id',
      cell: ofEntry((it, _, paint) => ({ text: it.forecast.id.slice(0, SHORT_ID), paint: paint.dim })),
    },
    { name: 'until', most: 16, cell: ofEntry(until) },
    { name: 'likely', align: 'right', cell: ofEntry(likely) },
    {
      name: 'outcome',
      cell: ofEntry((it, _, paint) => ({ text: it.outcome, paint: PAINTS[it.outcome](paint) })),
    },
    { name: 'forecast', flexible: true, cell: ofEntry(it => `${it.author}: ${it.forecast.text}`) },
  ],
  below: (row, _, paint) => {
    const line = isEntry(row) ? settledLine(row.entry) : null
    return line === null ? [] : wrap(safeLine(`→ ${line}`), ROOM).map(text => paint.dim(text))
  },
  columns: ENTRY_COLUMNS,
  passagesOf: row =>
    isEntry(row)
      ? [...row.entry.forecast.evidence, ...(row.entry.event?.evidence ?? [])]
      : row.score.entries.flatMap(({ forecast }) => forecast.evidence),
  explain: row => (isEntry(row) ? row.explanation : scoreWorking(row.score)),
})
