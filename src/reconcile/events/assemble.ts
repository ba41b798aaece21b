/** A cluster of tellings → an event of the record. */
import type { Knowledge } from '../../knowledge/index.ts'
import { byCodePoint, shortHash } from '../../record/ids.ts'
import type { Event, EventType, Level, Status } from '../../record/types.ts'
import { combined } from '../confidence.ts'
import { commonest, sorted } from '../lists.ts'
import { accountsOf, type Inside } from './accounts.ts'
import type { Cluster } from './across.ts'
import { bestDate } from './best-date.ts'
import { evidenceOf, historyOf, lastStatus } from './history.ts'
import { byPlace, type StateOf, type Telling } from './telling.ts'

export function eventId(first: Telling): string {
  return shortHash('event', first.mention.id)
}

/** Each document has one vote, so that an article which repeats itself does not outvote the others. */
function votes<T extends string>(
  tellings: readonly Telling[],
  of: (telling: Telling) => T | null,
): Map<T, number> {
  const voters = new Map<T, Set<string>>()
  for (const telling of tellings) {
    const value = of(telling)
    if (value === null) continue
    const own = voters.get(value) ?? new Set()
    own.add(telling.source.origin)
    voters.set(value, own)
  }
  return new Map([...voters].map(([value, own]) => [value, own.size]))
}

function elected<T extends string>(counted: ReadonlyMap<T, number>): T | null {
  const [first] = [...counted].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
  return first === undefined ? null : first[0]
}

function typeOf(tellings: readonly Telling[], status: Status): EventType {
  const told = tellings.filter(({ mention }) => mention.status === status)
  const sure = told.length > 0 ? told : tellings
  const type = elected(votes(sure, ({ mention }) => mention.type))
  if (type === null) throw new RangeError('an event without tellings')
  return type
}

const LEVELS: readonly Level[] = ['leader', 'minister', 'vice-minister', 'working', 'other']

/** The level that most give; of equals the higher one. */
function levelOf(tellings: readonly Telling[]): Level | null {
  const counted = votes(tellings, ({ mention }) => mention.level)
  let best: Level | null = null
  for (const level of LEVELS)
    if ((counted.get(level) ?? 0) > (best === null ? 0 : (counted.get(best) ?? 0))) best = level
  return best
}

/** The title of the telling that is surest and best dated; a title that only points back ("the meeting") last. */
function titleOf(tellings: readonly Telling[], status: Status): string {
  const rank = ({ mention, grip }: Telling): number =>
    (mention.status === status ? 4 : 0) +
    (mention.definite || mention.refersTo !== null ? 0 : 2) +
    (grip === 'fine' ? 1 : 0)
  const [best] = [...tellings].sort(
    (a, b) => rank(b) - rank(a) || b.mention.confidence - a.mention.confidence || byPlace(a, b),
  )
  return best?.mention.title ?? ''
}

/** The most exact place that most name: a city before the state that it lies in. */
function placeOf(tellings: readonly Telling[], inside: Inside): string | null {
  const said = tellings.flatMap(({ mention }) => mention.place ?? [])
  const exact = said.filter(place => !said.some(other => other !== place && inside(other, place)))
  return commonest(exact)
}

/** The first telling of each document, and of each that a document first told apart: ids that it bore, or could have. */
function formerIds(cluster: Cluster, id: string): string[] {
  const firsts = cluster.locals.flatMap(local => [...local.tellings].sort(byPlace).slice(0, 1))
  return sorted(firsts.map(eventId)).filter(other => other !== id)
}

/** What is known of the record's actors beside their ids. */
export interface Cast {
  stateOf: StateOf
  /** The same for what several documents describe alike: "Japanese companies". */
  describedAs(id: string): string
}

/** "Japan" beside "Kishida" says nothing more; nor does one description in each of several documents. */
function specific(ids: readonly string[], cast: Cast): string[] {
  const acting = new Set(ids.flatMap(id => (cast.stateOf(id) === id ? [] : (cast.stateOf(id) ?? []))))
  const described = new Set<string>()
  return sorted(ids).filter(id => {
    if (cast.stateOf(id) === id) return !acting.has(id)
    const known = described.has(cast.describedAs(id))
    described.add(cast.describedAs(id))
    return !known
  })
}

function sides(tellings: readonly Telling[], type: EventType, cast: Cast): Pick<Event, 'source' | 'target'> {
  const doers = tellings.flatMap(it => it.doers)
  const source = specific(doers, cast)
  const meets = type === 'CONSULT' || type === 'AGREE'
  const own = new Set(meets ? source.flatMap(id => cast.stateOf(id) ?? []) : [])
  const target = specific(
    tellings.flatMap(it => it.targets).filter(id => !doers.includes(id) && !own.has(id)),
    cast,
  )
  return { source, target }
}

/** The one telling's own mode where it fits the type; else the mode that most give. */
function modeOf(tellings: readonly Telling[], type: EventType): string | null {
  return elected(
    votes(
      tellings.filter(({ mention }) => mention.type === type),
      ({ mention }) => mention.mode,
    ),
  )
}

/** An allegation that another document reports as a fact keeps who alleged it; one that nobody reports plainly has all who allege it. */
function contest(tellings: readonly Telling[]): { claimedBy: string[]; disputedBy: string[] } {
  return {
    claimedBy: sorted(tellings.flatMap(it => it.claimedBy)),
    disputedBy: sorted(tellings.flatMap(it => it.disputedBy)),
  }
}

export interface Assembled {
  event: Event
  tellings: Telling[]
}

export function assemble(cluster: Cluster, knowledge: Knowledge, inside: Inside, cast: Cast): Assembled {
  const tellings = [...cluster.profile.tellings].sort(byPlace)
  const [first] = tellings
  if (first === undefined) throw new RangeError('an event without tellings')
  const id = eventId(first)
  const status = lastStatus(tellings)
  const type = typeOf(tellings, status)
  const mode = modeOf(tellings, type)
  const date = bestDate(tellings)
  const byOrigin = tellings.map(({ source, mention }) => ({
    origin: source.origin,
    confidence: mention.confidence,
  }))
  const event: Event = {
    id,
    title: titleOf(tellings, status),
    type,
    mode,
    contexts: sorted(tellings.flatMap(({ mention }) => mention.contexts)),
    quad: knowledge.plover.quadOf(type),
    intensity: knowledge.plover.intensityOf(type, mode),
    status,
    date,
    place: placeOf(tellings, inside),
    ...sides(tellings, type, cast),
    states: sorted(tellings.flatMap(it => it.states)),
    issues: sorted(tellings.flatMap(({ mention }) => mention.issues)),
    level: levelOf(tellings),
    confidence: combined(byOrigin),
    ...contest(tellings),
    accounts: accountsOf(tellings, inside),
    history: historyOf(tellings, date),
    formerIds: formerIds(cluster, id),
    evidence: evidenceOf(tellings),
  }
  return { event, tellings }
}
