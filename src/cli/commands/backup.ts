import type { Command } from 'commander'
import type { Session } from '../../pipeline.ts'
import { withSession } from '../dossier.ts'
import { withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'
import { version } from './doctor.ts'

async function write(shell: Shell, session: Session, file: string): Promise<void> {
  const { backUp } = await import('../../transfer.ts')
  const about = { version: await version(), made: shell.effects.now().toISOString() }
  const { counts, hash } = await backUp(session, file, about)
  await shell.print(
    `${file}: ${counts.documents} documents, ${counts.corrections} corrections; sha256 of \`export --text full\`: ${hash}\n`,
  )
}

async function run(shell: Shell, file: string, { dossier }: { dossier: string }): Promise<void> {
  await withSession(shell, dossier, {}, session => write(shell, session, file))
}

export function backup(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('backup')
      .description('write the whole dossier into one file, checksummed, for any machine and either store')
      .argument('<file>', 'where to; a former backup of that name is replaced once the new one is whole'),
  )
  withExample(command, 'entente backup thaw.backup').action((file: string, options: { dossier: string }) =>
    run(shell, file, options),
  )
}
