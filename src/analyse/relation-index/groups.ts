/** One index a matter, an outlet, or a kind of outlet: the events and the sources that each is drawn from. */
import type { Event } from '../../record/types.ts'
import type { View } from '../view.ts'
import { type Grades, outletOf } from './sources.ts'

export const GROUPINGS = ['issue', 'outlet', 'kind'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface Group {
  name: string
  events: readonly Event[]
  grades: Grades
}

/** In code-point order; null: one group of everything, without a name. */
export function groupsOf(
  per: Grouping | null,
  events: readonly Event[],
  view: View,
  grades: Grades,
): Group[] {
  if (per === null) return [{ name: '', events, grades }]
  if (per === 'issue') {
    return distinct(events.flatMap(event => event.issues)).map(issue => ({
      name: issue,
      events: events.filter(event => event.issues.includes(issue)),
      grades,
    }))
  }
  const byName = new Map<string, Map<string, number>>()
  for (const [id, grade] of grades) {
    const head = view.documents.get(id)
    const name = head === undefined ? null : per === 'outlet' ? head.outlet : (outletOf(head)?.kind ?? null)
    if (name === null) continue
    const own = byName.get(name) ?? new Map<string, number>()
    byName.set(name, own.set(id, grade))
  }
  return distinct([...byName.keys()]).map(name => ({ name, events, grades: byName.get(name) ?? grades }))
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort()
