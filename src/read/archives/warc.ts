import type { Limits } from '../types.ts'
import { answerOf, contentType, fieldsOf } from './http.ts'
import { stretchesOf } from './stretches.ts'
import { Tape } from './tape.ts'
import { type Archive, type ArchiveFile, after, type Found, member, type Place } from './types.ts'

/** Longer lines, or more of them, are no header. */
const LINE = 64 * 1024
const LINES = 200
/** Room for the server's headers beside the page. */
const HEADERS = 64 * 1024

const OPENING = Buffer.from('WARC/')

/** Kinds of records that hold no page, by what a person calls them. */
const WITHOUT: { readonly [type: string]: string } = {
  warcinfo: 'a record about the archive',
  request: 'a request',
  metadata: 'a record about a page',
  revisit: 'a page that was the same as before',
  continuation: 'a record in pieces',
}

/** Types whose pages are read; without a type, the page itself tells. */
const READ =
  /^(?:text\/(?:html|plain|xml|markdown)|application\/(?:xhtml\+xml|(?:[\w.+-]+\+)?(?:json|xml)|x-ndjson|rss|atom))$/
const NAMED = /^(?:image|video|audio|font)\//

type Fields = Map<string, string>

const uriOf = (fields: Fields): string => (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')

const nameOf = (fields: Fields): string => uriOf(fields) || (fields.get('warc-record-id') ?? '')

/** The page of one record, or why there is none. */
function pageOf(fields: Fields, body: Buffer, next: Place, limits: Limits): Found {
  const name = nameOf(fields)
  const url = uriOf(fields)
  const stamp = fields.get('warc-date') ?? ''
  const isHttp = /^application\/http\b/i.test(fields.get('content-type') ?? '')
  let answer: ReturnType<typeof answerOf>
  try {
    answer = isHttp
      ? answerOf(body, limits.bytes)
      : { status: 200, ...contentType(fields.get('content-type')), body }
  } catch {
    const message = `the page unpacks to more than the limit of ${limits.bytes} bytes (--limit bytes=N)`
    return { kind: 'failed', name, code: 'E_TOO_LARGE', message, next }
  }
  const passed = (reason: string): Found => ({ kind: 'passed', reason, next })
  if (answer === null) return passed('not an answer of a web server')
  const { status, type, charset } = answer
  if (status !== 200) return passed(`an answer with status ${Math.floor(status / 100)}xx, other than 200`)
  if (/\/robots\.txt$/i.test(url)) return passed('robots.txt')
  if (type !== null && !READ.test(type))
    return passed(`of type ${NAMED.test(type) ? type.split('/')[0] : 'other than a page or a feed'}`)
  return member(name, answer.body, next, {
    url: /^https?:\/\//i.test(url) ? url : null,
    retrieved: STAMP.test(stamp) ? stamp : null,
    charset,
  })
}

const STAMP = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d{1,9})?Z$/

/** One archive being read: where it is, and how many records lie behind. */
class Records {
  readonly tape: Tape
  readonly limits: Limits
  #skip: number
  #count: number
  #origin: number
  #left: number
  #isTorn = false

  constructor(tape: Tape, from: Place, limits: Limits) {
    this.tape = tape
    this.limits = limits
    this.#origin = from.offset
    this.#left = from.skip
    this.#skip = 0
    this.#count = from.count - from.skip
  }

  /** The place after what began at this byte of the file. */
  #after(origin: number): Place {
    if (origin !== this.#origin) this.#skip = 0
    this.#origin = origin
    return after(origin, this.#skip++, this.#count++)
  }

  /** True for what was given before, up to the place where this began. */
  isKnown(): boolean {
    return this.#left-- > 0
  }

  async header(): Promise<Fields | null> {
    const lines: string[] = []
    while (lines.length < LINES) {
      const line = await this.tape.line(LINE)
      if (line === null || !line.whole) return null
      const text = line.bytes.toString('utf8').trimEnd()
      if (text === '') return fieldsOf(lines)
      // A header may go on in a line that is indented.
      if (/^[ \t]/.test(text) && lines.length > 0) lines[lines.length - 1] += ` ${text.trim()}`
      else lines.push(text)
    }
    return null
  }

  /** Passes over what is no record, to the line that opens one; false where there was nothing but blank lines. */
  async findOpening(): Promise<{ found: boolean; damaged: boolean }> {
    let damaged = false
    for (;;) {
      const line = await this.tape.line(LINE)
      if (line === null) return { found: false, damaged }
      if (/^WARC\/\d/.test(line.bytes.toString('latin1', 0, 6))) return { found: true, damaged }
      damaged ||= line.bytes.some(byte => byte > 0x20)
    }
  }

  /** The two line ends after a record; false where its length was wrong. */
  async closing(): Promise<boolean> {
    for (let i = 0; i < 2; i++) {
      const line = await this.tape.line(LINE)
      if (line === null) return true
      if (line.bytes.toString('latin1').trim() === '') continue
      this.tape.unread(line.bytes)
      // One line end too few is harmless.
      return line.bytes.subarray(0, OPENING.length).equals(OPENING)
    }
    return true
  }

  async record(fields: Fields, next: Place): Promise<Found> {
    const name = nameOf(fields)
    const failed = (code: string, message: string): Found => ({ kind: 'failed', name, code, message, next })
    const length = fields.get('content-length') ?? ''
    if (!/^\d{1,15}$/.test(length))
      return failed('E_ARCHIVE', `the record's length "${length.slice(0, 30)}" is no number`)
    const without = WITHOUT[fields.get('warc-type') ?? '']
    const most = this.limits.bytes + HEADERS
    const { bytes, whole } = await this.tape.take(Number(length), without === undefined ? most : 0)
    const fault = this.tape.fault()
    if (!whole || !(await this.closing())) {
      // Where the length leads too far, the next record lies in what was taken for this one.
      const swallowed = bytes.indexOf('\r\n\r\nWARC/1.')
      if (swallowed >= 0) this.tape.unread(bytes.subarray(swallowed + 4))
      return failed('E_ARCHIVE', fault ?? `the record is not of the ${length} bytes that it is said to have`)
    }
    if (without !== undefined) return { kind: 'passed', reason: without, next }
    if (Number(length) > most)
      return failed(
        'E_TOO_LARGE',
        `${length} bytes are more than the limit of ${this.limits.bytes} (--limit bytes=N)`,
      )
    return pageOf(fields, bytes, next, this.limits)
  }

  /** What begins here: a record, damage, or damage and then a record; in the file's last blank lines nothing. */
  async *#here(fault: string | null): AsyncGenerator<Found> {
    const { origin } = this.tape
    const damage = (message: string): Found => ({
      kind: 'failed',
      name: '',
      code: 'E_ARCHIVE',
      message,
      next: this.#after(origin),
    })
    if (fault !== null) return yield damage(fault)
    const { found, damaged } = await this.findOpening()
    // What follows a record of a wrong length is that record's damage, and told with it.
    if (damaged && !this.#isTorn) yield damage('what stands between two records is no record')
    if (!found) return
    const fields = await this.header()
    const it =
      fields === null
        ? damage('a record without a whole header')
        : await this.record(fields, this.#after(origin))
    this.#isTorn = it.kind === 'failed' && it.code === 'E_ARCHIVE'
    yield it
  }

  async *all(): AsyncGenerator<Found> {
    for (;;) {
      const isMore = await this.tape.more()
      const fault = this.tape.fault()
      if (!isMore && fault === null) return
      for await (const found of this.#here(fault)) if (!this.isKnown()) yield found
    }
  }
}

/** Web archives (ISO 28500), each record packed by itself as crawlers do, or the whole file, or nothing. */
export const warc: Archive = {
  name: 'warc',
  crawled: true,
  accepts: ({ head }) => /^\s{0,10}WARC\/\d/.test(Buffer.from(head.subarray(0, 20)).toString('latin1')),
  async *members(file: ArchiveFile, from: Place, limits: Limits) {
    const tape = new Tape(stretchesOf(file, from.offset), OPENING)
    try {
      yield* new Records(tape, from, limits).all()
    } finally {
      await tape.close()
    }
  },
}
