import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { makeDesk } from '../desk.ts'
import { withSession } from '../dossier.ts'
import { wholeNumber, withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  port: number
  open: boolean
  allowAddress: string[]
}

const PORTS = 65_535

function portNumber(value: string): number {
  const port = wholeNumber(value)
  if (port <= PORTS) return port
  throw new EntenteError('E_USAGE', `--port ${value}: a port is a number up to ${PORTS}`)
}

/** Serves until it is interrupted. */
async function run(shell: Shell, { dossier, port, open, allowAddress }: Options): Promise<void> {
  const { effects } = shell
  await withSession(shell, dossier, {}, async session => {
    const { makeOpenServer } = await import('../../serve/index.ts')
    const { app, open: openUp } = makeOpenServer(await makeDesk(shell, session, allowAddress))
    const listening = await effects
      .listen(request => app.fetch(request), port)
      .catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
          throw new EntenteError('E_USAGE', `port ${port} is taken; --port 0 takes a free one`)
        throw error
      })
    const url = `http://127.0.0.1:${listening.port}/`
    await shell.print(`${url}\n`)
    await shell.note('The workbench is open at this address; Ctrl-C ends it.')
    if (open) effects.browse(url)
    // What goes wrong here is told to who asks for it.
    openUp().catch(() => null)
    await new Promise<void>(resolve => {
      const stop = effects.onInterrupt(() => {
        stop()
        resolve()
      })
    })
    await listening.close()
  })
}

/** The record as a page. */
export function serve(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('serve').description('open the dossier as a workbench in the browser'),
  )
    .option('--port <number>', 'port on this machine; 0 takes a free one', portNumber, 7777)
    .option('--no-open', 'print the address only')
    .option(
      '--allow-address <range...>',
      'fetch pages from here too, although it is not the public network: 10.1.0.0/16',
      [],
    )
  withExample(command, 'entente serve --no-open').action((options: Options) => run(shell, options))
}
