/** What if: the map of drivers is run with some of its factors set. */
import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Asked, DEFAULTS, faultOf, pinned, planFor } from '../../analyse/scenario/asked.ts'
import { type Drawn, readScenario, type ScenarioFile, writeScenario } from '../../analyse/scenario/file.ts'
import { monthOf, monthText } from '../../analyse/scenario/months.ts'
import { solve } from '../../analyse/scenario/solve.ts'
import { RULES, type Rule, TRANSFERS, type Transfer } from '../../analyse/scenario/types.ts'
import {
  LISTING_FORMATS,
  type ListingFormat,
  lastDayOf,
  share,
  withDossier,
  withExample,
} from '../options.ts'
import { type GivenMap, mapFrom, readText } from '../scenario-map.ts'
import { printScenario } from '../scenario-report.ts'
import type { Shell } from '../shell.ts'

/** Only what was given on the command line: a file's values hold else, then the defaults. */
interface Options {
  dossier: string
  set?: string[]
  against?: string[]
  from?: string
  steps?: number
  rule?: Rule
  transfer?: Transfer
  gain?: number
  damping?: number
  draws?: number
  seed?: number
  threshold?: number
  by?: string
  ungrounded?: true
  general?: true
  asOf?: string
  minConfidence?: number
  map?: string
  load?: string
  save?: string
  format: ListingFormat
  sources?: true
  explain?: true
}

const more = (value: string, before: string[] = []): string[] => [...before, value]

const number =
  (key: string) =>
  (value: string): number => {
    const given = value.trim() === '' ? Number.NaN : Number(value)
    const fault = faultOf(key, given)
    if (fault !== null) throw new InvalidArgumentError(`"${value}": it ${fault}.`)
    return given
  }

function month(value: string): string {
  const found = monthOf(value)
  if (found === null) throw new InvalidArgumentError(`"${value}" is not a month such as 2023-04.`)
  return monthText(found)
}

/** A setting given again takes the place of the file's on that factor. */
function joined(before: readonly string[] = [], given: readonly string[] = []): string[] {
  const factorOf = (text: string) => text.split('=')[0]?.trim()
  const replaced = new Set(given.map(factorOf))
  return [...before.filter(text => !replaced.has(factorOf(text))), ...given]
}

/** `--against other.json`: what that scenario sets. */
async function againstOf(texts: readonly string[]): Promise<string[]> {
  const lists = texts.map(async text =>
    text.includes('=') ? [text] : (readScenario(await readText(text), text).asked.set ?? []),
  )
  return (await Promise.all(lists)).flat()
}

/** What was given, without what was not. */
function given<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const kept: Partial<T> = {}
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) Object.assign(kept, { [key]: value })
  return kept
}

async function read(options: Options): Promise<{ file: ScenarioFile; drawn: Drawn }> {
  const file: ScenarioFile =
    options.load === undefined
      ? { name: null, asked: {}, drawn: {} }
      : readScenario(await readText(options.load), options.load)
  const { by, asOf, ungrounded, general } = options
  const now = given<Drawn>({ by, asOf, ungrounded, general })
  return { file, drawn: { by: null, asOf: null, ungrounded: false, general: false, ...file.drawn, ...now } }
}

/** The month after the last that anything is known of. */
function nextMonth(today: string | null): string | null {
  const now = today === null ? null : monthOf(today)
  return now === null ? null : monthText(now + 1)
}

async function askedOf(options: Options, file: ScenarioFile, { map, lore, today }: GivenMap): Promise<Asked> {
  const { from, steps, rule, transfer, gain, damping, draws, seed, threshold } = options
  const pin = (texts: readonly string[]) => texts.map(text => pinned(text, map, lore))
  const against = pin(await againstOf(options.against ?? []))
  return {
    ...DEFAULTS,
    from: nextMonth(today),
    ...file.asked,
    ...given<Partial<Asked>>({ from, steps, rule, transfer, gain, damping, draws, seed, threshold }),
    set: joined(file.asked.set, pin(options.set ?? [])),
    against: joined(file.asked.against, against),
  }
}

async function run(shell: Shell, options: Options): Promise<void> {
  const { file, drawn } = await read(options)
  const { dossier, map: path, minConfidence = 0 } = options
  const from = { dossier, ...drawn, minConfidence, ...(path === undefined ? {} : { map: path }) }
  const known = await mapFrom(shell, from)
  const asked = await askedOf(options, file, known)
  const plan = planFor(asked, known.map, known.lore)
  const result = solve(known.map, plan, known.believe)
  if (options.save !== undefined) {
    await writeFile(options.save, writeScenario({ ...file, asked, drawn }))
    await shell.note(`saved as ${options.save}; entente scenario --load ${options.save} runs it again`)
  }
  await printScenario(shell, { ...known, result, from: asked.from }, options)
}

const OPTIONS: readonly Option[] = [
  new Option(
    '--set <factor=level>',
    'hold a factor at very-low, low, normal, high, very-high, or from -1 to 1; in some months: x=high@2023-06..2023-09; may be repeated',
  ).argParser(more),
  new Option(
    '--against <factor=level>',
    'compare with this in place of today; or with a saved scenario',
  ).argParser(more),
  new Option(
    '--from <month>',
    'the first step, such as 2023-04; else the month after the last document',
  ).argParser(month),
  new Option('--steps <number>', 'months to run (12)').argParser(number('steps')),
  new Option('--rule <rule>', 'how influences are added up (modified)').choices(RULES),
  new Option('--transfer <function>', 'how they are bounded (tanh)').choices(TRANSFERS),
  new Option('--gain <number>', 'slope of that function (1)').argParser(number('gain')),
  new Option('--damping <share>', 'of its last value that a factor keeps (0)').argParser(number('damping')),
  new Option('--draws <number>', 'of the weights (1000)').argParser(number('draws')),
  new Option('--seed <number>', 'of the draws (1)').argParser(number('seed')),
  new Option('--threshold <per cent>', 'of draws below which a direction is unclear (80)').argParser(
    number('threshold'),
  ),
  new Option('--by <name>', 'the map as claimed by this actor, author or outlet'),
  new Option('--ungrounded', 'with factors that no row of the inventory covers'),
  new Option('--general', 'factors without whose they are, one threat for threats of any state'),
  new Option('--as-of <date>', 'from what was published by this day alone').argParser(lastDayOf),
  new Option('--min-confidence <share>', 'of claims, from 0 to 1').argParser(share),
  new Option('--map <file>', 'a map from a file (GraphML, CSV, Mental Modeler) in place of the dossier'),
  new Option('--load <file>', 'a saved scenario; what else is given replaces what it says'),
  new Option('--save <file>', 'write the scenario to a file that can be handed on'),
  new Option('--format <format>', 'how to print').choices(LISTING_FORMATS).default('table'),
  new Option('--sources', 'show the passages of the paths that carry it'),
  new Option('--explain', 'show equations, weights and the evidence behind them'),
]

export function scenario(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('scenario')
      .description('what if: run the map of drivers with some factors set, and see which way the others go'),
  )
  for (const option of OPTIONS) command.addOption(option)
  withExample(
    command,
    'entente scenario --set "court rulings=high"',
    'entente scenario --set "summit diplomacy=high" --against "trade measures=high" --steps 6 --sources',
  ).action((options: Options) => run(shell, options))
}
