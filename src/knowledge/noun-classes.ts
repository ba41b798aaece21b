import { list, readTable } from './tsv.ts'

/** Classes of nouns: "tank" is a vehicle, a weapon and a force. */
export interface NounClasses {
  /** Classes of a phrase: a head noun, or the words up to it ("export control"), lower case. */
  classesOf(term: string): ReadonlySet<string>
  isClass(name: string): boolean
  /** Longest phrase in the table, in words. */
  readonly longest: number
}

const NONE: ReadonlySet<string> = new Set()

export function loadNounClasses(): NounClasses {
  const byTerm = new Map<string, Set<string>>()
  const names = new Set<string>()
  let longest = 1
  for (const row of readTable('object-classes')) {
    const name = row.class ?? ''
    names.add(name)
    for (const term of list(row.terms)) {
      longest = Math.max(longest, term.split(' ').length)
      const classes = byTerm.get(term)
      if (classes === undefined) byTerm.set(term, new Set([name]))
      else classes.add(name)
    }
  }
  return { classesOf: term => byTerm.get(term) ?? NONE, isClass: name => names.has(name), longest }
}
