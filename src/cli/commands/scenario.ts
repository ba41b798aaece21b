/** What if: the map of drivers is run with some of its factors set. */
import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { faultOf } from '../../analyse/scenario/asked.ts'
import { readScenario, type ScenarioFile, writeScenario } from '../../analyse/scenario/file.ts'
import type { FactorRow } from '../../analyse/scenario/rows.ts'
import { RULES, TRANSFERS } from '../../analyse/scenario/types.ts'
import type { Names } from '../../export/columns.ts'
import { namesOf } from '../../export/names.ts'
import { type Registered, withAsked } from '../analysis.ts'
import type { Analysis } from '../asked.ts'
import { doorOf } from '../door.ts'
import { LISTING_FORMATS, type ListingOptions, withExample, withSelection } from '../options.ts'
import { type GivenMap, mapInFile, mapOfDossier, readText } from '../scenario-map.ts'
import { printScenario, THE_SCENARIO } from '../scenario-report.ts'
import { answerTo, askedFor, given, type ScenarioOwn } from '../scenario-run.ts'
import type { Shell } from '../shell.ts'

/** What reads and writes files is of the command line alone. */
interface Options extends ListingOptions, ScenarioOwn {
  map?: string
  load?: string
  save?: string
}

const number =
  (key: string) =>
  (value: string): number => {
    const given = value.trim() === '' ? Number.NaN : Number(value)
    const fault = faultOf(key, given)
    if (fault !== null) throw new InvalidArgumentError(`"${value}": it ${fault}.`)
    return given
  }

const OWN: readonly Option[] = [
  new Option(
    '--set <factor=level...>',
    'hold a factor at very-low, low, normal, high, very-high, or from -1 to 1; in some months: "x=high@2023-06..2023-09"',
  ),
  new Option('--against <factor=level...>', 'compare with this in place of today, or with a saved scenario'),
  new Option('--steps <number>', 'months to run (12)').argParser(number('steps')),
  new Option('--rule <rule>', 'how influences are added up (modified)').choices(RULES),
  new Option('--transfer <function>', 'how they are bounded (tanh)').choices(TRANSFERS),
  new Option('--gain <number>', 'slope of that function (1)').argParser(number('gain')),
  new Option('--damping <share>', 'of its last value that a factor keeps (0)').argParser(number('damping')),
  new Option('--draws <number>', 'of the weights (1000)').argParser(number('draws')),
  new Option('--seed <number>', 'of the draws (1)').argParser(number('seed')),
  new Option('--threshold <percent>', 'of draws below which a direction is unclear (80)').argParser(
    number('threshold'),
  ),
  new Option('--by <name>', 'the map as claimed by this actor, author or outlet'),
  new Option('--ungrounded', 'with factors that no row of the inventory covers'),
  new Option('--general', 'factors without whose they are, one threat for threats of any state'),
]

const FILES: readonly Option[] = [
  new Option(
    '--map <file>',
    'a map from a file (GraphML, CSV, Mental Modeler, JSON) in place of the dossier',
  ),
  new Option('--load <file>', 'a saved scenario; what is given besides replaces what it says'),
  new Option('--save <file>', 'write the scenario to a file that can be handed on'),
  new Option('--format <format>', 'how to print').choices(LISTING_FORMATS).default('table'),
  new Option('--sources', 'show the passages of the paths that carry it'),
  new Option('--explain', 'show equations, weights and the evidence behind them'),
]

const NO_NAMES: Names = {
  actor: id => id ?? '',
  issue: id => id,
  factor: id => id,
  document: () => undefined,
}

/** `--against other.json`: what that scenario sets. */
async function againstIn(texts: readonly string[]): Promise<string[]> {
  const lists = texts.map(async text =>
    text.includes('=') ? [text] : (readScenario(await readText(text), text).asked.set ?? []),
  )
  return (await Promise.all(lists)).flat()
}

/** The options with what a saved scenario says of the map. */
async function loaded(options: Options): Promise<{ file: ScenarioFile; all: Options }> {
  const { load, against } = options
  const file =
    load === undefined ? { name: null, asked: {}, drawn: {} } : readScenario(await readText(load), load)
  const { by, asOf, ungrounded, general } = file.drawn
  const drawn = given<Options>({
    by: by ?? undefined,
    asOf: asOf ?? undefined,
    ungrounded: ungrounded === true ? true : undefined,
    general: general === true ? true : undefined,
  })
  return {
    file,
    all: { ...drawn, ...options, ...(against === undefined ? {} : { against: await againstIn(against) }) },
  }
}

async function run(shell: Shell, options: Options): Promise<void> {
  const { file, all } = await loaded(options)
  const work = async (known: GivenMap, names: Names) => {
    const asked = askedFor(all, file.asked, known)
    const answered = answerTo(asked, known)
    if (all.save !== undefined) {
      const { by = null, asOf = null, ungrounded = false, general = false } = all
      await writeFile(all.save, writeScenario({ ...file, asked, drawn: { by, asOf, ungrounded, general } }))
      await shell.note(`saved as ${all.save}; entente scenario --load ${all.save} runs it again`)
    }
    await printScenario(shell, answered, names, all)
  }
  if (all.map !== undefined) return work(await mapInFile(all.map), NO_NAMES)
  await withAsked(shell, SCENARIO, [], all, async (asked, source) =>
    work(mapOfDossier(asked), await namesOf(source, asked.view.documents)),
  )
}

const SCENARIO: Analysis<ScenarioOwn, FactorRow> = { ...THE_SCENARIO, options: OWN }

function register(program: Command, shell: Shell): void {
  const command = withSelection(program.command(SCENARIO.command).description(SCENARIO.description), [
    ...OWN,
    ...FILES,
  ])
  const from = command.options.find(option => option.long === '--from')
  if (from !== undefined)
    from.description = 'the month of the first step, such as 2023-04; else the one after the last document'
  withExample(command, ...SCENARIO.examples).action((options: Options) => run(shell, options))
}

export const scenario: Registered = Object.assign(register, {
  door: (...[session, sources]: Parameters<Registered['door']>) => doorOf(SCENARIO, session, sources),
})
