/** What the tellings of one event say together. It grows as tellings join, so that a cluster is compared as one. */
import type { Ordinal } from '../../record/mentions.ts'
import type { EventType, Level, Status } from '../../record/types.ts'
import { byPlace, type Grip, type Telling } from './telling.ts'

export interface Profile {
  tellings: Telling[]
  classes: ReadonlySet<string>
  toldBy: Telling['class']['toldBy']
  types: ReadonlySet<EventType>
  statuses: ReadonlySet<Status>
  states: ReadonlySet<string>
  doerStates: ReadonlySet<string>
  targetStates: ReadonlySet<string>
  people: ReadonlySet<string>
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

/** Most profiles have nothing, or one value, to say of most of this: these share one set. */
const NONE: ReadonlySet<never> = new Set<never>()
const singles = new Map<unknown, ReadonlySet<unknown>>()
/** Emptied when it is full. */
const SINGLES = 20_000

/** This is where a shared set gets the type of its value. */
function single<T>(value: T): ReadonlySet<T> {
  const known = singles.get(value)
  if (known !== undefined) return known as ReadonlySet<T>
  if (singles.size >= SINGLES) singles.clear()
  const made: ReadonlySet<T> = new Set([value])
  singles.set(value, made)
  return made
}

/** Both together; a set that has it all already is given back as it is. Sets are never changed, so many share one. */
function withValue<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  if (set.has(value)) return set
  return set.size === 0 ? single(value) : new Set([...set, value])
}

function withValues<T>(set: ReadonlySet<T>, values: readonly T[]): ReadonlySet<T> {
  let all = set
  for (const value of values) all = withValue(all, value)
  return all
}

export function profileOf(tellings: readonly Telling[]): Profile {
  const profile: Profile = {
    tellings: [],
    classes: NONE,
    toldBy: 'any',
    types: NONE,
    statuses: NONE,
    states: NONE,
    doerStates: NONE,
    targetStates: NONE,
    people: NONE,
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
  profile.classes = withValue(profile.classes, telling.class.name)
  if (profile.toldBy === 'any') profile.toldBy = telling.class.toldBy
  profile.types = withValue(profile.types, mention.type)
  profile.statuses = withValue(profile.statuses, mention.status)
  profile.states = withValues(profile.states, telling.states)
  profile.doerStates = withValues(profile.doerStates, telling.doerStates)
  profile.targetStates = withValues(profile.targetStates, telling.targetStates)
  profile.people = withValues(profile.people, telling.people)
  profile.bodies = withValues(profile.bodies, telling.bodies)
  if (telling.visitor !== null) profile.visitors = withValue(profile.visitors, telling.visitor)
  profile.offices = withValues(profile.offices, telling.offices)
  profile.targets = withValues(profile.targets, telling.targets)
  profile.targets = withValues(profile.targets, telling.described)
  if (telling.host !== null) profile.hosts = withValue(profile.hosts, telling.host)
  if (telling.since !== null) profile.since ??= telling.since
  profile.issues = withValues(profile.issues, mention.issues)
  if (mention.place !== null) profile.places = withValue(profile.places, mention.place)
  if (mention.level !== null && mention.level !== 'other')
    profile.levels = withValue(profile.levels, mention.level)
  if (mention.ordinal !== null) profile.ordinals.push(mention.ordinal)
  if (telling.sentence !== null) profile.sentences = withValue(profile.sentences, telling.sentence)
  profile.documents = withValue(profile.documents, mention.document)
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
