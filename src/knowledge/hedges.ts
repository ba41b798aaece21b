import { readTable } from './tsv.ts'

export type HedgeForm = 'modal' | 'adjective' | 'verb' | 'adverb' | 'noun' | 'size'

export interface Hedge {
  word: string
  /** What readers take the word to mean, 0–1. */
  probability: number
  /** The word alone makes its clause a forecast. */
  own: boolean
}

export interface Hedges {
  of(form: HedgeForm, word: string): Hedge | null
  readonly all: readonly Hedge[]
}

export function loadHedges(): Hedges {
  const hedges = new Map<string, Hedge>()
  for (const row of readTable('hedges')) {
    const word = row.word ?? ''
    hedges.set(`${row.form}:${word}`, {
      word,
      probability: Number(row.probability),
      own: row.own === 'yes',
    })
  }
  return { of: (form, word) => hedges.get(`${form}:${word}`) ?? null, all: [...hedges.values()] }
}
