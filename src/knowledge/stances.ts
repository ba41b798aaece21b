import { STANCES, type Stance } from '../record/types.ts'
import { list, readTable } from './tsv.ts'

export type StanceForm = 'verb' | 'passive' | 'adjective' | 'noun' | 'judgment'

/** One way to take a stance; see the head of `stances.tsv`. */
export interface StanceRow {
  word: string
  form: StanceForm
  links: string[]
  inner: 'own' | 'other' | 'any' | null
  /** null: the stance is that of the verb inside. */
  stance: Stance | null
}

export interface Stances {
  of(form: StanceForm, word: string): readonly StanceRow[]
}

export function isStance(cell: string): boolean {
  return STANCES.some(known => known === cell)
}

export function loadStances(): Stances {
  const rows = new Map<string, StanceRow[]>()
  for (const row of readTable('stances')) {
    const entry: StanceRow = {
      word: row.word ?? '',
      form: formOf(row.form ?? ''),
      links: list(row.link),
      inner: row.inner === 'own' || row.inner === 'other' || row.inner === 'any' ? row.inner : null,
      stance: STANCES.find(stance => stance === row.stance) ?? null,
    }
    const key = `${entry.form}:${entry.word}`
    rows.set(key, [...(rows.get(key) ?? []), entry])
  }
  return { of: (form, word) => rows.get(`${form}:${word}`) ?? [] }
}

function formOf(cell: string): StanceForm {
  for (const form of ['passive', 'adjective', 'noun', 'judgment'] as const) if (cell === form) return form
  return 'verb'
}
