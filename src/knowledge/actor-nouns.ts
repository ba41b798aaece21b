import type { ActorType } from '../record/types.ts'
import { longestByLastWord, readTable } from './tsv.ts'

export type ActorNounClass = 'state' | 'body' | 'person' | 'public' | 'set'

/** A common noun that stands for an actor: "government", "court", "official". */
export interface ActorNoun {
  readonly noun: string
  readonly class: ActorNounClass
  readonly type: ActorType
  /** Second part of the described actor's key: `JPN/companies`. */
  readonly key: string
  /** A state has one of it: its foreign ministry, not its courts. */
  readonly isOne: boolean
}

export interface ActorNouns {
  /** Singular or plural, one word or several, lower case. */
  get(noun: string): ActorNoun | undefined
  /** Words of the longest entry that ends with this word, itself or its singular; 0 for none. */
  endingWith(word: string): number
}

const CLASSES: readonly ActorNounClass[] = ['state', 'body', 'person', 'public', 'set']
const TYPES: readonly ActorType[] = [
  'state',
  'government',
  'person',
  'organization',
  'court',
  'military',
  'company',
  'party',
  'public',
  'media',
]

export function loadActorNouns(): ActorNouns {
  const nouns = new Map<string, ActorNoun>()
  for (const row of readTable('actor-nouns')) {
    const noun = row.noun ?? ''
    nouns.set(noun, {
      noun,
      class: CLASSES.find(each => each === row.class) ?? 'body',
      type: TYPES.find(each => each === row.type) ?? 'other',
      key: row.key ?? noun,
      isOne: row.one === 'yes',
    })
  }
  const longest = longestByLastWord(nouns.keys())
  return {
    endingWith: word => Math.max(longest.get(word) ?? 0, longest.get(singularOf(word)) ?? 0),
    get: noun => nouns.get(noun) ?? nouns.get(singularOf(noun)),
  }
}

/** "ministries" → "ministry", "parties" → "party", "officials" → "official". */
export function singularOf(noun: string): string {
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(noun)) return noun.slice(0, -2)
  return noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun
}
