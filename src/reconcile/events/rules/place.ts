import type { Knowledge } from '../../../knowledge/index.ts'
import type { Profile } from '../profile.ts'
import { stateOfPlace } from '../telling.ts'
import { type MergeRule, values } from './rule.ts'

/** Is the first place in the second, a state? As far as places are known. */
export function insideOf(knowledge: Knowledge): (inner: string, outer: string) => boolean {
  return (inner, outer) => {
    const state = knowledge.states.byName(outer)
    return state !== undefined && inner !== outer && stateOfPlace(inner, knowledge) === state.iso3
  }
}

function onlyPlanned({ statuses }: Profile): boolean {
  return !statuses.has('reported') && !statuses.has('denied')
}

/** Oslo is in Norway; the same place, the state around it, or another place. */
export function placeRule(knowledge: Knowledge): MergeRule {
  const states = new Map<string, string | null>()
  const stateOf = (place: string): string | null => {
    const known = states.get(place)
    if (known !== undefined) return known
    const found = stateOfPlace(place, knowledge)
    states.set(place, found)
    return found
  }
  const isState = (place: string): boolean => knowledge.states.byName(place) !== undefined
  const compare = (x: string, y: string): number => {
    if (x.toLowerCase() === y.toLowerCase()) return 0.3
    const [a, b] = [stateOf(x), stateOf(y)]
    if (a === null || b === null) return isState(x) || isState(y) ? 0 : -0.4
    if (a !== b) return -0.6
    return isState(x) || isState(y) ? 0.15 : -0.4
  }
  return {
    name: 'event/place',
    reason: 'where it is told to have been',
    most: 0.3,
    weigh(a, b) {
      let best: number | null = null
      for (const x of a.places) for (const y of b.places) best = Math.max(best ?? -1, compare(x, y))
      // Plans are moved more often than events are mistold.
      return best !== null && best < 0 && onlyPlanned(a) !== onlyPlanned(b) ? best / 4 : (best ?? 0)
    },
    say: (a: Profile, b: Profile) => `${values(a.places)} and ${values(b.places)}`,
  }
}
