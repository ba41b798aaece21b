/** Events of a record against the keys of one document. */
import type { Event, HistoryEntry, Interval, Record, Span } from '../../src/record/types.ts'
import type { Board } from './board.ts'
import type { Dates, EventKey } from './keys.ts'
import type { Page } from './page.ts'

interface Telling {
  event: Event
  span: Span
  /** The entry of the event's history that rests on this passage. */
  entry: HistoryEntry | null
}

interface Match {
  telling: Telling
  exact: boolean
}

export function within(date: Interval | null, [start, end]: Dates): boolean {
  return date !== null && date.start !== null && date.end !== null && date.start >= start && date.end <= end
}

function rightDate(date: Interval, key: EventKey): boolean {
  const [from, to] = key.date
  if (within(date, key.date)) return !key.undated || date.start !== date.end || from === to
  if (key.undated) return date.start === null && (date.end === null || date.end <= to)
  return key.since === true && date.start !== null && date.start >= from && date.start <= to
}

function tellings(record: Record, page: Page): Telling[] {
  return record.events.flatMap(event =>
    page.spans(event).map(span => {
      const holds = (entry: HistoryEntry) =>
        page.spans(entry).some(own => own[0] === span[0] && own[1] === span[1])
      return { event, span, entry: event.history.find(holds) ?? null }
    }),
  )
}

const typeOf = ({ event, entry }: Telling) => entry?.type ?? event.type
const statusOf = ({ event, entry }: Telling) => entry?.status ?? event.status
const dateOf = ({ event, entry }: Telling) => entry?.date ?? event.date

/** A three-letter id is a state; every other actor belongs to the one that the record gives. */
export function stateOf(record: Record, actor: string | null): string | null {
  const known = record.actors.find(({ id }) => id === actor)?.state
  return known ?? (actor !== null && /^[A-Z]{3}$/.test(actor) ? actor : null)
}

function isExact(record: Record, telling: Telling, key: EventKey): boolean {
  const { states, source } = telling.event
  return (
    key.states.every(state => states.includes(state)) &&
    states.length <= key.states.length + 1 &&
    (key.by ?? []).every(state => source.some(actor => stateOf(record, actor) === state)) &&
    (key.status ?? ['reported']).includes(statusOf(telling)) &&
    rightDate(dateOf(telling), key)
  )
}

function describe(telling: Telling): string {
  const { states, source } = telling.event
  const { start, end } = dateOf(telling)
  return `${typeOf(telling)} ${states.join()} by ${source.join()} ${start}..${end} ${statusOf(telling)}`
}

function describeKey(key: EventKey): string {
  const by = key.by === undefined ? '' : ` by ${key.by.join()}`
  return `${key.types.join('|')} ${key.states.join()}${by} ${key.date.join('..')} ${(key.status ?? ['reported']).join('|')}`
}

/** Gives each key one telling: first where all is right, then where place and type are. */
function matchAll(record: Record, page: Page): (Match | null)[] {
  const all = tellings(record, page)
  const taken = new Set<Telling>()
  const matches: (Match | null)[] = page.key.events.map(() => null)
  const places = page.key.events.map(key => page.place(key.anchor))
  const usedElsewhere = (telling: Telling) =>
    matches.some(match => match?.telling.event === telling.event && match.telling.span === telling.span)
  for (const wantExact of [true, false])
    page.key.events.forEach((key, i) => {
      if (matches[i]) return
      const telling = all.find(
        one =>
          !taken.has(one) &&
          page.near(one.span, places[i] ?? null) &&
          key.types.includes(typeOf(one)) &&
          (wantExact ? isExact(record, one, key) : !usedElsewhere(one)),
      )
      if (telling === undefined) return
      taken.add(telling)
      matches[i] = { telling, exact: isExact(record, telling, key) }
    })
  return matches
}

/** Scores one document's events, and tells which event of the record stands for which key: "001:4" → id. */
export function scoreEvents(record: Record, page: Page, board: Board, found: Map<string, string>): void {
  const matches = matchAll(record, page)
  page.key.events.forEach((key, i) => {
    const match = matches[i] ?? null
    if (match !== null) found.set(`${page.label}:${i}`, match.telling.event.id)
    if (key.optional) return
    board.check('events', match?.exact === true, () => {
      const instead =
        match === null ? 'not found' : `found as ${describe(match.telling)}; due ${describeKey(key)}`
      return `${page.label} event: ${key.what} — ${instead}`
    })
    // An event that is found but wrong is missed, and one too many.
    if (match !== null && !match.exact) board.tally('events').extra++
    if (match !== null) board.judge('events', match.telling.event, match.exact)
    board.tally('passages of events')[match === null ? 'missed' : 'right']++
  })
  const known = new Set(matches.map(match => match?.telling.event.id))
  for (const event of record.events) {
    const spans = page.spans(event)
    const first = spans[0]
    if (first === undefined || known.has(event.id)) continue
    if (spans.some(span => page.free(page.key.optionalEvents, span))) continue
    board.judge('events', event, false)
    board.beyond(
      'events',
      `${page.label} event beyond the key: ${event.type} ${event.title} — ${page.quote(first)}`,
    )
    board.tally('passages of events').extra++
  }
}

/** Over all pairs of tellings that were found: one event kept as one, two as two. */
export function scoreMerging(clusters: string[][], found: Map<string, string>, board: Board): void {
  const members = clusters.flatMap((cluster, c) => cluster.map(name => ({ name, c, id: found.get(name) })))
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) {
      if (a.id === undefined || b.id === undefined) continue
      const [due, got] = [a.c === b.c, a.id === b.id]
      if (due) board.check('merging', got, () => `merging: ${a.name} and ${b.name} are one event`)
      else if (got) board.beyond('merging', `merging: ${a.name} and ${b.name} are not one event`)
    }
  })
}
