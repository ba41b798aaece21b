import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { DOSSIER_FILE } from '../../record/files.ts'
import { isAddress } from '../../store/address.ts'
import { withSession } from '../dossier.ts'
import { codes, DEFAULT_DOSSIER, placeHint, withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  states?: string[]
  name?: string
}

/** A fresh `dossier.yaml`, its states checked. */
async function firstText(states: readonly string[], name: string | null): Promise<string> {
  const { firstDossier } = await import('../../knowledge/dossier.ts')
  const { loadStates } = await import('../../knowledge/states.ts')
  const known = loadStates()
  const wrong = states.filter(code => known.get(code) === undefined)
  if (wrong.length === 0) return firstDossier(states, name)
  throw new EntenteError(
    'E_USAGE',
    `no state has the code ${wrong.join(', ')}; ISO 3166-1 alpha-3 is meant, such as KOR`,
  )
}

async function initFolder(shell: Shell, folder: string, text: () => Promise<string>): Promise<string> {
  const path = join(folder, DOSSIER_FILE)
  if (existsSync(path)) throw new EntenteError('E_USAGE', `${path} is there already; change it by hand`)
  const first = await text()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, first)
  await withSession(shell, folder, { create: true }, async () => {})
  return path
}

async function initSchema(shell: Shell, address: string, text: () => Promise<string>): Promise<string> {
  const first = await text()
  return withSession(shell, address, { create: true }, async ({ store }) => {
    if ((await store.text(DOSSIER_FILE)) !== null)
      throw new EntenteError('E_USAGE', `${store.place} is there already; \`entente settings\` changes it`)
    await store.setText(DOSSIER_FILE, first)
    return store.place
  })
}

async function run(shell: Shell, { dossier, states = [], name }: Options): Promise<void> {
  const text = () => firstText(states, name ?? null)
  const made = await (isAddress(dossier) ? initSchema : initFolder)(shell, dossier, text)
  const where = dossier === DEFAULT_DOSSIER ? '' : placeHint(dossier)
  await shell.print(`${`Made ${made}. Next: entente add FILE… ${where}`.trimEnd()}\n`)
}

export function init(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('init').description('make a dossier, with a first dossier.yaml'),
  )
    .option('--states <codes>', 'states to watch, such as KOR,JPN,USA', codes)
    .option('--name <name>', 'what to call it')
  withExample(command, 'entente init --states KOR,JPN,USA').action((options: Options) => run(shell, options))
}
