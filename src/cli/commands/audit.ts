import { type Command, Option } from 'commander'
import type { Deed } from '../../record/access.ts'
import { withAccess } from '../access.ts'
import { firstDay, withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { layOut } from '../print/table.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  since?: string
  format: 'table' | 'json' | 'ndjson'
}

const TABLE = [
  { name: 'when (UTC)' },
  { name: 'who' },
  { name: 'from' },
  { name: 'what', most: 50 },
  { name: 'outcome' },
  { name: 'to', flexible: true },
]

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

function cellsOf({ at, who, address, method, route, outcome, ids }: Deed) {
  const cells = [minute(at), who, address ?? '', `${method} ${route}`, String(outcome), ids.join(' ')]
  return cells.map(text => ({ text: safeLine(text) }))
}

async function run(shell: Shell, { dossier, since, format }: Options): Promise<void> {
  const { deeds, lost } = await withAccess(dossier, access => access.audit.deeds(since ?? null))
  if (lost > 0) await shell.note(`${lost} lines of the audit log cannot be read`)
  if (format === 'json') return shell.print(`${JSON.stringify(deeds)}\n`)
  if (format === 'ndjson') return shell.print(deeds.map(it => `${JSON.stringify(it)}\n`).join(''))
  if (deeds.length === 0) return shell.note('nothing was changed')
  const rows = deeds.map(cellsOf)
  const { heading, row } = layOut(TABLE, rows, Math.max(100, shell.effects.stdout.columns))
  await shell.print(`${[shell.paint.dim(heading), ...rows.map(row)].join('\n')}\n`)
}

/** Leaves the record alone, so it works beside a server, too. */
export function audit(program: Command, shell: Shell): void {
  const command = withDossier(
    program.command('audit').description('who changed what in the dossier, and which logins failed'),
  )
    .option('--since <date>', 'from this day on (UTC)', firstDay)
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json', 'ndjson']).default('table'),
    )
  withExample(command, 'entente audit --since 2022').action((options: Options) => run(shell, options))
}
