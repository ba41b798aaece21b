import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Session } from '../../pipeline.ts'
import { EntenteError } from '../../record/errors.ts'
import { withSession } from '../dossier.ts'
import { withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import type { Shell } from '../shell.ts'

/** Documents by id, the beginning of an id, or a source's name. */
async function find(session: Session, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const missing = new Set(names)
  for await (const { id, source, alsoFrom, title } of session.store.documents()) {
    for (const name of names) {
      // A path is taken for the name of its file, by which the source is known.
      const file = basename(name)
      const fits =
        id === name || (name.length >= 6 && id.startsWith(name)) || source === file || alsoFrom.includes(file)
      if (!fits) continue
      found.set(id, `${id.slice(0, 8)} ${source}${title === null ? '' : ` “${title}”`}`)
      missing.delete(name)
    }
  }
  if (missing.size > 0) {
    throw new EntenteError(
      'E_NOT_FOUND',
      `no document is called ${[...missing].join(', ')}; \`entente export --format csv --kind document\` lists them`,
    )
  }
  return found
}

async function run(shell: Shell, names: string[], { dossier }: { dossier: string }): Promise<void> {
  await withSession(shell, dossier, {}, async session => {
    const { bringUpToDate, removeDocuments } = await import('../../pipeline.ts')
    await bringUpToDate(session)
    const found = await find(session, names)
    await removeDocuments(session, [...found.keys()])
    await bringUpToDate(session)
    for (const line of found.values()) await shell.print(`removed ${safeLine(line)}\n`)
  })
}

export function remove(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('remove')
      .description('take documents out, with what rests on them alone')
      .argument('<document...>', 'ids (or their beginnings) or names of sources'),
  )
  withExample(command, 'entente remove 05-summit.html').action(
    (names: string[], options: { dossier: string }) => run(shell, names, options),
  )
}
