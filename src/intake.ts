/** What comes into a dossier and goes out of it: documents, removals, corrections, watches, saved searches, by way of the journal. */
import { mergeBooks } from './correct/index.ts'
import { relieve } from './memory.ts'
import type { Correction } from './record/corrections.ts'
import { EntenteError } from './record/errors.ts'
import { mergeSame } from './record/same.ts'
import type { SavedSearch } from './record/searches.ts'
import type { Document } from './record/types.ts'
import type { Watch } from './record/watches.ts'
import { codeAll, type Session } from './session.ts'
import { passing } from './steps.ts'
import {
  type Change,
  type Coded,
  correctionsIn,
  type Entry,
  followed,
  type Plan,
  type Present,
  searchesIn,
  watchesIn,
} from './store/index.ts'

/** A text that any store can hold: lone surrogates and NULs are replaced, which keeps every offset. */
function storable(text: string): string {
  return text.replace(/[\p{Surrogate}\0]/gu, '\ufffd')
}

const clean = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, v) => (typeof v === 'string' ? storable(v) : v))

/** What came of one batch: ids that are new, known with nothing to add, and known from yet another source. */
export interface Taken {
  added: string[]
  known: string[]
  again: string[]
}

/** All corrections, those taken back among them, in the order in which they were made. */
export async function correctionsOf({ store }: Session): Promise<Correction[]> {
  return correctionsIn(await store.setting('corrections'))
}

/** Says what documents say; of one that it was asked for before, as it said then. */
type Coder = (documents: readonly Document[]) => Promise<Coded[]>

function makeCoder(session: Session): Coder {
  const known = new Map<string, Coded>()
  return async documents => {
    const fresh = documents.filter(document => !known.has(JSON.stringify(document)))
    const coded = await codeAll(session, fresh)
    for (const [i, document] of fresh.entries()) {
      const said = coded[i]
      if (said !== undefined) known.set(JSON.stringify(document), said)
    }
    return documents.flatMap(document => known.get(JSON.stringify(document)) ?? [])
  }
}

/** A watch begins, changes or ends. */
export type WatchEntry = Extract<Entry, { op: 'watch' | 'unwatch' }>

/** What entries of the journal leave of the documents and corrections that are there. */
interface Outcome {
  documents: Document[]
  removed: string[]
  corrections: Correction[]
  watches: WatchEntry[]
  searches: SavedSearch[]
}

/** Entries of the same document are merged in any order. */
function outcomeOf(entries: readonly Entry[], present: readonly Document[]): Outcome {
  const removed = new Set<string>()
  const corrections = new Map<string, Correction>()
  const former = new Map(present.map(document => [document.id, document]))
  const latest = new Map<string, Document>()
  const watches: WatchEntry[] = []
  const searches: SavedSearch[] = []
  for (const entry of entries) {
    if (entry.op === 'remove') {
      removed.add(entry.id)
      latest.delete(entry.id)
      former.delete(entry.id)
    } else if (entry.op === 'correct') corrections.set(entry.correction.id, entry.correction)
    else if (entry.op === 'watch' || entry.op === 'unwatch') watches.push(entry)
    else if (entry.op === 'search') searches.push(entry.search)
    else {
      const { document } = entry
      const known = latest.get(document.id) ?? former.get(document.id)
      latest.set(document.id, known === undefined ? document : mergeSame(known, document))
    }
  }
  return {
    documents: [...latest.values()],
    removed: [...removed],
    corrections: [...corrections.values()],
    watches,
    searches,
  }
}

/** In the place of the rules' stamp: there is a record, and it rests on fewer documents than there are. */
export const FORMER = 'former'

const idsIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(entry => (entry.op === 'add' ? [entry.document.id] : []))

/** In the order in which they were added. */
function watchesWith(there: readonly Watch[], entries: readonly WatchEntry[]): Watch[] {
  const watches = new Map(there.map(watch => [watch.id, watch]))
  for (const entry of entries) {
    if (entry.op === 'watch') watches.set(entry.watch.id, entry.watch)
    else watches.delete(entry.id)
  }
  return [...watches.values()]
}

/** In the order in which they were first saved. */
function searchesWith(there: readonly SavedSearch[], changed: readonly SavedSearch[]): SavedSearch[] {
  const all = new Map([...there, ...changed].map(search => [search.id, search]))
  return [...all.values()].filter(({ isForgotten }) => !isForgotten)
}

/** What follows from entries, where `present` is there before them. */
async function changeFrom(entries: readonly Entry[], present: Present, coder: Coder): Promise<Change> {
  const outcome = outcomeOf(entries, await present.documentsById(idsIn(entries)))
  const { documents, removed, corrections, watches, searches } = outcome
  const book =
    corrections.length === 0
      ? {}
      : { corrections: mergeBooks(correctionsIn(await present.setting('corrections')), corrections) }
  const list =
    watches.length === 0 ? {} : { watches: watchesWith(watchesIn(await present.setting('watches')), watches) }
  const kept =
    searches.length === 0
      ? {}
      : { searches: searchesWith(searchesIn(await present.setting('searches')), searches) }
  // Corrections lie over the record, watches and searches beside it: where nothing else changes, it need not be made again.
  const isSame = documents.length === 0 && removed.length === 0
  // A record that cites what is removed cannot be read any more; one that lacks what was added can.
  const isReadable = removed.length === 0 && typeof (await present.setting('record')) === 'string'
  return {
    removed,
    documents,
    coded: await coder(documents),
    settings: { ...book, ...list, ...kept, ...(isSame ? {} : { record: isReadable ? FORMER : null }) },
  }
}

/** Brings in what the journal has and the store has not: an `add` that was cut short, or a store made anew. */
export async function catchUp(session: Session): Promise<void> {
  const { store, progress } = session
  const length = await store.journal.end()
  const coder = makeCoder(session)
  for await (const { entries, end } of store.journal.read(await followed(store))) {
    const change = await changeFrom(entries, store, coder)
    await store.apply({ ...change, settings: { ...change.settings, journal: end } })
    passing('restore:batch')
    progress('restore', end, length)
    relieve()
  }
}

/** What is missing of a journal cannot be brought in, and what came after it would be lost with the database. */
async function refuseShortJournal({ store }: Session): Promise<void> {
  const [from, end] = [await followed(store), await store.journal.end()]
  if (from <= end) return
  throw new EntenteError(
    'E_BROKEN',
    `the journal of ${store.place} ends at ${end}, and its database has followed it to ${from}: an older copy of the ` +
      'journal took its place. Put the right one back; or save what the database has by `entente backup`, and restore that elsewhere',
  )
}

/** Commits a batch; what the journal has before it is brought in first. */
async function commit<T>(session: Session, plan: (present: Present) => Promise<Plan<T>>): Promise<T> {
  for (;;) {
    const done = await session.store.commit(plan)
    if (done !== null) return done.result
    await refuseShortJournal(session)
    await session.store.exclusively(() => catchUp(session))
  }
}

async function commitEntries(session: Session, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  await commit(session, async present => {
    const change = await changeFrom(entries, present, makeCoder(session))
    return { entries, change, result: null }
  })
}

/** Takes corrections in; one whose id is there already takes its place. */
export async function takeCorrections(session: Session, corrections: readonly Correction[]): Promise<void> {
  await commitEntries(
    session,
    corrections.map(correction => ({ op: 'correct', correction: clean(correction) })),
  )
}

/** Feeds and sites under watch. */
export async function watchesOf({ store }: Session): Promise<Watch[]> {
  return watchesIn(await store.setting('watches'))
}

/** Adds, changes and ends watches. */
export async function changeWatches(session: Session, entries: readonly WatchEntry[]): Promise<void> {
  await commitEntries(session, entries.map(clean))
}

/** Searches that are kept with the dossier. */
export async function searchesOf({ store }: Session): Promise<SavedSearch[]> {
  return searchesIn(await store.setting('searches'))
}

/** Keeps a search, or what has become of one. */
export async function takeSearch(session: Session, search: SavedSearch): Promise<void> {
  await commitEntries(session, [{ op: 'search', search: clean(search) }])
}

/** Removes documents with all that rests on them alone. */
export async function removeDocuments(session: Session, ids: readonly string[]): Promise<void> {
  await commitEntries(
    session,
    ids.map(id => ({ op: 'remove', id })),
  )
}

/** Which of the incoming documents add something to those that are there, and what came of each. */
function news(incoming: readonly Document[], there: readonly Document[]): { entries: Entry[]; taken: Taken } {
  const taken: Taken = { added: [], known: [], again: [] }
  const present = new Map(there.map(document => [document.id, document]))
  const entries: Entry[] = []
  for (const document of incoming) {
    const known = present.get(document.id)
    const merged = known === undefined ? document : mergeSame(known, document)
    if (known === undefined) taken.added.push(document.id)
    else if (JSON.stringify(known) === JSON.stringify(merged)) {
      taken.known.push(document.id)
      continue
    } else taken.again.push(document.id)
    present.set(document.id, merged)
    entries.push({ op: 'add', document })
  }
  return { entries, taken }
}

/** Takes documents in that are coded later, by `bringUpToDate` or from elsewhere. */
export async function takeUncoded(session: Session, documents: readonly Document[]): Promise<void> {
  const ids = documents.map(({ id }) => id)
  await commit(session, async present => {
    const { entries } = news(documents, await present.documentsById(ids))
    return { entries, change: await changeFrom(entries, present, async () => []), result: null }
  })
}

/**
 * Takes documents into the dossier, any number of processes at once: coded beforehand from what is there by now, then
 * journalled and applied in one, where the few that another process has changed meanwhile are coded again. `settings`
 * are written with them, all or nothing.
 */
export async function takeIn(
  session: Session,
  incoming: readonly Document[],
  settings: { readonly [key: string]: unknown } = {},
): Promise<Taken> {
  const documents = incoming.map(clean)
  const ids = documents.map(({ id }) => id)
  const coder = makeCoder(session)
  const work = async (present: Present): Promise<Plan<Taken>> => {
    const { entries, taken } = news(documents, await present.documentsById(ids))
    const change = await changeFrom(entries, present, coder)
    return { entries, change: { ...change, settings: { ...change.settings, ...settings } }, result: taken }
  }
  const { entries } = await work(session.store)
  const taken = await commit(session, work)
  // Where nothing is new there is nothing to commit, and how far it was read is still worth knowing.
  if (taken.added.length + taken.again.length === 0 && Object.keys(settings).length > 0)
    await session.store.apply({ settings })
  if (entries.length > 0) relieve()
  return taken
}
