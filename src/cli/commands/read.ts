import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { Item } from '../../lines.ts'
import type { Limits, ReadInput, ReadResult } from '../../read/types.ts'
import { describe } from '../../record/describe.ts'
import { EntenteError } from '../../record/errors.ts'
import { filter } from '../filter.ts'
import { expand, failureOf, readBytes } from '../inputs.ts'
import { limitsFrom, withExample } from '../options.ts'
import { safe, safeLine } from '../print/safe.ts'
import { EXIT, type Shell } from '../shell.ts'

interface Options {
  format: 'ndjson' | 'json' | 'text'
  limit: string[]
  explain?: true
}

type ReadDocument = ReadResult['documents'][number]

/** The fields of contract/coding.md, in its order. */
function printed({ document, removed }: ReadDocument, id: unknown, explain: boolean): object {
  const { source, format, url, outlet, section, title, authors, published, language, text } = document
  const about = {
    id: id ?? document.id,
    source,
    format,
    url,
    outlet,
    section,
    title,
    authors,
    published,
    language,
    text,
  }
  return explain ? { ...about, captions: document.captions, removed } : about
}

function asText({ document, removed }: ReadDocument, shell: Shell, explain: boolean): string {
  const { title, outlet, authors, published, language, format, text } = document
  const { paint } = shell
  const about = [outlet, authors.join(', '), describe(published), language, format]
    .filter(Boolean)
    .join(' · ')
  const head = `${paint.bold(safeLine(title ?? 'untitled'))}\n${paint.dim(safeLine(about))}\n`
  if (!explain) return `${head}\n${safe(text)}\n\n`
  const cut = removed.map(
    ({ text: words, reason }) => `${paint.yellow(safeLine(reason))}: ${safeLine(words)}`,
  )
  return `${head}\n${safe(text)}\n\n${paint.bold(`removed (${cut.length})`)}\n${cut.map(line => `  ${line}\n`).join('')}\n`
}

class Printer {
  #first = true

  readonly shell: Shell
  readonly options: Options

  constructor(shell: Shell, options: Options) {
    this.shell = shell
    this.options = options
  }

  async document(it: ReadDocument, id: unknown = null): Promise<void> {
    const explain = this.options.explain === true
    if (this.options.format === 'text') await this.shell.print(asText(it, this.shell, explain))
    else await this.value(printed(it, id, explain))
  }

  async value(value: object): Promise<void> {
    const { format } = this.options
    if (format === 'json') await this.shell.print(`${this.#first ? '[\n' : ',\n'}${JSON.stringify(value)}`)
    else await this.shell.print(`${JSON.stringify(value)}\n`)
    this.#first = false
  }

  async end(): Promise<void> {
    if (this.options.format === 'json') await this.shell.print(this.#first ? '[]\n' : '\n]\n')
  }
}

/** Reads files and archives, tells what fails, and hands the documents on. */
class Reading {
  readonly shell: Shell
  readonly limits: Partial<Limits>
  readonly printer: Printer

  constructor(shell: Shell, limits: Partial<Limits>, printer: Printer) {
    this.shell = shell
    this.limits = limits
    this.printer = printer
  }

  async fail(path: string, code: string, message: string): Promise<void> {
    this.shell.exitCode = EXIT.inputFailed
    await this.shell.note(safeLine(`${path}: ${code}: ${message}`))
  }

  async page(path: string, input: ReadInput): Promise<void> {
    const { read } = await import('../../read/index.ts')
    const explain = this.printer.options.explain === true
    const { documents, problems } = await read(input, { limits: this.limits, explain })
    for (const { code, message, at } of problems) {
      if (!code.startsWith('W_')) await this.fail(at === null ? path : `${path}, ${at}`, code, message)
    }
    for (const document of documents) await this.printer.document(document)
  }

  async file(path: string): Promise<void> {
    const { LIMITS } = await import('../../read/index.ts')
    const { inputOf, openArchive } = await import('../../read/archives/index.ts')
    const archive = await openArchive(path, this.limits)
    if (archive === null) {
      const bytes = await readBytes(path, this.limits.archiveBytes ?? LIMITS.archiveBytes)
      await this.page(path, { source: basename(path), bytes })
      return
    }
    let passed = 0
    for await (const found of archive.members()) {
      if (this.shell.effects.stdout.closed) return
      if (found.kind === 'passed') passed++
      else {
        const where = found.name === '' ? path : `${path}, ${found.name}`
        if (found.kind === 'failed') await this.fail(where, found.code, found.message)
        else await this.page(where, inputOf(path, found))
      }
    }
    if (passed > 0) await this.shell.note(safeLine(`${path}: ${passed} records are no articles`))
  }

  async all(names: readonly string[]): Promise<void> {
    for await (const input of expand(names)) {
      if (input.kind === 'failed') await this.fail(input.path, input.code, input.message)
      if (input.kind !== 'file') continue
      try {
        await this.file(input.path)
      } catch (error) {
        const { code, message } = failureOf(input.path, error)
        await this.fail(input.path, code, message)
      }
      if (this.shell.effects.stdout.closed) return
    }
  }
}

const string = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** One page a line: `{"id", "html" | "text" | "json", "url"?, "fetched"?}`. */
async function readPage(item: Item, limits: Partial<Limits>, explain: boolean): Promise<ReadResult> {
  const { read } = await import('../../read/index.ts')
  const kind = (['html', 'text', 'json'] as const).find(name => item[name] !== undefined)
  if (kind === undefined) throw new Error('a page has its content under "html", "text" or "json"')
  const content = item[kind]
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const url = string(item.url)
  const id = item.id
  const source = url ?? (typeof id === 'string' || typeof id === 'number' ? String(id) : 'standard-input')
  return read(
    { source, bytes: Buffer.from(text), url, retrieved: string(item.fetched), kind },
    { limits, explain },
  )
}

async function readPages(shell: Shell, limits: Partial<Limits>, printer: Printer): Promise<void> {
  const explain = printer.options.explain === true
  await filter(shell, shell.effects.stdin, async item => {
    const { documents, problems } = await readPage(item, limits, explain)
    const [first, ...more] = documents
    const problem = problems.find(({ code }) => !code.startsWith('W_'))
    if (first === undefined)
      throw new EntenteError(problem?.code ?? 'E_NO_TEXT', problem?.message ?? 'no article was found in it')
    const main = printed(first, item.id, explain)
    // A page of many, such as a feed, still gives one line.
    return more.length === 0 ? main : { ...main, more: more.map(it => printed(it, null, explain)) }
  })
}

async function run(shell: Shell, names: string[], options: Options): Promise<void> {
  const limits = limitsFrom(options.limit)
  const printer = new Printer(shell, options)
  if (names.includes('-')) await readPages(shell, limits, printer)
  else await new Reading(shell, limits, printer).all(names)
  await printer.end()
}

export function read(program: Command, shell: Shell): void {
  const command = program
    .command('read')
    .description('print what a page holds: title, authors, outlet, date and text; nothing is stored')
    .argument('<file...>', 'files, or - for pages as NDJSON on standard input')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['ndjson', 'json', 'text']).default('ndjson'),
    )
    .option('--explain', 'show every stretch that was cut, and why')
    .option('--limit <name=number>', 'change a limit of reading', (v, all: string[]) => [...all, v], [])
  withExample(command, 'entente read --explain --format text page.html').action(
    (files: string[], options: Options) => run(shell, files, options),
  )
}
