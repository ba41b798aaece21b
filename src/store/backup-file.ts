/**
 * A backup: one file of gzip members, so `zcat` shows it. The first says what it is, each of the others holds rows of
 * one part, and the last holds how many rows each part has, its sha256, and that of all bytes before it: a file that
 * does not end in it, or differs from it by one bit, is no backup.
 */
import { createHash, type Hash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Correction } from '../record/corrections.ts'
import { EntenteError } from '../record/errors.ts'
import type { Document } from '../record/types.ts'
import type { Watch } from '../record/watches.ts'
import { passing } from '../steps.ts'
import type { Coded } from './documents.ts'
import { diskFault } from './faults.ts'
import { HEADER, isHeader, lengthIn, member } from './journal.ts'

/** One row of a dossier on its way from one place to another, in this order. */
export type Row =
  | { part: 'texts'; value: { name: string; text: string } }
  /** What the program keeps of its own work, such as where a watch stands. */
  | { part: 'settings'; value: { key: string; value: unknown } }
  | { part: 'documents'; value: Document }
  | { part: 'corrections'; value: Correction }
  | { part: 'watches'; value: Watch }
  /** What documents say by the rules of a stamp: of use where these are the same, and left out where not. */
  | { part: 'coded'; value: Coded }

export type Part = Row['part']

/** Rows of each part. */
export type Counts = { readonly [part in Part]: number }

const PARTS = ['texts', 'settings', 'documents', 'corrections', 'watches', 'coded'] as const

/** Later formats are refused, former ones are read: a fixture of each is restored by a test. */
export const FORMAT = 1

/** Characters to a member. */
const MEMBER = 1_000_000

interface Head {
  entente: 'backup'
  format: number
  /** Of the program that made it. */
  version: string
  made: string
}

interface Tail {
  end: true
  parts: { [part in Part]: { rows: number; sha256: string } }
  sha256: string
}

/** The last member is not compressed: so it can be made again to the byte, and no flipped bit of it goes unseen. */
const tailMember = (tail: Tail): Buffer => member(`${JSON.stringify(tail)}\n`, 0)

function makeSums() {
  const hashes = new Map<Part, Hash>(PARTS.map(part => [part, createHash('sha256')]))
  const rows = new Map<Part, number>()
  return {
    add(part: Part, line: string) {
      hashes.get(part)?.update(line).update('\n')
      rows.set(part, (rows.get(part) ?? 0) + 1)
    },
    end(): Tail['parts'] {
      const of = (part: Part) => ({
        rows: rows.get(part) ?? 0,
        sha256: hashes.get(part)?.copy().digest('hex') ?? '',
      })
      return {
        texts: of('texts'),
        settings: of('settings'),
        documents: of('documents'),
        corrections: of('corrections'),
        watches: of('watches'),
        coded: of('coded'),
      }
    },
  }
}

async function writeMembers(file: FileHandle, head: Head, rows: AsyncIterable<Row>): Promise<Counts> {
  const whole = createHash('sha256')
  const put = async (bytes: Buffer) => {
    whole.update(bytes)
    await file.writeFile(bytes)
  }
  const sums = makeSums()
  let part: Part | null = null
  let lines: string[] = []
  let length = 0
  const flush = async () => {
    if (part !== null) await put(member(`${[JSON.stringify({ part }), ...lines].join('\n')}\n`))
    lines = []
    length = 0
  }
  await put(member(`${JSON.stringify(head)}\n`))
  passing('backup:half')
  for await (const row of rows) {
    if (row.part !== part || length > MEMBER) await flush()
    part = row.part
    const line = JSON.stringify(row.value)
    sums.add(part, line)
    lines.push(line)
    length += line.length
  }
  await flush()
  const parts = sums.end()
  await file.writeFile(tailMember({ end: true, parts, sha256: whole.digest('hex') }))
  return countsOf(parts)
}

function countsOf(parts: Tail['parts']): Counts {
  return {
    texts: parts.texts.rows,
    settings: parts.settings.rows,
    documents: parts.documents.rows,
    corrections: parts.corrections.rows,
    watches: parts.watches.rows,
    coded: parts.coded.rows,
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Drafts of processes that were killed. */
function sweepDrafts(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const [, pid] = entry.startsWith(`.${name}.`) ? (/\.(\d+)\.part$/.exec(entry) ?? []) : []
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, entry), { force: true })
  }
}

/** A file of another kind is not written over, whatever was typed. */
async function refuseOther(path: string): Promise<void> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return
  try {
    const { size } = await file.stat()
    if (size === 0 || isHeader(await readAt(file, 0, Math.min(size, HEADER)))) return
    throw new EntenteError('E_USAGE', `${path} is there already and is no backup; name another file`)
  } finally {
    await file.close()
  }
}

/** Makes what was renamed last, where the system lets one open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/**
 * Writes rows as a backup, in the place of a former one of that name: into a draft beside it, which is renamed once the
 * disk has it. `version` and `made` (ISO time) are for people.
 */
export async function writeBackup(
  path: string,
  about: { version: string; made: string },
  rows: AsyncIterable<Row>,
): Promise<Counts> {
  await refuseOther(path)
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path)}.${process.pid}.part`)
  try {
    sweepDrafts(folder, basename(path))
    const file = await open(draft, 'w')
    let counts: Counts
    try {
      counts = await writeMembers(file, { entente: 'backup', format: FORMAT, ...about }, rows)
      await file.sync()
    } finally {
      await file.close()
    }
    passing('backup:synced')
    await rename(draft, path)
    passing('backup:named')
    await syncFolder(folder)
    return counts
  } catch (error) {
    await rm(draft, { force: true })
    throw diskFault(error, path)
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) return bytes.subarray(0, done)
    done += bytesRead
  }
  return bytes
}

function broken(path: string, what: string): EntenteError {
  return new EntenteError(
    'E_BACKUP',
    `${path} ${what}; nothing was restored. Take another copy of it, or an earlier backup`,
  )
}

async function* membersOf(
  file: FileHandle,
  path: string,
): AsyncGenerator<{ bytes: Buffer; at: number; isLast: boolean }> {
  const { size } = await file.stat()
  if (size === 0) throw broken(path, 'is empty')
  for (let at = 0; at < size; ) {
    const header = await readAt(file, at, HEADER)
    if (!isHeader(header))
      throw broken(path, at === 0 ? 'is no backup of entente' : `is damaged at byte ${at}`)
    const length = header.length < HEADER ? 0 : lengthIn(header)
    if (length <= HEADER || at + length > size) throw broken(path, 'is cut off: its end is missing')
    yield { bytes: await readAt(file, at, length), at, isLast: at + length === size }
    at += length
  }
}

function unpacked(bytes: Buffer, path: string, at: number): string[] {
  try {
    return gunzipSync(bytes).toString('utf8').trimEnd().split('\n')
  } catch {
    throw broken(path, `is damaged at byte ${at}`)
  }
}

function rowOf(part: Part, line: string): Row {
  // Written by `writeBackup`, and every byte of it checked.
  const row: Row = { part, value: JSON.parse(line) }
  return row
}

function checkHead(line: string, path: string): void {
  const head: Partial<Head> = JSON.parse(line)
  if (head.entente !== 'backup') throw broken(path, 'is no backup of entente')
  if (!(Number(head.format) <= FORMAT))
    throw broken(path, `has format ${head.format}, made by a later version of entente (${head.version})`)
}

function checkTail(bytes: Buffer, path: string, before: string, parts: Tail['parts']): void {
  const wanted = tailMember({ end: true, parts, sha256: before })
  if (!bytes.equals(wanted)) throw broken(path, 'is cut off or damaged: its bytes do not match its checksums')
}

/** A backup that was found whole. */
export interface Backup {
  counts: Counts
  /** Names its content: of the same bytes it is the same. */
  sha256: string
  rows(): AsyncGenerator<Row>
}

interface Line {
  part: Part
  text: string
}

async function* linesIn(path: string, seen: (bytes: Buffer, isLast: boolean) => void): AsyncGenerator<Line> {
  const file = await open(path, 'r')
  try {
    for await (const { bytes, at, isLast } of membersOf(file, path)) {
      const [first = '', ...lines] = unpacked(bytes, path, at)
      if (at === 0) checkHead(first, path)
      seen(bytes, isLast)
      if (at === 0 || isLast) continue
      const { part }: { part: Part } = JSON.parse(first)
      for (const text of lines) yield { part, text }
    }
  } finally {
    await file.close()
  }
}

async function* rowsIn(path: string): AsyncGenerator<Row> {
  for await (const { part, text } of linesIn(path, () => {})) yield rowOf(part, text)
}

/** Reads a backup to its end and checks every byte; throws E_BACKUP where it is not whole. Its rows are read again later. */
export async function openBackup(path: string): Promise<Backup> {
  const sums = makeSums()
  const whole = createHash('sha256')
  let tail: Buffer | null = null
  const seen = (bytes: Buffer, isLast: boolean) => {
    if (isLast) tail = bytes
    else whole.update(bytes)
  }
  try {
    for await (const { part, text } of linesIn(path, seen)) sums.add(part, text)
  } catch (error) {
    // Of a member that unpacks, lines that are no JSON.
    throw error instanceof SyntaxError ? broken(path, 'is damaged') : error
  }
  const sha256 = whole.digest('hex')
  const parts = sums.end()
  checkTail(tail ?? Buffer.alloc(0), path, sha256, parts)
  return { counts: countsOf(parts), sha256, rows: () => rowsIn(path) }
}
