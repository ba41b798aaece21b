import type { Stance } from '../record/types.ts'
import { readTable } from './tsv.ts'

/** How near two are who hold these stances on one matter: 1 at one, -1 opposed, 0 nothing follows. */
export interface StanceAffinity {
  of(a: Stance, b: Stance): number
}

export function loadStanceAffinity(): StanceAffinity {
  const known = new Map<string, number>()
  for (const { a = '', b = '', affinity } of readTable('stance-affinity')) {
    known.set(`${a} ${b}`, Number(affinity))
    known.set(`${b} ${a}`, Number(affinity))
  }
  return { of: (a, b) => known.get(`${a} ${b}`) ?? 0 }
}
