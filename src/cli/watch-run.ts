/** `entente watch run`: rounds of visits, once or until it is stopped. */
import { EntenteError } from '../record/errors.ts'
import { withSession } from './dossier.ts'
import { safeLine } from './print/safe.ts'
import { EXIT, type Shell } from './shell.ts'
import {
  chooseWatch,
  makeWatchman,
  type Standing,
  standingsOf,
  type Told,
  visitAll,
  type Watchman,
} from './watching.ts'

export interface RunOptions {
  dossier: string
  once?: true
  /** Seconds, in the place of each watch's own. */
  every?: number
  most: number
  allowAddress: string[]
  format: 'text' | 'json'
}

/** What `watch run` tells in the end. */
interface Summary {
  visits: number
  new: number
  revised: number
  known: number
  /** Articles that could not be had. */
  missed: number
  /** Left for the next visit. */
  left: number
  failed: { id: string; name: string; code: string; message: string }[]
  quarantined: string[]
  interrupted: boolean
}

/** A watch that was added meanwhile is noticed after so long, in milliseconds. */
const LOOK = 300_000
const IN_USE = 30_000
const NOTHING = 'nothing is watched; `entente watch add URL` watches a feed or a site'

const clock = (at: string): string => at.slice(11, 16)

export function visitText({ visit, state, watch }: Told): string {
  const { outcome, code, message } = visit
  if (outcome === 'failed') {
    const after =
      state.status === 'quarantined'
        ? `; left alone from now on, \`entente watch retry ${watch.id.slice(0, 8)}\` tries again`
        : state.status === 'ended'
          ? '; it is gone, and not visited any more'
          : ''
    return `${code}: ${message}${after}`
  }
  if (outcome === 'stopped') return 'stopped before the end'
  const parts = [
    [visit.new, 'new'],
    [visit.revised, 'revised'],
    [visit.known, 'here already'],
    [visit.failed, 'not to be had'],
    [visit.left, 'left for later'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  if (message !== null) said.push(message)
  return said.length === 0 ? 'nothing new' : said.join(', ')
}

function count(summary: Summary, { watch, visit, state }: Told): void {
  summary.visits++
  summary.new += visit.new
  summary.revised += visit.revised
  summary.known += visit.known
  summary.missed += visit.failed
  summary.left += visit.left
  const { code, message } = visit
  if (visit.outcome === 'failed')
    summary.failed.push({ id: watch.id, name: watch.name, code: code ?? '', message: message ?? '' })
  if (state.status === 'quarantined') summary.quarantined.push(watch.id)
}

function summaryLine(summary: Summary): string {
  const { visits, missed, left, failed, interrupted } = summary
  const said = [
    `${visits} ${visits === 1 ? 'visit' : 'visits'}: ${summary.new} new, ${summary.revised} revised`,
  ]
  if (summary.known > 0) said.push(`${summary.known} here already`)
  if (missed > 0) said.push(`${missed} not to be had`)
  if (left > 0) said.push(`${left} left for later`)
  if (failed.length > 0) said.push(`${failed.length} failed`)
  if (interrupted) said.push('stopped before the end')
  return said.join(', ')
}

/** At another pace than its own; a failure's longer wait stays. */
function paced(standing: Standing, every: number | undefined): Standing {
  if (every === undefined) return standing
  const { watch, state, wait } = standing
  const sooner = state.failures === 0 ? Math.min(wait, every * 1_000) : wait
  return { state, watch: { ...watch, every }, wait: sooner }
}

async function round(
  shell: Shell,
  man: Watchman,
  which: readonly string[],
  options: RunOptions,
  summary: Summary,
) {
  return withSession(shell, options.dossier, {}, async session => {
    const all = (await standingsOf(session, man)).map(it => paced(it, options.every))
    const chosen =
      which.length > 0 ? which.map(it => chooseWatch(all, it)) : all.filter(({ wait }) => wait === 0)
    await visitAll(session, man, chosen, {
      async tell(told) {
        count(summary, told)
        await shell.note(safeLine(`${clock(told.visit.at)} ${told.watch.name}: ${visitText(told)}`))
      },
    })
    const left = await standingsOf(session, man)
    return { watches: all.length, wait: Math.min(LOOK, ...left.map(({ wait }) => wait)) }
  })
}

/** The dossier is closed between two rounds, so that other commands can use it meanwhile. */
async function keepOn(shell: Shell, man: Watchman, which: string[], options: RunOptions, summary: Summary) {
  const { effects } = shell
  let last = ''
  // Said once, not every half minute.
  const say = async (text: string) => {
    if (text !== last && text !== '') await shell.note(text)
    last = text
  }
  while (!man.signal.aborted) {
    let wait = IN_USE
    try {
      const done = await round(shell, man, which, options, summary)
      wait = done.wait
      await say(done.watches === 0 ? NOTHING : '')
    } catch (error) {
      if (!(error instanceof EntenteError) || error.code !== 'E_IN_USE') throw error
      await say('the dossier is in use; waiting until it is free')
    }
    await effects.pause(Math.max(1_000, wait), man.signal)
  }
}

export async function runWatches(shell: Shell, which: string[], options: RunOptions): Promise<void> {
  const stop = new AbortController()
  const ignore = shell.effects.onInterrupt(() => {
    // The first signal lets what is in hand be finished; the second ends at once, which the journal stands too.
    if (stop.signal.aborted) process.exit(EXIT.interrupted)
    stop.abort()
  })
  const { allowAddress: allow, most } = options
  const man = makeWatchman(shell, { allow, most, signal: stop.signal })
  const summary: Summary = {
    visits: 0,
    new: 0,
    revised: 0,
    known: 0,
    missed: 0,
    left: 0,
    failed: [],
    quarantined: [],
    interrupted: false,
  }
  try {
    if (options.once === true) {
      const { watches } = await round(shell, man, which, options, summary)
      if (watches === 0) await shell.note(NOTHING)
      summary.interrupted = stop.signal.aborted
      if (summary.failed.length > 0) shell.exitCode = EXIT.inputFailed
      if (summary.interrupted) shell.exitCode = EXIT.interrupted
    } else await keepOn(shell, man, which, options, summary)
  } finally {
    ignore()
  }
  const said = options.format === 'json' ? JSON.stringify(summary) : summaryLine(summary)
  await shell.print(`${said}\n`)
}
