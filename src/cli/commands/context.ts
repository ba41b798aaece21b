import { type Command, Option } from 'commander'
import { GRAINS, type Grain, gradesOf, relationIndex, USUAL } from '../../analyse/relation-index/index.ts'
import { startOf } from '../../analyse/relation-index/periods.ts'
import { viewOf } from '../../analyse/view.ts'
import { csvLine } from '../../export/cells.ts'
import { EntenteError } from '../../record/errors.ts'
import { byCodePoint } from '../../record/ids.ts'
import { latestDay } from '../asked.ts'
import { recordOf, withSession } from '../dossier.ts'
import { expand, failureOf } from '../inputs.ts'
import { codes, withDossier, withExample } from '../options.ts'
import { periodName, points } from '../print/index-bar.ts'
import { safeLine } from '../print/safe.ts'
import { layOut } from '../print/table.ts'
import { makeMeter } from '../progress.ts'
import { EXIT, type Shell } from '../shell.ts'

interface Options {
  dossier: string
  states?: string[]
  by: Grain
  format: 'table' | 'json' | 'csv'
}

/** What one coder says of one period: rows of its table, and the mean of their intensities. */
interface Told {
  events: number
  mean: number | null
}

/** By coder, then by the first day of the period. */
type Series = Map<string, Map<string, { events: number; sum: number }>>

const OURS = 'Entente'

async function readTables(
  shell: Shell,
  names: readonly string[],
  options: Options,
  states: Set<string>,
): Promise<Series> {
  const { openContext } = await import('../../read/context/index.ts')
  const series: Series = new Map()
  const meter = makeMeter(shell.effects.stderr)
  for await (const input of expand(names)) {
    try {
      if (input.kind === 'failed') throw new EntenteError(input.code, input.message)
      if (input.kind === 'skipped') continue
      const { coder, events } = await openContext(input.path)
      const periods = series.get(coder) ?? new Map<string, { events: number; sum: number }>()
      series.set(coder, periods)
      let rows = 0
      for await (const { day, source, target, intensity } of events) {
        meter.step(safeLine(`${coder}, row ${++rows}`), 0, null)
        if (source === target || !states.has(source) || !states.has(target)) continue
        const start = startOf(day, options.by)
        const { events: n, sum } = periods.get(start) ?? { events: 0, sum: 0 }
        periods.set(start, { events: n + 1, sum: sum + intensity })
      }
    } catch (error) {
      const { code, message } = failureOf(input.path, error)
      shell.exitCode = EXIT.inputFailed
      meter.clear()
      await shell.note(safeLine(`${input.path}: ${code}: ${message}`))
    }
  }
  meter.clear()
  return series
}

interface Row {
  start: string
  told: { [coder: string]: Told }
}

/** Our index and the others' tables, period by period; what is not told of is not nought. */
function rowsOf(ours: Map<string, Told>, series: Series): Row[] {
  const starts = new Set([...ours.keys(), ...[...series.values()].flatMap(periods => [...periods.keys()])])
  return [...starts].sort(byCodePoint).map(start => {
    const told: Row['told'] = { [OURS]: ours.get(start) ?? { events: 0, mean: null } }
    for (const [coder, periods] of series) {
      const { events, sum } = periods.get(start) ?? { events: 0, sum: 0 }
      told[coder] = { events, mean: events === 0 ? null : Math.round((sum / events) * 100) / 100 }
    }
    return { start, told }
  })
}

async function print(
  shell: Shell,
  rows: readonly Row[],
  coders: readonly string[],
  { by, format }: Options,
): Promise<void> {
  if (format === 'json') return shell.print(`${JSON.stringify({ by, periods: rows })}\n`)
  const told = (row: Row) =>
    coders.flatMap(coder => [row.told[coder]?.mean ?? null, row.told[coder]?.events ?? 0])
  if (format === 'csv') {
    await shell.print(csvLine(['start', ...coders.flatMap(coder => [coder, `${coder} events`])]))
    for (const row of rows) await shell.print(csvLine([row.start, ...told(row)]))
    return
  }
  const columns = [
    { name: 'period' },
    ...coders.flatMap(name => [
      { name, align: 'right' as const },
      { name: 'events', align: 'right' as const },
    ]),
  ]
  const cells = rows.map(row => [
    { text: periodName(row.start, by) },
    ...told(row).map((value, i) => ({
      text: value === null ? '—' : i % 2 === 0 ? points(value) : String(value),
    })),
  ])
  const table = layOut(columns, cells, shell.effects.stdout.columns)
  await shell.print(`${[table.heading, ...cells.map(row => table.row(row))].join('\n')}\n`)
}

async function run(shell: Shell, names: string[], options: Options): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const states = options.states ?? session.dossier.states
    if (states.length < 2)
      throw new EntenteError('E_USAGE', 'name two states or more, such as --states KOR,JPN')
    const view = await viewOf(await recordOf(shell, session, undefined), ['event'])
    const { points: all } = relationIndex(view.facts('event'), view, session.knowledge.contactLevels, {
      ...USUAL,
      grain: options.by,
      states,
      from: null,
      to: null,
      today: latestDay(view),
      grades: gradesOf(view, { only: [], without: [] }),
    })
    const ours = new Map(all.map(({ start, events, net }) => [start, { events, mean: net }]))
    const series = await readTables(shell, names, options, new Set(states))
    await print(shell, rowsOf(ours, series), [OURS, ...[...series.keys()].sort(byCodePoint)], options)
  })
}

/** Nothing of it enters the record: a coder's row has no passage that it could be checked by. */
export function context(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('context')
      .description(
        'what event tables of GDELT and POLECAT say of the same states, beside our index; nothing is stored',
      )
      .argument('<file...>', 'tables as they are handed out: .export.CSV, .zip, .txt'),
  )
    .option('--states <codes>', 'states, such as KOR,JPN: what was between any two of them', codes)
    .addOption(new Option('--by <period>', 'length of a period').choices(GRAINS).default('year'))
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'),
    )
  withExample(command, 'entente context 20230316.export.CSV --states KOR,JPN').action(
    (files: string[], options: Options) => run(shell, files, options),
  )
}
