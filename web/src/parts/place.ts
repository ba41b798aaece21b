/** Where a passage is opened, and how it is found again when its document has changed a little. */
import type { Passage } from '../../../src/record/types.ts'

/** Words at the beginning of a passage that the address keeps. */
const KEPT = 6

const openingOf = (quote: string): string => quote.trim().split(/\s+/).slice(0, KEPT).join(' ')

/** `at=120-184&says=Tokyo rejected the ruling within the`. */
export function placeOf({ document, start, end, quote }: Passage): string {
  const says = openingOf(quote)
  return `/documents/${document}?at=${start}-${end}${says === '' ? '' : `&says=${encodeURIComponent(says)}`}`
}

export type Here =
  | { found: true; place: [number, number]; moved: boolean }
  | { found: false; place: null; moved: false }

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The place nearest to `start` at which the words stand, whatever the blanks between them. */
function nearest(text: string, words: readonly string[], start: number): number | null {
  if (words.length === 0) return null
  const pattern = new RegExp(words.map(escaped).join('\\s+'), 'g')
  let best: number | null = null
  for (const { index } of text.matchAll(pattern))
    if (best === null || Math.abs(index - start) < Math.abs(best - start)) best = index
  return best
}

/** The beginning of the word that stands there. */
function wordStart(text: string, at: number): number {
  let start = Math.max(0, at)
  while (start > 0 && /\S/.test(text[start - 1] ?? ' ')) start--
  return start
}

/** null where the address names no passage. */
export function findPassage(text: string, at: string | undefined, says: string | undefined): Here | null {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  if (first === undefined || last === undefined) return null
  const [start, end] = [Number(first), Number(last)]
  const isInside = start < end && end <= text.length
  if (says === undefined || says === '')
    return isInside
      ? { found: true, place: [start, end], moved: false }
      : { found: false, place: null, moved: false }
  if (isInside && openingOf(text.slice(start, end)) === says)
    return { found: true, place: [start, end], moved: false }
  const words = says.split(' ')
  // All of the words kept, else the first or the last half of them: one may have been mended.
  const half = Math.ceil(words.length / 2)
  const tries: [words: string[], before: string][] = [[words, '']]
  if (words.length > 3)
    tries.push([words.slice(0, half), ''], [words.slice(-half), `${words.slice(0, -half).join(' ')} `])
  for (const [some, before] of tries) {
    const found = nearest(text, some, start)
    if (found === null) continue
    const from = wordStart(text, found - before.length)
    return { found: true, place: [from, Math.min(text.length, from + end - start)], moved: true }
  }
  return { found: false, place: null, moved: false }
}
