import { sharesAny } from '../../lists.ts'
import { type Profile, stateOfPerson } from '../profile.ts'
import { type MergeRule, VETO, values } from './rule.ts'

interface Company {
  shared: number
  /** There is a state for which each names people, and none of them is the same. */
  differs: boolean
}

/** Goes through the fewer of the two: one event may be told of hundreds. */
function compare(a: Profile, b: Profile): Company {
  const [fewer, more] = a.people.size <= b.people.size ? [a, b] : [b, a]
  const common = new Set<string>()
  let shared = 0
  for (const person of fewer.people) {
    if (!more.people.has(person)) continue
    shared++
    common.add(stateOfPerson(person))
  }
  for (const state of fewer.peopleStates)
    if (more.peopleStates.has(state) && !common.has(state)) return { shared, differs: true }
  return { shared, differs: false }
}

/** Presidents who meet and ministers who meet on the same day are two meetings. */
export const people: MergeRule = {
  name: 'event/people',
  reason: 'the people who take part',
  most: 0.4,
  weigh(a, b) {
    if (a.people.size === 0 || b.people.size === 0) return 0
    const { shared, differs } = compare(a, b)
    return Math.min(shared, 2) * 0.2 - (differs ? 0.6 : 0)
  },
  say: (a, b) => `${values(a.people)} and ${values(b.people)}`,
}

/** "Yoon's trip to Tokyo" is not "Kishida's visit to Seoul", though the same two met. */
export const visitors: MergeRule = {
  name: 'event/visitors',
  reason: 'who travelled',
  most: 0,
  weigh(a, b) {
    if (a.visitors.size === 0 || b.visitors.size === 0) return 0
    return sharesAny(a.visitors, b.visitors) ? 0 : -0.8
  },
  say: (a, b) => `${values(a.visitors)} and ${values(b.visitors)}`,
}

/** A meeting in turn beside another one of its document, or beside the visit in whose course both were. */
function apart(a: Profile, b: Profile): boolean {
  return (
    a.turned.length > 0 &&
    b.tellings.some(
      ({ inTurn, mention }) =>
        (inTurn || mention.mode === 'visit') && a.turned.some(it => it.mention.document === mention.document),
    )
  )
}

/** Who met two people one after the other met twice, and neither meeting is the visit. */
export const turns: MergeRule = {
  name: 'event/turns',
  reason: 'meetings that a document tells one after the other',
  most: 0,
  weigh: (a, b) => (apart(a, b) || apart(b, a) ? VETO : 0),
  say: (a, b) => `${values(a.people)} and ${values(b.people)}`,
}

/** The same court, ministry or force does it; "a South Korean court" may be the Supreme Court. */
export const bodies: MergeRule = {
  name: 'event/bodies',
  reason: 'the court, ministry or force that does it',
  most: 0.2,
  weigh(a, b) {
    if (sharesAny(b.bodies, a.bodies)) return 0.2
    return sharesAny(b.offices, a.offices) ? 0.1 : 0
  },
  say: (a, b) => `${values(a.bodies)} and ${values(b.bodies)}`,
}
