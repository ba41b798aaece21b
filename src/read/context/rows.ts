import { headOf, refuseBomb, type Stretch, stretchesOf } from '../archives/stretches.ts'
import { Tape } from '../archives/tape.ts'

/** The longest row: GDELT's have 61 columns and one address. */
const LINE = 1_000_000

async function* linesOf(stretches: AsyncGenerator<Stretch>): AsyncGenerator<string> {
  const tape = new Tape(stretches)
  try {
    for (;;) {
      const line = await tape.line(LINE)
      if (line === null) return
      yield line.bytes.toString('utf8').replace(/\r?\n$/, '')
    }
  } finally {
    await tape.close()
  }
}

/** Each file of a ZIP archive, as the coders hand their tables out. */
async function* inZip(path: string, size: number): AsyncGenerator<string> {
  const { openPromise } = await import('yauzl')
  const file = await openPromise(path, { decodeStrings: false, validateEntrySizes: false })
  let out = 0
  try {
    for await (const entry of file.eachEntry()) {
      if (entry.isEncrypted() || entry.uncompressedSize === 0) continue
      const stream = await file.openReadStreamPromise(entry)
      yield* linesOf(
        (async function* () {
          for await (const part of stream) {
            const bytes = Buffer.from(part)
            out += bytes.length
            refuseBomb(out, size)
            yield { bytes, at: null, opens: false, fault: null }
          }
        })(),
      )
    }
  } finally {
    file.close()
  }
}

/** The lines of a table, packed or not, one in memory. */
export async function* rowsOf(path: string): AsyncGenerator<string> {
  const head = await headOf(path, 4)
  const isZip = Buffer.from(head.head).toString('latin1') === 'PK\u0003\u0004'
  yield* isZip ? inZip(path, head.size) : linesOf(stretchesOf({ path, ...head }))
}
