/** One open dossier as the server needs it: its record in memory, its texts in the store. */
import { workAside } from '../aside.ts'
import { queueOf } from '../correct/index.ts'
import { ensureRoomToServe, type Session, searchesOf, stampOf, takeSearch } from '../pipeline.ts'
import type { AtWork } from '../record/at-work.ts'
import { EntenteError } from '../record/errors.ts'
import type { RecordSource } from '../record/facts.ts'
import { shortHash } from '../record/ids.ts'
import type { SavedSearch } from '../record/searches.ts'
import type { Span } from '../record/types.ts'
import type { Desk, Opening, ReviewDesk, SearchDesk, Watched } from '../serve/index.ts'
import { type InTurn, makeAdding, makeTurns } from './adding.ts'
import { ANALYSES } from './commands/analyses.ts'
import { theMap } from './commands/driver-map.ts'
import { doorOf } from './door.ts'
import { recordOf } from './dossier.ts'
import { type Explanations, explanationsOf } from './explain.ts'
import { inMemory, type TheRecord, theRecord } from './held-record.ts'
import { keeping } from './keeping.ts'
import { authorIn, makeReview } from './review.ts'
import type { Shell } from './shell.ts'

/** Corrections as the page makes them; what is asked often is kept until something changes. */
function reviewDesk(
  shell: Shell,
  session: Session,
  inTurn: InTurn,
  { today, version, changed }: TheRecord,
): ReviewDesk {
  const review = makeReview(shell, session)
  const queue = keeping(async key => {
    const { record, fates } = await today(key)
    return queueOf(record, fates)
  })
  const who = (author: string, reason: string | null) => ({
    author,
    at: shell.effects.now().toISOString(),
    reason,
  })
  const changing = <T>(work: () => Promise<T>): Promise<T> => inTurn(work).finally(changed)
  return {
    author: authorIn(shell),
    queue: async () => queue(await version()),
    fates: async () => (await today(await version())).fates,
    accuracy: () => review.accuracy(),
    fields: kind => review.fields(kind),
    make: (ids, act, author, reason) => changing(() => review.make(ids, act, who(author, reason))),
    undo: (id, author) => changing(() => review.undo(id, who(author, null))),
    write: () => review.write(),
    read: text => changing(() => review.read(text, 'the file')),
  }
}

/** Searches are no part of the record: its version stays when one is saved. */
function searchDesk(shell: Shell, session: Session, inTurn: InTurn): SearchDesk {
  const found = async (id: string): Promise<SavedSearch> => {
    const known = (await searchesOf(session)).find(search => search.id === id)
    if (known === undefined) throw new EntenteError('E_NOT_FOUND', `no saved search has the id ${id}`)
    return known
  }
  const at = () => shell.effects.now().toISOString()
  return {
    list: () => searchesOf(session),
    save: (q, name) =>
      inTurn(async () => {
        const search = { id: shortHash('search', q), name: name ?? q, q, at: at(), isForgotten: false }
        await takeSearch(session, search)
        return search
      }),
    rename: (id, name) =>
      inTurn(async () => {
        const search = { ...(await found(id)), name, at: at() }
        await takeSearch(session, search)
        return search
      }),
    forget: id =>
      inTurn(async () => {
        await takeSearch(session, { ...(await found(id)), at: at(), isForgotten: true })
      }),
  }
}

/** A version ends in where the journal ended, in base 36: what came later is read from there. */
async function changedSince({ store }: Session, version: string): ReturnType<Desk['changedSince']> {
  const [, digits] = /-([0-9a-z]{1,10})$/.exec(version) ?? []
  const from = digits === undefined ? Number.NaN : Number.parseInt(digits, 36)
  if (!(from <= (await store.journal.end()))) return null
  const added = new Set<string>()
  const removed = new Set<string>()
  try {
    for await (const { entries } of store.journal.read(from)) {
      for (const entry of entries) {
        if (entry.op !== 'add' && entry.op !== 'remove') continue
        const id = entry.op === 'add' ? entry.document.id : entry.id
        const [into, outOf] = entry.op === 'add' ? [added, removed] : [removed, added]
        if (!outOf.delete(id)) into.add(id)
      }
    }
  } catch (error) {
    // No batch ends there: the version is another dossier's.
    if (error instanceof EntenteError) return null
    throw error
  }
  return { added: [...added], removed: [...removed] }
}

async function watchesOn(shell: Shell, session: Session): Promise<Watched[]> {
  const { standingJson, standingsOf } = await import('./watching.ts')
  const standings = await standingsOf(session, { shell, due: new Map() })
  return standings.map(standing => {
    const told = standingJson(standing, shell.effects.now())
    const { id, name, kind, url, every, status, last, due, failures, total, visits } = told
    const [latest] = visits
    const more = { news: latest?.new ?? 0, message: latest?.message ?? null }
    return { id, name, kind, url, every, status, last, due, failures, total, ...more }
  })
}

/** Asked anew each time, as `entente work --status` does: a page looks at it now and then. */
async function atWorkIn(place: string | null, { store }: Session): Promise<AtWork | null> {
  if (place === null || !store.isShared) return null
  const [{ openQueue }, { statusOf }] = await Promise.all([
    import('../work/queue.ts'),
    import('../work/status.ts'),
  ])
  const queue = await openQueue(place)
  try {
    return await statusOf(queue)
  } finally {
    await queue.close()
  }
}

function isOpening(value: unknown): value is Opening {
  return typeof value === 'object' && value !== null && 'version' in value && 'answers' in value
}

/** Kept among the settings; good for the same dossier under the same program alone. */
function openingOf({ store, dossier, version }: Session, inTurn: InTurn): Desk['opening'] {
  const program = stampOf(
    ['record', 'export', 'analyse', 'correct', 'serve', 'cli'],
    JSON.stringify([version, dossier.name, dossier.states, dossier.settlements]),
  )
  const stamped = (it: string) => `${program} ${it}`
  return {
    async read() {
      const kept = await store.setting('opening')
      if (!isOpening(kept) || !kept.version.startsWith(stamped(''))) return null
      return { ...kept, version: kept.version.slice(stamped('').length) }
    },
    write: opening =>
      inTurn(() => store.apply({ settings: { opening: { ...opening, version: stamped(opening.version) } } })),
  }
}

/** Of the machine's memory the thread that reads and reconciles may hold so much. */
const SHARE = 0.6

export interface DeskOptions {
  /** Addresses that are fetched though they are not public. */
  allow?: readonly string[]
  /** Where the dossier is; without it nothing is told of workers. */
  place?: string | null
}

export async function makeDesk(
  shell: Shell,
  session: Session,
  { allow = [], place = null }: DeskOptions = {},
): Promise<Desk> {
  const { store, dossier } = session
  await ensureRoomToServe(session)
  const { splitSentences } = await import('../text/sentences.ts')
  const inTurn = makeTurns()
  const held = await theRecord(shell, session, inTurn)
  const { today, changed, version } = held
  const then = keeping(key =>
    inTurn(async () => {
      const source = await recordOf(shell, session, key.split(' ')[0])
      return inMemory(source, source)
    }),
  )
  const reasons = keeping((): Promise<Explanations> => explanationsOf(session))
  const source = async (asOf?: string): Promise<RecordSource> =>
    asOf === undefined ? (await today(await version())).record : then(`${asOf} ${await version()}`)
  const adding = makeAdding({
    shell,
    aside: workAside(session, (shell.effects.memory * SHARE) / 1e6),
    inTurn,
    settled: changed,
    allow,
  })
  if (held.isFormer()) {
    await shell.note('the record that is there is shown while it is made anew')
    // Read before anything else is done with the store.
    await source()
    adding.add([])
  }
  return {
    name: dossier.name,
    states: dossier.states,
    review: reviewDesk(shell, session, inTurn, held),
    adding,
    searches: searchDesk(shell, session, inTurn),
    watches: () => watchesOn(shell, session),
    atWork: () => atWorkIn(place, session),
    version,
    changedSince: it => changedSince(session, it),
    now: () => shell.effects.now(),
    opening: openingOf(session, inTurn),
    source: () => source(),
    document: async id => (await store.documentsById([id]))[0],
    documents: ids => store.documentsById(ids),
    find: (query, limit) => store.search(query, limit),
    sentences: text => splitSentences(text).map(({ start, end }): Span => [start, end]),
    async explain(kind, fact) {
      return (await reasons(await version())).of(kind, fact)
    },
    doors: [...ANALYSES.map(it => it.door(session, source)), doorOf(theMap, session, source)],
  }
}
