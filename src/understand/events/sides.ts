/** Which side of an event the noun behind a preposition is on. */
import type { Entity, NounGroup, Prepositional } from '../../text/types.ts'
import type { Reading } from './types.ts'

/** Prepositions of a noun that names a meeting or a deed, by the side that their noun is on. */
export const JOINT_PREPOSITIONS = new Set([
  'between',
  'among',
  'with',
  'of',
  'by',
  'from',
  'involving',
  'to',
  'alongside',
])
export const SOURCE_PREPOSITIONS = new Set(['by', 'of', 'from', 'between', 'among'])
export const TARGET_PREPOSITIONS = new Set([
  'to',
  'against',
  'on',
  'with',
  'from',
  'at',
  'for',
  'of',
  'over',
  'toward',
  'towards',
  'into',
  'upon',
  'by',
  'about',
  'between',
])
/** Of a thing that is acted on: "assets *of two firms*", "an agreement *with* Tokyo"; not where it lies. */
export const OWNER_PREPOSITIONS = new Set([
  'of',
  'with',
  'by',
  'from',
  'between',
  'among',
  'against',
  'to',
  'on',
  'for',
])

/** Where it takes place. */
export const PLACING = new Set(['in', 'at', 'near', 'into', 'across', 'off', 'through'])

const MOVES = new Set(
  'deployment dispatch sending mobilisation mobilization redeployment withdrawal evacuation'.split(' '),
)

/** "the deployment of *300 soldiers*": whoever is moved, and is nobody's by name, neither does it nor has it done to him. */
export function carried(
  group: NounGroup,
  { preposition }: Prepositional,
  actors: readonly Entity[],
): readonly Entity[] {
  if (preposition !== 'of' || !MOVES.has(group.lemma)) return actors
  return actors.filter(it => it.state !== null || it.known)
}

/** "sent soldiers *on a peacekeeping mission*": what they are sent on is nobody's side. */
export function tells({ preposition, object }: Prepositional): boolean {
  // "reduced relations *to the level of chargés d'affaires*"
  if (preposition === 'to' && /^(?:level|rank|status)$/.test(object?.lemma ?? '')) return true
  return preposition === 'on' && /^(?:mission|patrol|tour|visit|operation)$/.test(object?.lemma ?? '')
}

const SENDS = /^(?:send|deploy|dispatch|despatch|contribute|station|post|detach|fly|move|commit)(?:-|$)/

/** "sent *200 soldiers* to Mali": whoever is sent and is nobody's by name is no side, where it says to whom. */
export function withoutMoved(reading: Reading, sides: Entity[]): Entity[] {
  if (reading.type !== 'AID' && reading.type !== 'MOBILIZE') return sides
  if (!SENDS.test(reading.head) && !MOVES.has(reading.roles.patient?.lemma ?? '')) return sides
  const named = sides.filter(it => it.state !== null || it.known)
  return named.some(it => it.state !== null) ? named : sides
}

/** "travelled to Rabat *with nine ministers*": who is only described is no side beside one that is named. */
export function withoutCompany(sides: readonly Entity[]): Entity[] {
  const named = sides.filter(it => it.state !== null || !it.key.startsWith('some/'))
  return named.length > 0 ? named : [...sides]
}

/** "withdrew *Peru's ambassador* to Mexico": Peru's own envoys are no side where another state is. */
export function withoutOwnEnvoys(source: readonly Entity[], sides: Entity[]): Entity[] {
  const own = new Set(source.map(it => it.state))
  if (sides.every(it => it.state === null || own.has(it.state))) return sides
  return sides.filter(it => it.state === null || !own.has(it.state) || !it.key.endsWith('/diplomat'))
}

/** How many states they are of. */
export function statesOf(actors: readonly Entity[]): number {
  return new Set(actors.map(it => it.state).filter(state => state !== null)).size
}

export function unique(actors: readonly Entity[]): Entity[] {
  const seen = new Set<string>()
  return actors.filter(actor => {
    if (seen.has(actor.key)) return false
    seen.add(actor.key)
    return true
  })
}

/** Those that a reader would name: no "officials" beside their state, no state beside its president. */
export function meaningful(actors: readonly Entity[]): Entity[] {
  const all = unique(actors)
  const named = all.filter(it => !it.key.startsWith('some/'))
  const kept = statesOf(named) > 1 ? named : all
  const people = new Set(kept.filter(it => it.type === 'person').map(it => it.state))
  return statesOf(kept) > 1
    ? kept.filter(it => (it.type !== 'state' && it.state !== null) || !people.has(it.state))
    : kept
}

export function split(
  source: readonly Entity[],
  target: readonly Entity[],
  joint: boolean,
): { source: Entity[]; target: Entity[] } {
  if (joint) return { source: unique([...source, ...target]), target: [] }
  const keys = new Set(source.map(it => it.key))
  return { source: [...source], target: target.filter(it => !keys.has(it.key)) }
}
