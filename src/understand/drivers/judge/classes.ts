/** What each word of a sentence is, for a judge of causes: "killed" is harm, "protest" is protest, "Lima" is a name. */
import type { CausalClasses } from '../../../knowledge/causal-classes.ts'
import type { Sentence, Token } from '../../../text/types.ts'

/** `v`, `n`, `name`, `num`, `pron`: a word of no class, by its part of speech; null: a word that stands for nothing. */
export type WordClass = string | null

export function classesOf(sentence: Sentence, known: CausalClasses): WordClass[] {
  const { tokens } = sentence
  return tokens.map((token, i) => classOf(token, tokens[i - 1], known))
}

function classOf(token: Token, before: Token | undefined, known: CausalClasses): WordClass {
  switch (token.pos) {
    case 'VERB':
      return known.verb(token.lemma) ?? known.adjective(token.lower) ?? 'v'
    case 'NOUN':
      return known.noun(token.lemma, before?.lower ?? null) ?? 'n'
    case 'PROPN':
      return named(token.lower, before?.lower ?? null, known) ?? 'name'
    case 'ADJ':
      return known.adjective(token.lower) ?? (token.form === null ? null : known.verb(token.lemma))
    case 'NUM':
      return 'num'
    case 'PRON':
      return 'pron'
    default:
      return null
  }
}

/** Headlines, damaged pages and first words have capitals that name nobody: "Protests Over Dam", "Rebels came". */
function named(word: string, before: string | null, known: CausalClasses): WordClass {
  return known.noun(word, before) ?? (word.endsWith('s') ? known.noun(word.slice(0, -1), before) : null)
}

/** What a word of no class is. */
const PLAIN = new Set(['v', 'n', 'name', 'num', 'pron'])

/** Those who act, and where and when: they are there, and nothing comes of that. */
const STANDING = new Set(['people', 'force', 'rebel', 'power', 'firm', 'union', 'place', 'moment'])

/** Does the class say more than the part of speech? */
export function isTelling(name: WordClass): name is string {
  return name !== null && !PLAIN.has(name)
}

/** Something that happens or is felt. */
export function isHappening(name: WordClass): boolean {
  return isTelling(name) && !STANDING.has(name)
}

const REACH = 5

/** What a verb or preposition has behind it: the class of the first whole noun; null where the phrase ends before one. */
export function objectAt(sentence: Sentence, classes: readonly WordClass[], first: number): WordClass {
  const { tokens } = sentence
  let last: WordClass = null
  for (let i = first; i <= first + REACH; i++) {
    const token = tokens[i]
    if (token === undefined) return last
    const next = tokens[i + 1]?.pos
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      last = classes[i] ?? 'n'
      if (next !== 'NOUN' && next !== 'PROPN') return last
    } else if (token.pos === 'NUM') {
      if (next !== 'NOUN' && next !== 'ADJ' && next !== 'ADP') return 'num'
    } else if (token.pos === 'PRON') return 'pron'
    else if (token.pos === 'VERB') return last ?? classes[i] ?? null
    else if (token.pos === 'PUNCT' || token.pos === 'ADP' || token.pos === 'SCONJ') return last
  }
  return last
}
