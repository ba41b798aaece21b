import type { Limits } from '../types.ts'
import { stretchesOf } from './stretches.ts'
import { Tape } from './tape.ts'
import { type Archive, type ArchiveFile, type Found, member, type Place } from './types.ts'

/** So many bytes of lines are read as one. */
const STRETCH = 1_000_000

const NEWLINE = 0x0a

function linesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
  // The last line of a file may have no end.
  return count + (bytes.length > 0 && bytes.at(-1) !== NEWLINE ? 1 : 0)
}

/** Where so many whole lines end, or all there are. */
function endOfLine(bytes: Buffer, lines: number): number {
  let end = 0
  for (let left = lines; left > 0; left--) {
    const at = bytes.indexOf(NEWLINE, end)
    if (at < 0) break
    end = at + 1
  }
  return end
}

interface Part {
  bytes: Buffer
  lines: number
}

/** Whole lines together, and what to tell of lines that are too long. */
class Lines {
  #parts: Buffer[] = []
  #length = 0
  #lines = 0
  readonly tape: Tape
  readonly limits: Limits
  readonly stretch: number

  constructor(tape: Tape, limits: Limits, stretch: number) {
    this.tape = tape
    this.limits = limits
    this.stretch = stretch
  }

  /** Passes over the rest of a line. */
  async #endLine(): Promise<void> {
    for (;;) {
      const line = await this.tape.line(this.limits.bytes)
      if (line === null || line.whole) return
    }
  }

  #keep(bytes: Buffer): void {
    this.#parts.push(bytes)
    this.#length += bytes.length
    this.#lines += linesIn(bytes)
  }

  /** The next stretch of two lines at least, or what is left; a line that is too long ends it. */
  async next(): Promise<Part & { tooLong: boolean }> {
    let tooLong = false
    while (this.#length < this.stretch || this.#lines < 2) {
      // Many at a time: a file may be of lines of one letter.
      this.#keep(await this.tape.lines(Math.max(0, this.stretch - this.#length)))
      const line = await this.tape.line(this.limits.bytes)
      if (line === null) break
      tooLong = !line.whole && line.bytes.length >= this.limits.bytes
      if (!tooLong) this.#keep(line.bytes)
      else {
        this.#lines++
        await this.#endLine()
        break
      }
    }
    const part = { bytes: Buffer.concat(this.#parts), lines: this.#lines, tooLong }
    this.#parts = []
    this.#length = 0
    this.#lines = 0
    return part
  }

  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      const whole = await this.tape.lines()
      const end = endOfLine(whole, left)
      this.tape.unread(whole.subarray(end))
      left -= linesIn(whole.subarray(0, end))
      if (left <= 0) return
      const line = await this.tape.line(this.limits.bytes)
      if (line?.whole === false) await this.#endLine()
    }
  }
}

/** Lines of a file in stretches; `stretch` is for tests. */
export async function* linesOf(
  file: ArchiveFile,
  from: Place,
  limits: Limits,
  stretch = STRETCH,
): AsyncGenerator<Found> {
  const tape = new Tape(stretchesOf(file, from.offset))
  const lines = new Lines(tape, limits, stretch)
  let count = from.count
  // Within packed data no line can be found but by counting.
  const place = (): Place =>
    file.gzip ? { offset: 0, skip: count, count } : { offset: tape.origin, skip: 0, count }
  const failed = (code: string, message: string): Found => ({
    kind: 'failed',
    name: `line ${count}`,
    code,
    message,
    next: place(),
  })
  const part = (bytes: Buffer, first: number) => member('', bytes, place(), { firstLine: first + 1 })
  try {
    await lines.skip(from.skip)
    for (;;) {
      const { bytes, lines: got, tooLong } = await lines.next()
      const first = count
      await tape.more()
      count += got
      if (bytes.length > 0) yield part(bytes, first)
      if (tooLong)
        yield failed(
          'E_TOO_LARGE',
          `the line has more than the limit of ${limits.bytes} bytes (--limit bytes=N)`,
        )
      const fault = tape.fault()
      if (fault !== null) yield failed('E_ARCHIVE', fault)
      else if (got === 0) return
    }
  } finally {
    await tape.close()
  }
}

/** One JSON object a line, in a file of any length, packed or not. */
export const lines: Archive = {
  name: 'lines',
  crawled: false,
  accepts({ path, head }) {
    if (/\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(path)) return true
    // Packed files are often called something else.
    return /\.gz$/i.test(path) && /^\{\s?"[^\n]*\}\s?\n\s?\{/.test(Buffer.from(head).toString('latin1'))
  },
  members: (file, from, limits) => linesOf(file, from, limits),
}
