import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { DOSSIER_FILE } from '../../record/files.ts'
import { dossierText } from '../dossier.ts'
import { readAll } from '../inputs.ts'
import { withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

/** Longer than anyone writes by hand. */
const MOST_BYTES = 10_000_000

async function textOf(shell: Shell, file: string): Promise<string> {
  if (file === '-') return Buffer.from(await readAll(shell.effects.stdin, MOST_BYTES)).toString('utf8')
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new EntenteError('E_NOT_FOUND', `${file} cannot be read`, { cause: error })
  }
}

async function run(shell: Shell, { dossier, set }: { dossier: string; set?: string }): Promise<void> {
  if (set === undefined) {
    const { text } = await dossierText(shell, dossier)
    if (text === null) await shell.note(`this dossier has no ${DOSSIER_FILE}`)
    else await shell.print(text)
    return
  }
  const { parseDossier } = await import('../../knowledge/dossier.ts')
  const text = await textOf(shell, set)
  parseDossier(text, set)
  // Not as a session: what is there now may be what has to be mended.
  const { openStore } = await import('../../store/index.ts')
  const store = await openStore(dossier)
  try {
    await store.setText(DOSSIER_FILE, text)
    await shell.print(`${store.place}: ${DOSSIER_FILE} is set; the next command works by it\n`)
  } finally {
    await store.close()
  }
}

/** Of use on a server, where there is no file to open. */
export function settings(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('settings').description('print the dossier.yaml of a dossier, or set it'),
  ).option('--set <file>', 'take this file as its dossier.yaml, once it is found right; - for standard input')
  withExample(command, 'entente settings').action((options: { dossier: string; set?: string }) =>
    run(shell, options),
  )
}
