import { list, readTable } from './tsv.ts'

export type PageWordKind =
  | 'published'
  | 'updated'
  | 'apart'
  | 'byline'
  | 'uncredited'
  | 'rank'
  | 'desk'
  | 'ago-before'
  | 'ago-after'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'today'
  | 'yesterday'

let words: Map<string, string[]> | null = null
let months: Map<string, number> | null = null

/** Words that pages write beside names and dates, in lower case, the longest first. */
export function pageWords(kind: PageWordKind): readonly string[] {
  if (words === null) {
    words = new Map()
    for (const row of readTable('page-words')) {
      const known = words.get(row.kind ?? '')
      if (known === undefined) words.set(row.kind ?? '', [...list(row.words)])
      else known.push(...list(row.words))
    }
    for (const some of words.values()) some.sort((a, b) => b.length - a.length)
  }
  return words.get(kind) ?? []
}

/** Words of a kind as one alternative of a regular expression. */
export function anyPageWord(...kinds: readonly PageWordKind[]): string {
  const all = [...new Set(kinds.flatMap(kind => pageWords(kind)))].sort((a, b) => b.length - a.length)
  return all.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')).join('|')
}

/** Names of months in lower case, each with its number from 1. */
export function monthNames(): ReadonlyMap<string, number> {
  if (months !== null) return months
  months = new Map()
  for (const row of readTable('months'))
    for (const word of list(row.words)) if (!months.has(word)) months.set(word, Number(row.month))
  return months
}
