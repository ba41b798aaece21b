import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { Session } from '../../pipeline.ts'
import type { Limits, ReadInput } from '../../read/types.ts'
import type { Document } from '../../record/types.ts'
import { withSession } from '../dossier.ts'
import { expand, failureOf, type Input, readAll, readBytes } from '../inputs.ts'
import { ALLOW_ADDRESS, limitsFrom, withDossier, withExample } from '../options.ts'
import { isOfLines, type Part, partsOf } from '../parts.ts'
import { safeLine } from '../print/safe.ts'
import { fileLabel, type Meter, makeMeter } from '../progress.ts'
import { EXIT, type Shell } from '../shell.ts'

interface Options {
  dossier: string
  format: 'text' | 'json'
  limit: string[]
  allowAddress: string[]
}

/** A file, or a page of the network. */
type Named = Input | { kind: 'page'; path: string }

const isAddress = (name: string): boolean => /^https?:\/\//i.test(name)

/** What `add` tells in the end. */
interface Summary {
  files: number
  documents: { added: number; known: number; again: number }
  skipped: { path: string; reason: string }[]
  failed: { path: string; code: string; message: string }[]
  warnings: { path: string; code: string; message: string }[]
  interrupted: boolean
}

/** So much is read before it is coded and stored: bounds memory, and what an interruption costs. */
const BATCH = { documents: 64, characters: 1_000_000 }

class Adding {
  readonly summary: Summary = {
    files: 0,
    documents: { added: 0, known: 0, again: 0 },
    skipped: [],
    failed: [],
    warnings: [],
    interrupted: false,
  }
  #batch: Document[] = []
  #characters = 0
  /** True from the beginning of a write to its end. */
  #storeFailed = false

  readonly session: Session
  readonly shell: Shell
  readonly limits: Partial<Limits>
  readonly allow: readonly string[]
  readonly meter: Meter
  readonly stopped: () => boolean

  constructor(
    session: Session,
    shell: Shell,
    { limits, allow }: { limits: Partial<Limits>; allow: readonly string[] },
    meter: Meter,
    stopped: () => boolean,
  ) {
    this.session = session
    this.shell = shell
    this.limits = limits
    this.allow = allow
    this.meter = meter
    this.stopped = stopped
  }

  async fail(path: string, code: string, message: string): Promise<void> {
    this.summary.failed.push({ path, code, message })
    this.meter.clear()
    await this.shell.note(safeLine(`${path}: ${code}: ${message}`))
  }

  async take(input: Named): Promise<void> {
    this.summary.files++
    if (input.kind === 'skipped') this.summary.skipped.push({ path: input.path, reason: input.reason })
    else if (input.kind === 'failed') await this.fail(input.path, input.code, input.message)
    else await this.named(input)
  }

  async named({ kind, path }: Named): Promise<void> {
    try {
      if (kind === 'page') await this.page(path)
      else if (isOfLines(path)) await this.lines(path)
      else await this.part(path, { bytes: await this.bytes(path), firstLine: 1 })
    } catch (error) {
      // A fault of the file is told, and the next one is read; one of the store ends the run.
      if (this.#storeFailed) throw error
      const { code, message } = failureOf(path, error)
      await this.fail(path, code, message)
    }
  }

  async page(address: string): Promise<void> {
    const { effects } = this.shell
    const { url, bytes } = await effects.fetchPage(address, { allow: this.allow })
    const about = { source: url, url, retrieved: effects.now().toISOString() }
    await this.part(address, { bytes, firstLine: 1 }, about)
  }

  async lines(path: string): Promise<void> {
    for await (const part of partsOf(path)) {
      await this.part(path, part)
      if (!this.stopped()) continue
      this.summary.interrupted = true
      return
    }
  }

  async bytes(path: string): Promise<Uint8Array> {
    const { LIMITS } = await import('../../read/index.ts')
    const most = this.limits.archiveBytes ?? LIMITS.archiveBytes
    return path === '-' ? readAll(this.shell.effects.stdin, most) : readBytes(path, most)
  }

  async part(path: string, { bytes, firstLine }: Part, about: Partial<ReadInput> = {}): Promise<void> {
    const { read } = await this.session.stages()
    const source = path === '-' ? 'standard-input' : basename(path)
    const input = { source, bytes, firstLine, ...about }
    const { documents, problems } = await read(input, { limits: this.limits })
    for (const { code, message, at } of problems) {
      const where = at === null ? path : `${path}, ${at}`
      if (code.startsWith('W_')) this.summary.warnings.push({ path: where, code, message })
      else await this.fail(where, code, message)
    }
    for (const { document } of documents) await this.document(document)
  }

  async document(document: Document): Promise<void> {
    this.#batch.push(document)
    this.#characters += document.text.length
    if (this.#batch.length >= BATCH.documents || this.#characters >= BATCH.characters) await this.flush()
  }

  async flush(): Promise<void> {
    const { takeIn } = await import('../../pipeline.ts')
    const batch = this.#batch
    this.#batch = []
    this.#characters = 0
    this.#storeFailed = true
    const taken = await takeIn(this.session, batch)
    this.#storeFailed = false
    const { documents } = this.summary
    documents.added += taken.added.length
    documents.known += taken.known.length
    documents.again += taken.again.length
  }
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function summaryLines(summary: Summary): string[] {
  const { files, documents, skipped, failed, warnings, interrupted } = summary
  const lines = [`${count(files, 'file')}: ${count(documents.added, 'document')} added`]
  if (documents.known > 0) lines.push(`${documents.known} already here`)
  if (documents.again > 0) lines.push(`${documents.again} already here from another source`)
  const reasons = new Map<string, number>()
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  for (const [reason, n] of reasons) lines.push(`${n} skipped: ${reason}`)
  if (warnings.length > 0)
    lines.push(
      `${warnings.length} read with repairs: ${warnings
        .slice(0, 3)
        .map(w => basename(w.path))
        .join(', ')}${warnings.length > 3 ? ' …' : ''}`,
    )
  if (failed.length > 0) lines.push(`${failed.length} failed`)
  if (interrupted) lines.push('stopped before the end; run it again to finish')
  return lines
}

async function addAll(adding: Adding, names: readonly string[]): Promise<void> {
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
    await adding.take(input)
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
      const adding = new Adding(session, shell, { limits, allow: options.allowAddress }, meter, () => stop)
      await addAll(adding, names)
      meter.clear()
      if (!stop) await bringUpToDate(session)
      const { summary } = adding
      if (options.format === 'json') await shell.print(`${JSON.stringify(summary)}\n`)
      else await shell.print(`${summaryLines(summary).join('\n')}\n`)
      if (summary.failed.length > 0) shell.exitCode = EXIT.inputFailed
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
        'read articles into the dossier: files, folders, globs, addresses, or - for standard input',
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
