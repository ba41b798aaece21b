import { EntenteError } from '../../record/errors.ts'
import { at } from '../json/access.ts'
import { parseJson } from '../json/parse.ts'
import type { Reader, ReaderResult } from '../types.ts'
import { pagesOf } from './json.ts'
import { repairedWarning } from './wordpress.ts'

/** One JSON object a line; a damaged line is reported by its number, and the others are read. */
export const ndjson: Reader = {
  name: 'ndjson',
  accepts: ({ text, kind, ofLines }) => ofLines || ((kind === null || kind === 'json') && isLines(text)),
  read: async source => {
    const result: ReaderResult = { pages: [], problems: [] }
    let number = source.firstLine - 1
    for (const line of source.text.split('\n')) {
      number++
      if (line.trim() === '') continue
      const where = `line ${number}`
      try {
        if (line.length > source.limits.bytes) {
          throw new EntenteError(
            'E_TOO_LARGE',
            `${source.name}, ${where} has ${line.length} characters, more than the limit ${source.limits.bytes} (bytes)`,
          )
        }
        const { value, how } = parseJson(line, `${source.name}, ${where}`)
        const read = await pagesOf(value, source)
        if (how === 'repaired' && read.pages.length > 0) {
          result.problems.push({ ...repairedWarning(source.name), at: where })
        }
        const id = at(value, 'id')
        for (const page of read.pages)
          page.part ??= typeof id === 'string' || typeof id === 'number' ? String(id) : String(number)
        result.pages.push(...read.pages)
        result.problems.push(...read.problems.map(problem => ({ ...problem, at: where })))
      } catch (error) {
        if (!(error instanceof EntenteError)) throw error
        result.problems.push({ code: error.code, message: error.message, at: where })
      }
    }
    return result
  },
}

/** Two lines at least that each open an object. */
function isLines(text: string): boolean {
  const lines = text
    .slice(0, 2_000_000)
    .split('\n', 6)
    .filter(line => line.trim() !== '')
  if (lines.length < 2) return false
  // A pretty-printed object opens on its first line and closes on its last; here each line does both.
  return lines.every(line => /^\s*\{/.test(line)) && /^\s*\{\s*".*\}\s*$/.test(lines[0] ?? '')
}
