/**
 * The journal of a folder: every document, removal, correction, watch and saved search, in the order in which they
 * came, on disk before anything else is done with them. Each batch is one gzip member of NDJSON, so
 * `zcat journal.ndjson.gz` shows it. A member's header holds its length (an extra field "EN", as BGZF has one), so
 * that a torn end is found and cut off.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib'
import type { Correction } from '../record/corrections.ts'
import { EntenteError } from '../record/errors.ts'
import type { SavedSearch } from '../record/searches.ts'
import type { Document } from '../record/types.ts'
import type { Watch } from '../record/watches.ts'
import { passing } from '../steps.ts'
import type { Queries } from './database.ts'

export type Entry =
  | { op: 'add'; document: Document }
  | { op: 'remove'; id: string }
  /** Once more with `withdrawn`, where it is taken back. */
  | { op: 'correct'; correction: Correction }
  /** Once more with what was changed of it. */
  | { op: 'watch'; watch: Watch }
  | { op: 'unwatch'; id: string }
  /** As it is from now on: named, renamed or forgotten. */
  | { op: 'search'; search: SavedSearch }

export interface Journal {
  /** Where it ends: bytes of whole batches in a folder, batches on a server. Grows with every append, never shrinks. */
  end(queries?: Queries): Promise<number>
  /** Makes a batch last; gives where the journal ends now. Within a transaction of the caller's. */
  append(entries: readonly Entry[], queries: Queries): Promise<number>
  /** The batches after a place where one ends, each with its own end. Throws E_BROKEN where no batch begins. */
  read(from: number): AsyncGenerator<{ entries: Entry[]; end: number }>
  close(): void
}

export const HEADER = 20
/** id, id, deflate, flags: extra; no time; no hints; system: unknown; extra of 8 bytes: "EN", 4 bytes. */
const START = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 0x45, 0x4e, 4, 0])

/** Lines as one gzip member; with level 0 they stand in it as they are. */
export function member(lines: string, level?: number): Buffer {
  const plain = Buffer.from(lines)
  const body = deflateRawSync(plain, level === undefined ? {} : { level })
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32(plain), 0)
  tail.writeUInt32LE(plain.length, 4)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(HEADER + body.length + tail.length)
  return Buffer.concat([START, length, body, tail])
}

/** True where bytes begin as a member does, as far as they go. */
export function isHeader(bytes: Buffer): boolean {
  return bytes.subarray(0, START.length).equals(START.subarray(0, bytes.length))
}

/** Bytes of the whole member, by its header. */
export const lengthIn = (header: Buffer): number => header.readUInt32LE(16)

function readAt(file: number, position: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const got = readSync(file, bytes, done, length - done, position + done)
    if (got === 0) return null
    done += got
  }
  return bytes
}

/** The end of the whole member at `position`; null where there is none, or only a part of one. */
function memberEnd(file: number, position: number, size: number): number | null {
  const head = position + HEADER <= size ? readAt(file, position, HEADER) : null
  if (head === null || !head.subarray(0, START.length).equals(START)) return null
  const end = position + lengthIn(head)
  return end > position + HEADER && end <= size ? end : null
}

/** Only the last member can be torn, and only it is unpacked to see whether it is whole. */
function wholeLength(file: number): number {
  const size = fstatSync(file).size
  let position = 0
  let last = 0
  for (let end = memberEnd(file, 0, size); end !== null; end = memberEnd(file, position, size)) {
    last = position
    position = end
  }
  if (position > last && unpack(file, last, position) === null) return last
  return position
}

function unpack(file: number, from: number, end: number): string | null {
  const bytes = readAt(file, from, end - from)
  try {
    return bytes === null ? null : gunzipSync(bytes).toString('utf8')
  } catch {
    return null // torn or damaged: the caller says what that means here
  }
}

/** True where whole batches stand after a place at which none begins: what is there is damaged, and not torn off. */
function hasMore(file: number, from: number): boolean {
  const size = fstatSync(file).size
  const rest = readAt(file, from, size - from) ?? Buffer.alloc(0)
  for (let at = rest.indexOf(START, 1); at >= 0; at = rest.indexOf(START, at + 1)) {
    const end = memberEnd(file, from + at, size)
    if (end !== null && unpack(file, from + at, end) !== null) return true
  }
  return false
}

function damaged(path: string, position: number): EntenteError {
  return new EntenteError(
    'E_BROKEN',
    `${path} is damaged at byte ${position}; what stands before it can be read. Restore it from a copy, or move it away and add the files again`,
  )
}

export function linesOf(entries: readonly Entry[]): string {
  return `${entries.map(entry => JSON.stringify(entry)).join('\n')}\n`
}

export function parseLines(text: string): Entry[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line): Entry => JSON.parse(line))
}

/** Makes the names in a folder last, where the system lets one open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeAt(file: number, bytes: Buffer, from: number, to: number, position: number): void {
  for (let done = from; done < to; ) done += writeSync(file, bytes, done, to - done, position + done)
}

/** The journal of a folder: fsynced before `append` resolves, also where the transaction then fails. */
export function openJournal(path: string): Journal {
  const isNew = !existsSync(path)
  const file = openSync(path, isNew ? 'w+' : 'r+')
  if (isNew) syncFolder(dirname(path))
  let length = wholeLength(file)
  if (fstatSync(file).size > length) {
    if (hasMore(file, length)) {
      closeSync(file)
      throw damaged(path, length)
    }
    ftruncateSync(file, length)
  }
  return {
    end: async () => length,
    async append(entries) {
      if (entries.length === 0) return length
      const bytes = member(linesOf(entries))
      const half = bytes.length >> 1
      writeAt(file, bytes, 0, half, length)
      passing('journal:half')
      writeAt(file, bytes, half, bytes.length, length)
      passing('journal:written')
      fsyncSync(file)
      passing('journal:synced')
      length += bytes.length
      return length
    },
    async *read(from) {
      let position = from
      while (position < length) {
        const end = memberEnd(file, position, length)
        const text = end === null ? null : unpack(file, position, end)
        if (end === null || text === null) throw damaged(path, position)
        yield { entries: parseLines(text), end }
        position = end
      }
    },
    close() {
      closeSync(file)
    },
  }
}
