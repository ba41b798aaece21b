/** Names of states, bodies and organizations to actors. */
import type { Organization } from '../../knowledge/organizations.ts'
import type { ActorType } from '../../record/types.ts'
import type { Entity, Name } from '../types.ts'
import { capitalised, hasSecretaries } from './home.ts'
import type { Registry } from './registry.ts'

/** The state that a name stands for, as name, capital, seat of government or demonym; null for none. */
export function stateOfName(name: Name, registry: Registry): string | null {
  const { states } = registry.knowledge
  if (name.type === 'person') return null
  const shouted = /^\p{Lu}{4,}(?: \p{Lu}{4,})*$/u.test(name.text) ? capitalised(name.text) : null
  const found =
    states.find(name.text) ?? (shouted === null ? undefined : states.find(shouted)) ?? loose(name, registry)
  if (found === null || found === undefined) return null
  if (name.type === 'organization' && shouted === null && found.form !== 'seat' && found.form !== 'name')
    return null
  return found.state.iso3
}

function loose(name: Name, registry: Registry): { state: { iso3: string }; form: 'loose' } | null {
  const state = registry.knowledge.states.byLooseName(name.text)
  return state === undefined ? null : { state, form: 'loose' }
}

/** What the document tells of the states that its bodies may be of. */
export interface Where {
  home: string | null
  dominant: string | null
  /** The one that the document names most. */
  main: string | null
  /** Those that the document names. */
  named: ReadonlySet<string>
}

/** "The Foreign Ministry" at a sentence's start is the one without the article. */
const OFFICIAL_ARTICLE =
  /^The (?=(?:\S+ ){0,4}(?:Ministry|Court|Party|Department|Cabinet|Assembly|Parliament|Senate|Government|Council|Office)$)/

/** Names that parties and parliaments have in many states. */
const COMMON_NAME =
  /^(?:(?:New|United|National|People'?s|Liberal|Social|Christian|Democratic|Republican|Conservative|Labou?r|Socialist|Communist|Green|Progressive|Justice|Freedom|Union|Reform|Centre|Center) )+(?:Party|Parties|Union|Alliance|Front|Coalition)$|^(?:(?:National|House|Senate|Federal|Supreme|Constitutional|High|of|the|Representatives|Commons|Lords|Assembly|Court|State|Treasury|Justice|Defen[cs]e|Department|Congress|Parliament|Cabinet|Ministry|Foreign) ?)+$/

/** Is a row's state named, or at home, or the name one that no other state has? A Seoul paper's "Democratic Party" is not American. */
function isMeant(
  row: Organization,
  text: string,
  near: string | null,
  where: Where,
  rivals: boolean,
): boolean {
  if (row.state === null || !COMMON_NAME.test(text)) return true
  if (near !== null) return row.state === near
  if (where.home !== null) return row.state === where.home || (!rivals && where.named.has(row.state))
  return row.state === where.main
}

/** Actor of an organization's name. `near`: the state that its possessor or adjective names. */
export function organizationOf(
  name: Name,
  near: string | null,
  where: Where,
  longForms: ReadonlyMap<string, string>,
  registry: Registry,
): Entity {
  const long = longForms.get(name.text)
  const text = (long ?? name.text.replace(/\s+/g, ' ')).replace(OFFICIAL_ARTICLE, '')
  // "the Interior Ministry" in an American paper is none of America's.
  const ours = [where.home, where.dominant].filter(
    it => it !== null && !(/\bMinistry\b/.test(text) && hasSecretaries(it)),
  )
  const own = near ?? ours[0] ?? null
  const rows = registry.knowledge.organizations.byName(text)
  // "Democratic Party" in a Seoul paper is the one of Seoul where the table has it.
  const rivals = rows.some(each => each.state === where.home)
  const row = choose(
    rows.filter(each => isMeant(each, text, near, where, rivals)),
    own,
  )
  if (row !== undefined) {
    const generic =
      row.state === null &&
      /^(?:government|court|party|military)$/.test(row.type) &&
      row.type !== 'international-organization'
    const international = /^International |^European |^World |^Permanent /.test(row.name)
    const state = row.state ?? (generic && !international ? own : null)
    return registry.organization(
      row.name,
      row.type,
      state,
      row.state !== null || !generic || international,
      name.text,
    )
  }
  const type = typeByShape(text, registry)
  const state = /^(?:government|court|military|party)$/.test(type)
    ? (near ?? stateInside(text, registry) ?? ours[0] ?? null)
    : (near ?? stateInside(text, registry))
  return registry.organization(withoutState(text, registry, type), type, state, false, name.text)
}

/** "US State Department" and "State Department" are one; "Seoul National University" keeps its name. */
function withoutState(text: string, registry: Registry, type: ActorType): string {
  if (!/^(?:government|court|military)$/.test(type)) return text
  const space = text.indexOf(' ')
  const first = text.slice(0, space)
  const found = registry.knowledge.states.find(first)
  return space > 0 && found !== undefined && found.form !== 'capital' ? text.slice(space + 1) : text
}

function choose(rows: readonly Organization[], state: string | null): Organization | undefined {
  return (
    rows.find(row => row.state === state && state !== null) ?? rows.find(row => row.state === null) ?? rows[0]
  )
}

/** "Hankook Ilbo" → media, "Daejeon District Court" → court: the head word tells. */
export function typeByShape(text: string, registry: Registry): ActorType {
  const words = text.split(/[\s-]+/)
  const of = words.findIndex(word => word === 'of' || word === 'for')
  const heads = [of > 0 ? words[of - 1] : undefined, words[words.length - 1], words[0]]
  for (const head of heads) {
    const type = head === undefined ? undefined : registry.knowledge.organizations.typeOfWord(head)
    if (type !== undefined) return type
  }
  return 'organization'
}

/** "Seoul Central District Court", "Bank of Korea", "Japan Airlines": the state or its city in the name. */
function stateInside(text: string, registry: Registry): string | null {
  const { states, places } = registry.knowledge
  const words = text.split(/\s+/)
  for (let i = 0; i < words.length; i++) {
    const pair = `${words[i]} ${words[i + 1] ?? ''}`.trim()
    const state = states.find(pair) ?? states.find(words[i] ?? '') ?? undefined
    if (state !== undefined) return state.state.iso3
    const place = places.byName(pair) ?? places.byName(words[i] ?? '')
    if (place?.state != null) return place.state
  }
  return null
}
