/** Whose claims a map is drawn from: an actor's, an author's or an outlet's. */
import type { Actor, Driver } from '../../record/types.ts'
import type { View } from '../view.ts'

/** What of a driver this voice claims: the documents in which it does; none where it does not claim it. */
export type Voice = (driver: Driver) => ReadonlySet<string>

/**
 * `name`: an actor's id, a state's code or part of a name. What an actor says is claimed by it, and a state speaks
 * through all its officials; what documents claim themselves is claimed by their authors and by their outlet. Null
 * where the record knows nobody of this name.
 */
export function voiceOf(view: View, name: string): Voice | null {
  const words = name.toLowerCase()
  const speakers = new Set<string>()
  for (const actor of view.actors.values()) if (isCalled(actor, name, words)) speakers.add(actor.id)
  const written = new Set<string>()
  for (const { id, outlet, authors } of view.documents.values())
    if ([outlet ?? '', ...authors].some(it => it.toLowerCase().includes(words))) written.add(id)
  if (speakers.size === 0 && written.size === 0) return null
  return ({ claimedBy, evidence }) => {
    const documents = evidence.map(({ document }) => document)
    if (claimedBy !== null) return new Set(speakers.has(claimedBy) ? documents : [])
    return new Set(documents.filter(id => written.has(id)))
  }
}

function isCalled(actor: Actor, name: string, words: string): boolean {
  return (
    actor.id === name ||
    actor.name.toLowerCase().includes(words) ||
    actor.aliases.some(alias => alias.toLowerCase() === words) ||
    (actor.state !== null && actor.state === name.toUpperCase())
  )
}
