/** What the tellings of one event say together. It grows as tellings join, so that a cluster is compared as one. */
import type { Ordinal } from '../../record/mentions.ts'
import type { EventType, Level, Status } from '../../record/types.ts'
import { byPlace, type Grip, type Telling } from './telling.ts'

export interface Profile {
  tellings: Telling[]
  classes: Set<string>
  toldBy: Telling['class']['toldBy']
  types: Set<EventType>
  statuses: Set<Status>
  states: Set<string>
  doerStates: Set<string>
  targetStates: Set<string>
  people: Set<string>
  bodies: Set<string>
  visitors: Set<string>
  offices: Set<string>
  targets: Set<string>
  places: Set<string>
  /** States in which it took place. */
  hosts: Set<string>
  issues: Set<string>
  levels: Set<Level>
  ordinals: Ordinal[]
  sentences: Set<number>
  documents: Set<string>
  grip: Grip
  /** The narrowest days that a telling gives. */
  from: number
  to: number
  /** Told to go on from this day; null where it is an act of its time. */
  since: number | null
  /** First and last start of the tellings with a fine date: they may differ by what accounts may differ by. */
  earliest: number
  latest: number
}

export function profileOf(tellings: readonly Telling[]): Profile {
  const profile: Profile = {
    tellings: [],
    classes: new Set(),
    toldBy: 'any',
    types: new Set(),
    statuses: new Set(),
    states: new Set(),
    doerStates: new Set(),
    targetStates: new Set(),
    people: new Set(),
    bodies: new Set(),
    visitors: new Set(),
    offices: new Set(),
    targets: new Set(),
    places: new Set(),
    hosts: new Set(),
    issues: new Set(),
    levels: new Set(),
    ordinals: [],
    sentences: new Set(),
    documents: new Set(),
    grip: 'weak',
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    since: null,
    earliest: Number.POSITIVE_INFINITY,
    latest: Number.NEGATIVE_INFINITY,
  }
  for (const telling of [...tellings].sort(byPlace)) add(profile, telling)
  return profile
}

function addAll<T>(set: Set<T>, values: Iterable<T>): void {
  for (const value of values) set.add(value)
}

const HOLD = { weak: 0, coarse: 1, fine: 2 } as const

export function add(profile: Profile, telling: Telling): void {
  const { mention } = telling
  profile.tellings.push(telling)
  profile.classes.add(telling.class.name)
  if (profile.toldBy === 'any') profile.toldBy = telling.class.toldBy
  profile.types.add(mention.type)
  profile.statuses.add(mention.status)
  addAll(profile.states, telling.states)
  addAll(profile.doerStates, telling.doerStates)
  addAll(profile.targetStates, telling.targetStates)
  addAll(profile.people, telling.people)
  addAll(profile.bodies, telling.bodies)
  if (telling.visitor !== null) profile.visitors.add(telling.visitor)
  addAll(profile.offices, telling.offices)
  addAll(profile.targets, telling.targets)
  addAll(profile.targets, telling.described)
  if (telling.host !== null) profile.hosts.add(telling.host)
  if (telling.since !== null) profile.since ??= telling.since
  addAll(profile.issues, mention.issues)
  if (mention.place !== null) profile.places.add(mention.place)
  if (mention.level !== null && mention.level !== 'other') profile.levels.add(mention.level)
  if (mention.ordinal !== null) profile.ordinals.push(mention.ordinal)
  if (telling.sentence !== null) profile.sentences.add(telling.sentence)
  profile.documents.add(mention.document)
  narrow(profile, telling)
}

function narrow(profile: Profile, { grip, from, to }: Telling): void {
  const better = HOLD[grip] - HOLD[profile.grip]
  if (grip === 'weak' && profile.grip === 'weak') {
    // Bounds hold together: it was before the earliest document that tells it as done.
    profile.from = Math.max(profile.from, from)
    profile.to = Math.max(profile.from, Math.min(profile.to, to))
  } else if (better > 0 || (better === 0 && to - from < profile.to - profile.from)) {
    profile.grip = grip
    profile.from = from
    profile.to = to
  }
  if (grip !== 'fine') return
  profile.earliest = Math.min(profile.earliest, from)
  profile.latest = Math.max(profile.latest, from)
}

export function absorb(profile: Profile, other: Profile): void {
  for (const telling of other.tellings) add(profile, telling)
}

/** A meeting, a call, an agreement, an exercise: the sides do it together, so all of them belong to what it is. */
export function isReciprocal(profile: Profile): boolean {
  for (const name of RECIPROCAL) if (profile.classes.has(name)) return true
  return profile.types.has('AGREE') && profile.types.size === 1
}

const RECIPROCAL = ['meeting', 'call', 'deal', 'exercise', 'agreement-on']
