/** Names of persons to chains: "Yoon", "President Yoon", "Yoon Suk Yeol" are one, in this document at this date. */
import type { Knowledge } from '../../knowledge/index.ts'
import { held, type Person } from '../../knowledge/people.ts'
import type { Entity, Name } from '../types.ts'
import type { Registry } from './registry.ts'

export interface Chains {
  entityOf(name: Name): Entity | undefined
  /** The row of knowledge behind an entity. */
  knownAs(entity: Entity): Person | undefined
}

/** `date`: the document's, `YYYY-MM-DD`; null where it has none. `states`: those that the document names. */
export function chainPersons(
  names: readonly Name[],
  registry: Registry,
  states: ReadonlySet<string>,
  date: string | null,
): Chains {
  const persons = names.filter(name => name.type === 'person')
  const known = new Map<string, Person>()
  const byName = new Map<Name, Entity>()
  const families = new Map<string, { entity: Entity; at: number }[]>()
  const tails = tailsOf(persons)
  for (const name of persons) {
    if (!isFull(name) || tails.has(name.text)) continue
    const entity = full(name, registry, known, states, date)
    byName.set(name, entity)
    for (const family of shortForms(name.text, known.get(entity.key), registry.knowledge))
      remember(families, family, entity, name.start)
  }
  for (const name of persons) {
    if (byName.has(name)) continue
    const entity =
      crowned(name, registry, known, states, date) ??
      inChain(families, name) ??
      short(name, registry, known, states, date)
    byName.set(name, entity)
    if (!entity.aliases.includes(name.text)) entity.aliases.push(name.text)
    remember(families, name.text, entity, name.start)
  }
  return { entityOf: name => byName.get(name), knownAs: entity => known.get(entity.key) }
}

function isFull(name: Name): boolean {
  return /[\s\u00a0]/.test(name.text)
}

/** "Lopez Obrador" where "Andres Manuel Lopez Obrador" is named as well: a surname of two words is no name of its own. */
function tailsOf(names: readonly Name[]): Set<string> {
  const tails = new Set<string>()
  for (const { text } of names) {
    const words = text.split(/\s+/)
    for (let i = 1; i <= words.length - 2; i++) tails.add(words.slice(i).join(' '))
  }
  return tails
}

function full(
  name: Name,
  registry: Registry,
  known: Map<string, Person>,
  states: ReadonlySet<string>,
  date: string | null,
): Entity {
  const text = name.text.replace(/\s+/g, ' ')
  const person = best(registry.knowledge.people.byName(text), states, date)
  if (person === undefined) return registry.person(text, { known: false, partial: false, state: null }, text)
  const entity = registry.person(person.name, { known: true, partial: false, state: person.state }, text)
  // The fullest name as this document writes it, the key as everywhere.
  if (entity.aliases.length === 1) entity.name = text
  known.set(entity.key, person)
  return entity
}

/** A surname alone: a leader of the time whose state the document names, or somebody unknown. */
function short(
  name: Name,
  registry: Registry,
  known: Map<string, Person>,
  states: ReadonlySet<string>,
  date: string | null,
): Entity {
  const candidates = registry.knowledge.people
    .byFamily(name.text)
    .filter(
      person =>
        person.state === null || states.has(person.state) || leadsNow(person, date, registry.knowledge),
    )
    .filter(person => nearOffice(person, date) >= 0)
  const person = best(candidates, states, date)
  if (person === undefined)
    return registry.person(name.text, { known: false, partial: true, state: null }, name.text)
  const entity = registry.person(person.name, { known: true, partial: false, state: person.state }, name.text)
  known.set(entity.key, person)
  return entity
}

/** "King Salman" beside "Mohammed bin Salman": who is known by one name and bears the title is nobody's short form. */
function crowned(
  name: Name,
  registry: Registry,
  known: Map<string, Person>,
  states: ReadonlySet<string>,
  date: string | null,
): Entity | undefined {
  const title = name.title?.toLowerCase() ?? ''
  const bearers = registry.knowledge.people
    .byName(name.text)
    .filter(({ offices }) => offices.some(office => title.endsWith(office.title.toLowerCase())))
  const person = title === '' ? undefined : best(bearers, states, date)
  if (person === undefined) return undefined
  const entity = registry.person(person.name, { known: true, partial: false, state: person.state }, name.text)
  known.set(entity.key, person)
  return entity
}

/** In office at the date before out of office, the nearer office first; a named state counts more. */
function best(
  people: readonly Person[],
  states: ReadonlySet<string>,
  date: string | null,
): Person | undefined {
  let found: Person | undefined
  let top = -1
  for (const person of people) {
    const score = nearOffice(person, date) + (person.state !== null && states.has(person.state) ? 100 : 0)
    if (score > top) {
      top = score
      found = person
    }
  }
  return found
}

/** 90 in office as leader, 80 in another office, less with the years since or before; -1 too far away. */
function nearOffice(person: Person, date: string | null): number {
  let top = -1
  for (const office of person.offices) {
    const leads = /^(?:President|Prime Minister|Chancellor|King|Emperor|Supreme Leader|Premier)$/.test(
      office.title,
    )
    if (date === null) {
      // Without a date the latest holder is the likeliest.
      top = Math.max(top, Number(office.from.slice(0, 4)) / 50 + (leads ? 10 : 0))
      continue
    }
    const year = Number(date.slice(0, 4))
    const since = year - Number((office.to || date).slice(0, 4))
    const until = Number((office.from || date).slice(0, 4)) - year
    const away = Math.max(since, until, 0)
    if (held(office, date)) top = Math.max(top, leads ? 90 : 80)
    else if (away <= 12) top = Math.max(top, (leads ? 70 : 55) - away * 4)
  }
  return top
}

/** A leader in office whose family name is rare needs no state beside it: "Merkel", "Erdoğan"; but "Brown", "Lee". */
function leadsNow(person: Person, date: string | null, knowledge: Knowledge): boolean {
  const common = knowledge.givenNames
    .familyOf(person.family)
    .some(each => /^(?:english|korean|chinese|vietnamese|indian|african|arabic)/.test(each))
  return (
    date !== null && !common && !knowledge.givenNames.isGiven(person.family) && nearOffice(person, date) >= 90
  )
}

/** By what short forms a text goes on to name the person. */
export function shortForms(text: string, person: Person | undefined, knowledge: Knowledge): string[] {
  const words = text.split(/\s+/).filter(word => !/^(?:Jr|Sr|Jnr)\.?$|^I{2,3}$|^IV$/.test(word))
  const first = words[0] ?? ''
  const last = words[words.length - 1] ?? ''
  const forms = new Set<string>()
  if (person !== undefined) forms.add(person.family)
  const eastern = knowledge.givenNames.familyOf(first).some(each => /korean|chinese|vietnamese/.test(each))
  if (eastern && (words[1]?.includes('-') || !knowledge.givenNames.isGiven(first) || words.length === 3))
    forms.add(first)
  else {
    forms.add(last)
    for (let i = 1; i <= words.length - 2; i++) forms.add(words.slice(i).join(' '))
  }
  if (/^(?:al|el)-/i.test(last)) forms.add(last.slice(3))
  // "Shinzo", "Hillary": only where nothing else claims the word; and "Kishida" of "Kishida Fumio".
  if (knowledge.givenNames.familyOf(first).includes('japanese') && knowledge.givenNames.isGiven(last))
    forms.add(first)
  forms.add(first)
  return [...forms]
}

function remember(
  families: Map<string, { entity: Entity; at: number }[]>,
  family: string,
  entity: Entity,
  at: number,
): void {
  const list = families.get(family)
  if (list === undefined) families.set(family, [{ entity, at }])
  else if (list[list.length - 1]?.entity !== entity) list.push({ entity, at })
}

/** The person of that surname who was named last before, else first after; a title that fits decides. */
function inChain(
  families: ReadonlyMap<string, readonly { entity: Entity; at: number }[]>,
  name: Name,
): Entity | undefined {
  const all = families.get(name.text)
  if (all === undefined) return undefined
  const before = all.filter(each => each.at <= name.start)
  return (before[before.length - 1] ?? all[0])?.entity
}
