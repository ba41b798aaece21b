import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { EntenteError } from '../../record/errors.ts'
import type { Limits } from '../types.ts'
import { nested, passedOver } from './names.ts'
import { salvaged } from './salvage.ts'
import { refuseBomb } from './stretches.ts'
import { type Archive, after, type Found, member, type Place } from './types.ts'

const DEFLATED = 8
const OPENING = [0x50, 0x4b, 3, 4]
const EMPTY = [0x50, 0x4b, 5, 6]

/** Office files and e-books are archives of this kind too. */
const DOCUMENTS: readonly (readonly [string, RegExp])[] = [
  ['an Office document', /^\[Content_Types\]\.xml$|^(?:word|xl|ppt)\//],
  ['an OpenDocument or EPUB file', /^mimetype$/],
]

interface Named {
  entry: Entry
  name: string
}

/** Bytes of one entry; what it is said to hold is not trusted, so that it is counted here. */
async function bytesOf(file: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  const stream = await file.openReadStreamPromise(entry)
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of stream) {
      const bytes = Buffer.from(part)
      length += bytes.length
      if (length > most) return null
      parts.push(bytes)
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(parts)
}

/** What one entry gives. */
async function readEntry(file: ZipFile, { entry, name }: Named, next: Place, limits: Limits): Promise<Found> {
  const failed = (code: string, message: string): Found => ({ kind: 'failed', name, code, message, next })
  if (name.endsWith('/')) return { kind: 'passed', reason: 'a folder', next }
  // The upper half of the attributes is a Unix mode, whose highest digits tell a link.
  const isLink = entry.externalFileAttributes >>> 28 === 0o12
  const reason = isLink ? 'a link' : passedOver(name)
  if (reason !== null) return { kind: 'passed', reason, next }
  if (entry.isEncrypted())
    return failed(
      'E_ENCRYPTED',
      'it is locked with a password: unpack it yourself, and add what comes out of it',
    )
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED)
    return failed(
      'E_ARCHIVE',
      `it is packed in a way (${entry.compressionMethod}) that is not known: unpack it yourself`,
    )
  let bytes: Buffer | null
  try {
    bytes = await bytesOf(file, entry, limits.bytes)
  } catch (error) {
    return failed('E_ARCHIVE', `it is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (bytes === null)
    return failed(
      'E_TOO_LARGE',
      `it unpacks to more than the limit of ${limits.bytes} bytes (--limit bytes=N)`,
    )
  if (crc32(bytes) !== entry.crc32) return failed('E_ARCHIVE', 'it is damaged: its checksum is another')
  return nested(name, bytes, next) ?? member(name, bytes, next)
}

/** Null where its list of files cannot be found. */
async function opened(path: string): Promise<ZipFile | null> {
  const { openPromise } = await import('yauzl')
  try {
    return await openPromise(path, {
      // It refuses an archive for one name that leads out of it; no name is ever used as a path here.
      decodeStrings: false,
      // Its own count of bytes swallows the error that it finds.
      validateEntrySizes: false,
    })
  } catch {
    return null // what is left of it may be read all the same
  }
}

async function* salvagedOr(path: string, size: number, from: Place, limits: Limits): AsyncGenerator<Found> {
  let isLost = true
  for await (const found of salvaged(path, size, from, limits)) {
    isLost = false
    yield found
  }
  if (isLost)
    throw new EntenteError(
      'E_ARCHIVE',
      'this ZIP file cannot be opened: its end is missing, and so is its beginning; copy it again',
    )
}

async function* entriesOf(file: ZipFile): AsyncGenerator<Named> {
  const { getFileNameLowLevel } = await import('yauzl')
  for await (const entry of file.eachEntry()) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
    yield { entry, name: getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true) }
  }
}

export const zip: Archive = {
  name: 'zip',
  crawled: false,
  accepts: ({ head }) => [OPENING, EMPTY].some(magic => magic.every((byte, i) => head[i] === byte)),
  async *members({ path, size }, from, limits) {
    const file = await opened(path)
    if (file === null) return yield* salvagedOr(path, size, from, limits)
    let [count, out] = [0, 0]
    try {
      for await (const named of entriesOf(file)) {
        const what = count === 0 ? DOCUMENTS.find(([, names]) => names.test(named.name)) : undefined
        if (what !== undefined)
          throw new EntenteError(
            'E_BINARY',
            `this is ${what[0]}, not an archive of pages; save it as HTML or text first`,
          )
        const next = after(0, count, count++)
        if (count <= from.count) continue
        const found = await readEntry(file, named, next, limits)
        // Entries may share their packed bytes, so that a small file holds more than any disk.
        if (found.kind === 'member') out += found.bytes.length
        else if (found.kind === 'failed' && found.code === 'E_TOO_LARGE') out += limits.bytes
        refuseBomb(out, size)
        yield found
      }
    } catch (error) {
      if (error instanceof EntenteError) throw error
      const message = `its list of files is damaged: ${error instanceof Error ? error.message : String(error)}`
      yield { kind: 'failed', name: '', code: 'E_ARCHIVE', message, next: after(0, count, count) }
    } finally {
      file.close()
    }
  },
}
