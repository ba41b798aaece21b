import type { Understanding } from '../record/mentions.ts'
import { type Context, textOf } from './context.ts'

/** The terms by which this document names each issue, in its own spelling, with how often it uses them. */
export function terms(context: Context): Understanding['terms'] {
  const found = new Map<string, Understanding['terms'][number]>()
  for (const { issue, start, end, sign } of context.issueHits) {
    if (sign) continue
    const term = textOf(context, [start, end]).replace(/\s+/g, ' ')
    const key = `${issue} ${term.toLowerCase()}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { issue, term, count: 1 })
    else {
      known.count++
      // Small letters sort after capitals: "forced labour" goes before "Forced labour" of a sentence's beginning.
      if (term > known.term) known.term = term
    }
  }
  return [...found.values()]
}
