/** Who holds an office: by what the document says, else by what was known at its date. */
import type { Entity } from '../types.ts'
import type { Discourse } from './discourse.ts'
import type { Registry } from './registry.ts'

/** Titles of the table of people that a title in a text may mean. */
const OFFICES: { readonly [title: string]: readonly string[] } = {
  president: ['President'],
  'prime minister': ['Prime Minister', 'Taoiseach'],
  premier: ['Premier', 'Prime Minister'],
  chancellor: ['Chancellor'],
  emperor: ['Emperor'],
  king: ['King'],
  queen: ['Queen'],
  pope: ['Pope'],
  'supreme leader': ['Supreme Leader'],
  'foreign minister': ['Foreign Minister', 'Foreign Secretary', 'Secretary of State'],
  'foreign secretary': ['Foreign Secretary'],
  'secretary of state': ['Secretary of State'],
  'defense minister': ['Defense Minister', 'Defence Secretary', 'Secretary of Defense'],
  'defence minister': ['Defense Minister', 'Defence Secretary', 'Secretary of Defense'],
  'defense secretary': ['Secretary of Defense', 'Defence Secretary'],
  'defence secretary': ['Defence Secretary'],
  'chief cabinet secretary': ['Chief Cabinet Secretary'],
  'vice president': ['Vice President'],
  'national security adviser': ['National Security Adviser'],
  'unification minister': ['Unification Minister'],
  'treasury secretary': ['Treasury Secretary'],
  'trade minister': ['Trade Minister'],
}

const FORMER = /^(?:former|ex|late|then|ousted|future|next|previous|vice|deputy)\b/i

export class Offices {
  readonly #registry: Registry
  readonly #discourse: Discourse
  readonly #date: string | null
  /** What was found already, by entity and title: documents repeat themselves. */
  readonly #has = new Map<string, boolean>()

  constructor(registry: Registry, discourse: Discourse, date: string | null) {
    this.#registry = registry
    this.#discourse = discourse
    this.#date = date
  }

  /** "Japan’s prime minister": the holder whom the document named last, else the one in office at its date. */
  holder(state: string, title: string, phrase: string): Entity | undefined {
    const named = this.#discourse.last(
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      mention => mention.entity.state === state && this.has(mention.entity, title),
    )
    if (named !== undefined) return named.entity
    if (this.#date === null) return undefined
    for (const office of this.#officesOf(state, title)) {
      const [person] = this.#registry.knowledge.people.holders(state, office, this.#date)
      if (person !== undefined)
        return this.#registry.person(person.name, { known: true, partial: false, state }, phrase)
    }
    return undefined
  }

  has(entity: Entity, title: string): boolean {
    if (entity.type !== 'person') return false
    const key = `${entity.key}|${entity.roles.length}|${title}`
    let has = this.#has.get(key)
    if (has === undefined) {
      has = this.#read(entity, title)
      this.#has.set(key, has)
    }
    return has
  }

  isLeader(entity: Entity): boolean {
    return this.has(entity, 'leader')
  }

  isMinister(entity: Entity): boolean {
    const { titles } = this.#registry.knowledge
    return (
      entity.known ||
      entity.roles.some(role => /^(?:minister|vice-minister|leader)$/.test(titles.levelOf(role.title) ?? ''))
    )
  }

  #read(entity: Entity, title: string): boolean {
    const { titles, people } = this.#registry.knowledge
    const roles = entity.roles.filter(role => !FORMER.test(role.title)).map(role => role.title.toLowerCase())
    if (roles.some(role => role.endsWith(title))) return true
    if (title === 'leader' && roles.some(role => titles.levelOf(role) === 'leader')) return true
    const { state } = entity
    const date = this.#date
    if (!entity.known || state === null) return false
    const offices = this.#officesOf(state, title)
    if (date !== null) {
      return offices.some(office =>
        people.holders(state, office, date).some(person => person.names.includes(entity.name)),
      )
    }
    return people
      .byName(entity.name)
      .some(person => person.offices.some(office => offices.includes(office.title)))
  }

  #officesOf(state: string, title: string): readonly string[] {
    if (title !== 'leader') return OFFICES[title] ?? []
    const leads = this.#registry.knowledge.states.get(state)?.leader ?? 'President'
    return leads === 'President' ? ['President'] : [leads]
  }
}
