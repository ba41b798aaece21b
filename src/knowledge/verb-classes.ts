import { list, readTable } from './tsv.ts'

export type VerbClass =
  | 'reporting'
  | 'cognition'
  | 'subject-control'
  | 'object-control'
  | 'raising'
  | 'aspectual'
  | 'copula'
  | 'ditransitive'
  | 'bare'
  | 'intransitive'
  | 'unaccusative'
  | 'transitive'
  | 'agentive'
  | 'ambiguous'

/** How verbs govern what follows them, by lemma. */
export interface VerbClasses {
  has(lemma: string, verbClass: VerbClass): boolean
  known(lemma: string): boolean
}

export function loadVerbClasses(): VerbClasses {
  const classes = new Map<string, Set<string>>()
  for (const row of readTable('verb-classes')) {
    const lemma = row.lemma ?? ''
    const known = classes.get(lemma) ?? new Set<string>()
    for (const verbClass of list(row.classes)) known.add(verbClass)
    classes.set(lemma, known)
  }
  return {
    has: (lemma, verbClass) => classes.get(lemma)?.has(verbClass) ?? false,
    known: lemma => classes.has(lemma),
  }
}
