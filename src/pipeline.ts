/** The stages in their order; the only place that knows it. Everything that is derived can be made again from here. */
import { type Corrected, correct, type Means } from './correct/index.ts'
import { catchUp, correctionsOf, FORMER } from './intake.ts'
import { ensureRoom, ensureRoomToHold, growSlowly, relieve } from './memory.ts'
import type { Receipt } from './reconcile/index.ts'
import { EntenteError } from './record/errors.ts'
import type { RecordSource } from './record/facts.ts'
import type { Understanding } from './record/mentions.ts'
import type { Document, Record as EntenteRecord, Interval } from './record/types.ts'
import { codeAll, codeOrTell, type Session } from './session.ts'
import { keyOf, type Settlement, type Sources, settle } from './settle.ts'
import { passing } from './steps.ts'
import { followed, type Present, type Reader, type Settled } from './store/index.ts'

export {
  changeWatches,
  correctionsOf,
  removeDocuments,
  searchesOf,
  takeCorrections,
  takeIn,
  takeSearch,
  watchesOf,
} from './intake.ts'
export {
  openSession,
  type Phase,
  type Session,
  type SessionOptions,
  type Stages,
} from './session.ts'
export { stampOf } from './stamp.ts'

const BATCH = 64

/** Codes again what older rules coded. */
async function recode(session: Session): Promise<void> {
  const { store, progress, coding } = session
  const ids = await store.uncoded(coding)
  for (let i = 0; i < ids.length; i += BATCH) {
    const documents = await store.documentsById(ids.slice(i, i + BATCH))
    await store.apply({ coded: await codeAll(session, documents), settings: { record: null } })
    passing('code:batch')
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
  ensureRoom(sources.documents)
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

/** Throws NeedsMemory where a server could not hold the record that is there. */
export async function ensureRoomToServe({ store }: Session): Promise<void> {
  ensureRoomToHold((await store.figures()).facts)
}

/** True where nothing remains to be done: the journal is in the store, and the record rests on it and on these rules. */
export async function isCurrent(session: Session): Promise<boolean> {
  const { store } = session
  return (await followed(store)) === (await store.journal.end()) && isCurrentIn(session, store)
}

/** True where the record that is read rests on all documents that are read, and on these rules. */
export async function isCurrentIn({ version }: Session, reader: Present): Promise<boolean> {
  return (await reader.setting('record')) === version
}

/** True where there is a record, be it one of former rules or of fewer documents. */
export async function hasRecord({ store }: Session): Promise<boolean> {
  return typeof (await store.setting('record')) === 'string'
}

/** So often the record is made again where others have added meanwhile. */
const TRIES = 5

/** Gives false where the journal has gone on meanwhile; the record is then written only if it may be `late`. */
async function finish(session: Session, late = false): Promise<boolean> {
  const { store, version } = session
  await catchUp(session)
  await recode(session)
  session.progress('reconcile', 0, null)
  passing('reconcile:begun')
  const at = await followed(store)
  const sources = await loadSources(session)
  if (sources.documents.length > MANY) {
    growSlowly()
    relieve()
  }
  const { record, made } = await settleIn(session, sources)
  passing('reconcile:made')
  await store.apply({ coded: made })
  const settled = settledDocuments(sources.documents, record)
  const isWritten = await store.writeRecord(record, settled, { record: version }, at)
  passing('record:done')
  if (isWritten) return true
  if (late) await store.writeRecord(record, settled, { record: FORMER }, null)
  return false
}

/**
 * Makes the record of what is there when it begins, whatever others add meanwhile: for a dossier that is never at
 * rest. Gives false where another process is at it.
 */
export async function makeRecord(session: Session): Promise<boolean> {
  try {
    await session.store.exclusively(() => finish(session, true))
    return true
  } catch (error) {
    if (error instanceof EntenteError && error.code === 'E_IN_USE') return false
    throw error
  }
}

/**
 * Finishes whatever is unfinished. After it the record follows from the journal and these rules alone. Throws E_IN_USE
 * where another process is finishing it, or others add faster than it can be finished.
 */
export async function bringUpToDate(session: Session): Promise<void> {
  if (await isCurrent(session)) return
  await session.store.exclusively(async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      // Another process may have finished it while this one waited.
      if (await isCurrent(session)) return
      if (await finish(session)) return
    }
    throw new EntenteError(
      'E_IN_USE',
      `others keep adding to ${session.store.place}: its record is not finished; try again when they have ended`,
    )
  })
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
export async function storedRecord({ store }: { store: Reader }): Promise<RecordSource> {
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
