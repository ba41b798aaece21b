/** NDJSON in, NDJSON out: the lines of a stream, and the answer to each, an error object where it failed. */
import { EntenteError } from './record/errors.ts'

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

/** What is made of one line's object; it may take its time. */
export type Work = (item: Item) => object | Promise<object>

/** The answer to one line, `id` first, without the line's end; null where the line is blank. Never throws. */
export async function answerTo(line: string | null, work: Work): Promise<string | null> {
  if (line !== null && line.trim() === '') return null
  let id: unknown = idIn(line)
  try {
    const item = parse(line)
    id = item.id ?? null
    return JSON.stringify({ id, ...(await work(item)) })
  } catch (error) {
    const code = error instanceof EntenteError ? error.code : 'E_INPUT'
    return JSON.stringify({
      id,
      error: { code, message: error instanceof Error ? error.message : String(error) },
    })
  }
}
