/**
 * A paper gives the ministers of its own state no state: "Foreign Minister Park Jin", but "Japan's foreign minister,
 * Yoshimasa Hayashi". Where all officials that stand bare are of one state, the document speaks from there.
 */
import type { Name } from '../types.ts'
import { languageStates } from './officials.ts'
import type { Chains } from './persons.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'

const OFFICIAL = /^(?:minister|vice-minister|working)$/

/** Null where no official stands bare, or those of several states do. */
export function stateOfInsiders(
  scene: Scene,
  chains: Chains,
  states: ReadonlyMap<Name, string>,
  ranked: readonly string[],
  registry: Registry,
): string | null {
  const seen = new Set<string>()
  const found = new Set<string>()
  for (const sentence of scene.sentences) {
    for (const name of scene.namesOf(sentence.index)) {
      const entity = name.type === 'person' ? chains.entityOf(name) : undefined
      if (entity === undefined || seen.has(entity.key)) continue
      seen.add(entity.key)
      if (!isOfficial(name, registry) || hasState(name, scene, states)) continue
      const state =
        entity.state ?? ranked.find(each => languageStates(entity.name, registry.knowledge).includes(each))
      if (state !== undefined) found.add(state)
    }
  }
  const [state] = found
  return found.size === 1 && state !== undefined ? state : null
}

function isOfficial(name: Name, registry: Registry): boolean {
  if (name.title === null || /^(?:former|ex)\b/i.test(name.title)) return false
  const { titles } = registry.knowledge
  return OFFICIAL.test(titles.levelOf(name.title) ?? '') && titles.get(name.title)?.kind !== 'military'
}

/** Is a state named close before the title, or behind the name in its apposition? */
function hasState(name: Name, scene: Scene, states: ReadonlyMap<Name, string>): boolean {
  return scene.namesOf(name.sentence).some(other => {
    if (!states.has(other)) return false
    if (other.end <= name.start) {
      const gap = scene.text.slice(other.end, name.start)
      return gap.length < 70 && !/[;:]| (?:and|said|that|in|to|with|from) /.test(gap)
    }
    const gap = scene.text.slice(name.end, other.start)
    return /^, [^,;]{0,60}$/.test(gap) || /^ of (?:the )?$/.test(gap)
  })
}
