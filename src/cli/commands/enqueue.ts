import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { LIMITS, type Limits } from '../../read/types.ts'
import { EntenteError } from '../../record/errors.ts'
import type { Item, Queue } from '../../work/queue.ts'
import { expand, failureOf, readBytes } from '../inputs.ts'
import { limitsFrom, withDossier, withExample } from '../options.ts'
import { safeLine } from '../print/safe.ts'
import { fileLabel, makeMeter } from '../progress.ts'
import { EXIT, type Shell } from '../shell.ts'

interface Options {
  dossier: string
  format: 'text' | 'json'
  limit: string[]
}

/** So much is put in at once: it is safe when that returns. */
const PORTION = { items: 256, bytes: 8_000_000 }

interface Summary {
  files: number
  enqueued: number
  failed: { path: string; code: string; message: string }[]
}

type Fail = (path: string, code: string, message: string) => Promise<void>

/** A file as it is, or what an archive holds, page by page. */
async function* itemsOf(path: string, limits: Partial<Limits>, fail: Fail): AsyncGenerator<Item> {
  const { inputOf, openArchive } = await import('../../read/archives/index.ts')
  const archive = await openArchive(path, limits)
  if (archive === null) {
    const bytes = await readBytes(path, limits.archiveBytes ?? LIMITS.archiveBytes)
    yield { source: basename(path), firstLine: 1, bytes }
    return
  }
  const { crawled } = archive
  for await (const found of archive.members()) {
    if (found.kind === 'failed') await fail(`${path}, ${found.name}`, found.code, found.message)
    if (found.kind !== 'member') continue
    const { source, bytes, url = null, retrieved = null, charset = null } = inputOf(path, found)
    yield { source, bytes, firstLine: found.firstLine, beside: { url, retrieved, charset, crawled } }
  }
}

async function enqueueAll(shell: Shell, queue: Queue, names: string[], options: Options): Promise<Summary> {
  const limits = limitsFrom(options.limit)
  const meter = makeMeter(shell.effects.stderr)
  const summary: Summary = { files: 0, enqueued: 0, failed: [] }
  let portion: Item[] = []
  let bytes = 0
  const flush = async () => {
    if (portion.length > 0) await queue.put(portion)
    summary.enqueued += portion.length
    portion = []
    bytes = 0
  }
  const fail = async (path: string, code: string, message: string) => {
    summary.failed.push({ path, code, message })
    meter.clear()
    await shell.note(safeLine(`${path}: ${code}: ${message}`))
  }
  const takeFile = async (path: string) => {
    for await (const item of itemsOf(path, limits, fail)) {
      portion.push(item)
      bytes += item.bytes.length
      if (portion.length >= PORTION.items || bytes >= PORTION.bytes) await flush()
    }
  }
  for await (const input of expand(names)) {
    summary.files++
    meter.step(fileLabel(input.path), summary.files, null)
    if (input.kind === 'failed') await fail(input.path, input.code, input.message)
    if (input.kind !== 'file') continue
    try {
      await takeFile(input.path)
    } catch (error) {
      if (error instanceof EntenteError && error.code === 'E_SERVER') throw error
      const { code, message } = failureOf(input.path, error)
      await fail(input.path, code, message)
    }
  }
  await flush()
  meter.clear()
  return summary
}

async function run(shell: Shell, names: string[], options: Options): Promise<void> {
  const { openQueue } = await import('../../work/queue.ts')
  const queue = await openQueue(options.dossier)
  try {
    const summary = await enqueueAll(shell, queue, names, options)
    if (options.format === 'json') await shell.print(`${JSON.stringify(summary)}\n`)
    else
      await shell.print(
        `${summary.enqueued} ${summary.enqueued === 1 ? 'file waits' : 'files wait'} to be read${
          summary.failed.length > 0 ? `; ${summary.failed.length} failed` : ''
        }; \`entente work\` reads them\n`,
      )
    if (summary.failed.length > 0) shell.exitCode = EXIT.inputFailed
  } finally {
    await queue.close()
  }
}

export function enqueue(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('enqueue')
      .description('hand articles to the workers of a dossier on a server')
      .argument('<file...>', 'what to read: files, folders, globs'),
  )
    .addOption(new Option('--format <format>', 'of the summary').choices(['text', 'json']).default('text'))
    .option(
      '--limit <name=number>',
      'change a limit of reading, such as bytes=20000000',
      (v, all: string[]) => [...all, v],
      [],
    )
  withExample(command, 'entente enqueue articles/ --database postgres://me@db.example.org/news').action(
    (files: string[], options: Options) => run(shell, files, options),
  )
}
