/** The document's actors by key; every way of naming one leads to the same object. */
import type { Knowledge } from '../../knowledge/index.ts'
import { slug } from '../../record/ids.ts'
import type { ActorType } from '../../record/types.ts'
import type { Entity } from '../types.ts'

export class Registry {
  readonly entities = new Map<string, Entity>()
  readonly knowledge: Knowledge

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge
  }

  /** A state by its code; what followed the Soviet Union, Yugoslavia and the like stands for them. */
  state(iso3: string, alias?: string): Entity {
    const row = this.knowledge.states.get(iso3)
    const key = row?.kind === 'historical' && row.of !== null ? row.of : iso3
    const name = this.knowledge.states.get(key)?.name ?? key
    return this.#get(key, { type: 'state', name, state: key, known: true, partial: false }, alias)
  }

  person(
    name: string,
    options: { known: boolean; partial: boolean; state: string | null },
    alias?: string,
  ): Entity {
    return this.#get(`person/${slug(name)}`, { type: 'person', name, ...options }, alias)
  }

  /** A body of a state has the state in its key: `KOR/supreme-court`; others are `org/…`. */
  organization(name: string, type: ActorType, state: string | null, known: boolean, alias?: string): Entity {
    const own = state !== null && /^(?:government|court|military|party)$/.test(type)
    // "the Defence Ministry", in capitals and not
    const noun = own ? this.knowledge.actorNouns.get(name.toLowerCase()) : undefined
    if (noun?.isOne) return this.described(state, noun.key, type, name, true)
    const key = own ? `${state}/${slug(name)}` : `org/${slug(name)}`
    return this.#get(key, { type, name, state, known, partial: false }, alias)
  }

  /**
   * An actor that is only described: `JPN/companies`, `JPN/official`; without a state `some/analyst`. Where a state has
   * one of it, the description is as good as a name: `JPN/foreign-ministry`.
   */
  described(state: string | null, key: string, type: ActorType, phrase: string, isOne = false): Entity {
    const known = isOne && state !== null
    return this.#get(`${state ?? 'some'}/${key}`, { type, name: phrase, state, known, partial: true }, phrase)
  }

  addRole(entity: Entity, title: string, organization: string | null): void {
    const same = entity.roles.find(role => role.title.toLowerCase() === title.toLowerCase())
    if (same === undefined) entity.roles.push({ title, organization })
    else same.organization ??= organization
  }

  #get(key: string, fresh: Omit<Entity, 'key' | 'aliases' | 'roles'>, alias?: string): Entity {
    let entity = this.entities.get(key)
    if (entity === undefined) {
      entity = { key, aliases: [], roles: [], ...fresh }
      this.entities.set(key, entity)
    }
    entity.state ??= fresh.state
    if (alias !== undefined && !entity.aliases.includes(alias)) entity.aliases.push(alias)
    return entity
  }
}
