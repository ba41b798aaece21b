import { isSubset, sameSet, sharesAny } from '../../lists.ts'
import { isReciprocal, type Profile } from '../profile.ts'
import { type MergeRule, VETO, values } from './rule.ts'

/** Without the states that are only where it took place: "the meeting in Cambodia" of two others. */
function sides(profile: Profile, other: Profile): Set<string> {
  const guests = [...profile.states].filter(state => !profile.hosts.has(state) || other.states.has(state))
  return new Set(guests)
}

function together(a: Profile, b: Profile): number {
  const [x, y] = [sides(a, b), sides(b, a)]
  if (x.size > 1 && sameSet(x, y)) return 0.1
  if (!isSubset(a.states, b.states) && !isSubset(b.states, a.states)) return VETO
  // "Kishida's visit" names one side only; two sides of three are another meeting.
  return Math.min(a.states.size, b.states.size) === 1 ? 0 : -0.8
}

/** The trilateral summit is not the bilateral one on its sidelines. */
export const states: MergeRule = {
  name: 'event/states',
  reason: 'the states that take part',
  most: 0.3,
  weigh(a, b) {
    if (a.states.size === 0 || b.states.size === 0) return -0.2
    if (sameSet(a.states, b.states)) return a.states.size > 1 ? 0.3 : 0.15
    if (isReciprocal(a) || isReciprocal(b)) return together(a, b)
    return sharesAny(a.states, b.states) ? 0 : VETO
  },
  say: (a, b) => `${values(a.states)} and ${values(b.states)}`,
}

/** Both sides did it, to each other. */
function isMutual({ doerStates, targets }: Profile): boolean {
  return doerStates.size > 1 && targets.size === 0
}

/** Japan's curbs on South Korea are not South Korea's on Japan. */
export const roles: MergeRule = {
  name: 'event/roles',
  reason: 'which side does it, and to whom',
  most: 0.4,
  weigh(a, b) {
    if (isReciprocal(a) || isReciprocal(b) || a.doerStates.size === 0 || b.doerStates.size === 0) return 0
    if (!sharesAny(a.doerStates, b.doerStates)) return VETO
    // "The ministers traded accusations. Cavusoglu accused Greece of …": the one is more than the other.
    if (isMutual(a) !== isMutual(b)) return -0.4
    const same = sameSet(a.doerStates, b.doerStates) ? 0.2 : 0
    return same + (sharesAny(a.targets, b.targets) ? 0.2 : 0)
  },
  say: (a, b) =>
    `done by ${values(a.doerStates)} to ${values(a.targets)}, and by ${values(b.doerStates)} to ${values(b.targets)}`,
}
