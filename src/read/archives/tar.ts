import type { ReadEntry } from 'tar'
import type { Limits } from '../types.ts'
import { nested, passedOver } from './names.ts'
import { stretchesOf } from './stretches.ts'
import { type Archive, after, type Found, member, type Place } from './types.ts'

/** What an entry is called that holds no file; nothing is ever made of it. */
const KINDS: { readonly [type: string]: string } = {
  Directory: 'a folder',
  GNUDumpDir: 'a folder',
  SymbolicLink: 'a link',
  Link: 'a link',
  CharacterDevice: 'a device',
  BlockDevice: 'a device',
  FIFO: 'a pipe',
}
const FILES = new Set(['File', 'OldFile', 'ContiguousFile'])

/** Entries as the parser gives them, finished ones in their order. */
class Entries {
  readonly done: Found[] = []
  #count = 0
  readonly #from: Place
  readonly #limits: Limits

  constructor(from: Place, limits: Limits) {
    this.#from = from
    this.#limits = limits
  }

  #next(): Place {
    return after(0, this.#count, this.#count++)
  }

  /** Those of before are counted and not given again. */
  #give(found: Found): void {
    if (found.next.count > this.#from.count) this.done.push(found)
  }

  damaged(message: string): void {
    this.#give({ kind: 'failed', name: '', code: 'E_ARCHIVE', message, next: this.#next() })
  }

  take(entry: ReadEntry): void {
    const next = this.#next()
    const name = String(entry.path)
    const reason = FILES.has(entry.type) ? passedOver(name) : (KINDS[entry.type] ?? 'not a file')
    if (reason !== null || next.count <= this.#from.count) {
      entry.resume()
      this.#give({ kind: 'passed', reason: reason ?? 'read before', next })
      return
    }
    const failed = (code: string, message: string): Found => ({ kind: 'failed', name, code, message, next })
    if (entry.size > this.#limits.bytes) {
      entry.resume()
      const message = `${entry.size} bytes are more than the limit of ${this.#limits.bytes} (--limit bytes=N)`
      this.#give(failed('E_TOO_LARGE', message))
      return
    }
    const parts: Buffer[] = []
    entry.on('data', bytes => parts.push(Buffer.from(bytes)))
    entry.on('end', () => {
      const bytes = Buffer.concat(parts)
      if (bytes.length < entry.size)
        this.#give(failed('E_ARCHIVE', `the archive ends in the middle of it, after ${bytes.length} bytes`))
      else this.#give(nested(name, bytes, next) ?? member(name, bytes, next))
    })
  }
}

/** Tape archives, packed with gzip or not. Links and devices are passed over: nothing is written to disk. */
export const tar: Archive = {
  name: 'tar',
  crawled: false,
  accepts: ({ head }) => Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar',
  async *members(file, from, limits) {
    const { Parser } = await import('tar')
    const entries = new Entries(from, limits)
    const parser = new Parser({
      // What was packed is unpacked before.
      gzip: false,
      onReadEntry: entry => entries.take(entry),
      onwarn: (_, message) => entries.damaged(String(message).slice(0, 200)),
    })
    for await (const { bytes, fault } of stretchesOf(file)) {
      if (fault !== null) {
        entries.damaged(fault)
        break
      }
      parser.write(bytes)
      yield* entries.done.splice(0)
    }
    parser.end()
    yield* entries.done.splice(0)
  },
}
