/** A ZIP file whose list of files is missing, as of a download that broke off: each file has a heading of its own. */
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Limits } from '../types.ts'
import { nested, passedOver } from './names.ts'
import { inflateAt, Pieces, refuseBomb } from './stretches.ts'
import { after, type Found, member, type Place } from './types.ts'

const HEADING = 30
const OPENING = 0x04034b50
const DESCRIPTION = 0x08074b50

/** One file as its heading tells of it. `follows`: its lengths stand after it, and not here. */
interface Heading {
  name: string
  locked: boolean
  follows: boolean
  method: number
  sum: number
  packed: number
  data: number
}

async function headingAt(pieces: Pieces, at: number): Promise<Heading | null> {
  const fixed = await pieces.from(at, HEADING)
  if (fixed.length < HEADING || fixed.readUInt32LE(0) !== OPENING) return null
  const [length, extra, flags] = [fixed.readUInt16LE(26), fixed.readUInt16LE(28), fixed.readUInt16LE(6)]
  const head = {
    locked: (flags & 1) !== 0,
    follows: (flags & 8) !== 0,
    method: fixed.readUInt16LE(8),
    sum: fixed.readUInt32LE(14),
    packed: fixed.readUInt32LE(18),
    data: at + HEADING + length + extra,
  }
  const name = (await pieces.from(at + HEADING, length)).toString('utf8', 0, length)
  return { name, ...head }
}

interface Body {
  bytes: Buffer
  end: number
  whole: boolean
}

/** The file's bytes, not many more than `most`, and where they end; null where nothing tells how long it is. */
async function bodyOf(
  pieces: Pieces,
  { method, data, packed, follows, locked }: Heading,
  most: number,
): Promise<Body | null> {
  if (method === 8 && !locked) {
    const parts: Buffer[] = []
    let length = 0
    const inflated = inflateAt(pieces, data)
    for (let step = await inflated.next(); ; step = await inflated.next()) {
      if (step.done === true) return { bytes: Buffer.concat(parts), ...step.value }
      // One piece more than is allowed tells that it is too much.
      if (length <= most) parts.push(step.value)
      length += step.value.length
      if (length > most * 20) return null
    }
  }
  if (follows) return null
  const bytes =
    method === 0 && !locked ? (await pieces.from(data, packed)).subarray(0, packed) : Buffer.alloc(0)
  return { bytes, end: data + packed, whole: locked || method !== 0 || bytes.length === packed }
}

function foundOf(
  { name, locked, method, sum, follows }: Heading,
  { bytes, whole }: Body,
  next: Place,
  limits: Limits,
): Found {
  const failed = (code: string, message: string): Found => ({ kind: 'failed', name, code, message, next })
  const reason = name.endsWith('/') ? 'a folder' : passedOver(name)
  if (reason !== null) return { kind: 'passed', reason, next }
  if (locked)
    return failed(
      'E_ENCRYPTED',
      'it is locked with a password: unpack it yourself, and add what comes out of it',
    )
  if (method !== 0 && method !== 8)
    return failed('E_ARCHIVE', `it is packed in a way (${method}) that is not known`)
  if (!whole) return failed('E_ARCHIVE', 'the archive ends in the middle of it')
  if (bytes.length > limits.bytes)
    return failed(
      'E_TOO_LARGE',
      `it unpacks to more than the limit of ${limits.bytes} bytes (--limit bytes=N)`,
    )
  if (!follows && crc32(bytes) !== sum) return failed('E_ARCHIVE', 'it is damaged: its checksum is another')
  return nested(name, bytes, next) ?? member(name, bytes, next)
}

/** What is whole of it, and then that its end is missing. Gives nothing where not even the first file begins. */
export async function* salvaged(
  path: string,
  size: number,
  from: Place,
  limits: Limits,
): AsyncGenerator<Found> {
  const file = await open(path, 'r')
  let [count, out, at] = [0, 0, 0]
  try {
    const pieces = new Pieces(file)
    for (let head = await headingAt(pieces, at); head !== null; head = await headingAt(pieces, at)) {
      // A file of this length is one that lies, or no article.
      if (head.packed > limits.bytes && !head.follows) break
      const body = await bodyOf(pieces, head, limits.bytes).catch(() => null)
      if (body === null) break
      out += body.bytes.length
      refuseBomb(out, size)
      const next = after(0, count, count++)
      if (count > from.count) yield foundOf(head, body, next, limits)
      if (!body.whole) break
      at = body.end
      if (!head.follows) continue
      const behind = await pieces.from(at, 4)
      at += behind.length >= 4 && behind.readUInt32LE(0) === DESCRIPTION ? 16 : 12
    }
  } finally {
    await file.close()
  }
  if (count === 0) return
  const message = 'the end of this ZIP file is missing: what was whole before it has been read. Copy it again'
  yield { kind: 'failed', name: '', code: 'E_ARCHIVE', message, next: after(0, count, count) }
}
