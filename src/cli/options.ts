/** Options that several commands share, each with its check. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Selection } from '../export/select.ts'
import { LIMITS, type Limits } from '../read/types.ts'
import { EntenteError } from '../record/errors.ts'
import { isDate } from '../record/interval.ts'
import { isAddress, shownPlace } from '../store/address.ts'

export const DEFAULT_DOSSIER = '.entente'

/** Options of every command that opens a dossier; `settlePlace` makes one place of both. */
export function withDossier(command: Command): Command {
  return command
    .option('--dossier <dir>', 'folder of the dossier', DEFAULT_DOSSIER)
    .option('--database <url>', 'dossier on a PostgreSQL server: postgres://user@host/db?schema=name')
}

/**
 * Where the dossier is, as option `dossier`: the folder or the address given, else ENTENTE_DATABASE, else the usual
 * folder. Hangs before every command's action, so that a command knows one option alone.
 */
export function settlePlace(command: Command, env: { readonly [name: string]: string | undefined }): void {
  if (!command.options.some(({ long }) => long === '--database')) return
  const { database } = command.opts<{ database?: string }>()
  const isFolderGiven = command.getOptionValueSource('dossier') !== 'default'
  if (database !== undefined && isFolderGiven)
    throw new EntenteError('E_USAGE', '--dossier and --database name two places; one is wanted')
  const address = database ?? (isFolderGiven ? undefined : env.ENTENTE_DATABASE)
  if (address === undefined || address === '') return
  if (!isAddress(address))
    throw new EntenteError(
      'E_USAGE',
      `${database === undefined ? 'ENTENTE_DATABASE' : '--database'}: the address of a database begins with postgres://`,
    )
  command.setOptionValue('dossier', address)
}

/** The option by which another command finds the same place. */
export function placeOption(place: string): string[] {
  return [isAddress(place) ? '--database' : '--dossier', place]
}

/** The option by which another command finds the same place, as one types it: a shell must not read a `?`. */
export function placeHint(place: string): string {
  return isAddress(place) ? `--database '${shownPlace(place)}'` : `--dossier ${place}`
}

/** Of every command that fetches; nothing else opens a way into a private network. One at a time: words may follow. */
export const ALLOW_ADDRESS: readonly [string, string, (value: string, all: string[]) => string[], string[]] =
  [
    '--allow-address <range>',
    'fetch from here too, although it is not the public network: 10.1.0.0/16; may be given again',
    (value, all) => [...all, value],
    [],
  ]

/** "2022-11-13", "2022-11" or "2022": the first or the last day of it. */
function day(value: string, end: 'first' | 'last'): string {
  const [year = '', month, date] = value.split('-')
  const full =
    date !== undefined
      ? value
      : month !== undefined
        ? `${value}-${end === 'first' ? '01' : lastDay(year, month)}`
        : `${year}-${end === 'first' ? '01-01' : '12-31'}`
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value) || !isDate(full)) {
    throw new InvalidArgumentError(`"${value}" is not a date such as 2022-11-13, 2022-11 or 2022.`)
  }
  return full
}

function lastDay(year: string, month: string): string {
  for (const date of ['31', '30', '29']) if (isDate(`${year}-${month}-${date}`)) return date
  return '28'
}

export const firstDay = (value: string): string => day(value, 'first')
export const lastDayOf = (value: string): string => day(value, 'last')

export function codes(value: string): string[] {
  const states = value
    .split(/[,\s]+/)
    .filter(Boolean)
    .map(code => code.toUpperCase())
  const wrong = states.find(code => !/^[A-Z]{3}$/.test(code))
  if (wrong !== undefined || states.length === 0) {
    throw new InvalidArgumentError(
      `"${wrong ?? value}" is not a code of three letters such as KOR; give several as KOR,JPN.`,
    )
  }
  return [...new Set(states)]
}

export function share(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError(`"${value}" is not a number from 0 to 1.`)
  }
  return number
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(`"${value}" is not a whole number.`)
  return Number(value)
}

/** More threads than any machine has cores are a slip of the hand. */
const MOST_THREADS = 256

export function threadCount(value: string): number {
  const threads = wholeNumber(value)
  if (threads < 1 || threads > MOST_THREADS)
    throw new InvalidArgumentError(`"${value}" is not a number of threads from 1 to ${MOST_THREADS}.`)
  return threads
}

export const LISTING_FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const
export type ListingFormat = (typeof LISTING_FORMATS)[number]

export function isListingFormat(format: string): format is ListingFormat {
  return LISTING_FORMATS.some(it => it === format)
}

export interface ListingOptions extends Omit<Selection, 'watched'> {
  dossier: string
  asOf?: string
  format: ListingFormat
  sources?: true
  explain?: true
}

/** The options of every listing. */
const LISTING = [
  new Option('--format <format>', 'how to print').choices(LISTING_FORMATS).default('table'),
  new Option('--sources', 'show the passages that each rests on'),
  new Option('--explain', 'show the rules that made each'),
]

export function withSelection(command: Command, own: readonly Option[] = LISTING): Command {
  const whole = withDossier(command)
    .option('--from <date>', 'what may have been on this day or later', firstDay)
    .option('--to <date>', 'what may have been on this day or before', lastDayOf)
    .option('--actor <name>', 'an actor: its id, or part of its name')
    .option('--states <codes>', 'states, such as KOR,JPN: an event of all of them, words of any', codes)
    .option('--issue <id>', 'an issue, such as export-controls')
    .option(
      '--type <type>',
      'a type: of events PLOVER’s, of statements direct or indirect, of positions the stance',
    )
    .option(
      '--status <status>',
      'of events reported, planned, hypothetical or denied; of forecasts the outcome',
    )
    .option('--min-confidence <share>', 'from 0 to 1', share)
    .option('--as-of <date>', 'from what was published by this day alone', lastDayOf)
  for (const option of own) whole.addOption(option)
  return whole
}

/** The help's last part: an example that runs as it stands. */
export function withExample(command: Command, ...lines: string[]): Command {
  return command.addHelpText('after', `\nExample:\n${lines.map(line => `  $ ${line}`).join('\n')}`)
}

/** `bytes=20000000` and so on, checked against the limits that there are. */
export function limitsFrom(given: readonly string[]): Partial<Limits> {
  const limits: Partial<Limits> = {}
  for (const item of given) {
    const [name = '', value = ''] = item.split('=')
    if (!isLimit(name) || !/^\d+$/.test(value)) {
      throw new EntenteError(
        'E_USAGE',
        `--limit ${item}: it is written as NAME=NUMBER, NAME one of ${Object.keys(LIMITS).join(', ')}`,
      )
    }
    limits[name] = Number(value)
  }
  return limits
}

function isLimit(name: string): name is keyof Limits {
  return Object.hasOwn(LIMITS, name)
}
