/** A server's answer as a crawler kept it, headers and all. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

export interface Answer {
  status: number
  /** "text/html", in small letters; null where none is given. */
  type: string | null
  charset: string | null
  body: Buffer
}

const HEAD = 64 * 1024

/** "text/html; charset=euc-kr" in its parts. */
export function contentType(value: string | undefined): Pick<Answer, 'type' | 'charset'> {
  const [type = '', ...rest] = (value ?? '').toLowerCase().split(';')
  const charset = /^\s*charset\s*=\s*["']?([\w.:-]{2,40})/.exec(
    rest.find(part => part.includes('charset')) ?? '',
  )
  return { type: /^\s*([\w.+-]+\/[\w.+-]+)\s*$/.exec(type)?.[1] ?? null, charset: charset?.[1] ?? null }
}

/** Fields of a block of headers, names in small letters; the first of each name counts. */
export function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** The chunks of a body put together; null where it is not in chunks, whatever its header says. */
function dechunked(body: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at)
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;|\r?$)/i.exec(body.toString('latin1', at, Math.min(end, at + 40)))
    if (end < 0 || size === null) return parts.length === 0 ? null : Buffer.concat(parts)
    const length = Number.parseInt(size[1] ?? '0', 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (body[at] === 0x0d) at++
    if (body[at] === 0x0a) at++
  }
}

/** In this order: some servers say deflate and send it raw. Zstandard is not known to every Node. */
const DECODERS: { readonly [coding: string]: readonly ((body: Buffer, most: number) => Buffer)[] } = {
  gzip: [(body, maxOutputLength) => gunzipSync(body, { maxOutputLength, finishFlush: 2 })],
  br: [(body, maxOutputLength) => brotliDecompressSync(body, { maxOutputLength })],
  deflate: [
    (body, maxOutputLength) => inflateSync(body, { maxOutputLength }),
    (body, maxOutputLength) => inflateRawSync(body, { maxOutputLength }),
  ],
}

/** The body as it was before it was packed; as it stands where it is not packed as its header says, as crawlers leave it. */
function decoded(body: Buffer, coding: string, most: number): Buffer {
  for (const decode of DECODERS[coding.replace(/^x-/, '')] ?? []) {
    try {
      return decode(body, most)
    } catch (error) {
      // Too long is no reason to try otherwise; anything else says that it is not packed so.
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw error
    }
  }
  return body
}

/** Null where it is no HTTP answer. Throws a RangeError where the body unpacks to more than `most` bytes. */
export function answerOf(record: Buffer, most: number): Answer | null {
  const head = record.toString('latin1', 0, HEAD)
  const found = /\r?\n\r?\n/.exec(head)
  const end = found === null ? record.length : found.index + found[0].length
  const [first = '', ...lines] = head.slice(0, end).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1]
  if (status === undefined) return null
  const fields = fieldsOf(lines)
  let body = record.subarray(end)
  if (/chunked/i.test(fields.get('transfer-encoding') ?? '')) body = dechunked(body) ?? body
  for (const coding of (fields.get('content-encoding') ?? '').toLowerCase().split(',').reverse())
    body = decoded(body, coding.trim(), most)
  return { status: Number(status), ...contentType(fields.get('content-type')), body }
}
