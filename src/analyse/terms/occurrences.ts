/** Where an article uses a term: the sentences, as passages. */
import type { Passage } from '../../record/types.ts'

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Back to the end of the sentence or line before. */
function startOf(text: string, at: number): number {
  let start = at
  while (start > 0 && !isEnd(text, start - 1)) start--
  while (/\s/.test(text.charAt(start))) start++
  return start
}

function endOf(text: string, at: number): number {
  let end = at
  while (end < text.length && !isEnd(text, end)) end++
  return text[end] === '\n' ? end : Math.min(end + 1, text.length)
}

/** A line's end, or a stop before a blank: not the stop of "U.S." within it. */
function isEnd(text: string, at: number): boolean {
  const char = text[at]
  if (char === '\n') return true
  return (char === '.' || char === '!' || char === '?') && /\s/.test(text[at + 1] ?? ' ')
}

/** At most `most` of them, in the order of the text; capitals and runs of blanks count for nothing. */
export function occurrences(document: string, text: string, term: string, most: number): Passage[] {
  const wanted = term.toLowerCase()
  const lower = text.toLowerCase().replace(/\s/g, ' ')
  // Small letters of some scripts are longer than their capitals: places would be off.
  if (lower.length !== text.length) return []
  const found: Passage[] = []
  for (let at = lower.indexOf(wanted); at >= 0 && found.length < most; at = lower.indexOf(wanted, at + 1)) {
    if (isLetter(lower[at - 1]) || isLetter(lower[at + wanted.length])) continue
    const [start, end] = [startOf(text, at), endOf(text, at + wanted.length)]
    if (found.at(-1)?.start !== start) found.push({ document, start, end, quote: text.slice(start, end) })
  }
  return found
}
