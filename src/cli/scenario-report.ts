/** A scenario's answer: one row a factor, above it what was asked, below it what it hangs on. */
import { equationOf } from '../analyse/scenario/equations.ts'
import {
  type EdgeRow,
  edgeRowsOf,
  type FactorRow,
  namesIn,
  plainResult,
  rowOf,
  settingRow,
} from '../analyse/scenario/rows.ts'
import type { VariantShare } from '../analyse/scenario/types.ts'
import type { Names } from '../export/columns.ts'
import type { Analysis } from './asked.ts'
import type { ListingFormat } from './options.ts'
import { passageLines } from './print/passages.ts'
import {
  belowRow,
  chain,
  count,
  flipLines,
  headLines,
  lastLines,
  TABLE,
  type Told,
  variantName,
} from './print/scenario.ts'
import { wrap } from './print/width.ts'
import { type Look, printReport, WIDEST } from './report.ts'
import { mapOfDossier } from './scenario-map.ts'
import { type Answered, answerTo, askedFor, type ScenarioOwn } from './scenario-run.ts'
import type { Shell } from './shell.ts'

const LOOK: Look<FactorRow> = {
  table: TABLE,
  columns: [
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
      of: row => row.paths.map(({ push, edges }) => `${push}: ${plainChain(edges)}`).join('; '),
    },
  ],
  nothing: 'nothing moves: no claim leads from what is set to another factor',
}

const plainChain = (edges: readonly EdgeRow[]): string =>
  [edges[0]?.cause ?? '', ...edges.map(({ sign, effect }) => `${sign}> ${effect}`)].join(' ')

/** The edges of a row's paths that were not seen before. */
function edgesOnce(row: FactorRow, seen: Set<string>): EdgeRow[] {
  const edges = row.paths.flatMap(path => path.edges).filter(({ edge }) => !seen.has(edge))
  const once = new Map(edges.map(edge => [edge.edge, edge]))
  for (const id of once.keys()) seen.add(id)
  return [...once.values()]
}

/** One line where all variants say the same. */
function sharesOf({ variants }: FactorRow): string[] {
  const [first] = variants
  const said = (it: VariantShare) => `up in ${it.up} %, down in ${it.down} % of draws`
  if (first !== undefined && variants.every(it => said(it) === said(first)))
    return [`all ${variants.length} variants: ${said(first)}`]
  return variants.map(it => `${variantName(it)}: ${said(it)}`)
}

/** The working of a row: shares of each variant, and where the weights on its paths come from. */
function explain(row: FactorRow, seen: Set<string>): string[] {
  const weights = edgesOnce(row, seen).map(edge => {
    const against = edge.drawnAgainst === null ? '' : `; of the other sign from ${edge.drawnAgainst}`
    const rests = `belief ${edge.belief} %, ${count(edge.origins, 'origin')}`
    return `${chain([edge])}: ${rests}, strength from ${edge.drawn}${against}`
  })
  return [...sharesOf(row), ...weights]
}

const passagesOf = (row: FactorRow) => edgesOnce(row, new Set()).flatMap(edge => edge.evidence)

/** As the server asks it. */
export const THE_SCENARIO: Omit<Analysis<ScenarioOwn, FactorRow>, 'options'> = {
  ...LOOK,
  command: 'scenario',
  description: 'what if: run the map of drivers with some factors set, and see which way the others go',
  examples: [
    'entente scenario --set court-rulings=high',
    'entente scenario --set court-rulings=high --against court-rulings=low --steps 6 --sources',
  ],
  kinds: ['driver', 'factor'],
  answer(asked) {
    const known = mapOfDossier(asked)
    const { result, map, from } = answerTo(askedFor(asked.options, {}, known), known)
    const edgeRow = edgeRowsOf(map)
    return { rows: result.factors.map(it => rowOf(it, edgeRow)), json: plainResult(result, map, from) }
  },
  passagesOf,
  explain: row => explain(row, new Set()),
}

function toldOf({ map, result, from }: Answered, { effects, paint }: Shell): Told {
  const { settings, against, steps } = result.plan
  const edgeRow = edgeRowsOf(map)
  return {
    result,
    rows: result.factors.map(it => rowOf(it, edgeRow)),
    set: settings.map(it => settingRow(it, from)),
    against: against.map(it => settingRow(it, from)),
    run: settingRow({ factor: '', level: 0, first: 0, last: steps - 1 }, from),
    name: namesIn(map),
    room: Math.min(effects.stdout.columns, WIDEST),
    paint,
  }
}

export async function printScenario(
  shell: Shell,
  answered: Answered,
  names: Names,
  options: { format: ListingFormat; sources?: true; explain?: true },
): Promise<void> {
  const { map, result, from } = answered
  const { paint } = shell
  const told = toldOf(answered, shell)
  const { room, rows } = told
  const edgeRow = edgeRowsOf(map)
  const edges = new Map(map.edges.map(edge => [edge.id, edgeRow(edge)]))
  const equations = equationOf(result.plan).flatMap(text => wrap(text, room).map(paint.dim))
  // Lines below a row stand where its factor does.
  const inner = room - 2 - Math.max(1, String(rows.length).length)
  const sourced = new Set<string>()
  const weighed = new Set<string>()
  const sentencesOf = (edge: EdgeRow): string[] => [
    ...wrap(`${chain([edge])}:`, inner),
    ...passageLines(edge.evidence, names, paint, '', inner),
    ...(edge.passages > edge.evidence.length
      ? [paint.dim(`┃ and ${count(edge.passages - edge.evidence.length, 'more passage')}`)]
      : []),
    ...(edge.evidenceAgainst.length > 0
      ? ['but:', ...passageLines(edge.evidenceAgainst, names, paint, '', inner)]
      : []),
  ]
  await printReport(
    shell,
    {
      ...LOOK,
      rows,
      names,
      below: row => [
        ...belowRow(row, inner, paint),
        ...(options.sources ? edgesOnce(row, sourced).flatMap(sentencesOf) : []),
      ],
      above: [...headLines(told), ...(options.explain ? [...equations, ''] : [])],
      after: [...flipLines(told, edges, names, options.sources === true), ...lastLines(told)],
      json: plainResult(result, map, from),
      passagesOf,
      explain: options.explain ? row => explain(row, weighed) : null,
    },
    // A table shows the sentences by edge, each edge once.
    { format: options.format },
  )
}
