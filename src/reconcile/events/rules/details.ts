import { normalise } from '../../../record/ids.ts'
import type { Level } from '../../../record/types.ts'
import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import { type MergeRule, VETO, values } from './rule.ts'

const RANK: { readonly [level in Level]: number } = {
  leader: 3,
  minister: 2,
  'vice-minister': 1,
  working: 0,
  other: 0,
}

/** A leaders' summit is not the working talks that prepare it. */
export const level: MergeRule = {
  name: 'event/level',
  reason: 'the level of the contact',
  most: 0.2,
  weigh(a, b) {
    const [x] = a.levels
    const [y] = b.levels
    if (x === undefined || y === undefined) return 0
    // Leaders meet seldom enough that a second meeting in days is mostly the same.
    if (sharesAny(a.levels, b.levels)) return RANK[x] === 3 ? 0.2 : 0.1
    return RANK[x] === 3 || RANK[y] === 3 ? -0.7 : -0.35
  },
  say: (a, b) => `${values(a.levels)} and ${values(b.levels)}`,
}

/** "The last visit": one before, of which nothing says when it was. */
function isEarlier(a: Profile): boolean {
  return a.grip === 'weak' && a.ordinals.some(({ n }) => n < 0)
}

/** The 13th round is not the 12th; "first in 12 years" twice is one. */
export const ordinal: MergeRule = {
  name: 'event/ordinal',
  reason: 'which of a series it is',
  most: 0.3,
  weigh(a, b) {
    if (isEarlier(a) || isEarlier(b)) return VETO
    const [x] = a.ordinals
    if (x === undefined) return 0
    const others = b.ordinals
    if (others.length === 0) return 0
    if (others.some(y => y.n === x.n)) {
      return others.some(y => normalise(y.text).toLowerCase() === normalise(x.text).toLowerCase())
        ? 0.3
        : 0.05
    }
    return x.n > 1 && others.every(y => y.n > 1) ? VETO : -0.3
  },
  say: (a, b) => `${values(a.ordinals.map(it => it.text))} and ${values(b.ordinals.map(it => it.text))}`,
}

/** "denied that it met": what is denied and what is reported stand against each other. */
export const status: MergeRule = {
  name: 'event/status',
  reason: 'whether it is told as done, planned or denied',
  most: 0,
  weigh(a, b) {
    const denied = a.statuses.has('denied') !== b.statuses.has('denied')
    if (denied && (a.statuses.has('reported') || b.statuses.has('reported'))) return -0.4
    const loose = a.statuses.has('hypothetical') !== b.statuses.has('hypothetical')
    return loose ? -0.05 : 0
  },
  say: (a, b) => `${values(a.statuses)} and ${values(b.statuses)}`,
}
