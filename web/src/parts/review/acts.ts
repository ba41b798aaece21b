/** What can be said of a fact, each with its key; what needs more than a key opens a form. */
import type { AnyFact } from '../../api.ts'

export const ACTS = [
  ['accept', 'a'],
  ['reject', 'x'],
  ['correct', 'c'],
  ['merge', 'm'],
  ['split', 's'],
  ['tag', 't'],
  ['note', 'n'],
] as const

export type FormName = Exclude<(typeof ACTS)[number][0], 'accept' | 'reject'>

/** Events alone are merged, and only what rests on several passages can be split. */
export function fits(name: (typeof ACTS)[number][0], { kind, fact }: AnyFact): boolean {
  if (name === 'merge') return kind === 'event'
  return name !== 'split' || (kind === 'event' && fact.evidence.length > 1)
}
