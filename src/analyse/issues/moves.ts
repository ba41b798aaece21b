/** Facts of one matter as moves, in the order in which they happened. */
import type { OutcomeWords } from '../../knowledge/outcome-words.ts'
import { byCodePoint } from '../../record/ids.ts'
import { addDays, toDays } from '../../record/interval.ts'
import type { ActorType, Event, Interval, Passage, Position } from '../../record/types.ts'
import type { View } from '../view.ts'
import type { Move } from './types.ts'

/** What is read with less confidence moves nothing. */
const LEAST = 0.4
/** A date wider than this many days ("in 2019") says no more than the exact ones within it. */
const WIDE = 7
/** So many days before the first article begins what it tells as background. */
const BACKGROUND = 365
/** An accord older than this is what the sides argue about, and no step in the argument. */
const ACCORD = 3650

/** Who speaks and acts for a state; its parties, firms, newspapers and crowds do not. */
const VOICES: ReadonlySet<ActorType> = new Set(['state', 'government', 'court', 'military', 'person'])

/** Of several on one day: acts before answers, agreements after quarrels, stances that no act shows last. */
const ORDER = [
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'MOBILIZE',
  'THREATEN',
  'ACCUSE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'SUPPORT',
  'CONCEDE',
  'RETREAT',
  'AID',
  'AGREE',
  'COOPERATE',
  'CONSULT',
  'demands',
  'opposes',
  'considers-settled',
  'undecided',
  'supports',
  'offers',
]

/** The state that an actor speaks for; null for those who speak for none. */
export function voiceOf(view: View, id: string): string | null {
  const actor = view.actors.get(id)
  if (actor === undefined) return null
  if (actor.type === 'state') return actor.id
  return VOICES.has(actor.type) ? actor.state : null
}

function statesOf(view: View, ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap(id => voiceOf(view, id) ?? []))].sort(byCodePoint)
}

const wordsOf = (evidence: readonly Passage[]): string => evidence.map(it => it.quote).join(' . ')

/** Dated after all that tell it: "will not lift its curbs before the end of the year" has not been. */
function isToCome(view: View, { evidence, status }: Event, day: string): boolean {
  if (status !== 'reported') return false
  const told = evidence.flatMap(it => view.documents.get(it.document)?.published?.end ?? [])
  return told.length > 0 && told.every(it => it < day)
}

function moveOfEvent(view: View, event: Event, words: OutcomeWords): Move | null {
  const day = event.date.start ?? event.date.end
  if (day === null || event.confidence < LEAST || isToCome(view, event, day)) return null
  const meets = event.type === 'CONSULT' || event.type === 'AGREE' || event.type === 'COOPERATE'
  const doers = statesOf(view, meets ? [...event.source, ...event.target] : event.source)
  const targets = statesOf(view, event.target)
  // A quarrel between a government and its own opposition is no step between states.
  const domestic = event.states.length === 1 && event.target.length > 0 && !meets
  if (doers.length === 0 || (domestic && event.type !== 'COERCE' && targets.length > 0)) return null
  return {
    act: event.type,
    status: event.status,
    sides: doers,
    targets,
    day,
    date: event.date,
    senses: words.sensesOf(wordsOf(event.evidence)),
    kind: 'event',
    id: event.id,
    title: event.title,
    evidence: event.evidence,
  }
}

function moveOfPosition(view: View, position: Position, words: OutcomeWords): Move | null {
  const day = position.date?.start ?? position.date?.end ?? null
  const voice = voiceOf(view, position.actor)
  if (position.date === null || day === null || voice === null || position.confidence < LEAST) return null
  return {
    act: position.stance,
    status: null,
    sides: [voice],
    targets: [],
    day,
    date: position.date,
    senses: words.sensesOf(wordsOf(position.evidence)),
    kind: 'position',
    id: position.id,
    title: position.summary,
    evidence: position.evidence,
  }
}

function width({ start, end, basis }: Interval): number {
  // Known only by when it was told: the day of the telling stands for it.
  if (start === null || end === null || basis === 'publication') return 0
  return toDays(end) - toDays(start)
}

/** "a verdict of 2013" in an article of 2018 is background: of what is old, an accord of the last ten years counts. */
function isBackground({ act, date, sides }: Move, first: string | null): boolean {
  const end = date.end ?? date.start
  if (first === null || end === null) return false
  if (act === 'AGREE' && sides.length > 1) return end < addDays(first, -ACCORD)
  return width(date) > WIDE && end < addDays(first, -BACKGROUND)
}

/** "in 2019" gives way to what is told of days in 2019. */
function withoutVague(moves: readonly Move[]): Move[] {
  const exact = moves.filter(move => width(move.date) <= WIDE).map(move => move.day)
  exact.sort(byCodePoint)
  return moves.filter(({ date }) => {
    if (width(date) <= WIDE) return true
    const next = firstFrom(exact, date.start ?? '')
    return next === undefined || next > (date.end ?? '')
  })
}

/** The first of these sorted days that is not before the other. */
function firstFrom(days: readonly string[], day: string): string | undefined {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < day) low = middle + 1
    else high = middle
  }
  return days[low]
}

/** Passages of some facts, to find those that other facts share. */
export class Places {
  readonly #byDocument = new Map<string, Passage[]>()

  constructor(evidence: Iterable<Passage>) {
    for (const it of evidence) {
      const known = this.#byDocument.get(it.document)
      if (known === undefined) this.#byDocument.set(it.document, [it])
      else known.push(it)
    }
  }

  overlaps({ document, start, end }: Passage): boolean {
    return (this.#byDocument.get(document) ?? []).some(it => it.start < end && start < it.end)
  }
}

/** The first day of any article; null where none has a date. */
function firstDay(view: View): string | null {
  let first: string | null = null
  for (const { published } of view.documents.values()) {
    const day = published?.start ?? null
    if (day !== null && (first === null || day < first)) first = day
  }
  return first
}

/** Positions in words that no event of the same side tells: the event is no second move by the stance that it shows. */
function untold(view: View, positions: readonly Position[], acts: readonly Move[]): Position[] {
  const bySide = new Map<string, Passage[]>()
  for (const { sides, evidence } of acts)
    for (const side of sides) {
      const known = bySide.get(side)
      if (known === undefined) bySide.set(side, [...evidence])
      else known.push(...evidence)
    }
  const told = new Map([...bySide].map(([side, evidence]) => [side, new Places(evidence)]))
  return positions.filter(({ actor, evidence }) => {
    const own = told.get(voiceOf(view, actor) ?? '')
    return own === undefined || !evidence.some(it => own.overlaps(it))
  })
}

const rank = (move: Move): number => ORDER.indexOf(move.act)

/** By day, then by what comes first on a day, then as one article tells it. */
function inOrder(a: Move, b: Move): number {
  const [x, y] = [a.evidence[0], b.evidence[0]]
  return (
    byCodePoint(a.day, b.day) ||
    rank(a) - rank(b) ||
    byCodePoint(x?.document ?? '', y?.document ?? '') ||
    (x?.start ?? 0) - (y?.start ?? 0) ||
    byCodePoint(a.id, b.id)
  )
}

export function movesOf(
  view: View,
  events: readonly Event[],
  positions: readonly Position[],
  words: OutcomeWords,
): Move[] {
  const first = firstDay(view)
  const acts = events
    .flatMap(event => moveOfEvent(view, event, words) ?? [])
    .filter(move => !isBackground(move, first))
  const stances = untold(view, positions, acts).flatMap(it => moveOfPosition(view, it, words) ?? [])
  return withoutVague([...acts, ...stances]).sort(inOrder)
}
