import { list, readTable } from './tsv.ts'

/** Kinds of happenings and states that are told as causes or effects: "harm", "protest", "feeling"; null: of none. */
export interface CausalClasses {
  verb(lemma: string): string | null
  /** Of a head noun, or of it with the word before it: "hunger strike". */
  noun(lemma: string, before: string | null): string | null
  adjective(word: string): string | null
}

export function loadCausalClasses(): CausalClasses {
  const verbs = new Map<string, string>()
  const nouns = new Map<string, string>()
  const adjectives = new Map<string, string>()
  /** Heads of the nouns of two words: only before these is the word before looked at. */
  const heads = new Set<string>()
  for (const row of readTable('causal-classes')) {
    const name = row.class ?? ''
    const add = (words: Map<string, string>, cell: string | undefined) => {
      for (const word of list(cell)) if (!words.has(word)) words.set(word, name)
    }
    add(verbs, row.verbs)
    add(nouns, row.nouns)
    add(adjectives, row.adjectives)
  }
  for (const noun of nouns.keys()) {
    const [, second] = noun.split(' ')
    if (second !== undefined) heads.add(second)
  }
  return {
    verb: lemma => verbs.get(lemma) ?? null,
    noun: (lemma, before) =>
      (before !== null && heads.has(lemma) ? nouns.get(`${before} ${lemma}`) : undefined) ??
      nouns.get(lemma) ??
      null,
    adjective: word => adjectives.get(word) ?? null,
  }
}
