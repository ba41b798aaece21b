import { readTable } from './tsv.ts'

/** What a noun beside a name says that it names. */
export const NEAR = ['person', 'body', 'place', 'work', 'event', 'product', 'people'] as const

/** What a sentence may be about, by its common words. */
export const TOPICS = [
  'sport',
  'music',
  'screen',
  'letters',
  'war',
  'rail',
  'business',
  'school',
  'land',
  'state',
  'church',
  'life',
  'code',
] as const

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
  /** The topics that a common word speaks for. */
  topicsOf(word: string): readonly string[]
}

const NO_TOPICS: readonly string[] = []

export function loadNameWords(): NameWords {
  const classes = new Map<string, Set<string>>()
  for (const row of readTable('name-words'))
    classes.set(row.class ?? '', new Set((row.words ?? '').split(' ')))
  const topics = new Map<string, string[]>()
  for (const topic of TOPICS)
    for (const word of classes.get(`topic-${topic}`) ?? [])
      topics.set(word, [...(topics.get(word) ?? []), topic])
  return {
    is: (word, of) => classes.get(of)?.has(word) ?? false,
    topicsOf: word => topics.get(word) ?? NO_TOPICS,
  }
}
