import type { Level } from '../record/types.ts'
import { readTable } from './tsv.ts'

/** What a contact weighs by the level of those who act, 0 to 1; an event without a level weighs as `other`. */
export interface ContactLevels {
  weight(level: Level | null): number
}

export function loadContactLevels(): ContactLevels {
  const weights = new Map(readTable('contact-levels').map(row => [row.level ?? '', Number(row.weight)]))
  const other = weights.get('other') ?? 1
  return { weight: level => weights.get(level ?? 'other') ?? other }
}
