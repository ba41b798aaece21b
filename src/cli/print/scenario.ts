/** A scenario's answer as a terminal shows it. */
import { LEVELS } from '../../analyse/scenario/asked.ts'
import { CAP } from '../../analyse/scenario/ending.ts'
import type { EdgeRow, FactorRow, FlipRow, Naming, PathRow, SettingRow } from '../../analyse/scenario/rows.ts'
import type { Ending, ScenarioResult, Variant } from '../../analyse/scenario/types.ts'
import type { Names } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'
import { citation, passageLines } from './passages.ts'
import { safeLine } from './safe.ts'
import { wrap } from './width.ts'

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${number === 1 ? one : many}`

export const variantName = ({ rule, transfer }: Variant): string =>
  `${rule === 'kosko' ? 'Kosko' : rule === 'modified' ? 'modified Kosko' : 'rescaled'} with ${transfer}`

/** "high", "0.3" → "+0.3". */
function levelName(level: number): string {
  const named = Object.entries(LEVELS).find(([, value]) => value === level)
  if (named !== undefined) return named[0].replace('-', ' ')
  return `${level < 0 ? '−' : '+'}${Math.round(Math.abs(level) * 100) / 100}`
}

/** "Jun–Sep 2023"; of steps without dates "steps 3–6". */
function spanName(from: string, to: string): string {
  if (!from.includes('-')) return from === to ? `step ${from}` : `steps ${from}–${to}`
  const last = to.endsWith('-02') ? '28' : /-(?:04|06|09|11)$/.test(to) ? '30' : '31'
  return describe({ start: `${from}-01`, end: `${to}-${last}`, precision: 'range', basis: 'stated' })
}

export function settingText(setting: SettingRow, whole: string, name: Naming): string {
  const span = spanName(setting.from, setting.to)
  return `${safeLine(name(setting.factor))} is ${levelName(setting.level)}${span === whole ? '' : ` in ${span}`}`
}

export interface Told {
  result: ScenarioResult
  rows: readonly FactorRow[]
  set: readonly SettingRow[]
  against: readonly SettingRow[]
  /** First and last month, or step. */
  run: { from: string; to: string }
  name: Naming
  room: number
  paint: Colours
}

export function headLines({ result, set, against, run, name, room, paint }: Told): string[] {
  const { plan, variants } = result
  const whole = spanName(run.from, run.to)
  const all = (list: readonly SettingRow[]) => list.map(it => settingText(it, whole, name)).join(' and ')
  const other = against.length === 0 ? 'today' : `a world where ${all(against)}`
  return [
    ...wrap(`If ${all(set)}, compared with ${other}`, room).map(line => paint.bold(line)),
    ...wrap(
      `${whole}, ${count(plan.steps, 'month')}; ${variantName(plan.variant)}; weights drawn ${count(plan.draws, 'time')} for each of ${count(variants.length, 'variant')}; unclear below ${plan.threshold} %`,
      room,
    ).map(paint.dim),
    '',
  ]
}

/** Columns that the months get at most. */
const MONTHS = 24

function course({ course: all }: FactorRow): string {
  const each = Math.ceil(all.length / MONTHS)
  return all
    .filter((_, i) => i % each === each - 1 || i === all.length - 1)
    .map(way => (way === 'up' ? '▲' : way === 'down' ? '▽' : '·'))
    .join('')
}

/** Per cent of draws; with less it is as good as a coin. */
const LEANS = 60

function goes({ direction, leaning, stability }: FactorRow): string {
  if (direction !== 'unclear') return direction === 'up' ? '▲ up' : '▽ down'
  return stability < LEANS ? '? unclear' : `? leans ${leaning}`
}

export const TABLE: readonly Shown<FactorRow>[] = [
  { name: '#', align: 'right', cell: (row, _, paint) => ({ text: String(row.rank), paint: paint.dim }) },
  { name: 'factor', flexible: true, cell: row => row.name },
  {
    name: 'goes',
    cell: (row, _, paint) => ({
      text: goes(row),
      paint: row.direction === 'unclear' ? paint.dim : paint.bold,
    }),
  },
  { name: 'draws', align: 'right', cell: row => `${row.stability} %` },
  { name: 'belief', align: 'right', cell: row => (row.belief === 0 ? '' : `${row.belief} %`) },
  {
    name: 'place',
    align: 'right',
    cell: (row, _, paint) => ({ text: `${row.rankStability} %`, paint: paint.dim }),
  },
  { name: 'month by month', cell: row => ({ text: course(row), drawn: true }) },
]

export const arrow = (sign: '+' | '-'): string => (sign === '+' ? '─+→' : '─−→')

/** "threat (PRK) ─+→ relations". */
export function chain(edges: readonly EdgeRow[]): string {
  const [first] = edges
  if (first === undefined) return ''
  return safeLine([first.causeName, ...edges.map(edge => `${arrow(edge.sign)} ${edge.effectName}`)].join(' '))
}

function pathText({ push, edges }: PathRow): string {
  const least = Math.min(...edges.map(edge => edge.origins))
  const disputed = edges.some(edge => edge.against > 0) ? ', disputed' : ''
  const rests =
    least === 0 ? '' : ` (${count(least, 'origin')}${edges.length > 1 ? ' at its weakest' : ''}${disputed})`
  return `${push === 'up' ? '▲' : '▽'} ${chain(edges)}${rests}`
}

/** Wrapped so that what goes on stands below the text, not below its mark. */
function hanging(text: string, room: number): string[] {
  return wrap(text, room - 2).map((line, i) => (i === 0 ? line : `  ${line}`))
}

export function belowRow(row: FactorRow, room: number, paint: Colours): string[] {
  const paths = row.paths.flatMap(path => hanging(pathText(path), room)).map(paint.dim)
  const others = row.disagreements.map(it => {
    const shares = row.variants.find(({ rule, transfer }) => rule === it.rule && transfer === it.transfer)
    const said = shares === undefined ? '' : `: up in ${shares.up} %, down in ${shares.down} %`
    return `${variantName(it)}${said}`
  })
  if (others.length === 0) return paths
  return [...paths, ...hanging(`≠ ${others.join('; ')}`, room).map(paint.yellow)]
}

const GONE = { none: 'no effect', unclear: 'unclear', up: 'up', down: 'down' } as const
/** What hangs on most is told; the rest is in the JSON. */
const HANGS = 6

interface Hang {
  title: string
  /** Null for an edge. */
  origin: string | null
  article: string
  evidence: FlipRow['evidence']
  /** What becomes of which factor. */
  to: string[]
}

/** An edge of one article is told once, with the article. */
function titleOf(flip: FlipRow, edges: ReadonlyMap<string, EdgeRow>, names: Names): string {
  const edge = flip.edge === null ? undefined : edges.get(flip.edge)
  if (edge === undefined) return citation(flip.origin ?? '', names)
  const [first] = edge.evidence
  if (edge.origins === 1 && first !== undefined)
    return `${chain([edge])} — ${citation(first.document, names)}`
  return `${chain([edge])}${edge.origins === 0 ? '' : ` (${count(edge.origins, 'origin')})`}`
}

function hangs({ rows }: Told, edges: ReadonlyMap<string, EdgeRow>, names: Names): Hang[] {
  const found = new Map<string, Hang>()
  for (const row of rows) {
    for (const flip of row.flips) {
      const [only] = flip.edges
      if (flip.origin !== null && flip.edges.length === 1 && edges.get(only ?? '')?.origins === 1) continue
      const key = `${flip.edge ?? ''} ${flip.origin ?? ''}`
      const { evidence, origin } = flip
      const article = evidence[0]?.document ?? ''
      const hang = found.get(key) ?? {
        title: titleOf(flip, edges, names),
        origin,
        article,
        evidence,
        to: [],
      }
      hang.to.push(`${safeLine(row.name)} ${GONE[flip.to]}`)
      found.set(key, hang)
    }
  }
  const all = [...found.values()]
  // An article that takes no more with it than one edge of its own is told with that edge.
  const withEdge = new Set(all.map(it => (it.origin === null ? `${it.article} ${it.to.join('; ')}` : '')))
  return all
    .filter(it => it.origin === null || !withEdge.has(`${it.origin} ${it.to.join('; ')}`))
    .sort((a, b) => b.to.length - a.to.length)
}

export function flipLines(
  told: Told,
  edges: ReadonlyMap<string, EdgeRow>,
  names: Names,
  sources: boolean,
): string[] {
  const { room, paint } = told
  const all = hangs(told, edges, names)
  if (all.length === 0) return []
  const lines = all
    .slice(0, HANGS)
    .flatMap(({ title, evidence, to }) => [
      ...wrap(title, room - 2).map(line => `  ${line}`),
      ...hanging(`without: ${to.join('; ')}`, room - 6).map(line => paint.dim(`      ${line}`)),
      ...(sources ? passageLines(evidence, names, paint, '      ', room) : []),
    ])
  const more = all.length - HANGS
  return [
    '',
    paint.bold('What the directions hang on'),
    ...lines,
    ...(more > 0 ? [paint.dim(`  and ${more} more (--format json has all)`)] : []),
  ]
}

function endingText(ending: Ending): string {
  if (ending.outcome === 'fixed point') return 'comes to rest (a fixed point)'
  if (ending.outcome === 'cycle') return `goes round in a cycle of ${ending.length} months`
  return `neither comes to rest nor goes round within ${count(CAP, 'month')} (no convergence)`
}

export function lastLines({ result, room, paint }: Told): string[] {
  const { ending, variants, contraction, unmoved, plan } = result
  const others = new Map<string, string[]>()
  for (const it of variants) {
    const said = endingText(it.ending)
    if (said !== endingText(ending)) others.set(said, [...(others.get(said) ?? []), variantName(it.variant)])
  }
  const text = [
    `Held on, the map ${endingText(ending)}`,
    ...[...others].map(([said, names]) => `by ${names.join(', ')} it ${said}`),
  ].join('; ')
  const bound = contraction.met
    ? `There is one fixed point, wherever it starts: λ‖W‖ is ${contraction.norm.toFixed(2)}, less than ${contraction.bound}.`
    : ''
  const still = unmoved.filter(id => plan.settings.every(it => it.factor !== id)).length
  return [
    '',
    ...wrap(
      'draws: in how many it goes this way, if what is claimed holds; belief: in the weakest claim of the best path; place: draws that rank it there or one beside',
      room,
    ).map(paint.dim),
    ...wrap(`${text}.`, room),
    ...(bound === '' ? [] : wrap(bound, room)),
    ...(still === 0
      ? []
      : [
          paint.dim(
            `${count(still, 'more factor stays', 'more factors stay')} as today: no path leads there.`,
          ),
        ]),
  ]
}
