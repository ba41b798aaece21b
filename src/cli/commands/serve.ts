import type { Command } from 'commander'
import type { Listening } from '../../effects.ts'
import { EntenteError } from '../../record/errors.ts'
import { withAccess } from '../access.ts'
import { makeDesk } from '../desk.ts'
import { withSession } from '../dossier.ts'
import { ALLOW_ADDRESS, wholeNumber, withDossier, withExample } from '../options.ts'
import type { Serving, ServingOptions } from '../serving.ts'
import type { Shell } from '../shell.ts'

interface Options extends ServingOptions {
  dossier: string
  open: boolean
  allowAddress: string[]
}

const PORTS = 65_535

function portNumber(value: string): number {
  const port = wholeNumber(value)
  if (port <= PORTS) return port
  throw new EntenteError('E_USAGE', `--port ${value}: a port is a number up to ${PORTS}`)
}

/** What the system says of a place that cannot be had, as a person can mend it. */
function placeFault(error: unknown, { host, port }: Serving['place']): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const usage = (text: string) => new EntenteError('E_USAGE', text, { cause: error })
  if (code === 'EADDRINUSE') return usage(`port ${port} is taken; --port 0 takes a free one`)
  if (code === 'EACCES') return usage(`port ${port} is not for everybody to take; take one above 1023`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return usage(`--host ${host}: this machine has no such address; 0.0.0.0 stands for all that it has`)
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_SSL'))
    return usage(
      `--tls-cert, --tls-key: they cannot be used (${error instanceof Error ? error.message : code})`,
    )
  return error
}

async function untilInterrupted(shell: Shell, listening: Listening): Promise<void> {
  await new Promise<void>(resolve => {
    const stop = shell.effects.onInterrupt(() => {
      stop()
      resolve()
    })
  })
  await listening.close()
}

async function serveAs(
  shell: Shell,
  options: Options,
  { gate, place, address, isWide }: Serving,
): Promise<void> {
  const { effects } = shell
  const { dossier, open, allowAddress } = options
  await withSession(shell, dossier, {}, async session => {
    const { makeOpenServer } = await import('../../serve/index.ts')
    const desk = await makeDesk(shell, session, { allow: allowAddress, place: dossier })
    const { app, open: openUp } = makeOpenServer(desk, gate)
    // What the screens ask for is another by then.
    desk.adding.listen(({ state }) => {
      if (state === 'done') openUp().catch(() => null)
    })
    const listening = await effects
      .listen((request, from) => app.fetch(request, from), place)
      .catch((error: unknown) => {
        throw placeFault(error, place)
      })
    const url = address(listening.port)
    await shell.print(`${url}\n`)
    await shell.note('The workbench is open at this address; Ctrl-C ends it.')
    if (open && !isWide) effects.browse(url)
    // What goes wrong here is told to who asks for it.
    openUp().catch(() => null)
    await untilInterrupted(shell, listening)
  })
}

/** Serves until it is interrupted. */
async function run(shell: Shell, options: Options): Promise<void> {
  await withAccess(options.dossier, async access => {
    const { servingOf } = await import('../serving.ts')
    // Before the dossier is opened: what does not start should say so at once.
    await serveAs(shell, options, await servingOf(shell, access, options))
  })
}

/** Of options that may be given several times, each with several values. */
const many = (value: string, all: string[]): string[] => [...all, value]

/** The record as a page. */
export function serve(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('serve').description('open the dossier as a workbench in the browser'),
  )
    .option('--port <number>', 'port on this machine; 0 takes a free one', portNumber, 7777)
    .option('--no-open', 'print the address only')
    .option(...ALLOW_ADDRESS)
    .option(
      '--host <address>',
      'address to answer at; others than this machine want TLS and tokens',
      '127.0.0.1',
    )
    .option('--tls-cert <file>', 'certificate with its chain, PEM')
    .option('--tls-key <file>', 'key to the certificate, PEM')
    .option('--behind-proxy', 'a proxy before it speaks TLS; nobody else is answered')
    .option('--trust-proxy <range>', 'where that proxy is, if not on this machine: 10.1.0.7', many, [])
    .option('--public-host <name>', 'name under which it is asked: entente.example', many, [])
    .option('--require-token', 'ask for a token on this machine, too')
  withExample(command, 'entente serve --no-open').action((options: Options) => run(shell, options))
}
