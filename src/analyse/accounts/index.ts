/** One event side by side: what each article says of it, what it leaves out, and which words it chose. */
import { passagesOf } from '../../record/facts.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Actor, Event, EventType, Passage } from '../../record/types.ts'
import type { View } from '../view.ts'
import { type AccountTables, saysOf } from './says.ts'
import type { Detail, SideBySide, Teller } from './types.ts'

/** In the order in which they are shown; numbers come before the words. */
const FIELDS = ['date', 'place', 'names', 'level', 'number', 'outcome', 'word', 'term']
/** What an article may leave out; words it always has. */
const OMITTED = new Set(['date', 'place', 'level', 'outcome'])
const OUTCOMES: ReadonlySet<EventType> = new Set(['AGREE', 'REJECT', 'CONCEDE', 'RETREAT', 'COOPERATE'])

const rankOf = (field: string): number => {
  const at = FIELDS.indexOf(field)
  return at < 0 ? FIELDS.indexOf('number') : at
}

/** Passages by the article that they are of, copies under their original. */
function byOrigin(view: View, passages: readonly Passage[]): Map<string, Passage[]> {
  const found = new Map<string, Passage[]>()
  for (const passage of passages) {
    const origin = view.origin(passage.document)
    const known = found.get(origin)
    if (known === undefined) found.set(origin, [passage])
    else known.push(passage)
  }
  return found
}

class Details {
  readonly #found = new Map<
    string,
    { field: string; value: string; documents: Set<string>; evidence: Passage[] }
  >()

  add(field: string, value: string, document: string, evidence: readonly Passage[]): void {
    const key = `${field}\t${value.toLowerCase()}`
    const known = this.#found.get(key) ?? { field, value, documents: new Set(), evidence: [] }
    known.documents.add(document)
    known.evidence.push(...evidence)
    this.#found.set(key, known)
  }

  /** Numbers of one thing rival one another; so do the values that the record holds as accounts. */
  list(rivals: ReadonlySet<string>): Detail[] {
    const byField = new Map<string, number>()
    for (const { field } of this.#found.values()) byField.set(field, (byField.get(field) ?? 0) + 1)
    const isRival = (field: string): boolean =>
      (byField.get(field) ?? 0) > 1 && (rivals.has(field) || field.startsWith('number of '))
    return [...this.#found.values()]
      .map(it => ({ ...it, documents: [...it.documents].sort(byCodePoint), rival: isRival(it.field) }))
      .sort(
        (a, b) =>
          rankOf(a.field) - rankOf(b.field) ||
          byCodePoint(a.field, b.field) ||
          b.documents.length - a.documents.length ||
          byCodePoint(a.value, b.value),
      )
  }
}

/** What came of a meeting: acts of the same sides on the same day. */
function outcomesOf(view: View, event: Event): Event[] {
  const { start } = event.date
  if (event.type !== 'CONSULT' || start === null) return []
  const sides = new Set([...event.source, ...event.target])
  return view
    .facts('event')
    .filter(it => OUTCOMES.has(it.type) && it.date.start === start && it.status === 'reported')
    .filter(it => it.source.some(id => sides.has(id)))
}

function addTerms(
  view: View,
  event: Event,
  told: ReadonlyMap<string, readonly Passage[]>,
  details: Details,
): void {
  const wanted = new Set(event.issues)
  for (const { id, terms } of view.facts('issue')) {
    if (!wanted.has(id)) continue
    for (const { term, document } of terms) if (told.has(document)) details.add('term', term, document, [])
  }
}

function addAccounts(
  view: View,
  event: Event,
  told: ReadonlyMap<string, readonly Passage[]>,
  details: Details,
) {
  for (const { field, values } of event.accounts) {
    if (field.startsWith('number of ') || field === 'place' || field === 'level') continue
    for (const { value, documents } of values) {
      if (typeof value !== 'string') continue
      for (const id of documents) {
        const origin = view.origin(id)
        details.add(field, value, origin, told.get(origin) ?? [])
      }
    }
  }
}

/** Kinds of details that some article gives; what came of a meeting only those can leave out that appeared after it. */
function givenIn(details: readonly Detail[]): string[] {
  const fields = details.map(({ field }) => field)
  return [...new Set(fields.filter(field => OMITTED.has(field) || field.startsWith('number of ')))]
}

function tellersOf(
  view: View,
  event: Event,
  told: ReadonlyMap<string, readonly Passage[]>,
  details: readonly Detail[],
): Teller[] {
  const given = givenIn(details)
  return [...told].map(([document, passages]) => {
    const head = view.documents.get(document)
    const own = new Set(details.filter(it => it.documents.includes(document)).map(({ field }) => field))
    const names = details.filter(it => it.field === 'names' && !it.documents.includes(document))
    const before = (head?.published?.end ?? '9999') < (event.date.start ?? '')
    const lacks = given.filter(field => !own.has(field) && !(before && field === 'outcome'))
    const first = passages.filter(it => it.document === document)
    return {
      document,
      outlet: head?.outlet ?? head?.source ?? null,
      published: head?.published ?? null,
      copies: [...new Set(passages.map(it => it.document))]
        .filter(id => id !== document)
        .sort(byCodePoint)
        .map(id => ({ document: id, outlet: view.documents.get(id)?.outlet ?? null })),
      passages: first.length > 0 ? first : passages,
      leavesOut: [...lacks, ...names.map(({ value }) => value)],
    }
  })
}

export function sideBySide(view: View, event: Event, tables: AccountTables): SideBySide {
  const told = byOrigin(view, passagesOf(event))
  const actors = [...event.source, ...event.target].flatMap((id): Actor[] => {
    const actor = view.actors.get(id)
    return actor === undefined ? [] : [actor]
  })
  const details = new Details()
  for (const [origin, passages] of told)
    for (const passage of passages)
      for (const { field, value } of saysOf(passage.quote, event, actors, tables))
        details.add(field, value, origin, [passage])
  for (const outcome of outcomesOf(view, event))
    for (const [origin, passages] of byOrigin(view, outcome.evidence))
      if (told.has(origin)) details.add('outcome', outcome.title, origin, passages)
  addTerms(view, event, told, details)
  addAccounts(view, event, told, details)
  const list = details.list(new Set(event.accounts.map(({ field }) => field)))
  const published = (id: string): string => view.documents.get(id)?.published?.end ?? '9999'
  const tellers = tellersOf(view, event, told, list)
  return {
    event,
    tellers: tellers.sort(
      (a, b) =>
        byCodePoint(published(a.document), published(b.document)) || byCodePoint(a.document, b.document),
    ),
    details: list,
  }
}
