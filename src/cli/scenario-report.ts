/** Prints a scenario's answer: one row a factor, above it what was asked, below it what it hangs on. */
import type { DriverMap } from '../analyse/map/types.ts'
import { equationOf } from '../analyse/scenario/equations.ts'
import {
  type EdgeRow,
  edgeRow,
  type FactorRow,
  plainResult,
  rowOf,
  type SettingRow,
  settingRow,
} from '../analyse/scenario/rows.ts'
import type { Plan, ScenarioResult, VariantShare } from '../analyse/scenario/types.ts'
import { strengthOf } from '../analyse/scenario/weights.ts'
import type { Column, Names } from '../export/columns.ts'
import type { ListingFormat } from './options.ts'
import { passageLines } from './print/passages.ts'
import {
  belowRow,
  chain,
  count,
  factorNames,
  flipLines,
  headLines,
  lastLines,
  TABLE,
  type Told,
  variantName,
} from './print/scenario.ts'
import { wrap } from './print/width.ts'
import { printReport, WIDEST } from './report.ts'
import type { Shell } from './shell.ts'

export interface Answered {
  map: DriverMap
  names: Names
  result: ScenarioResult
  /** YYYY-MM of the first step; null where steps have no dates. */
  from: string | null
}

const COLUMNS: readonly Column<FactorRow>[] = [
  { name: 'rank', of: row => row.rank },
  { name: 'factor', of: row => row.factor },
  { name: 'name', of: row => row.name },
  { name: 'direction', of: row => row.direction },
  { name: 'leaning', of: row => row.leaning },
  { name: 'stability', of: row => row.stability },
  { name: 'belief', of: row => row.belief },
  { name: 'rank stability', of: row => row.rankStability },
  { name: 'disagreements', of: row => row.disagreements.map(variantName).join('; ') },
  {
    name: 'paths',
    of: row => row.paths.map(path => `${path.push}: ${chain(path.edges, id => id)}`).join('; '),
  },
]

/** First and last month of the run, or steps counted from 1. */
function runOf(plan: Plan, from: string | null): SettingRow {
  return settingRow({ factor: '', level: 0, first: 0, last: plan.steps - 1 }, from)
}

const two = (value: number): string => value.toFixed(2)

/** The working of a row: shares of each variant, and where the weights on its paths come from. */
function explainer(map: DriverMap, told: Told) {
  const edges = new Map(map.edges.map(edge => [edge.id, edge]))
  const weightLine = (id: string): string[] => {
    const edge = edges.get(id)
    if (edge === undefined) return []
    const { side, rival, sure } = strengthOf(edge)
    const against =
      rival === null
        ? ''
        : `; of the other sign in ${Math.round(100 * (1 - sure))} % of draws, then Beta(${two(rival.alpha)}, ${two(rival.beta)})`
    return [
      `${chain([edgeRow(edge)], told.name)}: belief ${Math.round(100 * edge.belief)} %, ${count(side.origins, 'origin')}, strength from Beta(${two(side.alpha)}, ${two(side.beta)})${against}`,
    ]
  }
  const seen = new Set<string>()
  return (row: FactorRow): string[] => [
    ...sharesOf(row),
    ...edgesOnce(row, seen).flatMap(({ edge }) => weightLine(edge)),
  ]
}

/** One line where all variants say the same. */
function sharesOf({ variants }: FactorRow): string[] {
  const [first] = variants
  const said = (it: VariantShare) => `up in ${it.up} %, down in ${it.down} % of draws`
  if (first !== undefined && variants.every(it => said(it) === said(first)))
    return [`all ${variants.length} variants: ${said(first)}`]
  return variants.map(it => `${variantName(it)}: ${said(it)}`)
}

/** The edges of a row's paths that no row before had. */
function edgesOnce(row: FactorRow, seen: Set<string>): EdgeRow[] {
  const edges = row.paths.flatMap(path => path.edges).filter(({ edge }) => !seen.has(edge))
  const once = new Map(edges.map(edge => [edge.edge, edge]))
  for (const id of once.keys()) seen.add(id)
  return [...once.values()]
}

export async function printScenario(
  shell: Shell,
  { map, names, result, from }: Answered,
  options: { format: ListingFormat; sources?: true; explain?: true },
): Promise<void> {
  const { plan } = result
  const room = Math.min(shell.effects.stdout.columns, WIDEST)
  const { from: first, to: last } = runOf(plan, from)
  const told: Told = {
    result,
    rows: result.factors.map(rowOf),
    set: plan.settings.map(it => settingRow(it, from)),
    against: plan.against.map(it => settingRow(it, from)),
    run: { from: first, to: last },
    name: factorNames(map.factors),
    room,
    paint: shell.paint,
  }
  const edges = new Map(map.edges.map(edge => [edge.id, edgeRow(edge)]))
  const equation = options.explain
    ? [...equationOf(plan).flatMap(text => wrap(text, room).map(shell.paint.dim)), '']
    : []
  // Lines below a row stand where its factor does.
  const inner = room - 2 - Math.max(1, String(told.rows.length).length)
  const sourced = new Set<string>()
  const sentencesOf = (edge: EdgeRow): string[] => [
    `${chain([edge], told.name)}:`,
    ...passageLines(edge.evidence, names, shell.paint, '', inner),
  ]
  await printReport(
    shell,
    {
      rows: told.rows,
      names,
      table: TABLE,
      columns: COLUMNS,
      nothing: 'nothing moves: no claim leads from what is set to another factor',
      below: row => [
        ...belowRow(row, told.name, inner, shell.paint),
        ...(options.sources ? edgesOnce(row, sourced).flatMap(sentencesOf) : []),
      ],
      above: [...headLines(told), ...equation],
      after: [...flipLines(told, edges, names, options.sources === true), ...lastLines(told)],
      json: plainResult(result, map, from),
      passagesOf: row => row.paths.flatMap(path => path.edges.flatMap(edge => edge.evidence)),
      explain: options.explain ? explainer(map, told) : null,
    },
    // A table shows the sentences by edge, each edge once.
    { format: options.format },
  )
}
