import { readTable } from './tsv.ts'

/** What a noun beside a name says that it names. */
export const NEAR = ['person', 'body', 'place', 'work', 'event', 'product', 'people'] as const

export type NameWordClass =
  | 'never'
  | 'opener'
  | 'calendar'
  | 'other-acronym'
  | 'particle'
  | 'place-before'
  | 'place-after'
  | 'event'
  | 'person-verb'
  | 'place-preposition'
  | 'place-noun'
  | 'organization-noun'
  | 'work-noun'
  | 'other-name'
  | 'domain'
  | 'possessive-head'
  | `near-${(typeof NEAR)[number]}`

/** Words that decide what capitalised words are: a person, a body, a place, or no name at all. */
export interface NameWords {
  is(word: string, of: NameWordClass): boolean
}

export function loadNameWords(): NameWords {
  const classes = new Map<string, Set<string>>()
  for (const row of readTable('name-words'))
    classes.set(row.class ?? '', new Set((row.words ?? '').split(' ')))
  return { is: (word, of) => classes.get(of)?.has(word) ?? false }
}
