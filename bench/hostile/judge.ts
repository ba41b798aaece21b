/** Reads an input as the program would, and says what is wrong with how it came out. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { inputOf, openArchive } from '../../src/read/archives/index.ts'
import type { ReadInput, ReadResult, read } from '../../src/read/index.ts'
import type { Document } from '../../src/record/types.ts'

/** Nobody waits longer for one page. */
export const STALL = 2_000

/** The compiled program, in which a page that takes too long can be stopped. */
export interface Program {
  read: typeof read
  inputOf: typeof inputOf
  openArchive: typeof openArchive
}

export interface Verdict {
  documents: Document[]
  /** Codes of what was refused, told, or passed over. */
  codes: string[]
  /** What must not be: a fault of the program. */
  faults: string[]
  /** The longest that one page of it took, in milliseconds. */
  longest: number
}

/** What may write on a terminal, or turn the order of reading round. */
export const WRITES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

function faultsOf(document: Document): string[] {
  const faults: string[] = []
  const { title, outlet, section, authors, text } = document
  for (const words of [
    title ?? '',
    outlet ?? '',
    section ?? '',
    document.url ?? '',
    document.source,
    text,
    ...authors,
    ...document.captions,
  ])
    if (WRITES.test(words)) faults.push(`a character that writes: ${JSON.stringify(WRITES.exec(words)?.[0])}`)
  if (text.trim() === '') faults.push('a document without a text')
  if (!/^[\w-]{8,80}$/.test(document.id)) faults.push(`an id that is none: ${document.id}`)
  if (document.url !== null && !/^https?:/i.test(document.url))
    faults.push(`an address that is none: ${document.url}`)
  if (/[\u0000-\u001f]|\.\.\//.test(document.source))
    faults.push(`a source that writes or climbs: ${document.source}`)
  return faults
}

class Judge {
  readonly program: Program
  readonly verdict: Verdict = { documents: [], codes: [], faults: [], longest: 0 }
  #since = performance.now()
  #used = process.cpuUsage()

  constructor(program: Program) {
    this.program = program
  }

  /** A step begins. */
  start(): void {
    this.#since = performance.now()
    this.#used = process.cpuUsage()
  }

  /**
   * A step has ended: it took the time on the wall, or the processor's where another process had the core; but nothing
   * may wait for long either.
   */
  clock(): void {
    const wall = performance.now() - this.#since
    const { user, system } = process.cpuUsage(this.#used)
    const taken = wall > STALL * 10 ? wall : Math.min(wall, (user + system) / 1_000)
    this.verdict.longest = Math.max(this.verdict.longest, taken)
    this.start()
  }

  take({ documents, problems }: ReadResult): void {
    for (const { document } of documents) {
      this.verdict.documents.push(document)
      this.verdict.faults.push(...faultsOf(document))
    }
    for (const { code, message } of problems) {
      this.verdict.codes.push(code)
      // What the worker says of an error that nobody foresaw.
      if (code === 'E_PAGE') this.verdict.faults.push(`crashed in the worker: ${message}`)
      if (message.trim() === '') this.verdict.faults.push(`${code} without a sentence`)
    }
  }

  async page(input: ReadInput): Promise<void> {
    this.start()
    this.take(await this.program.read(input))
    this.clock()
  }

  async file(path: string): Promise<boolean> {
    const archive = await this.program.openArchive(path)
    if (archive === null) return false
    for await (const found of archive.members()) {
      this.clock()
      if (found.kind === 'member') await this.page(this.program.inputOf(path, found))
      else this.verdict.codes.push(found.kind === 'failed' ? found.code : 'passed')
    }
    this.clock()
    return true
  }

  /** Anything but a document or an error with a code is a crash. */
  async all(path: string, bytes: Uint8Array): Promise<Verdict> {
    try {
      writeFileSync(path, bytes)
      this.start()
      if (!(await this.file(path))) await this.page({ source: 'x', bytes })
    } catch (error) {
      this.clock()
      if (error instanceof Error && error.name === 'EntenteError' && 'code' in error)
        this.verdict.codes.push(String(error.code))
      else
        this.verdict.faults.push(
          `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        )
    } finally {
      rmSync(path, { force: true })
    }
    if (this.verdict.documents.length + this.verdict.codes.length === 0)
      this.verdict.faults.push('it gave nothing, and said nothing')
    return this.verdict
  }
}

/** Looks again where it took longer than `stall`, in milliseconds: another process may have had the core. */
export async function judge(
  program: Program,
  folder: string,
  name: string,
  bytes: Uint8Array,
  stall: number = STALL,
): Promise<Verdict> {
  const path = join(folder, name.replace(/[^\w.-]/g, '-').slice(0, 80))
  let verdict = await new Judge(program).all(path, bytes)
  for (let tries = 0; verdict.longest > stall && tries < 2; tries++)
    verdict = await new Judge(program).all(path, bytes)
  if (verdict.longest > stall) verdict.faults.push(`stalled for ${Math.round(verdict.longest)} ms`)
  return verdict
}
