import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { withSession } from '../dossier.ts'
import { codes, withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  states?: string[]
  name?: string
}

async function run(shell: Shell, { dossier, states = [], name }: Options): Promise<void> {
  const { DOSSIER_FILE, firstDossier } = await import('../../knowledge/dossier.ts')
  const { loadStates } = await import('../../knowledge/states.ts')
  const path = join(dossier, DOSSIER_FILE)
  if (existsSync(path)) {
    throw new EntenteError('E_USAGE', `${path} is there already; change it by hand`)
  }
  const known = loadStates()
  const wrong = states.filter(code => known.get(code) === undefined)
  if (wrong.length > 0) {
    throw new EntenteError(
      'E_USAGE',
      `no state has the code ${wrong.join(', ')}; ISO 3166-1 alpha-3 is meant, such as KOR`,
    )
  }
  mkdirSync(dossier, { recursive: true })
  writeFileSync(path, firstDossier(states, name ?? null))
  await withSession(shell, dossier, { create: true }, async () => {})
  await shell.print(
    `Made ${path}. Next: entente add FILE… ${dossier === '.entente' ? '' : `--dossier ${dossier}`}`.trimEnd() +
      '\n',
  )
}

export function init(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('init').description('make a dossier, with a first dossier.yaml'),
  )
    .option('--states <codes>', 'states to watch, such as KOR,JPN,USA', codes)
    .option('--name <name>', 'what to call it')
  withExample(command, 'entente init --states KOR,JPN,USA').action((options: Options) => run(shell, options))
}
