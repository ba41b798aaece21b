/** Events as marks, and the names of what they stand in. */
import type { Event } from '../record/types.ts'
import type { Mark } from './lanes.ts'
import type { Library } from './library.ts'

export function markOf(event: Event, { documents }: Library): Mark {
  const { id, title, type, quad, intensity, status, date, source, target, states, issues, evidence } = event
  const outlets = [...new Set(evidence.flatMap(({ document }) => documents.get(document)?.outlet ?? []))]
  const actors = [...new Set([...source, ...target])]
  return { id, title, type, quad, intensity, status, date, states, issues, actors, outlets }
}

export function namesOf(marks: readonly Mark[], shelf: Library) {
  const actors = new Map<string, string>()
  for (const mark of marks) for (const id of mark.actors) actors.set(id, shelf.actors.get(id)?.name ?? id)
  const issues = shelf.list('issue').map(({ id, name }): [string, string] => [id, name])
  return { actors: Object.fromEntries(actors), issues: Object.fromEntries(issues) }
}
