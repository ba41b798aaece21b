/** One event mention with everything that the rules compare, its actors already those of the record. */
import type { HeadClass } from '../../knowledge/event-heads.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import { toDays } from '../../record/interval.ts'
import type { EventMention } from '../../record/mentions.ts'
import type { Document, EventType } from '../../record/types.ts'
import type { Actors } from '../actors/index.ts'
import { sorted } from '../lists.ts'

/** A document with what the rules need of it. */
export interface Source {
  readonly document: Document
  /** Documents of one article share it. */
  readonly origin: string
  /** Published by this day, counted from 1970; null: not known. */
  readonly published: number | null
}

/** How far a date can be leaned on. fine: up to ten days; coarse: up to a year; weak: only bounded, or not at all. */
export type Grip = 'fine' | 'coarse' | 'weak'

export interface Telling {
  readonly mention: EventMention
  readonly source: Source
  readonly doers: readonly string[]
  readonly targets: readonly string[]
  readonly claimedBy: readonly string[]
  readonly disputedBy: readonly string[]
  readonly states: readonly string[]
  readonly doerStates: readonly string[]
  readonly targetStates: readonly string[]
  /** As the document itself knows them: `JPN/companies` is nobody in particular, and the same in every document. */
  readonly described: readonly string[]
  /** People on either side, and bodies (courts, ministries) on the doing side: `state|id`. */
  readonly people: readonly string[]
  readonly bodies: readonly string[]
  /** Who travels, where it is told as a visit by one person. */
  readonly visitor: string | null
  /** What the bodies are: "KOR court". */
  readonly offices: readonly string[]
  readonly class: HeadClass
  /** The state in which its place lies, where nobody acts for that state. */
  readonly host: string | null
  /** "since 2008": the first day of what goes on. */
  readonly since: number | null
  readonly grip: Grip
  /** Days from 1970, ±Infinity where open. */
  readonly from: number
  readonly to: number
  /** Of the clause; null where it is too short for the same words to be more than an accident. */
  readonly sentence: number | null
  /** Hashes of the stems of its content words, rising; null until somebody asks. */
  stems: readonly number[] | null
  /** One of two meetings of somebody, told one right after the other, with two people of one state. */
  inTurn: boolean
}

const SHORT = 30

/** A hash of 53 bits over letters and digits alone, so that quotes, dashes and line breaks make no difference. */
function sentenceOf(clause: string): number | null {
  if (clause.length < SHORT) return null
  let high = 0x811c9dc5
  let low = 0x1b873593
  for (let i = 0; i < clause.length; i++) {
    const code = clause.charCodeAt(i)
    const small = code >= 65 && code <= 90 ? code + 32 : code
    if (
      small < 48 ||
      (small > 57 && small < 97) ||
      (small > 122 && small < 192) ||
      (small >= 0x2000 && small < 0x2070)
    )
      continue
    high = Math.imul(high ^ small, 0x01000193)
    low = Math.imul(low ^ small, 0x85ebca6b)
  }
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0)
}

const FINE = 10
const COARSE = 366
/** Acts of speech, and the classes of words that name one; any other word names what it is about. */
const SPOKEN: ReadonlySet<EventType> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'PROTEST'])
const SPEECH = new Set([
  'refusal',
  'demand',
  'criticism',
  'threat',
  'protest',
  'breach',
  'ruling',
  'expulsion',
  'apology',
  'announcement',
  'incident',
])
const ONE_SIDED = new Set(['invitation', 'apology'])

/** Its date is that of its surroundings: no words of its own give one. */
export function isLent({ date, dateSpan }: EventMention): boolean {
  return dateSpan === null && date.basis !== 'publication'
}

/** Named by their sides and their year, and recalled for decades: the day on which a text recalls them says nothing. */
export const LANDMARKS: ReadonlySet<string> = new Set(['deal', 'ruling', 'breach', 'invasion'])

export function stateOfPlace(place: string, knowledge: Knowledge): string | null {
  const { states, places } = knowledge
  return (states.byName(place) ?? states.byCapital(place))?.iso3 ?? places.byName(place)?.state ?? null
}

export function classOf(mention: EventMention, knowledge: Knowledge): HeadClass {
  const found = knowledge.eventHeads.classOf(mention.head.toLowerCase())
  if (mention.type === 'CONSULT') {
    const meeting = found?.name === 'call' || (found !== undefined && ONE_SIDED.has(found.name))
    return meeting && found !== undefined ? found : { name: 'meeting', toldBy: 'who' }
  }
  // "refused to hold a summit" is no summit, "denied that it aimed" no aiming, though that is the word that names it.
  const about = found !== undefined && SPOKEN.has(mention.type) && !SPEECH.has(found.name)
  return found === undefined || about ? { name: `type ${mention.type}`, toldBy: 'what' } : found
}

function gripOf(mention: EventMention, days: number): Grip {
  const { basis, precision } = mention.date
  if (basis === 'publication' || precision === 'unknown' || precision === 'decade') return 'weak'
  return days <= FINE ? 'fine' : days <= COARSE ? 'coarse' : 'weak'
}

/** The state that an actor of the record belongs to, or is. */
export type StateOf = (id: string) => string | null

export function stateFinder(actors: Actors, knowledge: Knowledge): StateOf {
  return id => actors.get(id)?.state ?? (knowledge.states.get(id) === undefined ? null : id)
}

/** Makes tellings of the mentions of one document after another. */
export function teller(
  actors: Actors,
  knowledge: Knowledge,
): (mention: EventMention, source: Source) => Telling {
  const stateOf = stateFinder(actors, knowledge)
  const statesOf = (ids: readonly string[]): string[] => sorted(ids.flatMap(id => stateOf(id) ?? []))
  const kindOf = (id: string) => actors.get(id)?.nodes[0]?.actor.type ?? 'state'
  return (mention, source) => {
    const resolve = (keys: readonly string[]): string[] =>
      sorted(keys.map(key => actors.of(mention.document, key)))
    const doers = resolve(mention.source)
    const targets = resolve(mention.target)
    const own = classOf(mention, knowledge)
    const recalled = isLent(mention) && LANDMARKS.has(own.name)
    const open = recalled || mention.date.start === null
    const from = open ? Number.NEGATIVE_INFINITY : toDays(mention.date.start ?? '')
    const to = mention.date.end === null ? Number.POSITIVE_INFINITY : toDays(mention.date.end)
    const hostOf = (place: string | null, actors: readonly string[]): string | null => {
      const host = place === null ? null : stateOfPlace(place, knowledge)
      return actors.some(id => id !== host && stateOf(id) === host) ? null : host
    }
    const tagged = (ids: readonly string[]): string[] => ids.map(id => `${stateOf(id) ?? ''}|${id}`)
    const people = [...doers, ...targets].filter(id => kindOf(id) === 'person')
    const bodies = doers.filter(id => kindOf(id) !== 'person' && kindOf(id) !== 'state')
    return {
      mention,
      source,
      doers,
      targets,
      claimedBy: resolve(mention.claimedBy),
      disputedBy: resolve(mention.disputedBy),
      states: sorted([...mention.states, ...statesOf([...doers, ...targets])]),
      doerStates: statesOf(doers),
      targetStates: statesOf(targets),
      described: mention.target,
      people: sorted(tagged(people)),
      bodies: sorted(tagged(bodies)),
      visitor: mention.mode === 'visit' ? onlyOne(doers.filter(id => kindOf(id) === 'person')) : null,
      offices: sorted(bodies.map(id => `${stateOf(id) ?? ''} ${kindOf(id)}`)),
      class: own,
      host: hostOf(mention.place, [...doers, ...targets]),
      since:
        mention.date.basis !== 'publication' && mention.date.end === null && Number.isFinite(from)
          ? from
          : null,
      grip: gripOf(mention, to - from + 1),
      from,
      to,
      sentence: sentenceOf(source.document.text.slice(mention.span[0], mention.span[1])),
      stems: null,
      inTurn: false,
    }
  }
}

function onlyOne(ids: readonly string[]): string | null {
  const [first, second] = ids
  return first !== undefined && second === undefined ? first : null
}

/** Order that does not depend on how documents were added: by document, offset, id. */
export function byPlace(a: Telling, b: Telling): number {
  const x = a.mention
  const y = b.mention
  if (x.document !== y.document) return x.document < y.document ? -1 : 1
  return x.span[0] - y.span[0] || x.span[1] - y.span[1] || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)
}
