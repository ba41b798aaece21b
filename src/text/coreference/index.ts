/** Who is who in a document: every name, description and pronoun tied to the actors that it stands for. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Interval } from '../../record/types.ts'
import type { Entity, Name, NounGroup, Sentence } from '../types.ts'
import { acronymForms } from './acronyms.ts'
import { readAffiliations } from './affiliations.ts'
import { statesHeaded } from './headed.ts'
import { homeState, outletState } from './home.ts'
import { stateOfInsiders } from './insiders.ts'
import { organizationOf, stateOfName } from './named.ts'
import { nearState } from './near.ts'
import { languageStates, placeOfficials } from './officials.ts'
import { chainPersons } from './persons.ts'
import { Registry } from './registry.ts'
import { Resolver } from './resolver.ts'
import { Scene } from './scene.ts'

export interface Coreference {
  entities: Entity[]
  /** Actors that a group stands for, its conjuncts too; empty where it names none. */
  actorsOf(group: NounGroup): Entity[]
  /** States named anywhere inside a group, as name, capital or adjective: "Tokyo-Seoul ties", "Korean court ruling". */
  statesIn(group: NounGroup): Entity[]
  /** Who possesses it: "Japan’s", "her". */
  ownersOf(group: NounGroup): Entity[]
  /** States that the title names. */
  headed: readonly string[]
}

/** What is known of the document besides its text. */
export interface AboutDocument {
  published: Interval | null
  title?: string | null
  authors?: readonly string[]
  /** By name, as in the table of outlets. */
  outlet?: string | null
}

/** Sets `entity` of each name and ties every noun group to its actors. One pass, in the order of the text. */
export function resolve(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Name[],
  knowledge: Knowledge,
  about: AboutDocument,
): Coreference {
  const registry = new Registry(knowledge)
  const scene = new Scene(text, sentences, names)
  const date = about.published?.start ?? about.published?.end ?? null
  const states = new Map<Name, string>()
  const counts = new Map<string, number>()
  const hints = new Map<string, number>()
  for (const name of names) {
    const state = stateOfName(name, registry)
    if (state === null) continue
    const entity = registry.state(state, name.text)
    states.set(name, entity.key)
    counts.set(entity.key, (counts.get(entity.key) ?? 0) + 1)
  }
  const chains = chainPersons(names, registry, new Set(counts.keys()), date)
  for (const name of names) {
    const state = name.type === 'person' ? chains.entityOf(name)?.state : null
    if (state != null) counts.set(state, (counts.get(state) ?? 0) + 0.5)
  }
  for (const name of names) {
    const told = states.has(name) || chains.entityOf(name)?.state != null
    const state = told ? null : hintOf(name, registry)
    if (state !== null) hints.set(state, (hints.get(state) ?? 0) + 0.5)
  }
  // What the title names the text is about, however often a third is mentioned.
  const headed = statesHeaded(about.title, knowledge.states)
  for (const state of headed) if (counts.has(state)) counts.set(state, (counts.get(state) ?? 0) + HEADED)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([state]) => state)
  const weight = (state: string): number => counts.get(state) ?? 0
  const dominant = dominantOf(counts, hints)
  const home =
    homeState(text, about.outlet ?? null, counts, knowledge) ??
    stateOfInsiders(scene, chains, states, ranked, registry)
  const where = { home, dominant, main: ranked[0] ?? null, named: new Set(counts.keys()) }
  const longForms = acronymForms(names, text)
  for (const name of names) {
    const state = states.get(name)
    if (state !== undefined) name.entity = registry.state(state)
    else if (name.type === 'person') name.entity = chains.entityOf(name) ?? null
    else if (name.type === 'organization') {
      name.entity = organizationOf(name, nearState(name, scene, states), where, longForms, registry)
    }
  }
  const titleStarts = new Map<number, Entity>()
  readAffiliations({ scene, chains, registry, titleStarts, actorOf: name => name.entity })
  placeOfficials(
    registry.entities.values(),
    ranked,
    outletState(about.outlet ?? null) ?? home,
    dominant,
    knowledge,
  )
  for (const author of about.authors ?? []) addAuthor(author, registry)
  const resolver = new Resolver({ scene, registry, titleStarts, ranked, weight, dominant, home, date })
  resolver.read()
  return {
    entities: [...registry.entities.values()],
    actorsOf: group => resolver.actorsOf(group),
    statesIn: group => resolver.statesIn(group),
    ownersOf: group => resolver.ownersOf(group),
    headed,
  }
}

/** So many mentions the title is worth. */
const HEADED = 5

/** The state of "the court", "the police" where the text names none: one that is named twice as often as any other. */
function dominantOf(counts: ReadonlyMap<string, number>, hints: ReadonlyMap<string, number>): string | null {
  let first: string | null = null
  let most = 0
  let next = 0
  for (const state of new Set([...counts.keys(), ...hints.keys()])) {
    const own = counts.get(state) ?? 0
    const weight = own + (hints.get(state) ?? 0)
    if (own > 0 && weight > most) {
      next = Math.max(next, most)
      most = weight
      first = state
    } else next = Math.max(next, weight)
  }
  return most >= 2 * next ? first : null
}

/** "Yeouido", "Seo Min-jung": a place or a person of a state tells a little of whom the text is about. */
function hintOf(name: Name, registry: Registry): string | null {
  if (name.type === 'place') return registry.knowledge.places.byName(name.text)?.state ?? null
  if (name.type !== 'person' || !name.text.includes(' ')) return null
  return languageStates(name.text, registry.knowledge)[0] ?? null
}

function addAuthor(author: string, registry: Registry): void {
  if (!/\p{L}+ \p{L}/u.test(author)) return
  registry.addRole(
    registry.person(author, { known: false, partial: false, state: null }, author),
    'author',
    null,
  )
}
