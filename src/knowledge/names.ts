import { readTable } from './tsv.ts'

export type Gender = 'm' | 'f' | 'both'

/** First and family names, as evidence that capitalised words name a person. */
export interface GivenNames {
  gender(name: string): Gender | null
  isGiven(name: string): boolean
  /** Languages in which it is a family name; empty where it is none. */
  familyOf(name: string): readonly string[]
}

const NONE: readonly string[] = []

export function loadGivenNames(): GivenNames {
  const genders = new Map<string, Gender>()
  for (const row of readTable('given-names')) {
    const gender: Gender = row.gender === 'f' ? 'f' : 'm'
    for (const name of (row.names ?? '').split(' ')) {
      const known = genders.get(name)
      genders.set(name, known === undefined || known === gender ? gender : 'both')
    }
  }
  const families = new Map<string, string[]>()
  for (const row of readTable('family-names')) {
    for (const name of (row.names ?? '').split(' ')) {
      const languages = families.get(name)
      if (languages === undefined) families.set(name, [row.language ?? ''])
      else languages.push(row.language ?? '')
    }
  }
  return {
    gender: name => genders.get(name) ?? null,
    isGiven: name => genders.has(name),
    familyOf: name => families.get(name) ?? NONE,
  }
}
