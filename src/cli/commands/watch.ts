import { type Command, InvalidArgumentError, Option } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import type { Watch } from '../../record/watches.ts'
import { withSession } from '../dossier.ts'
import { ALLOW_ADDRESS, firstDay, wholeNumber, withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { layOut } from '../print/table.ts'
import type { Shell } from '../shell.ts'
import type { RunOptions } from '../watch-run.ts'
import type { Standing } from '../watching.ts'

interface Options extends RunOptions {
  name?: string
  since?: string
}

const HOUR = 3_600
const UNITS: { readonly [unit: string]: number } = { s: 1, m: 60, h: HOUR, d: 24 * HOUR }
/** Nobody's feed changes faster, and nobody wants to be asked more often. */
const OFTEN = 60
const SHORT = 8

/** "15m", "2h" or "1d", in seconds. */
export function duration(value: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(value) ?? []
  const seconds = Number(number) * (UNITS[unit] ?? 0)
  if (seconds < OFTEN)
    throw new InvalidArgumentError(`"${value}" is no time of a minute or more, such as 15m, 2h or 1d.`)
  return seconds
}

function spanText(seconds: number): string {
  const unit = ['d', 'h', 'm'].find(it => seconds >= (UNITS[it] ?? 0) && seconds % (UNITS[it] ?? 1) === 0)
  return unit === undefined ? `${Math.round(seconds)}s` : `${seconds / (UNITS[unit] ?? 1)}${unit}`
}

const minuteOf = (iso: string | null): string => (iso === null ? '–' : iso.slice(0, 16).replace('T', ' '))

function stateText({ state, wait }: Standing): string {
  if (state.status !== 'active') return state.status
  if (wait === 0) return 'due'
  return `in ${spanText(Math.ceil(wait / 60_000) * 60)}`
}

const COLUMNS = [
  { name: 'id' },
  { name: 'name', most: 30 },
  { name: 'kind' },
  { name: 'last visit (UTC)' },
  { name: 'next' },
  { name: 'new', align: 'right' },
  { name: 'failures', align: 'right' },
  { name: 'address', flexible: true },
] as const

function listText(shell: Shell, standings: readonly Standing[]): string {
  const rows = standings.map(standing => {
    const { watch, state } = standing
    const cells = [
      watch.id.slice(0, SHORT),
      watch.name,
      watch.kind,
      minuteOf(state.last),
      stateText(standing),
      String(state.total),
      String(state.failures),
      watch.url,
    ]
    return cells.map(text => ({ text: safeLine(text) }))
  })
  const table = layOut(COLUMNS, rows, Math.min(shell.effects.stdout.columns, 140))
  return [table.heading, ...rows.map(row => table.row(row))].join('\n')
}

async function showText(standing: Standing): Promise<string> {
  const { visitText } = await import('../watch-run.ts')
  const { watch, state } = standing
  const lines = [
    `${watch.name}: ${watch.kind}, ${watch.id}`,
    watch.url,
    `every ${spanText(watch.every)}${watch.since === null ? '' : `, back to ${watch.since}`}; ${stateText(standing)}; ${state.total} new articles so far`,
  ]
  if (state.failures > 0) lines.push(`${state.failures} failures in a row, of weight ${state.weight}`)
  // As it was told then, without what has become of it since.
  const then = { ...state, status: 'active' as const }
  for (const visit of state.visits)
    lines.push(`${minuteOf(visit.at)} ${visitText({ watch, visit, state: then })}`)
  return lines.map(safeLine).join('\n')
}

const addedLine = (watch: Watch): string =>
  safeLine(
    `${watch.id.slice(0, SHORT)} ${watch.name}: ${watch.kind} at ${watch.url}, every ${spanText(watch.every)}`,
  )

function one(words: readonly string[], usage: string): string {
  const [first, second] = words
  if (first === undefined || second !== undefined)
    throw new EntenteError('E_USAGE', `it is written \`entente watch ${usage}\``)
  return first
}

/** What is done to the list of watches, by its word; each within an open dossier. */
async function change(shell: Shell, action: string, words: string[], options: Options): Promise<void> {
  const { addWatch, chooseWatch, makeWatchman, removeWatch, retryWatch, standingJson, standingsOf } =
    await import('../watching.ts')
  const { effects } = shell
  const stop = new AbortController()
  const ignore = effects.onInterrupt(() => stop.abort())
  const man = makeWatchman(shell, { allow: options.allowAddress, most: options.most, signal: stop.signal })
  const isJson = options.format === 'json'
  await withSession(shell, options.dossier, { create: action === 'add' }, async session => {
    if (action === 'add') {
      const { every = HOUR, name = null, since = null } = options
      const watch = await addWatch(session, man, one(words, 'add URL'), { every, name, since })
      return shell.print(`${isJson ? JSON.stringify(watch) : addedLine(watch)}\n`)
    }
    const all = await standingsOf(session, man)
    if (action === 'list') {
      if (isJson)
        return shell.print(
          `${JSON.stringify(
            all.map(it => standingJson(it, effects.now())),
            null,
            1,
          )}\n`,
        )
      if (all.length > 0) return shell.print(`${listText(shell, all)}\n`)
      return shell.note('nothing is watched; `entente watch add URL` watches a feed or a site')
    }
    const chosen = chooseWatch(all, one(words, `${action} ID`))
    if (action === 'show')
      return shell.print(
        `${isJson ? JSON.stringify(standingJson(chosen, effects.now()), null, 1) : await showText(chosen)}\n`,
      )
    await (action === 'remove' ? removeWatch : retryWatch)(session, chosen)
    const done = action === 'remove' ? 'no longer watched; its articles stay' : 'due at once'
    return shell.print(`${safeLine(`${chosen.watch.name}: ${done}`)}\n`)
  }).finally(ignore)
}

const ACTIONS = ['add', 'list', 'show', 'run', 'retry', 'remove']

async function run(shell: Shell, action: string, words: string[], options: Options): Promise<void> {
  if (!ACTIONS.includes(action))
    throw new EntenteError('E_USAGE', `"${action}" is none of ${ACTIONS.join(', ')}`)
  if (action !== 'run') return change(shell, action, words, options)
  const { runWatches } = await import('../watch-run.ts')
  return runWatches(shell, words, options)
}

/** Feeds and sites, followed. */
export function watch(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('watch')
      .description('follow feeds and sites: RSS, Atom, JSON Feed, WordPress, sitemaps')
      .argument('[action]', ACTIONS.join(', '), 'list')
      .argument(
        '[words...]',
        'of `add` a URL such as https://news.example/; of the others ids, names or addresses of watches',
      ),
  )
    .option(
      '--every <duration>',
      'between two visits, such as 15m, 2h or 1d (add: 1h; run: each its own)',
      duration,
    )
    .option('--name <name>', 'of a new watch; otherwise its host')
    .option('--since <date>', 'of a new watch: its articles back to this day, if they can be had', firstDay)
    .option('--once', 'visit what is due, and end')
    .option('--most <number>', 'articles to take of a watch at a visit', wholeNumber, 50)
    .option(...ALLOW_ADDRESS)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  withExample(command, 'entente watch list', 'entente watch run --once').action(
    (action: string, words: string[], options: Options) => run(shell, action, words, options),
  )
}
