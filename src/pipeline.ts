/** The stages in their order; the only place that knows it. Everything that is derived can be made again from here. */
import { type Corrected, correct, type Means, mergeBooks } from './correct/index.ts'
import { type Dossier, loadDossier } from './knowledge/dossier.ts'
import { type Knowledge, loadKnowledge } from './knowledge/index.ts'
import { growSlowly, relieve } from './memory.ts'
import type { read } from './read/index.ts'
import type { Receipt, reconcile } from './reconcile/index.ts'
import type { Correction } from './record/corrections.ts'
import type { RecordSource } from './record/facts.ts'
import type { Understanding } from './record/mentions.ts'
import { mergeSame } from './record/same.ts'
import type { Document, Record as EntenteRecord, Interval } from './record/types.ts'
import { keyOf, type Settlement, type Sources, settle } from './settle.ts'
import { stampOf } from './stamp.ts'
import { type Coded, type Entry, openStore, type Settled, type Store } from './store/index.ts'
import type { analyse } from './text/index.ts'
import type { understand } from './understand/index.ts'

export interface Stages {
  read: typeof read
  analyse: typeof analyse
  understand: typeof understand
  reconcile: typeof reconcile
}

let loaded: Promise<Stages> | null = null

/** Loaded when first needed: a listing needs none of them, and they take longer than the listing does. */
export function loadStages(): Promise<Stages> {
  loaded ??= (async () => {
    const [{ read }, { analyse }, { understand }, { reconcile }] = await Promise.all([
      import('./read/index.ts'),
      import('./text/index.ts'),
      import('./understand/index.ts'),
      import('./reconcile/index.ts'),
    ])
    return { read, analyse, understand, reconcile }
  })()
  return loaded
}

export type Phase = 'restore' | 'code' | 'reconcile'
/** Told as the work goes on; `total` is null where it is not known beforehand. */
export type Progress = (phase: Phase, done: number, total: number | null) => void

/** A dossier that is open for work. */
export interface Session {
  readonly store: Store
  readonly dossier: Dossier
  readonly knowledge: Knowledge
  /** Stamp of the rules that make mentions. */
  readonly coding: string
  /** Stamp of the rules that make the record: those and reconciling. */
  readonly version: string
  readonly stages: () => Promise<Stages>
  readonly progress: Progress
  /** Called where coding a document failed: a fault of the program. */
  readonly onFault: (document: Document, error: unknown) => void
}

export interface SessionOptions {
  create?: boolean
  fresh?: boolean
  patience?: number
  progress?: Progress
  onFault?: Session['onFault']
  stages?: () => Promise<Stages>
}

export async function openSession(folder: string, options: SessionOptions = {}): Promise<Session> {
  const { progress = () => {}, onFault = () => {}, stages = loadStages, ...rest } = options
  const dossier = loadDossier(folder)
  const store = await openStore(folder, rest)
  const coding = stampOf(['record', 'text', 'understand', 'knowledge'], JSON.stringify([...dossier.tables]))
  return {
    store,
    dossier,
    knowledge: loadKnowledge(),
    coding,
    version: stampOf(['reconcile'], coding),
    stages,
    progress,
    onFault,
  }
}

/** A text that any store can hold: lone surrogates and NULs are replaced, which keeps every offset. */
function storable(text: string): string {
  return text.replace(/[\p{Surrogate}\0]/gu, '\ufffd')
}

const clean = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, v) => (typeof v === 'string' ? storable(v) : v))

/** What one document says, worked out from its own date or from one that was inferred. */
export function codeDocument(
  stages: Stages,
  knowledge: Knowledge,
  document: Document,
  inferred: Interval | null,
): Understanding {
  const published = inferred ?? document.published
  const { title, authors, outlet } = document
  const analysis = stages.analyse(document.text, { published, title, authors, outlet }, knowledge)
  return stages.understand({ ...document, published }, analysis, knowledge)
}

/** A text that the rules stumble over is kept, says nothing, and is told; the others are not held up by it. */
function codeOrTell(
  session: Session,
  stages: Stages,
  document: Document,
  inferred: Interval | null,
): Understanding {
  try {
    return codeDocument(stages, session.knowledge, document, inferred)
  } catch (error) {
    session.onFault(document, error)
    const anchor = { date: document.published, basis: document.published?.basis ?? null }
    return { document: document.id, anchor, actors: [], mentions: [], terms: [] }
  }
}

async function codeAll(session: Session, documents: readonly Document[]): Promise<Coded[]> {
  if (documents.length === 0) return []
  const stages = await session.stages()
  return documents.map(document => ({
    anchor: '',
    coding: session.coding,
    understanding: codeOrTell(session, stages, document, null),
  }))
}

export type Settings = { readonly [key: string]: unknown }

/** What came of one batch: ids that are new, known with nothing to add, and known from yet another source. */
export interface Taken {
  added: string[]
  known: string[]
  again: string[]
}

/** Applies journal entries that are already on disk. Entries of the same document are merged in any order. */
async function applyEntries(
  session: Session,
  entries: readonly Entry[],
  journal: number,
  settings: Settings = {},
): Promise<void> {
  const { store } = session
  const removed = new Set<string>()
  const corrections = new Map<string, Correction>()
  const ids = entries.flatMap(entry => (entry.op === 'add' ? [entry.document.id] : []))
  const former = new Map((await store.documentsById(ids)).map(document => [document.id, document]))
  const latest = new Map<string, Document>()
  for (const entry of entries) {
    if (entry.op === 'remove') {
      removed.add(entry.id)
      latest.delete(entry.id)
      former.delete(entry.id)
    } else if (entry.op === 'correct') corrections.set(entry.correction.id, entry.correction)
    else {
      const { document } = entry
      const known = latest.get(document.id) ?? former.get(document.id)
      latest.set(document.id, known === undefined ? document : mergeSame(known, document))
    }
  }
  const documents = [...latest.values()]
  const book = corrections.size === 0 ? {} : { corrections: await bookWith(session, corrections) }
  // Corrections lie over the record: where nothing else changes, it need not be made again.
  const isSame = documents.length === 0 && removed.size === 0
  await store.apply({
    removed: [...removed],
    documents,
    coded: await codeAll(session, documents),
    settings: { ...settings, journal, ...book, ...(isSame ? {} : { record: null }) },
  })
  if (!isSame) relieve()
}

/** All corrections, those taken back among them, in the order in which they were made. */
export async function correctionsOf(session: Session): Promise<Correction[]> {
  const kept = await session.store.setting('corrections')
  // Only `bookWith` writes it.
  return Array.isArray(kept) ? kept : []
}

async function bookWith(session: Session, changed: ReadonlyMap<string, Correction>): Promise<Correction[]> {
  return mergeBooks(await correctionsOf(session), [...changed.values()])
}

/** Takes corrections in, on disk in the journal first; one whose id is there already takes its place. */
export async function takeCorrections(session: Session, corrections: readonly Correction[]): Promise<void> {
  if (corrections.length === 0) return
  const entries = corrections.map((correction): Entry => ({ op: 'correct', correction: clean(correction) }))
  await applyEntries(session, entries, session.store.journal.append(entries))
}

/**
 * Takes documents into the dossier: on disk in the journal first, then coded into the store. `settings` are written with
 * them, all or nothing.
 */
export async function takeIn(
  session: Session,
  incoming: readonly Document[],
  settings: Settings = {},
): Promise<Taken> {
  const { store } = session
  const taken: Taken = { added: [], known: [], again: [] }
  const present = new Map(
    (await store.documentsById(incoming.map(document => document.id))).map(document => [
      document.id,
      document,
    ]),
  )
  const entries: Entry[] = []
  for (const document of incoming.map(clean)) {
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
  if (entries.length > 0) await applyEntries(session, entries, store.journal.append(entries), settings)
  else if (Object.keys(settings).length > 0) await store.apply({ settings })
  return taken
}

/** Removes documents with all that rests on them alone. */
export async function removeDocuments(session: Session, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const entries = ids.map((id): Entry => ({ op: 'remove', id }))
  await applyEntries(session, entries, session.store.journal.append(entries))
}

/** Brings in what the journal has and the store has not: an `add` that was cut short, or a store made anew. */
async function catchUp(session: Session): Promise<void> {
  const { store, progress } = session
  const from = Number((await store.setting('journal')) ?? 0)
  for (const { entries, end } of store.journal.read(from)) {
    await applyEntries(session, entries, end)
    progress('restore', end, store.journal.length)
  }
}

const BATCH = 64

/** Codes again what older rules coded. */
async function recode(session: Session): Promise<void> {
  const { store, progress, coding } = session
  const ids = await store.uncoded(coding)
  for (let i = 0; i < ids.length; i += BATCH) {
    const documents = await store.documentsById(ids.slice(i, i + BATCH))
    await store.apply({ coded: await codeAll(session, documents), settings: { record: null } })
    progress('code', Math.min(i + BATCH, ids.length), ids.length)
    relieve()
  }
}

/** Reconciles, with the stages and stamps of this session. */
async function settleIn(session: Session, sources: Sources): Promise<Settlement> {
  const stages = await session.stages()
  return settle(sources, {
    coding: session.coding,
    code: (document, date) => codeOrTell(session, stages, document, date),
    reconcile: (documents, understandings) => stages.reconcile(documents, understandings, session.knowledge),
  })
}

/** From here on reconciling holds more than coding does. */
const MANY = 500

async function loadSources(session: Session): Promise<Sources> {
  const sources: Sources = { documents: [], own: new Map(), inferred: new Map() }
  for await (const document of session.store.documents()) sources.documents.push(document)
  for await (const { anchor, coding, understanding } of session.store.coded()) {
    if (coding !== session.coding) continue
    if (anchor === '') sources.own.set(understanding.document, understanding)
    else sources.inferred.set(keyOf(understanding.document, anchor), understanding)
  }
  return sources
}

/** What the record says of documents beyond what was read. */
function settledDocuments(read: readonly Document[], record: EntenteRecord): Settled[] {
  const before = new Map(read.map(document => [document.id, document]))
  return record.documents
    .map(({ id, published, copyOf, revisionOf }) => ({ id, published, copyOf, revisionOf }))
    .filter(after => {
      const document = before.get(after.id)
      return (
        document?.copyOf !== after.copyOf ||
        document.revisionOf !== after.revisionOf ||
        JSON.stringify(document.published) !== JSON.stringify(after.published)
      )
    })
}

/** True where nothing remains to be done: the journal is in the store, and the record rests on it and on these rules. */
export async function isCurrent(session: Session): Promise<boolean> {
  const { store } = session
  if (Number((await store.setting('journal')) ?? 0) !== store.journal.length) return false
  return (await store.setting('record')) === session.version
}

/** Finishes whatever is unfinished. After it the record follows from the journal and these rules alone. */
export async function bringUpToDate(session: Session): Promise<void> {
  if (await isCurrent(session)) return
  await catchUp(session)
  await recode(session)
  session.progress('reconcile', 0, null)
  const sources = await loadSources(session)
  if (sources.documents.length > MANY) {
    growSlowly()
    relieve()
  }
  const { record, made } = await settleIn(session, sources)
  const { store, version } = session
  await store.apply({ coded: made })
  await store.writeRecord(record, settledDocuments(sources.documents, record), { record: version })
}

/** What corrected values are checked against and completed from. */
export function correctionMeans({ knowledge: { plover } }: Session): Means {
  return plover
}

/** A record with the dossier's corrections over it, and what became of each. */
export async function correctedRecord(session: Session, source: RecordSource): Promise<Corrected> {
  return correct(source, await correctionsOf(session), correctionMeans(session))
}

/** The record that the store holds, as the rules made it, its documents with what reconciling says of them. */
export async function storedRecord(session: Session): Promise<RecordSource> {
  const { store } = session
  const settled = new Map<string, Settled>()
  for await (const document of store.facts('document')) settled.set(document.id, document)
  return {
    async *documents() {
      for await (const document of store.documents()) yield { ...document, ...settled.get(document.id) }
    },
    async *heads() {
      for await (const head of store.heads()) yield { ...head, ...settled.get(head.id) }
    },
    facts: kind => store.facts(kind),
  }
}

function publishedBy(date: Interval | null, day: string): boolean {
  return date?.end != null && date.end <= day
}

/**
 * The record as it stood on a day: from documents published by then, with dates inferred and forecasts settled from
 * such documents alone. An undated document counts once those documents date it.
 */
export async function recordAsOf(session: Session, day: string): Promise<EntenteRecord> {
  const sources = await loadSources(session)
  let documents = sources.documents.filter(d => d.published === null || publishedBy(d.published, day))
  for (;;) {
    const { record } = await settleIn(session, { ...sources, documents })
    const inTime = new Set(record.documents.filter(d => publishedBy(d.published, day)).map(d => d.id))
    if (inTime.size === documents.length) return record
    documents = documents.filter(d => inTime.has(d.id))
  }
}

/** What every document says, and the receipts of reconciling, worked out again: neither is kept. */
export async function settledSources(
  session: Session,
): Promise<{ understandings: Understanding[]; receipts: Receipt[] }> {
  const { understandings, receipts } = await settleIn(session, await loadSources(session))
  return { understandings, receipts: receipts() }
}
