import type { Command } from 'commander'
import { fillAndTell } from '../filling.ts'
import { withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

async function run(shell: Shell, file: string, { dossier }: { dossier: string }): Promise<void> {
  const { openBackup } = await import('../../transfer.ts')
  const { counts, sha256, rows } = await openBackup(file)
  await fillAndTell(shell, dossier, { from: `the backup ${sha256.slice(0, 12)}`, counts, rows })
}

export function restore(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('restore')
      .description('make a dossier out of a backup, in an empty folder or schema')
      .argument('<file>', 'what `entente backup` wrote; every byte is checked first'),
  )
  withExample(command, 'entente restore thaw.backup --dossier thaw').action(
    (file: string, options: { dossier: string }) => run(shell, file, options),
  )
}
