/** Actors of the record, those that facts refer to and all people. */
import type { Knowledge } from '../../knowledge/index.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Actor, Role } from '../../record/types.ts'
import { commonest, sorted } from '../lists.ts'
import type { Actors, Merged } from './index.ts'
import { isProperName } from './names.ts'

/** The name that most documents give in full; a part of a name or a description only where there is nothing else. */
function nameOf({ nodes }: Merged): string {
  const known = nodes.filter(({ actor }) => actor.known)
  const full = nodes.filter(({ actor }) => !actor.partial && isProperName(actor.name))
  const best = known.length > 0 ? known : full.length > 0 ? full : nodes
  return commonest(best.map(({ actor }) => actor.name)) ?? ''
}

/** When a known person held the office that a document names. */
function term(name: string, title: string, knowledge: Knowledge): { from: string | null; to: string | null } {
  const offices = knowledge.people.byName(name).flatMap(person => person.offices)
  const office = offices.find(it => it.title.toLowerCase() === title.toLowerCase())
  return { from: office?.from || null, to: office?.to || null }
}

function rolesOf({ nodes }: Merged, name: string, knowledge: Knowledge): Role[] {
  const roles = new Map<string, Role>()
  for (const { actor } of nodes) {
    for (const { title, organization } of actor.roles) {
      const key = `${title.toLowerCase()} ${organization?.toLowerCase() ?? ''}`
      if (!roles.has(key)) roles.set(key, { title, organization, ...term(name, title, knowledge) })
    }
  }
  return [...roles].sort(([a], [b]) => byCodePoint(a, b)).map(([, role]) => role)
}

function actorOf(merged: Merged, knowledge: Knowledge): Actor {
  const name = nameOf(merged)
  const known = merged.nodes.find(({ actor }) => actor.known) ?? merged.nodes[0]
  const type = known?.actor.type ?? 'other'
  const aliases = merged.nodes.flatMap(({ actor }) => [actor.name, ...actor.aliases])
  // "The leaders" were two persons, and is the name of neither.
  const isAlias = (alias: string) => alias !== name && (type !== 'person' || isProperName(alias))
  return {
    id: merged.id,
    type,
    name,
    aliases: sorted(aliases).filter(isAlias),
    state: merged.state,
    roles: rolesOf(merged, known?.actor.known ? name : '', knowledge),
  }
}

/** A state that facts name though no document has it as an actor of its own. */
function stateOf(id: string, knowledge: Knowledge): Actor | null {
  const state = knowledge.states.get(id)
  if (state === undefined) return null
  return { id, type: 'state', name: state.name, aliases: [], state: id, roles: [] }
}

export function recordActors(actors: Actors, referred: ReadonlySet<string>, knowledge: Knowledge): Actor[] {
  const kept = actors.all.filter(
    ({ id, nodes }) => referred.has(id) || nodes.some(it => it.actor.type === 'person'),
  )
  const there = new Set(kept.map(({ id }) => id))
  const added = [...referred].flatMap(id => (there.has(id) ? [] : (stateOf(id, knowledge) ?? [])))
  return [...kept.map(it => actorOf(it, knowledge)), ...added].sort((a, b) => byCodePoint(a.id, b.id))
}
