import { type Command, Option } from 'commander'
import { csv } from '../../export/csv.ts'
import type { Exporter, ExportOptions } from '../../export/exporter.ts'
import { json } from '../../export/json.ts'
import { ndjson } from '../../export/ndjson.ts'
import { TEXT_MODES, type TextMode, withText } from '../../export/text.ts'
import { recordOf, withSession } from '../dossier.ts'
import { lastDayOf, withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

/** One file a format, each in this list. */
export const EXPORTERS: readonly Exporter[] = [json, csv, ndjson]

const KINDS = ['event', 'statement', 'position', 'forecast', 'driver', 'document', 'actor', 'issue', 'factor']

interface Options extends ExportOptions {
  dossier: string
  format: string
  text: TextMode
  asOf?: string
}

async function run(shell: Shell, options: Options): Promise<void> {
  const exporter = EXPORTERS.find(it => it.format === options.format) ?? json
  await withSession(shell, options.dossier, {}, async session => {
    const source = await withText(await recordOf(shell, session, options.asOf), options.text)
    let pending = ''
    for await (const piece of exporter.write(source, options)) {
      pending += piece
      if (pending.length < 65_536) continue
      await shell.print(pending)
      pending = ''
      if (shell.effects.stdout.closed) return
    }
    await shell.print(pending)
  })
}

/** How much of the articles travels; see docs/decisions/0001-quotes-in-exports.md. */
export function withTextOption(command: Command): Command {
  return command.addOption(
    new Option('--text <how much>', 'of the articles’ words: none, the sentences that are cited, or all')
      .choices(TEXT_MODES)
      .default('quotes'),
  )
}

export function exportRecord(program: Command, shell: Shell): void {
  const command = withTextOption(
    withDossier(program.command('export').description('write the whole record'))
      .addOption(
        new Option('--format <format>', 'json: the record as its schema has it; csv: one kind as a table')
          .choices(EXPORTERS.map(it => it.format))
          .default('json'),
      )
      .addOption(new Option('--kind <kind>', 'which kind, for csv').choices(KINDS).default('event'))
      .option('--as-of <date>', 'from what was published by this day alone', lastDayOf),
  )
  withExample(command, 'entente export --format csv --kind statement > statements.csv').action(
    (options: Options) => run(shell, options),
  )
}
