/** Large files of lines, a stretch at a time, so that an archive of any size takes no more memory than one stretch. */
import { createReadStream } from 'node:fs'

export interface Part {
  bytes: Uint8Array
  /** Number of its first line in the file, from 1. */
  firstLine: number
}

const STRETCH = 4_000_000
const NEWLINE = 0x0a

/** True for a file that holds one thing a line, by its ending. */
export function isOfLines(path: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(path)
}

function linesIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}

/**
 * Whole lines together, each part of at least two of them: a line by itself does not look like a file of lines.
 * A line longer than a stretch makes its part longer.
 */
export async function* partsOf(path: string, stretch = STRETCH): AsyncGenerator<Part> {
  let held: Part | null = null
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  for await (const chunk of createReadStream(path, { highWaterMark: Math.min(stretch, 1_000_000) })) {
    rest = Buffer.concat([rest, chunk])
    const end = rest.lastIndexOf(NEWLINE) + 1
    if (rest.length < stretch || linesIn(rest) < 2) continue
    if (held !== null) yield held
    held = { bytes: rest.subarray(0, end), firstLine: line }
    line += linesIn(held.bytes)
    rest = Buffer.from(rest.subarray(end))
  }
  const few = linesIn(rest) < 2
  if (held !== null && !few) yield held
  if (held !== null && few) yield { ...held, bytes: Buffer.concat([held.bytes, rest]) }
  else yield { bytes: rest, firstLine: line }
}
