/** What `add` does with each file: pages are read, archives page by page, and taken in in batches. */
import { basename } from 'node:path'
import type { Session } from '../pipeline.ts'
import type { Found, Member, OpenArchive, Place } from '../read/archives/index.ts'
import type { Limits, ReadInput } from '../read/types.ts'
import { NO_ARTICLE } from '../record/errors.ts'
import type { Document } from '../record/types.ts'
import { failureOf, type Input, readAll, readBytes } from './inputs.ts'
import { safeLine } from './print/safe.ts'
import { fileLabel, type Meter } from './progress.ts'
import type { Shell } from './shell.ts'

/** A file, or a page of the network. */
export type Named = Input | { kind: 'page'; path: string }

interface Failure {
  path: string
  code: string
  message: string
}

/** What came of one archive: of records that are no articles how many, by reason. */
export interface ArchiveSummary {
  path: string
  format: string
  /** Records that an earlier run had read. */
  before: number
  members: number
  passed: Map<string, number>
  failed: Map<string, number>
}

/** What `add` tells in the end. */
export interface Summary {
  files: number
  documents: { added: number; known: number; again: number }
  archives: ArchiveSummary[]
  skipped: { path: string; reason: string }[]
  failed: Failure[]
  /** Failures in archives beyond those that are told one by one. */
  untold: number
  warnings: Failure[]
  interrupted: boolean
}

export const failures = ({ failed, untold }: Summary): number => failed.length + untold

/** So much is read before it is coded and stored: bounds memory, and what an interruption costs. */
const BATCH = { documents: 64, characters: 1_000_000 }

/** So many failures with one code are told of one archive, which may hold millions. */
const TOLD = 10

const MOST_WARNINGS = 10_000

/** How far an archive was read is written down at least after so many records. */
const RECORDS = 5_000

const count = (map: Map<string, number>, key: string): number => {
  const n = (map.get(key) ?? 0) + 1
  map.set(key, n)
  return n
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  return ['offset', 'skip', 'count'].every(key =>
    Number.isSafeInteger(Object.entries(value).find(([k]) => k === key)?.[1]),
  )
}

export class Taking {
  readonly summary: Summary = {
    files: 0,
    documents: { added: 0, known: 0, again: 0 },
    archives: [],
    skipped: [],
    failed: [],
    untold: 0,
    warnings: [],
    interrupted: false,
  }
  #batch: Document[] = []
  #characters = 0
  /** How far archives are read, to be written with the next batch; null where one is read to its end. */
  #marks: { [setting: string]: Place | null } = {}
  #unmarked = 0
  readonly #written = new Set<string>()
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

  async fail(path: string, code: string, message: string, archive?: ArchiveSummary): Promise<void> {
    if (archive !== undefined && count(archive.failed, code) > TOLD) {
      this.summary.untold++
      return
    }
    this.summary.failed.push({ path, code, message })
    await this.#note(`${path}: ${code}: ${message}`)
  }

  async #note(line: string): Promise<void> {
    this.meter.clear()
    await this.shell.note(safeLine(line))
  }

  /** `turn`: which of how many inputs it is. */
  async take(input: Named, turn: readonly [number, number]): Promise<void> {
    this.summary.files++
    if (input.kind === 'skipped') this.summary.skipped.push({ path: input.path, reason: input.reason })
    else if (input.kind === 'failed') await this.fail(input.path, input.code, input.message)
    else await this.#named(input, turn)
  }

  async #named({ kind, path }: Named, turn: readonly [number, number]): Promise<void> {
    try {
      if (kind === 'page') return await this.#fetched(path)
      const { openArchive } = await import('../read/archives/index.ts')
      const archive = path === '-' ? null : await openArchive(path, this.limits)
      if (archive !== null) return await this.#archive(path, archive, turn)
      const source = path === '-' ? 'standard-input' : basename(path)
      await this.#page(path, { source, bytes: await this.#bytes(path) })
    } catch (error) {
      // A fault of the file is told, and the next one is read; one of the store ends the run.
      if (this.#storeFailed) throw error
      const { code, message } = failureOf(path, error)
      await this.fail(path, code, message)
    }
  }

  async #fetched(address: string): Promise<void> {
    const { effects } = this.shell
    const { url, bytes } = await effects.fetchPage(address, { allow: this.allow })
    await this.#page(address, { source: url, url, bytes, retrieved: effects.now().toISOString() })
  }

  async #bytes(path: string): Promise<Uint8Array> {
    const { LIMITS } = await import('../read/index.ts')
    const most = this.limits.archiveBytes ?? LIMITS.archiveBytes
    return path === '-' ? readAll(this.shell.effects.stdin, most) : readBytes(path, most)
  }

  /** Goes on where an earlier run was cut short. */
  async #archive(path: string, archive: OpenArchive, turn: readonly [number, number]): Promise<void> {
    const setting = `reading ${await archive.id()}`
    const kept = await this.session.store.setting(setting)
    const from = isPlace(kept) ? kept : undefined
    const { format, crawled } = archive
    const before = from?.count ?? 0
    const summary: ArchiveSummary = { path, format, before, members: 0, passed: new Map(), failed: new Map() }
    if (format !== 'lines' && format !== 'gzip') this.summary.archives.push(summary)
    if (before > 0) await this.#note(`${path}: goes on after record ${before}, where it was left`)
    for await (const found of archive.members(from)) {
      summary.members++
      this.meter.step(`${fileLabel(path)}, record ${found.next.count}`, ...turn)
      await this.#found(path, found, summary, crawled)
      this.#marks[setting] = found.next
      if (++this.#unmarked >= RECORDS) await this.flush()
      if (!this.stopped()) continue
      this.summary.interrupted = true
      return
    }
    // What was never written down need not be taken back.
    if (from !== undefined || this.#written.has(setting)) this.#marks[setting] = null
    else delete this.#marks[setting]
    for (const [code, n] of summary.failed)
      if (n > TOLD) await this.#note(`${path}: ${code}: ${n - TOLD} more`)
  }

  async #found(path: string, found: Found, summary: ArchiveSummary, crawled: boolean): Promise<void> {
    if (found.kind === 'passed') count(summary.passed, found.reason)
    else if (found.kind === 'failed') {
      const where = found.name === '' ? path : `${path}, ${found.name}`
      await this.fail(where, found.code, found.message, summary)
    } else await this.#member(path, found, summary, crawled)
  }

  async #member(path: string, member: Member, summary: ArchiveSummary, crawled: boolean): Promise<void> {
    const { inputOf } = await import('../read/archives/index.ts')
    const where = member.name === '' ? path : `${path}, ${member.name}`
    await this.#page(where, inputOf(path, member), summary, crawled)
  }

  async #page(path: string, input: ReadInput, archive?: ArchiveSummary, crawled = false): Promise<void> {
    const { read } = await this.session.stages()
    const { documents, problems } = await read(input, { limits: this.limits })
    for (const { code, message, at } of problems) {
      const where = at === null ? path : `${path}, ${at}`
      if (code.startsWith('W_')) this.#warn({ path: where, code, message })
      else if (archive !== undefined && crawled && NO_ARTICLE.has(code))
        count(archive.passed, 'a page without an article')
      else await this.fail(where, code, message, archive)
    }
    for (const { document } of documents) await this.#document(document)
  }

  /** Of an archive of damaged lines not every one can be kept in memory. */
  #warn(warning: Failure): void {
    if (this.summary.warnings.length < MOST_WARNINGS) this.summary.warnings.push(warning)
  }

  async #document(document: Document): Promise<void> {
    this.#batch.push(document)
    this.#characters += document.text.length
    if (this.#batch.length >= BATCH.documents || this.#characters >= BATCH.characters) await this.flush()
  }

  /** A mark lies after the last record whose documents are all in this batch or in earlier ones. */
  async flush(): Promise<void> {
    const { takeIn } = await import('../pipeline.ts')
    const [batch, marks] = [this.#batch, this.#marks]
    this.#batch = []
    this.#marks = {}
    this.#characters = 0
    this.#unmarked = 0
    this.#storeFailed = true
    const taken = await takeIn(this.session, batch, marks)
    this.#storeFailed = false
    for (const setting of Object.keys(marks)) this.#written.add(setting)
    const { documents } = this.summary
    documents.added += taken.added.length
    documents.known += taken.known.length
    documents.again += taken.again.length
  }
}
