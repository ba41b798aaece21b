/** A file's bytes in stretches, unpacked where they are packed, with the offsets at which one can begin anew. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw, type InflateRaw } from 'node:zlib'
import { EntenteError } from '../../record/errors.ts'
import type { ArchiveFile } from './types.ts'

export interface Stretch {
  bytes: Buffer
  /** Byte of the file at which this begins; null in the midst of what is packed as one. */
  at: number | null
  /** True at the beginning of a gzip member. */
  opens: boolean
  /** Why what should come here cannot be read; the next stretch begins after the damage. */
  fault: string | null
}

const PIECE = 256 * 1024

/**
 * What is packed may grow so many times, beyond the first hundred megabytes: pages shrink to a fifth or a tenth, at most
 * a fiftieth; a bomb to a thousandth.
 */
const GROWTH = 200
const GRACE = 100_000_000

/** Throws E_BOMB where more comes out of an archive than its size can explain. */
export function refuseBomb(out: number, size: number): void {
  if (out > size * GROWTH + GRACE) {
    throw new EntenteError(
      'E_BOMB',
      `it unpacks to more than ${GROWTH} times its size and is taken for a bomb; what was read before is kept. Unpack it yourself if you trust it, and add the folder`,
    )
  }
}

async function* plain({ path }: ArchiveFile, from: number): AsyncGenerator<Stretch> {
  let at = from
  for await (const bytes of createReadStream(path, { start: from, highWaterMark: PIECE })) {
    yield { bytes, at, opens: false, fault: null }
    at += bytes.length
  }
}

/** Reads a file by offset, one piece in memory. */
export class Pieces {
  #piece: Buffer = Buffer.alloc(0)
  #start = 0
  /** Byte at which the file ends, once it was met. */
  #end = Number.POSITIVE_INFINITY
  readonly #file: FileHandle

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** Bytes from an offset on: at least `least` unless the file ends. */
  async from(offset: number, least = 1): Promise<Buffer> {
    const held = offset - this.#start
    const wanted = Math.min(least, Math.max(0, this.#end - offset))
    if (held >= 0 && this.#piece.length - held >= wanted) return this.#piece.subarray(held)
    const fresh = Buffer.allocUnsafe(Math.max(PIECE, least))
    const { bytesRead } = await this.#file.read(fresh, 0, fresh.length, offset)
    this.#piece = fresh.subarray(0, bytesRead)
    this.#start = offset
    if (bytesRead < fresh.length) this.#end = offset + bytesRead
    return this.#piece
  }
}

/** Length of the header of the gzip member that begins here (RFC 1952); null where none does. */
function headerLength(bytes: Buffer): number | null {
  if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null
  const flags = bytes[3] ?? 0
  if (flags > 31) return null
  let at = 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  if (flags & 2) at += 2
  return at < bytes.length ? at : null
}

const MAGIC = Buffer.from([0x1f, 0x8b, 8])

/** Where the next member may begin; null where none does to the end. */
async function nextMember(pieces: Pieces, from: number): Promise<number | null> {
  for (let at = from; ; ) {
    const bytes = await pieces.from(at, MAGIC.length)
    if (bytes.length < MAGIC.length) return null
    const found = bytes.indexOf(MAGIC)
    if (found >= 0) return at + found
    at += bytes.length - MAGIC.length + 1
  }
}

/** Gives one piece to the unpacker and collects what comes out. */
function inflatePiece(inflate: InflateRaw, bytes: Buffer): Promise<{ out: Buffer[]; ended: boolean }> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    const onData = (chunk: Buffer) => out.push(chunk)
    const settle = (ended: boolean) => {
      inflate.off('data', onData).off('end', onEnd).off('error', onError)
      resolve({ out, ended })
    }
    const onEnd = () => settle(true)
    const onError = (error: Error) => {
      inflate.off('data', onData).off('end', onEnd)
      reject(error)
    }
    inflate.on('data', onData).once('end', onEnd).once('error', onError)
    // What was written last has been given out when it is called back; an end comes just after.
    inflate.write(bytes, () => setImmediate(() => settle(inflate.readableEnded)))
  })
}

/** So much is unpacked at a time: a piece of a bomb grows a thousandfold. */
const BITE = 16 * 1024

/** Unpacks deflated bytes from an offset to their own end; returns the offset after them. Throws where they are damaged. */
export async function* inflateAt(
  pieces: Pieces,
  offset: number,
): AsyncGenerator<Buffer, { end: number; whole: boolean }> {
  const inflate = createInflateRaw()
  inflate.on('error', () => {})
  try {
    for (let at = offset; ; ) {
      const bytes = (await pieces.from(at)).subarray(0, BITE)
      if (bytes.length === 0) return { end: at, whole: false }
      const { out, ended } = await inflatePiece(inflate, bytes)
      at += bytes.length
      yield* out
      if (ended) return { end: offset + inflate.bytesWritten, whole: true }
    }
  } finally {
    inflate.destroy()
  }
}

const TRAILER = 8

async function* unpacked({ path, size }: ArchiveFile, from: number): AsyncGenerator<Stretch> {
  const file = await open(path, 'r')
  try {
    const pieces = new Pieces(file)
    let out = 0
    let isDamaged = false
    const fault = (at: number, why: string): Stretch => ({
      bytes: Buffer.alloc(0),
      at,
      opens: false,
      fault: why,
    })
    for (let at = from; at < size; ) {
      const header = headerLength(await pieces.from(at, 66_000))
      if (header === null) {
        // Zeros fill some files up to a block's end.
        const next = await nextMember(pieces, at + 1)
        const isPadding = (await pieces.from(at)).every(byte => byte === 0)
        if (!isDamaged && !isPadding) yield fault(at, `what stands at byte ${at} is not gzip data`)
        isDamaged = true
        if (next === null) return
        at = next
        continue
      }
      const inflated = inflateAt(pieces, at + header)
      try {
        let opens = true
        for (;;) {
          const step = await inflated.next()
          if (step.done === true) {
            if (!step.value.whole) yield fault(at, 'the file ends in the middle of its packed data')
            at = step.value.end + TRAILER
            break
          }
          out += step.value.length
          refuseBomb(out, size)
          yield { bytes: step.value, at: opens ? at : null, opens, fault: null }
          opens = false
        }
        isDamaged = false
      } catch (error) {
        if (error instanceof EntenteError) throw error
        if (!isDamaged) yield fault(at, `the packed data that begin at byte ${at} are damaged`)
        isDamaged = true
        at++
      } finally {
        await inflated.return({ end: at, whole: false })
      }
    }
  } finally {
    await file.close()
  }
}

export function stretchesOf(file: ArchiveFile, from = 0): AsyncGenerator<Stretch> {
  return file.gzip ? unpacked(file, from) : plain(file, from)
}

/** The first bytes of a file, unpacked where they are packed; what is damaged gives none. */
export async function headOf(
  path: string,
  least: number,
): Promise<Pick<ArchiveFile, 'size' | 'gzip' | 'head'>> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(least)
    const { bytesRead } = await file.read(start, 0, least, 0)
    const gzip = start.subarray(0, MAGIC.length).equals(MAGIC)
    if (!gzip) return { size, gzip, head: start.subarray(0, bytesRead) }
    const parts: Buffer[] = []
    let length = 0
    for await (const { bytes } of unpacked({ path, size, gzip, head: start }, 0)) {
      parts.push(bytes)
      length += bytes.length
      if (length >= least) break
    }
    return { size, gzip, head: Buffer.concat(parts).subarray(0, least) }
  } finally {
    await file.close()
  }
}
