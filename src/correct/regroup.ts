/** Events put together and taken apart by hand. */
import { byCodePoint, normalise, shortHash } from '../record/ids.ts'
import { byDate } from '../record/interval.ts'
import type { Account, Event, Passage } from '../record/types.ts'

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodePoint)

const placeOf = ({ document, start, end }: Passage): string => `${document} ${start} ${end}`

/** Each once, by document and offset, as the record has them. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const byPlace = new Map(passages.map(passage => [placeOf(passage), passage]))
  return [...byPlace.values()].sort(
    (a, b) => byCodePoint(a.document, b.document) || a.start - b.start || a.end - b.end,
  )
}

const documentsOf = ({ evidence }: Event): string[] => sorted(evidence.map(({ document }) => document))

/** "2018-10-30", "2018-10-01/2018-10-31": as accounts write a date. */
function dateText({ date: { start, end } }: Event): string | null {
  if (start === null || end === null) return null
  return start === end ? start : `${start}/${end}`
}

/** What an event says by itself where two of them may differ. */
const OWN: { readonly [field: string]: (event: Event) => string | null } = {
  date: dateText,
  place: event => event.place,
  type: event => event.type,
  status: event => event.status,
  level: event => event.level,
}

/** The values that are told of a field, each with its documents: an event without accounts has one, told by all. */
function valuesOf(event: Event, field: string): Account['values'] {
  const account = event.accounts.find(it => it.field === field)
  if (account !== undefined) return account.values
  const value = OWN[field]?.(event) ?? null
  return value === null ? [] : [{ value, documents: documentsOf(event) }]
}

/** Two events that are one may differ: what each says is kept beside the documents that say it. */
function accountsOf(a: Event, b: Event): Account[] {
  const known = [...a.accounts, ...b.accounts].map(({ field }) => field)
  const fields = [...new Set([...known, ...Object.keys(OWN)])]
  return fields.flatMap(field => {
    const told = new Map<unknown, string[]>()
    for (const { value, documents } of [...valuesOf(a, field), ...valuesOf(b, field)])
      told.set(value, sorted([...(told.get(value) ?? []), ...documents]))
    const values = [...told].map(([value, documents]) => ({ value, documents }))
    return values.length < 2 ? [] : [{ field, values }]
  })
}

/** One event of two: it is the first, told by the documents of both. */
export function merged(a: Event, b: Event): Event {
  return {
    ...a,
    contexts: sorted([...a.contexts, ...b.contexts]),
    place: a.place ?? b.place,
    source: a.source.length > 0 ? a.source : b.source,
    target: a.target.length > 0 ? a.target : b.target,
    states: sorted([...a.states, ...b.states]),
    issues: sorted([...a.issues, ...b.issues]),
    level: a.level ?? b.level,
    confidence: Math.max(a.confidence, b.confidence),
    claimedBy: sorted([...a.claimedBy, ...b.claimedBy]),
    disputedBy: sorted([...a.disputedBy, ...b.disputedBy]),
    accounts: accountsOf(a, b),
    history: [...a.history, ...b.history].sort((x, y) => byDate(x.date, y.date)),
    formerIds: sorted([...a.formerIds, b.id, ...b.formerIds]),
    evidence: inOrder([...a.evidence, ...b.evidence]),
  }
}

/** The id of what is split off: the same whenever the same passages are. */
export function splitId(event: Event, passages: readonly Passage[]): string {
  return shortHash('split', event.id, ...inOrder(passages).map(placeOf))
}

/** Sets a field as a person would; null where the value does not fit. */
export type Setter = (event: Event, field: string, value: string) => Event | null

/** Of the values that were told side by side, those of the event's own documents; one that is left alone is its own. */
function told(event: Event, set: Setter): Event {
  const own = new Set(documentsOf(event))
  let now: Event = { ...event, accounts: [] }
  for (const { field, values } of event.accounts) {
    const left = values.flatMap(({ value, documents }) => {
      const stays = documents.filter(id => own.has(id))
      return stays.length === 0 ? [] : [{ value, documents: stays }]
    })
    const [only] = left
    if (left.length > 1) now = { ...now, accounts: [...now.accounts, { field, values: left }] }
    else if (only === undefined || only.value === OWN[field]?.(event)) continue
    else if (field === 'place') now = { ...now, place: String(only.value) }
    else now = set(now, field, String(only.value).replace('/', '..')) ?? now
  }
  return now
}

/** The event without the passages, and what these tell; null where either would rest on nothing. */
export function split(
  event: Event,
  passages: readonly Passage[],
  into: string,
  set: Setter,
): { rest: Event; off: Event } | null {
  const places = new Set(passages.map(placeOf))
  // A document that was read anew has other offsets; its sentences are the same.
  const quotes = new Set(passages.map(({ quote }) => normalise(quote)))
  const held = event.evidence.some(it => places.has(placeOf(it)))
  const goes = (it: Passage): boolean => (held ? places.has(placeOf(it)) : quotes.has(normalise(it.quote)))
  const side = (isOff: boolean): Event => ({
    ...event,
    evidence: event.evidence.filter(it => goes(it) === isOff),
    history: event.history.flatMap(entry => {
      const evidence = entry.evidence.filter(it => goes(it) === isOff)
      return evidence.length === 0 ? [] : [{ ...entry, evidence }]
    }),
  })
  const [rest, off] = [side(false), side(true)]
  if (rest.evidence.length === 0 || off.evidence.length === 0) return null
  return { rest: told(rest, set), off: { ...told(off, set), id: into, formerIds: [] } }
}
