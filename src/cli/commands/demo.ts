import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { EntenteError } from '../../record/errors.ts'
import { withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

const SAMPLE = fileURLToPath(new URL('../../../examples/seoul-tokyo/', import.meta.url))

async function run(
  shell: Shell,
  runCommand: (args: string[]) => Promise<number>,
  { dossier, exit, open }: { dossier?: string; exit?: true; open: boolean },
): Promise<void> {
  if (!existsSync(SAMPLE)) throw new EntenteError('E_NOT_FOUND', `the sample dossier is not in ${SAMPLE}`)
  const folder = dossier ?? join(tmpdir(), `entente-demo-${process.getuid?.() ?? 'user'}`)
  if (dossier === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(SAMPLE, 'dossier.yaml'), join(folder, 'dossier.yaml'))
  await shell.note(`Reading the sample dossier into ${folder}`)
  const where = ['--dossier', folder]
  const added = await runCommand(['add', join(SAMPLE, 'documents'), ...where])
  if (added > 1) {
    shell.exitCode = added
    return
  }
  await runCommand(['timeline', ...where])
  if (!exit) {
    shell.exitCode = await runCommand(['serve', '--port', '0', ...(open ? [] : ['--no-open']), ...where])
    return
  }
  const next = ['serve', 'timeline --sources', 'statements --actor Kishida', 'positions', 'accounts', 'brief']
  await shell.print(
    `\nGo on with:\n${next.map(line => `  npx entente ${line} --dossier ${folder}\n`).join('')}`,
  )
}

export function demo(program: Command, shell: Shell, runCommand: (args: string[]) => Promise<number>): void {
  const command = program
    .command('demo')
    .description('read the sample dossier, print its chronology, and open it as a workbench')
    .option('--dossier <dir>', 'where to make it; else in the system’s folder for temporary files')
    .option('--exit', 'end after printing')
    .option('--no-open', 'print the address of the workbench only')
  withExample(command, 'entente demo --exit').action(
    (options: { dossier?: string; exit?: true; open: boolean }) => run(shell, runCommand, options),
  )
}
