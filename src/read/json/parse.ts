import { jsonrepair } from 'jsonrepair'
import { EntenteError } from '../../record/errors.ts'
import { salvage } from './salvage.ts'

/** How JSON came to be read; all but the last keep every character of the strings. */
export type How = 'parsed' | 'escaped' | 'salvaged' | 'repaired'

export interface Parsed {
  value: unknown
  how: How
}

/** Beyond this, guessing at the repair of damaged JSON would take too long. */
const LARGEST_REPAIR = 1_000_000

/**
 * JSON as it is found: with raw line breaks in strings, text before and after, stray quotes, a cut end.
 * Each way is tried only after the ones that guess less. `jsonrepair` invents keys from stray quotes, so it is last.
 */
export function parseJson(raw: string, name: string): Parsed {
  const json = insides(raw)
  const parsed = attempt(json)
  if (parsed !== undefined) return { value: parsed, how: 'parsed' }
  const escaped = attempt(escapeControls(json))
  if (escaped !== undefined) return { value: escaped, how: 'escaped' }
  const saved = salvage(json)
  if (saved !== null) return { value: saved, how: 'salvaged' }
  if (json.length <= LARGEST_REPAIR) {
    try {
      return { value: JSON.parse(jsonrepair(json)), how: 'repaired' }
    } catch (error) {
      throw new EntenteError('E_JSON', `${name} is no JSON that can be read: ${reasonOf(error)}`, {
        cause: error,
      })
    }
  }
  throw new EntenteError('E_JSON', `${name} is damaged JSON of ${json.length} characters, too long to repair`)
}

function attempt(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : 'unknown error'
}

/** Without what servers print around it: `callback({…});`, a PHP notice before, an HTML comment after. */
function insides(raw: string): string {
  const json = raw.trim()
  const start = json.search(/[[{]/)
  if (start < 0) return json
  const end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'))
  const tail = json.slice(end + 1)
  // A tail that holds anything but punctuation and comments is part of a cut string.
  const cut = /^[\s);]*(?:<!--[\s\S]*)?$/.test(tail) && end > start ? end + 1 : json.length
  return json.slice(start, cut)
}

/** Raw control characters inside strings become escapes: `"a⏎b"` → `"a\nb"`. */
export function escapeControls(json: string): string {
  const parts: string[] = []
  let from = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (code === 92 && inString) i++
    else if (code === 34) inString = !inString
    else if (code < 32 && inString) {
      parts.push(json.slice(from, i), `\\u${code.toString(16).padStart(4, '0')}`)
      from = i + 1
    }
  }
  parts.push(json.slice(from))
  return parts.join('')
}
