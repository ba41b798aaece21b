import { readTable } from './tsv.ts'

/** Which way a word makes its clause look, and how: see `data/outlooks.tsv`. */
export type Outlook =
  | 'modal'
  | 'plan'
  | 'carry-on'
  | 'appoint'
  | 'condition'
  | 'report'
  | 'timetable'
  | 'pending'
  | 'upcoming'
  | 'appointed'
  | 'put-off'
  | 'allow'
  | 'foresee'

let loaded: Map<string, Set<string>> | null = null

function readOutlooks(): Map<string, Set<string>> {
  const outlooks = new Map<string, Set<string>>()
  for (const { word = '', outlook = '' } of readTable('outlooks')) {
    const words = outlooks.get(outlook) ?? new Set()
    outlooks.set(outlook, words.add(word))
  }
  return outlooks
}

/** Whether the word has that outlook; verbs by their lemma. The table is read once a process. */
export function looks(outlook: Outlook, word: string): boolean {
  loaded ??= readOutlooks()
  return loaded.get(outlook)?.has(word) ?? false
}
