import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import { type MergeRule, VETO, values } from './rule.ts'

function stateOf(tagged: string): string {
  return tagged.slice(0, tagged.indexOf('|'))
}

function countShared(a: Profile, b: Profile): number {
  let shared = 0
  for (const person of a.people) if (b.people.has(person)) shared++
  return shared
}

/** A state for which each names people, and none of them is the same. */
function differs(a: Profile, b: Profile): boolean {
  for (const person of a.people) {
    const state = stateOf(person)
    const others = [...b.people].filter(other => stateOf(other) === state)
    const own = [...a.people].filter(other => stateOf(other) === state)
    if (others.length > 0 && !own.some(other => b.people.has(other))) return true
  }
  return false
}

/** Presidents who meet and ministers who meet on the same day are two meetings. */
export const people: MergeRule = {
  name: 'event/people',
  reason: 'the people who take part',
  most: 0.4,
  weigh(a, b) {
    if (a.people.size === 0 || b.people.size === 0) return 0
    const shared = Math.min(countShared(a, b), 2) * 0.2
    return differs(a, b) ? shared - 0.6 : shared
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
