/** The event that someone means who gives its id, the beginning of it, or an id that it had. */
import { EntenteError } from '../../record/errors.ts'
import type { Event } from '../../record/types.ts'

export function eventNamed(id: string, events: readonly Event[]): Event {
  const exact = events.filter(it => it.id === id || it.formerIds.includes(id))
  const found = exact.length > 0 ? exact : events.filter(it => id.length >= 4 && it.id.startsWith(id))
  const [only] = found
  if (only === undefined)
    throw new EntenteError(
      'E_NOT_FOUND',
      `no event in this dossier has the id ${id}; \`entente timeline\` lists them`,
    )
  if (found.length > 1)
    throw new EntenteError('E_NOT_FOUND', `${id} begins several ids: ${found.map(it => it.id).join(', ')}`)
  return only
}
