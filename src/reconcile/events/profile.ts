/** What the tellings of one event say together. It grows as tellings join, so that a cluster is compared as one. */
import type { Ordinal } from '../../record/mentions.ts'
import type { EventType, Level, Status } from '../../record/types.ts'
import { byPlace, type Grip, type Telling } from './telling.ts'

export interface Profile {
  tellings: Telling[]
  /** Those of meetings that a document tells one after the other. */
  turned: Telling[]
  classes: ReadonlySet<string>
  toldBy: Telling['class']['toldBy']
  types: ReadonlySet<EventType>
  statuses: ReadonlySet<Status>
  states: ReadonlySet<string>
  doerStates: ReadonlySet<string>
  targetStates: ReadonlySet<string>
  /** "JPN|person/fumio-kishida" */
  people: ReadonlySet<string>
  /** The states of these. */
  peopleStates: ReadonlySet<string>
  bodies: ReadonlySet<string>
  visitors: ReadonlySet<string>
  offices: ReadonlySet<string>
  targets: ReadonlySet<string>
  places: ReadonlySet<string>
  /** States in which it took place. */
  hosts: ReadonlySet<string>
  issues: ReadonlySet<string>
  levels: ReadonlySet<Level>
  ordinals: Ordinal[]
  sentences: ReadonlySet<number>
  documents: ReadonlySet<string>
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

export function stateOfPerson(tagged: string): string {
  return tagged.slice(0, tagged.indexOf('|'))
}

/** Most profiles have nothing, or one value, to say of most of this: these share one set. */
const NONE: ReadonlySet<never> = new Set<never>()
/** Emptied when it is full. */
const SINGLES = 20_000

/** From so many values on a set is its profile's alone, and grows in place: to copy thousands for one more takes long. */
const LARGE = 8

/**
 * Adds to sets of one type. Small sets are never changed, so that many profiles share one: a set that has it all
 * already is given back as it is, and of one value there is one set.
 */
function adder<T>() {
  const singles = new Map<T, ReadonlySet<T>>()
  const large = new WeakMap<ReadonlySet<T>, Set<T>>()
  const single = (value: T): ReadonlySet<T> => {
    const known = singles.get(value)
    if (known !== undefined) return known
    if (singles.size >= SINGLES) singles.clear()
    const made = new Set([value])
    singles.set(value, made)
    return made
  }
  return (set: ReadonlySet<T>, ...values: readonly T[]): ReadonlySet<T> => {
    let all = set
    for (const value of values) {
      if (all.has(value)) continue
      const own = all.size < LARGE ? undefined : large.get(all)
      if (own !== undefined) own.add(value)
      else if (all.size === 0) all = single(value)
      else {
        const made = new Set([...all, value])
        if (made.size >= LARGE) large.set(made, made)
        all = made
      }
    }
    return all
  }
}

const withText = adder<string>()
const withType = adder<EventType>()
const withStatus = adder<Status>()
const withLevel = adder<Level>()
const withSentence = adder<number>()

export function profileOf(tellings: readonly Telling[]): Profile {
  const profile: Profile = {
    tellings: [],
    turned: [],
    classes: NONE,
    toldBy: 'any',
    types: NONE,
    statuses: NONE,
    states: NONE,
    doerStates: NONE,
    targetStates: NONE,
    people: NONE,
    peopleStates: NONE,
    bodies: NONE,
    visitors: NONE,
    offices: NONE,
    targets: NONE,
    places: NONE,
    hosts: NONE,
    issues: NONE,
    levels: NONE,
    ordinals: [],
    sentences: NONE,
    documents: NONE,
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

const HOLD = { weak: 0, coarse: 1, fine: 2 } as const

export function add(profile: Profile, telling: Telling): void {
  const { mention } = telling
  profile.tellings.push(telling)
  if (telling.inTurn) profile.turned.push(telling)
  profile.classes = withText(profile.classes, telling.class.name)
  if (profile.toldBy === 'any') profile.toldBy = telling.class.toldBy
  profile.types = withType(profile.types, mention.type)
  profile.statuses = withStatus(profile.statuses, mention.status)
  profile.states = withText(profile.states, ...telling.states)
  profile.doerStates = withText(profile.doerStates, ...telling.doerStates)
  profile.targetStates = withText(profile.targetStates, ...telling.targetStates)
  profile.people = withText(profile.people, ...telling.people)
  profile.peopleStates = withText(profile.peopleStates, ...telling.people.map(stateOfPerson))
  profile.bodies = withText(profile.bodies, ...telling.bodies)
  if (telling.visitor !== null) profile.visitors = withText(profile.visitors, telling.visitor)
  profile.offices = withText(profile.offices, ...telling.offices)
  profile.targets = withText(profile.targets, ...telling.targets)
  profile.targets = withText(profile.targets, ...telling.described)
  if (telling.host !== null) profile.hosts = withText(profile.hosts, telling.host)
  if (telling.since !== null) profile.since ??= telling.since
  profile.issues = withText(profile.issues, ...mention.issues)
  if (mention.place !== null) profile.places = withText(profile.places, mention.place)
  if (mention.level !== null && mention.level !== 'other')
    profile.levels = withLevel(profile.levels, mention.level)
  if (mention.ordinal !== null) profile.ordinals.push(mention.ordinal)
  if (telling.sentence !== null) profile.sentences = withSentence(profile.sentences, telling.sentence)
  profile.documents = withText(profile.documents, mention.document)
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
