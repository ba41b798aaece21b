import type { Command } from 'commander'
import { withSession } from '../dossier.ts'
import { withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

async function run(shell: Shell, { dossier }: { dossier: string }): Promise<void> {
  // A fresh database rather than the one that is there, which may be what is broken.
  await withSession(shell, dossier, { fresh: true }, async session => {
    const { bringUpToDate } = await import('../../pipeline.ts')
    await bringUpToDate(session)
    const { rows, facts } = await session.store.figures()
    await shell.print(`rebuilt from the journal: ${rows.documents} documents, ${facts} facts\n`)
  })
}

export function rebuild(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('rebuild')
      .description('make everything that is derived anew, from the journal of documents'),
  )
  withExample(command, 'entente rebuild').action((options: { dossier: string }) => run(shell, options))
}
