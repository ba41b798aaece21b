import type { Correction } from '../record/corrections.ts'

/** What became of a correction. `lost`: nothing in the record can be meant by it, or its value no longer fits. */
export interface Fate {
  correction: Correction
  /** Id of the fact that it speaks of today. */
  fact: string | null
  state: 'applied' | 'lost' | 'withdrawn'
}
