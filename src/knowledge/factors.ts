import { list, readTable } from './tsv.ts'

export interface FactorRow {
  id: string
  name: string
  /** The factor belongs to an actor: its id is crossed with the state, `threat:PRK`. */
  ofActor: boolean
}

export interface Factors {
  all: readonly FactorRow[]
  /** The factor that words point to: the longest term wins, then the later one; null for none. `lemmas` in order, lower case. */
  match(lemmas: readonly string[]): { factor: FactorRow; term: string } | null
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
    }
    all.push(factor)
    for (const term of list(row.terms)) index(strong, term, factor)
    for (const term of list(row.weak)) index(weak, term, factor)
  }
  return { all, match: lemmas => longest(strong, lemmas) ?? longest(weak, lemmas) }
}

function index(table: Map<string, Entry[]>, term: string, factor: FactorRow): void {
  const words = term.split(' ')
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
): { factor: FactorRow; term: string } | null {
  const fitting = lemmas.flatMap((lemma, i) =>
    (byFirst.get(lemma) ?? []).filter(entry => entry.words.every((word, k) => lemmas[i + k] === word)),
  )
  let best: Entry | undefined
  for (const entry of fitting) if (best === undefined || entry.words.length >= best.words.length) best = entry
  return best === undefined ? null : { factor: best.factor, term: best.words.join(' ') }
}
