import { availableParallelism, hostname } from 'node:os'
import { type Command, Option } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import type { Queue } from '../../work/queue.ts'
import type { WorkerEvent } from '../../work/worker.ts'
import { runCrew } from '../crew.ts'
import { withSession } from '../dossier.ts'
import { runLarger } from '../larger.ts'
import { wholeNumber, withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { deadLines, statusLines } from '../print/work-lines.ts'
import { EXIT, type Shell } from '../shell.ts'

interface Options {
  dossier: string
  processes: number
  untilEmpty: boolean
  reconcileEvery: number
  /** What a worker starts for a record that is too large for it. */
  record: boolean
  status: boolean
  dead: boolean
  requeue?: string[]
  discard?: string[]
  format: 'text' | 'json'
}

async function withQueue<T>(place: string, work: (queue: Queue) => Promise<T>): Promise<T> {
  const { openQueue } = await import('../../work/queue.ts')
  const queue = await openQueue(place)
  try {
    return await work(queue)
  } finally {
    await queue.close()
  }
}

function eventLine(event: WorkerEvent): string {
  switch (event.kind) {
    case 'batch':
      return `${event.files} files, ${event.documents} new documents, ${(event.milliseconds / 1000).toFixed(1)} s`
    case 'trouble':
      return `${event.trouble.source}: ${event.trouble.code}: ${event.trouble.message}`
    case 'failed':
      return `a batch failed (${event.why}); it is tried again later, file by file`
    case 'waiting':
      return `waiting: ${event.why}`
    case 'reconciling':
      return 'making the record'
    case 'reconciled':
      return `the record is made, ${(event.milliseconds / 1000).toFixed(1)} s`
  }
}

/** Where the record is too large for a worker. Gives false where another process is at it. */
async function recordElsewhere(shell: Shell, { dossier }: Options, error: unknown): Promise<boolean> {
  const code = await runLarger(shell, error, ['work', '--record'], { ENTENTE_DATABASE: dossier })
  if (code === null) throw error
  if (code === EXIT.dossier) return false
  if (code === EXIT.done) return true
  throw new EntenteError('E_MEMORY', `the process that was to make the record ended with code ${code}`)
}

/** Makes the record, and nothing else. */
async function recordAlone(shell: Shell, { dossier }: Options): Promise<void> {
  const { makeRecord } = await import('../../pipeline.ts')
  await withSession(shell, dossier, {}, async session => {
    if (!(await makeRecord(session))) shell.exitCode = EXIT.dossier
  })
}

/** One worker, in this process. */
async function workAlone(shell: Shell, options: Options): Promise<void> {
  let stop = false
  const ignore = shell.effects.onInterrupt(() => {
    // The second time at once: what is in hand is given back when this worker is missed.
    if (stop) process.exit(EXIT.interrupted)
    stop = true
  })
  try {
    await withSession(shell, options.dossier, { create: true }, session =>
      withQueue(options.dossier, async queue => {
        const [{ makeRecord, takeIn }, { work }] = await Promise.all([
          import('../../pipeline.ts'),
          import('../../work/worker.ts'),
        ])
        const trade = {
          session,
          takeIn: (documents: Parameters<typeof takeIn>[1]) => takeIn(session, documents),
          reconcile: () =>
            makeRecord(session).catch((error: unknown) => recordElsewhere(shell, options, error)),
        }
        const worked = await work(trade, queue, {
          id: `${hostname()}/${process.pid}`,
          clock: () => shell.effects.elapsed(),
          stopped: () => stop,
          untilEmpty: options.untilEmpty,
          reconcileEvery: options.reconcileEvery,
          tell: event => void shell.note(safeLine(`worker ${process.pid}: ${eventLine(event)}`)),
        })
        if (worked.failed > 0) shell.exitCode = EXIT.inputFailed
      }),
    )
  } finally {
    ignore()
  }
}

async function workTogether(shell: Shell, options: Options): Promise<void> {
  const { dossier, processes, untilEmpty, reconcileEvery } = options
  const args = [
    'work',
    '--processes',
    '1',
    '--reconcile-every',
    String(reconcileEvery),
    ...(untilEmpty ? ['--until-empty'] : []),
  ]
  await withQueue(dossier, async queue => {
    const code = await runCrew(shell.effects, {
      processes,
      args,
      // Not among the arguments, where others of the machine could read its password.
      env: { ENTENTE_DATABASE: dossier },
      async fell(pid, how) {
        await shell.note(`worker ${pid} fell over (${how}); another takes its place`)
        await queue.lost(pid).catch(() => {})
      },
    })
    shell.exitCode = code
  })
}

async function tellStatus(shell: Shell, { dossier, format }: Options): Promise<void> {
  const { statusOf } = await import('../../work/status.ts')
  const status = await withQueue(dossier, queue => statusOf(queue))
  await shell.print(format === 'json' ? `${JSON.stringify(status)}\n` : `${statusLines(status).join('\n')}\n`)
}

async function tellDead(shell: Shell, { dossier, format }: Options): Promise<void> {
  const { deadLetters } = await import('../../work/status.ts')
  const dead = await withQueue(dossier, deadLetters)
  await shell.print(format === 'json' ? `${JSON.stringify(dead)}\n` : `${deadLines(dead).join('\n')}\n`)
}

const many = (n: number): string => `${n} ${n === 1 ? 'batch' : 'batches'}`

async function mend(shell: Shell, { dossier, requeue, discard }: Options): Promise<void> {
  const jobs = requeue ?? discard ?? []
  const wanted = jobs.includes('all') ? null : jobs
  const n = await withQueue(dossier, queue =>
    requeue === undefined ? queue.discard(wanted) : queue.requeue(wanted),
  )
  await shell.print(`${many(n)} ${requeue === undefined ? 'thrown away' : 'to be tried again'}\n`)
  if (wanted !== null && n < wanted.length) shell.exitCode = EXIT.inputFailed
}

async function run(shell: Shell, options: Options): Promise<void> {
  if (options.status) await tellStatus(shell, options)
  else if (options.dead) await tellDead(shell, options)
  else if (options.requeue !== undefined || options.discard !== undefined) await mend(shell, options)
  else if (options.record) await recordAlone(shell, options)
  else if (options.processes === 1) await workAlone(shell, options)
  else await workTogether(shell, options)
}

export function work(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('work')
      .description('read what was enqueued for a dossier on a server; run it on as many machines as wanted'),
  )
    .option('--processes <number>', 'workers on this machine', wholeNumber, availableParallelism())
    .option('--until-empty', 'end when nothing waits and the record is made', false)
    .option(
      '--reconcile-every <seconds>',
      'make the record so often while articles keep coming',
      wholeNumber,
      300,
    )
    .addOption(new Option('--record', 'make the record and end').default(false).hideHelp())
    .option('--status', 'print what waits, who works, how fast, and what failed', false)
    .option('--dead', 'list batches that failed for the last time', false)
    .option('--requeue <job...>', 'try dead batches again, by id, or all')
    .option('--discard <job...>', 'throw dead batches away, by id, or all')
    .addOption(
      new Option('--format <format>', 'of --status and --dead').choices(['text', 'json']).default('text'),
    )
  withExample(command, 'entente work --until-empty --database postgres://me@db.example.org/news').action(
    (options: Options) => run(shell, options),
  )
}
