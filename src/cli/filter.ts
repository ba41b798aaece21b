/** NDJSON in, NDJSON out, line by line and in order, with an error object in the place of a line that failed. */
import { EntenteError } from '../record/errors.ts'
import type { Shell } from './shell.ts'

export interface Item {
  readonly [key: string]: unknown
}

/** A line longer than this is answered by an error, and not kept in memory. */
const LONGEST = 64_000_000

export function isMapping(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lines of a stream; null for one that is too long. */
export async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  let length = 0
  const take = () => {
    const line = length > LONGEST ? null : pieces.join('')
    pieces = []
    length = 0
    return line
  }
  const keep = (piece: string) => {
    length += piece.length
    if (length <= LONGEST) pieces.push(piece)
    else pieces = []
  }
  for await (const chunk of stream) {
    let text = decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      keep(text.slice(0, end))
      yield take()
      text = text.slice(end + 1)
    }
    keep(text)
  }
  keep(decoder.decode())
  if (length > 0) yield take()
}

function parse(line: string | null): Item {
  if (line === null) throw new EntenteError('E_TOO_LARGE', `a line has more than ${LONGEST} characters`)
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new EntenteError(
      'E_JSON',
      `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (!isMapping(value)) throw new EntenteError('E_JSON', 'the line is not a JSON object')
  return value
}

function idIn(line: string | null): unknown {
  // Also of a line that is damaged further on, so that its error can be told apart.
  const found = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)/.exec(line?.slice(0, 1_000) ?? '')
  try {
    return found?.[1] === undefined ? null : JSON.parse(found[1])
  } catch {
    return null // not an id that could be given back
  }
}

/** Hands each line's object to `work`, and prints what it answers, `id` first. */
export async function filter(
  shell: Shell,
  input: AsyncIterable<Uint8Array>,
  work: (item: Item, answer: (value: object) => void) => Promise<void> | void,
): Promise<void> {
  for await (const line of lines(input)) {
    if (line !== null && line.trim() === '') continue
    let id: unknown = idIn(line)
    let out: object = {}
    try {
      const item = parse(line)
      id = item.id ?? null
      await work(item, value => {
        out = value
      })
    } catch (error) {
      const code = error instanceof EntenteError ? error.code : 'E_INPUT'
      out = { error: { code, message: error instanceof Error ? error.message : String(error) } }
    }
    await shell.print(`${JSON.stringify({ id, ...out })}\n`)
    if (shell.effects.stdout.closed) return
  }
}
