import { readTable } from './tsv.ts'

/** What a family is thought of before it was ever counted, and how many counts that is worth. */
const PRIOR = 0.9
const WEIGHT = 5

function readConfidences(): ReadonlyMap<string, number> {
  return new Map(
    readTable('time-families').map(({ family = '', right, found }) => {
      const share = (Number(right) + PRIOR * WEIGHT) / (Number(found) + WEIGHT)
      return [family, Math.round(share * 100) / 100]
    }),
  )
}

let loaded: ReadonlyMap<string, number> | null = null

/** How likely a time of the family has the right value; loaded once a process. */
export function timeConfidence(family: string): number {
  loaded ??= readConfidences()
  return loaded.get(family) ?? PRIOR
}
