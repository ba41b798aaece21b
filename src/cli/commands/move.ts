import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { isAddress, parseAddress, shownPlace } from '../../store/address.ts'
import { withSession } from '../dossier.ts'
import { fillAndTell } from '../filling.ts'
import { withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  from: string
  to: string
}

async function run(shell: Shell, { from, to }: Options): Promise<void> {
  const { countsOf, exportHash, finished, rowsOf } = await import('../../transfer.ts')
  await withSession(shell, from, {}, session =>
    finished(session, async reader => {
      const hash = await exportHash(session, reader)
      const load = {
        from: shownPlace(from),
        counts: await countsOf(session, reader),
        rows: () => rowsOf(session, reader),
      }
      await fillAndTell(shell, to, load, async arrived => {
        const there = await exportHash(arrived, arrived.store)
        if (there === hash) return
        throw new EntenteError(
          'E_BROKEN',
          `the export of ${shownPlace(to)} has sha256 ${there}, and not ${hash} as ${shownPlace(from)}; ` +
            'it cannot be used; empty it and try again with one version of entente on both sides',
        )
      })
      await shell.print(`sha256 of \`export --text full\`, the same on both sides: ${hash}\n`)
    }),
  )
  const gone = isAddress(from) ? `DROP SCHEMA "${parseAddress(from).schema}" CASCADE` : `rm -r ${from}`
  await shell.note(`${shownPlace(from)} is as it was; when you no longer need it: ${gone}`)
}

export function move(program: Command, shell: Shell): void {
  const command = program
    .command('move')
    .description('carry a dossier between folder and PostgreSQL server; the first one stays as it is')
    .requiredOption('--from <place>', 'a folder, or postgres://user@host/db?schema=name')
    .requiredOption('--to <place>', 'the same; it must be empty')
  withExample(
    command,
    "entente move --from .entente --to 'postgres://ana@db/desk?schema=seoul_tokyo'",
  ).action((options: Options) => run(shell, options))
}
