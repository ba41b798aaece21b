/** A dossier that is open for work, and the coding of its documents. */
import { type Dossier, dossierFrom, loadDossier } from './knowledge/dossier.ts'
import { type Knowledge, loadKnowledge } from './knowledge/index.ts'
import { compileLate } from './memory.ts'
import type { read } from './read/index.ts'
import type { reconcile } from './reconcile/index.ts'
import { EntenteError } from './record/errors.ts'
import { DOSSIER_FILE } from './record/files.ts'
import type { Understanding } from './record/mentions.ts'
import type { Document, Interval } from './record/types.ts'
import { stampOf } from './stamp.ts'
import { type Coded, isAddress, openStore, type Store, type StoreOptions } from './store/index.ts'
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
    compileLate()
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

export interface SessionOptions extends StoreOptions {
  progress?: Progress
  onFault?: Session['onFault']
  stages?: () => Promise<Stages>
  /** Open it also where a move or a restore into it was cut short. */
  filling?: boolean
}

/** A text that is there while a dossier is filled from elsewhere: from where. */
export const FILLING = 'filling'

async function refuseHalfFilled(store: Store): Promise<void> {
  const from = await store.text(FILLING)
  if (from === null) return
  throw new EntenteError(
    'E_BROKEN',
    `${store.place} holds only a part of ${from}: what filled it was cut short, or is still at it; run that again to finish`,
  )
}

async function dossierOf(store: Store): Promise<Dossier> {
  return dossierFrom(await store.text(DOSSIER_FILE), `${store.place} ${DOSSIER_FILE}`)
}

/**
 * Opens the dossier at a folder or at `postgres://…`. Throws E_DOSSIER for a fault in its dossier.yaml, E_NO_DOSSIER,
 * E_IN_USE, E_BROKEN, E_SERVER.
 */
export async function openSession(place: string, options: SessionOptions = {}): Promise<Session> {
  const { progress = () => {}, onFault = () => {}, stages = loadStages, filling = false, ...rest } = options
  // A file with a fault is told before anything is made in its folder.
  const inFolder = isAddress(place) ? null : loadDossier(place)
  const store = await openStore(place, rest)
  try {
    if (!filling) await refuseHalfFilled(store)
    const dossier = inFolder ?? (await dossierOf(store))
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
  } catch (error) {
    await store.close()
    throw error
  }
}

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
export function codeOrTell(
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

export async function codeAll(session: Session, documents: readonly Document[]): Promise<Coded[]> {
  if (documents.length === 0) return []
  const stages = await session.stages()
  return documents.map(document => ({
    anchor: '',
    coding: session.coding,
    understanding: codeOrTell(session, stages, document, null),
  }))
}
