import { list, readTable } from './tsv.ts'

export interface FactorRow {
  id: string
  name: string
  /** The factor belongs to an actor: its id is crossed with the state, `threat:PRK`. */
  ofActor: boolean
  /** What more of it means, and so what a sign says. */
  more: string
  /** The factor that is less where this one is more: a map holds both as that one. */
  opposite: string | null
  /** An ill: to mend it is to lessen it. */
  ill: boolean
}

export interface Factors {
  all: readonly FactorRow[]
  /** By its id, with or without what it is crossed with: `threat:PRK` is a `threat`. */
  byId(id: string): FactorRow | null
  /**
   * The factor that words point to: the longest term wins, then the later one; null for none. `lemmas` in order, lower
   * case; `forms`: the same words as they stand, where terms may have them so ("arms sale").
   */
  match(lemmas: readonly string[], forms?: readonly string[]): FactorMatch | null
}

export interface FactorMatch {
  factor: FactorRow
  term: string
  /** The term points to it only where nothing else does. */
  weak: boolean
}

export function loadFactors(): Factors {
  const all: FactorRow[] = []
  const strong = new Map<string, Entry[]>()
  const weak = new Map<string, Entry[]>()
  for (const row of readTable('factors')) {
    const factor: FactorRow = {
      id: row.id ?? '',
      name: row.name ?? '',
      ofActor: row.actor === 'yes',
      more: row.more ?? '',
      opposite: row.opposite ? row.opposite : null,
      ill: row.ill === 'yes',
    }
    all.push(factor)
    for (const term of list(row.terms)) index(strong, term, factor)
    for (const term of list(row.weak)) index(weak, term, factor)
  }
  const ids = new Map(all.map(factor => [factor.id, factor]))
  return {
    all,
    byId: id => ids.get(id.split(':', 1)[0] ?? id) ?? null,
    match: (lemmas, forms = lemmas) =>
      longest(strong, lemmas, forms, false) ?? longest(weak, lemmas, forms, true),
  }
}

function index(table: Map<string, Entry[]>, term: string, factor: FactorRow): void {
  // Neither the terms nor the text that they are held against have articles.
  const words = term.split(' ').filter(word => !/^(the|a|an)$/.test(word))
  const first = words[0] ?? ''
  table.set(first, [...(table.get(first) ?? []), { words, factor }])
}

interface Entry {
  words: string[]
  factor: FactorRow
}

function longest(
  byFirst: Map<string, Entry[]>,
  lemmas: readonly string[],
  forms: readonly string[],
  isWeak: boolean,
): FactorMatch | null {
  let best: Entry | undefined
  for (const [i, lemma] of lemmas.entries()) {
    const form = forms[i] ?? lemma
    const byForm = form === lemma ? [] : (byFirst.get(form) ?? [])
    for (const entry of [...(byFirst.get(lemma) ?? []), ...byForm]) {
      if (best !== undefined && entry.words.length < best.words.length) continue
      if (entry.words.every((word, k) => lemmas[i + k] === word || forms[i + k] === word)) best = entry
    }
  }
  return best === undefined ? null : { factor: best.factor, term: best.words.join(' '), weak: isWeak }
}
