import { list, readTable } from './tsv.ts'

export const SENSES = ['settles', 'defers', 'pauses'] as const
export type Sense = (typeof SENSES)[number]

/** What the words of an act say about the end of a matter. */
export interface OutcomeWords {
  /** The senses that the text has; "agreed to keep talking" defers. */
  sensesOf(text: string): ReadonlySet<Sense>
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

export function loadOutcomeWords(): OutcomeWords {
  const byFirst = new Map<string, { rest: string[]; sense: Sense }[]>()
  for (const row of readTable('outcome-words')) {
    const sense = SENSES.find(it => it === row.sense)
    if (sense === undefined) continue
    for (const form of list(row.forms)) {
      const [first = '', ...rest] = words(form)
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, sense }])
    }
  }
  return {
    sensesOf(text) {
      const found = new Set<Sense>()
      const all = words(text)
      for (const [i, word] of all.entries()) {
        for (const { rest, sense } of byFirst.get(word) ?? [])
          if (rest.every((it, n) => all[i + n + 1] === it)) found.add(sense)
      }
      return found
    },
  }
}
