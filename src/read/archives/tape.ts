import type { Stretch } from './stretches.ts'

const NEWLINE = 0x0a
const NOTHING = Buffer.alloc(0)

export interface Taken {
  bytes: Buffer
  /** False where the file, the packed part or the longest that is kept ended first. */
  whole: boolean
}

/** Reads lines and lengths from stretches of bytes, holding one stretch and no more than was asked for. */
export class Tape {
  #stretch: Stretch | null = null
  #position = 0
  #back: Buffer[] = []
  #origin = 0
  #fault: string | null = null
  readonly #stretches: AsyncIterator<Stretch>
  /** Bytes with which a record begins: a length that leads across the beginning of a packed one is wrong. */
  readonly #opening: Buffer | null

  constructor(stretches: AsyncIterator<Stretch>, opening: Buffer | null = null) {
    this.#stretches = stretches
    this.#opening = opening
  }

  async close(): Promise<void> {
    await this.#stretches.return?.()
  }

  /** Byte of the file at or before what comes next, where one could begin. */
  get origin(): number {
    const { at, opens } = this.#stretch ?? { at: null, opens: false }
    // Of a plain file any byte will do.
    if (at !== null && !opens)
      return at + this.#position - this.#back.reduce((sum, { length }) => sum + length, 0)
    return this.#origin
  }

  /** Why the tape stopped where it did, told once. */
  fault(): string | null {
    const fault = this.#fault
    this.#fault = null
    return fault
  }

  /** Gives bytes back, to be read next. */
  unread(bytes: Buffer): void {
    if (bytes.length > 0) this.#back.push(bytes)
  }

  /** What lies at hand; null at the end, at a fault, or (where asked) where a packed record begins. */
  async #hand(across: boolean): Promise<Buffer | null> {
    const back = this.#back.at(-1)
    if (back !== undefined) return back
    if (this.#fault !== null) return null
    while (this.#stretch === null || this.#position >= this.#stretch.bytes.length) {
      const { value, done } = await this.#stretches.next()
      if (done === true) return null
      this.#stretch = value
      this.#position = 0
      if (value.at !== null) this.#origin = value.at
      if (value.fault !== null) {
        this.#fault = value.fault
        return null
      }
    }
    const { bytes, opens } = this.#stretch
    const isOpening = opens && this.#position === 0 && this.#opening !== null
    if (!across && isOpening && bytes.subarray(0, this.#opening?.length).equals(this.#opening ?? bytes))
      return null
    return this.#position === 0 ? bytes : bytes.subarray(this.#position)
  }

  #advance(length: number): void {
    const back = this.#back.at(-1)
    if (back === undefined) this.#position += length
    else if (length >= back.length) this.#back.pop()
    else this.#back[this.#back.length - 1] = back.subarray(length)
  }

  /** True where there is more; loads it, so that `origin` is that of what comes next. */
  async more(): Promise<boolean> {
    return (await this.#hand(true)) !== null
  }

  /** The whole lines that lie at hand, of so many bytes at most; none where the next one does not end there. */
  async lines(most = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const hand = await this.#hand(true)
    if (hand === null) return NOTHING
    const near = hand.length > most ? hand.subarray(0, most) : hand
    const whole = near.subarray(0, near.lastIndexOf(NEWLINE) + 1)
    this.#advance(whole.length)
    return whole
  }

  /** Up to and with the next line's end; of a longer line the first `most` bytes, not whole. Null at the end. */
  async line(most: number): Promise<Taken | null> {
    const parts: Buffer[] = []
    let length = 0
    for (;;) {
      const hand = await this.#hand(true)
      if (hand === null) return length === 0 ? null : { bytes: Buffer.concat(parts), whole: length < most }
      const found = hand.indexOf(NEWLINE)
      const wanted = Math.min(found < 0 ? hand.length : found + 1, most - length)
      parts.push(hand.subarray(0, wanted))
      length += wanted
      this.#advance(wanted)
      if (found >= 0 && wanted === found + 1)
        return { bytes: parts.length === 1 ? (parts[0] ?? hand) : Buffer.concat(parts), whole: true }
      if (length >= most) return { bytes: Buffer.concat(parts), whole: false }
    }
  }

  /** So many bytes; more than `keep` are passed over and not kept. */
  async take(length: number, keep: number): Promise<Taken> {
    const parts: Buffer[] = []
    const kept = Math.min(length, keep)
    let done = 0
    while (done < length) {
      // The first bytes may open a packed record: it is the one that is being read.
      const hand = await this.#hand(done === 0)
      if (hand === null) break
      const wanted = Math.min(hand.length, length - done)
      if (done < kept) parts.push(hand.subarray(0, Math.min(wanted, kept - done)))
      done += wanted
      this.#advance(wanted)
    }
    return { bytes: Buffer.concat(parts), whole: done === length }
  }
}
