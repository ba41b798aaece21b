/** One index a matter, an outlet, or a kind of outlet: the events and the sources that each is drawn from. */
import type { Event } from '../../record/types.ts'
import type { View } from '../view.ts'
import { outletOf, type SourceFilter } from './sources.ts'

export const GROUPINGS = ['issue', 'outlet', 'kind'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface Group {
  name: string
  events: readonly Event[]
  sources: SourceFilter
}

/** In code-point order; null: one group of everything, without a name. */
export function groupsOf(per: Grouping | null, events: readonly Event[], view: View): Group[] {
  if (per === null) return [{ name: '', events, sources: {} }]
  if (per === 'issue') {
    return distinct(events.flatMap(event => event.issues)).map(issue => ({
      name: issue,
      events: events.filter(event => event.issues.includes(issue)),
      sources: {},
    }))
  }
  const heads = [...view.documents.values()]
  const names = heads.map(head => (per === 'outlet' ? head.outlet : (outletOf(head)?.kind ?? null)))
  return distinct(names.filter(name => name !== null)).map(name => ({
    name,
    events,
    sources: { only: [name] },
  }))
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort()
