/** "Vice Foreign Minister Cho Sei-young" without a state beside: what the document and the name tell. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Entity } from '../types.ts'

/** States where a family name of the language is at home. */
const AT_HOME: { readonly [language: string]: readonly string[] } = {
  korean: ['KOR', 'PRK'],
  japanese: ['JPN'],
  chinese: ['CHN', 'TWN', 'HKG', 'SGP'],
  vietnamese: ['VNM'],
}

const OFFICIAL = /^(?:leader|minister|vice-minister)$/

/** Gives officials of no state the one that the language of their name and the document leave; else leaves them. */
export function placeOfficials(
  entities: Iterable<Entity>,
  ranked: readonly string[],
  home: string | null,
  dominant: string | null,
  knowledge: Knowledge,
): void {
  for (const entity of entities) {
    if (entity.type !== 'person' || entity.state !== null) continue
    if (
      !entity.roles.some(
        role => role.organization === null && OFFICIAL.test(knowledge.titles.levelOf(role.title) ?? ''),
      )
    )
      continue
    const own = languageStates(entity.name, knowledge)
    if (own.length > 0) {
      if (home !== null && own.includes(home)) entity.state = home
      else entity.state = ranked.find(state => own.includes(state)) ?? null
    } else if (ranked.length <= 1) entity.state = ranked[0] ?? home ?? dominant
  }
}

/** States where a person of that name is likely at home; empty where the name tells none. */
export function languageStates(name: string, knowledge: Knowledge): readonly string[] {
  const [first = '', second = ''] = name.split(' ')
  const { givenNames } = knowledge
  const languages = givenNames.familyOf(first)
  // "Cho Sei-young": a hyphen marks it as Korean, or as a name out of Taiwan where the family name is Chinese too.
  if (second.includes('-') && languages.includes('korean')) return AT_HOME.korean ?? []
  if (givenNames.isGiven(first)) return []
  return languages.flatMap(language => AT_HOME[language] ?? [])
}
