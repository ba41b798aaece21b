/** To which states a description belongs: by possessor, adjective, "of" and "in". */
import type { Entity, NounGroup } from '../types.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'

export interface Belonging {
  scene: Scene
  registry: Registry
  actorsOf(group: NounGroup): Entity[]
  /** Actors of "its", "his", "their" in front of the group. */
  ownersByPronoun(group: NounGroup, word: string): Entity[]
}

/** All of them; those inside and in front of the group count more than those behind it; "reporters in Kyiv" are of no state. */
export function modifierStates(group: NounGroup, by: Belonging, behind = true): Entity[] {
  const codes = new Set<string>()
  for (const owner of owners(group, by)) if (owner.state !== null) codes.add(owner.state)
  for (const state of statesInside(group, by)) codes.add(state.key)
  if (behind && codes.size === 0) for (const state of statesBehind(group, by)) codes.add(state.key)
  return [...codes].map(code => by.registry.state(code))
}

/** "the *South Korean* side", "*Japanese* companies", "the *Moon* administration". */
export function statesInside(group: NounGroup, by: Belonging): Entity[] {
  const codes = new Set<string>()
  for (const name of by.scene.namesIn(group, group.first, group.head - 1)) {
    if (group.possessor !== null && name.last <= group.possessor.last) continue
    const { entity } = name
    if (entity === null || entity.state === null) {
      // "*Thai* F-16 jets": a make with its state before it.
      const lead = by.registry.knowledge.states.find(/^\S+/.exec(name.text)?.[0] ?? '')
      if (name.first < name.last && lead?.form === 'adjective') codes.add(lead.state.iso3)
      continue
    }
    if (name.type !== 'organization' || /^(?:government|party|military|court)$/.test(entity.type))
      codes.add(entity.state)
  }
  return [...codes].map(code => by.registry.state(code))
}

/** "a tribunal *in The Hague*": where the courts of many states sit, a court is not of the place. */
const SEATS = /^(?:The Hague|the Hague|Hague|Strasbourg|Luxembourg|Hamburg|Geneva|Arusha)$/
const COURT = /^(?:court|tribunal|judge|panel|arbitrator|prosecutor)$/

/** "an arbitration tribunal", "a court in The Hague": no state's own. */
export function isInternational(group: NounGroup, by: Belonging): boolean {
  if (!COURT.test(group.lemma)) return false
  if (/\b(?:arbitration|arbitral|international|european)\b/i.test(by.scene.textOf(group))) return true
  return phrasesBehind(group, by.scene).some(({ object }) => SEATS.test(by.scene.textOf(object)))
}

/** "the leaders *of the two countries*", "the court *in Seoul*", "officials *from Japan*". */
export function statesBehind(group: NounGroup, by: Belonging): Entity[] {
  const codes = new Set<string>()
  for (const { preposition, object } of phrasesBehind(group, by.scene)) {
    if (!/^(?:of|in|from|between)$/.test(preposition)) continue
    if (preposition !== 'in')
      for (const actor of by.actorsOf(object)) if (actor.state !== null) codes.add(actor.state)
    if (codes.size > 0) continue
    for (const name of by.scene.namesIn(object)) {
      if (name.type !== 'place' || (SEATS.test(name.text) && COURT.test(group.lemma))) continue
      const state = name.entity?.state ?? by.registry.knowledge.places.byName(name.text)?.state
      if (state != null) codes.add(state)
    }
  }
  return [...codes].map(code => by.registry.state(code))
}

/** The phrases attached to the group, and the one right behind it, which may be attached further up. */
export function phrasesBehind(group: NounGroup, scene: Scene): { preposition: string; object: NounGroup }[] {
  const found = group.phrases.flatMap(({ preposition, object }) =>
    object === null ? [] : [{ preposition, object }],
  )
  const next = scene.tokensOf(group)[group.last + 1]
  const object = scene.groupAt(group.sentence, group.last + 2)
  if (next?.pos === 'ADP' && object !== undefined && !found.some(phrase => phrase.object === object)) {
    found.unshift({ preposition: next.lower, object })
  }
  return found
}

/** Who possesses: "Japan’s", "its", "his". */
export function owners(group: NounGroup, by: Belonging): Entity[] {
  if (group.possessor !== null) return by.actorsOf(group.possessor)
  const { determiner } = group
  return determiner !== null && /^(?:its|his|her|their|our|my)$/.test(determiner)
    ? by.ownersByPronoun(group, determiner)
    : []
}

/** The one state that the sentence names, by its cities too; null where it names none or several. */
export function onlyState(sentence: number, by: Belonging): string | null {
  const states = new Set<string>()
  for (const name of by.scene.namesOf(sentence)) {
    const city = name.type === 'place' ? by.registry.knowledge.places.byName(name.text)?.state : null
    const state = name.entity?.state ?? city
    if (state != null) states.add(state)
  }
  const [state] = states
  return states.size === 1 && state !== undefined ? state : null
}
