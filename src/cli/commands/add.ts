import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { withSession } from '../dossier.ts'
import { expand } from '../inputs.ts'
import { ALLOW_ADDRESS, limitsFrom, withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { fileLabel, makeMeter } from '../progress.ts'
import { EXIT, type Shell } from '../shell.ts'
import { failures, type Named, type Summary, Taking } from '../taking.ts'

interface Options {
  dossier: string
  format: 'text' | 'json'
  limit: string[]
  allowAddress: string[]
}

const isAddress = (name: string): boolean => /^https?:\/\//i.test(name)

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function summaryLines(summary: Summary): string[] {
  const { files, documents, skipped, warnings, interrupted } = summary
  const lines = [`${count(files, 'file')}: ${count(documents.added, 'document')} added`]
  for (const { path, members } of summary.archives)
    lines.push(safeLine(`${basename(path)}: ${count(members, 'record')} read`))
  if (documents.known > 0) lines.push(`${documents.known} already here`)
  if (documents.again > 0) lines.push(`${documents.again} already here from another source`)
  const reasons = new Map<string, number>()
  const skip = (reason: string, n: number) => reasons.set(reason, (reasons.get(reason) ?? 0) + n)
  for (const { reason } of skipped) skip(reason, 1)
  for (const { passed } of summary.archives) for (const [reason, n] of passed) skip(reason, n)
  for (const [reason, n] of reasons) lines.push(`${n} skipped: ${reason}`)
  if (warnings.length > 0)
    lines.push(
      `${warnings.length} read with repairs: ${warnings
        .slice(0, 3)
        .map(w => basename(w.path))
        .join(', ')}${warnings.length > 3 ? ' …' : ''}`,
    )
  if (failures(summary) > 0) lines.push(`${failures(summary)} failed`)
  if (interrupted) lines.push('stopped before the end; run it again to finish')
  return lines
}

const printable = (summary: Summary): object => ({
  ...summary,
  archives: summary.archives.map(it => ({
    ...it,
    passed: Object.fromEntries(it.passed),
    failed: Object.fromEntries(it.failed),
  })),
})

async function addAll(adding: Taking, names: readonly string[]): Promise<void> {
  const inputs: Named[] = []
  for (const name of names) {
    if (name === '-') inputs.push({ kind: 'file', path: '-' })
    else if (isAddress(name)) inputs.push({ kind: 'page', path: name })
    else for await (const input of expand([name])) inputs.push(input)
  }
  for (const [i, input] of inputs.entries()) {
    if (adding.stopped()) {
      adding.summary.interrupted = true
      break
    }
    adding.meter.step(fileLabel(input.path), i, inputs.length)
    await adding.take(input, [i, inputs.length])
  }
  await adding.flush()
}

async function run(shell: Shell, names: string[], options: Options): Promise<void> {
  let stop = false
  const ignore = shell.effects.onInterrupt(() => {
    // The first Ctrl-C ends after the file in hand; the second at once, which the journal stands too.
    if (stop) process.exit(EXIT.interrupted)
    stop = true
  })
  const limits = limitsFrom(options.limit)
  const meter = makeMeter(shell.effects.stderr)
  try {
    await withSession(shell, options.dossier, { create: true }, async session => {
      const { bringUpToDate } = await import('../../pipeline.ts')
      const adding = new Taking(session, shell, { limits, allow: options.allowAddress }, meter, () => stop)
      await addAll(adding, names)
      meter.clear()
      if (!stop) await bringUpToDate(session)
      const { summary } = adding
      if (options.format === 'json') await shell.print(`${JSON.stringify(printable(summary))}\n`)
      else await shell.print(`${summaryLines(summary).join('\n')}\n`)
      if (failures(summary) > 0) shell.exitCode = EXIT.inputFailed
      if (summary.interrupted) shell.exitCode = EXIT.interrupted
    })
  } finally {
    ignore()
  }
}

export function add(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('add')
      .description(
        'read articles into the dossier: files, folders, globs, archives, addresses, or - for standard input',
      )
      .argument('<file...>', 'what to read'),
  )
    .addOption(new Option('--format <format>', 'of the summary').choices(['text', 'json']).default('text'))
    .option(
      '--limit <name=number>',
      'change a limit of reading, such as bytes=20000000',
      (v, all: string[]) => [...all, v],
      [],
    )
    .option(...ALLOW_ADDRESS)
  withExample(command, 'entente add articles/ more/*.html').action((files: string[], options: Options) =>
    run(shell, files, options),
  )
}
