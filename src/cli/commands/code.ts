import { createReadStream } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FIELDS } from '../../export/coding.ts'
import { lines } from '../../lines.ts'
import { dossierText } from '../dossier.ts'
import { filter } from '../filter.ts'
import { share, threadCount, withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  only?: readonly string[]
  minConfidence?: number
  explain?: true
  threads: number
}

async function run(shell: Shell, file: string | undefined, options: Options): Promise<void> {
  const { only = null, minConfidence = 0, explain = false, threads } = options
  const input = file === undefined || file === '-' ? shell.effects.stdin : createReadStream(file)
  const dossier = await dossierText(shell, options.dossier)
  const how = { dossier, only, minConfidence, explain }
  // Run from its TypeScript source there is no compiled worker to start.
  if (threads === 1 || import.meta.url.endsWith('.ts')) {
    const { makeCoder } = await import('../../coder/coder.ts')
    return filter(shell, input, makeCoder(how))
  }
  const { codeInThreads } = await import('../../coder/pool.ts')
  for await (const answer of codeInThreads(lines(input), how, threads)) {
    if (answer !== null) await shell.print(`${answer}\n`)
    if (shell.effects.stdout.closed) return
  }
}

function fieldsFrom(value: string): readonly string[] {
  const known = FIELDS.map(({ field }) => field)
  const names = value.split(',').map(name => name.trim())
  const wrong = names.find(name => !known.includes(name))
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`)
  return names
}

export function code(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('code')
      .description(
        'code texts as NDJSON, one in, one out: names, times, events, statements …; nothing is stored',
      )
      .argument(
        '[file]',
        'lines of {"id", "text", "published"?, "pair"?}; standard input where none is named',
      ),
  )
    .addOption(new Option('--coder <coder>', 'what codes').choices(['rules']).default('rules'))
    .option('--explain', 'add the decisions that led to each')
    .option('--only <fields>', 'such as events,statements', fieldsFrom)
    .option('--min-confidence <share>', 'leave out what is less sure, from 0 to 1', share)
    .option(
      '--threads <number>',
      'how many threads code at once; answers keep the input’s order',
      threadCount,
      1,
    )
  withExample(
    command,
    `echo '{"id": 1, "text": "Norway’s prime minister met Peru’s president in Oslo."}' | entente code`,
  ).action((file: string | undefined, options: Options) => run(shell, file, options))
}
