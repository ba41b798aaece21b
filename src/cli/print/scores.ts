/** Scores of forecasts, as a terminal shows them. */
import { type Entry, RANKED, type Score, scoredOf } from '../../analyse/ledger/index.ts'
import type { Column } from '../../export/columns.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'

const two = (value: number): string => value.toFixed(2)
const percent = (share: number): string => `${Math.round(share * 100)} %`
const ranged = (value: number | null, range: readonly [number, number] | null): string =>
  value === null ? '—' : range === null ? two(value) : `${two(value)} (${two(range[0])}–${two(range[1])})`

export const SCORE_TABLE: readonly Shown<Score>[] = [
  { name: 'rank', align: 'right', cell: it => (it.rank === null ? '' : String(it.rank)) },
  {
    name: 'whose',
    most: 30,
    cell: (it, _, paint) => ({ text: it.name, paint: it.baseline ? paint.dim : paint.bold }),
  },
  { name: 'settled', align: 'right', cell: it => (it.baseline ? String(it.n) : `${it.n} of ${it.of}`) },
  { name: 'came', align: 'right', cell: it => (it.rate === null ? '—' : percent(it.rate)) },
  { name: 'Brier', cell: it => ranged(it.brier, it.brierRange) },
  { name: 'log, bits', cell: it => ranged(it.log, it.logRange) },
]

const rounded = (value: number | null | undefined): number | null =>
  value == null ? null : Math.round(value * 1000) / 1000

export const SCORE_COLUMNS: readonly {
  name: string
  of: (score: Score) => ReturnType<Column<Score>['of']>
}[] = [
  { name: 'rank', of: it => it.rank },
  { name: 'name', of: it => it.name },
  { name: 'baseline', of: it => (it.baseline ? 'yes' : 'no') },
  { name: 'settled', of: it => it.n },
  { name: 'of', of: it => it.of },
  { name: 'came', of: it => rounded(it.rate) },
  { name: 'brier', of: it => rounded(it.brier) },
  { name: 'brier low', of: it => rounded(it.brierRange?.[0]) },
  { name: 'brier high', of: it => rounded(it.brierRange?.[1]) },
  { name: 'log', of: it => rounded(it.log) },
  { name: 'log low', of: it => rounded(it.logRange?.[0]) },
  { name: 'log high', of: it => rounded(it.logRange?.[1]) },
  { name: 'skill', of: it => rounded(it.skill) },
  { name: 'reliability', of: it => rounded(it.murphy?.reliability) },
  { name: 'resolution', of: it => rounded(it.murphy?.resolution) },
  { name: 'uncertainty', of: it => rounded(it.murphy?.uncertainty) },
]

/** The working of one score: its forecasts, then what its bins say. */
export function scoreWorking({ n, murphy, calibration, skill, entries }: Score): string[] {
  if (murphy === null) return ['nothing of it is settled']
  const { reliability, resolution, uncertainty, within } = murphy
  const lines = [
    `Brier = Σ (said − came)² ÷ ${n} = reliability ${two(reliability)} − resolution ${two(resolution)} + uncertainty ${two(uncertainty)} + within bins ${two(within)}`,
  ]
  if (skill !== null) lines.push(`skill against the share that came of all: ${two(skill)}`)
  for (const { from, to, said, came, n: count, interval } of calibration)
    lines.push(
      `said ${percent(from)}–${percent(to)}: ${percent(said)} on average, came ${percent(came)} of ${count} (95 %: ${percent(interval[0])}–${percent(interval[1])})`,
    )
  for (const entry of entries) {
    const scored = scoredOf(entry)
    if (scored !== null)
      lines.push(
        `(${two(scored.probability)} − ${scored.came})²: ${entry.forecast.text} [${entry.forecast.id.slice(0, 8)}]`,
      )
  }
  return lines
}

/** What to bear in mind, below the table. */
export function scoreLines(scores: readonly Score[], entries: readonly Entry[], paint: Colours): string[] {
  if (entries.length === 0) return []
  const counts = new Map<string, number>()
  for (const { outcome } of entries) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const of = (outcome: string): number => counts.get(outcome) ?? 0
  const lines = [
    '',
    `${of('happened')} came so, ${of('did-not-happen')} did not; ${of('open')} open, ${of('overdue')} overdue, ${of('unresolvable')} not to be settled.`,
    'Less is better; fifty-fifty throughout has a Brier score of 0.25 and 1 bit.',
  ]
  if (scores.some(({ n, baseline }) => n < RANKED && !baseline))
    lines.push(`No rank on fewer than ${RANKED} settled forecasts.`)
  lines.push('What came is reported more surely than what did not, so shares of what came are too high.')
  return lines.map((line, i) => (i < 2 ? line : paint.dim(line)))
}
