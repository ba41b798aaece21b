import type { Names } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import type { Passage } from '../../record/types.ts'
import type { Colours } from '../shell.ts'
import { safeLine } from './safe.ts'
import { wrap } from './width.ts'

/** "The Example Times, 15 Nov 2022, “Title”": what one cites. */
export function citation(id: string, names: Names): string {
  const document = names.document(id)
  if (document === undefined) return id
  const { outlet, source, published, title } = document
  const parts = [outlet ?? source, describe(published)]
  if (title !== null) parts.push(`“${title}”`)
  return safeLine(parts.join(', '))
}

/** In quotation marks, once: an attributed passage brings its own. */
function quoted(text: string): string {
  return /^[“"‘'].*[”"’']$/.test(text) ? text : `“${text}”`
}

/** The quotes of a fact, each with its document, indented below it. */
export function passageLines(
  passages: readonly Passage[],
  names: Names,
  paint: Colours,
  indent: string,
  room: number,
): string[] {
  const columns = Math.max(20, room - indent.length - 2)
  return passages.flatMap(({ document, quote }) => {
    const lines = wrap(quoted(safeLine(quote)), columns).map(text => `${indent}┃ ${text}`)
    const from = wrap(`— ${citation(document, names)}`, columns).map(text => `${indent}┃ ${paint.dim(text)}`)
    return [...lines, ...from]
  })
}
