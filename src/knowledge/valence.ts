import { readTable } from './tsv.ts'

/** Whether a word says that there is more or less of what it stands with. */
export interface Valence {
  of(word: string, pos: 'v' | 'n' | 'a'): 1 | -1 | null
}

export function loadValence(): Valence {
  const directions = new Map(
    readTable('valence').map(row => [`${row.pos}:${row.word}`, row.direction === '-1' ? -1 : 1] as const),
  )
  return { of: (word, pos) => directions.get(`${pos}:${word}`) ?? null }
}
