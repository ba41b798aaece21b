/** A dossier on its way: out of one place as rows, into another, and whether it arrived. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { correct } from './correct/index.ts'
import { json } from './export/json.ts'
import { changeWatches, takeSearch, takeUncoded } from './intake.ts'
import {
  bringUpToDate,
  correctionMeans,
  isCurrentIn,
  openSession,
  type Session,
  type SessionOptions,
  storedRecord,
  takeCorrections,
} from './pipeline.ts'
import { EntenteError } from './record/errors.ts'
import { OWN_TEXTS } from './record/files.ts'
import { FILLING } from './session.ts'
import { passing } from './steps.ts'
import {
  type Coded,
  type Counts,
  correctionsIn,
  openStore,
  type Part,
  type Reader,
  type Row,
  searchesIn,
  shownPlace,
  watchesIn,
  writeBackup,
} from './store/index.ts'

export { openBackup } from './store/index.ts'

/** Saved searches go among the settings, and come in by way of the journal as they first did. */
const SEARCHES = 'searches'

/** All that a dossier has, in the order of the parts; the record is left out, since it follows from the rest. */
export async function* rowsOf({ store }: Session, reader: Reader): AsyncGenerator<Row> {
  for (const name of OWN_TEXTS) {
    const text = await store.text(name)
    if (text !== null) yield { part: 'texts', value: { name, text } }
  }
  const texts: readonly string[] = [...OWN_TEXTS, FILLING]
  for (const value of await reader.ownSettings())
    if (!texts.includes(value.key)) yield { part: 'settings', value }
  const searches = searchesIn(await reader.setting(SEARCHES))
  if (searches.length > 0) yield { part: 'settings', value: { key: SEARCHES, value: searches } }
  for await (const value of reader.documents()) yield { part: 'documents', value }
  for (const value of correctionsIn(await reader.setting('corrections'))) yield { part: 'corrections', value }
  for (const value of watchesIn(await reader.setting('watches'))) yield { part: 'watches', value }
  for await (const value of reader.coded()) yield { part: 'coded', value }
}

/** sha256 of what `entente export --text full` prints. */
export async function exportHash(session: Session, reader: Reader): Promise<string> {
  const corrections = correctionsIn(await reader.setting('corrections'))
  const { source } = await correct(
    await storedRecord({ store: reader }),
    corrections,
    correctionMeans(session),
  )
  const hash = createHash('sha256')
  for await (const piece of json.write(source, { kind: 'event' })) hash.update(piece)
  return hash.digest('hex')
}

/** How many rows of each part a dossier has. */
export async function countsOf(session: Session, reader: Reader): Promise<Counts> {
  const counts = { texts: 0, settings: 0, documents: 0, corrections: 0, watches: 0, coded: 0 }
  for await (const { part } of rowsOf(session, reader)) counts[part]++
  return counts
}

/** So often a finished state is waited for while others add. */
const TRIES = 5

/** Runs `work` on one state of the dossier, whose record is finished, whatever others add meanwhile. */
export async function finished<T>(session: Session, work: (reader: Reader) => Promise<T>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    await bringUpToDate(session)
    const done = await session.store.frozen(async reader =>
      (await isCurrentIn(session, reader)) ? { result: await work(reader) } : null,
    )
    if (done !== null) return done.result
  }
  throw new EntenteError(
    'E_IN_USE',
    `others keep adding to ${session.store.place}; try again when they have ended`,
  )
}

/** Writes a backup of a finished state; gives what is in it, and the hash of the export that it gives again. */
export function backUp(
  session: Session,
  path: string,
  about: { version: string; made: string },
): Promise<{ counts: Counts; hash: string }> {
  return finished(session, async reader => ({
    counts: await writeBackup(path, about, rowsOf(session, reader)),
    hash: await exportHash(session, reader),
  }))
}

/** Rows to be filled in: where from, how many of each part, and the rows themselves, as often as they are asked for. */
export interface Load {
  /** Names the content: an interrupted filling goes on only from the same. */
  from: string
  counts: Counts
  rows(): AsyncIterable<Row>
}

/** What came from a person or an outlet; settings and coded texts go on by themselves. */
const GIVEN: readonly Part[] = ['texts', 'documents', 'corrections', 'watches']

const givenIn = (rows: AsyncIterable<Row>): AsyncGenerator<Row> =>
  (async function* () {
    for await (const row of rows) if (GIVEN.includes(row.part)) yield row
  })()

/** True where a place that is whole holds just what would come: whatever filled it was killed when all was done. */
async function isThere(place: string, load: Load, { check, ...options }: FillOptions): Promise<boolean> {
  const session = await openSession(place, options)
  try {
    const there = givenIn(rowsOf(session, session.store))
    for await (const row of givenIn(load.rows())) {
      const own = await there.next()
      if (own.done || !isDeepStrictEqual(own.value, row)) return false
    }
    if ((await there.next()).done !== true) return false
    await bringUpToDate(session)
    await check?.(session)
    return true
  } finally {
    await session.store.close()
  }
}

/**
 * Checks that the place is empty, or begun from the same; marks it, and puts the dossier's own texts there. Gives false
 * where it holds documents already.
 */
async function prepare(place: string, load: Load): Promise<boolean> {
  const store = await openStore(place, { create: true })
  try {
    return await store.exclusively(async () => {
      const begun = await store.text(FILLING)
      if (begun !== null && begun !== load.from)
        throw new EntenteError(
          'E_USAGE',
          `${store.place} holds a part of ${begun}; finish that, or name another place`,
        )
      if (begun === null && (await store.journal.end()) > 0) return false
      const texts = new Map<string, string>()
      for await (const row of load.rows()) {
        if (row.part !== 'texts') break
        texts.set(row.value.name, row.value.text)
      }
      for (const name of OWN_TEXTS) {
        const there = await store.text(name)
        if (begun === null && there !== null && there !== texts.get(name))
          throw new EntenteError(
            'E_USAGE',
            `${store.place} has a ${name} of its own, and what comes has another; name an empty place`,
          )
      }
      await store.setText(FILLING, load.from)
      for (const [name, text] of texts) await store.setText(name, text)
      passing('fill:marked')
      return true
    })
  } finally {
    await store.close()
  }
}

/** Rows to a page. */
const PAGE = { rows: 200, characters: 4_000_000 }

async function* pagesOf(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let page: Row[] = []
  let characters = 0
  for await (const row of rows) {
    const isOther = page.at(-1)?.part !== row.part
    if (page.length > 0 && (isOther || page.length >= PAGE.rows || characters > PAGE.characters)) {
      yield page
      page = []
      characters = 0
    }
    page.push(row)
    characters += row.part === 'documents' ? row.value.text.length : 1_000
  }
  if (page.length > 0) yield page
}

async function takePage(session: Session, page: readonly Row[]): Promise<void> {
  await takeUncoded(
    session,
    page.flatMap(row => (row.part === 'documents' ? [row.value] : [])),
  )
  await takeCorrections(
    session,
    page.flatMap(row => (row.part === 'corrections' ? [row.value] : [])),
  )
  await changeWatches(
    session,
    page.flatMap(row => (row.part === 'watches' ? [{ op: 'watch' as const, watch: row.value }] : [])),
  )
  const settings = page.flatMap(row => (row.part === 'settings' ? [row.value] : []))
  for (const { key, value } of settings)
    if (key === SEARCHES) for (const search of searchesIn(value)) await takeSearch(session, search)
  const kept = settings.flatMap(({ key, value }) => (key === SEARCHES ? [] : [[key, value]]))
  if (kept.length > 0) await session.store.apply({ settings: Object.fromEntries(kept) })
  const coded = page.flatMap((row): Coded[] => (row.part === 'coded' ? [row.value] : []))
  const useful = coded.filter(({ coding }) => coding === session.coding)
  if (useful.length > 0) await session.store.apply({ coded: useful })
}

async function checkCounts({ store }: Session, counts: Counts): Promise<void> {
  const { rows } = await store.figures()
  const corrections = correctionsIn(await store.setting('corrections')).length
  if (rows.documents === counts.documents && corrections === counts.corrections) return
  throw new EntenteError(
    'E_BROKEN',
    `${store.place} has ${rows.documents} documents and ${corrections} corrections, and not ${counts.documents} and ` +
      `${counts.corrections} as ${await store.text(FILLING)}; remove it and start again`,
  )
}

export interface FillOptions extends Omit<SessionOptions, 'create' | 'fresh' | 'filling'> {
  /** Told as rows come in. */
  arrived?: (part: Part, rows: number) => void
  /** Looks at the finished dossier before it may be used; throws where it will not do. */
  check?: (session: Session) => Promise<void>
}

/**
 * Fills an empty place with rows, finishes its record, counts, and only then lets it be used. Interrupted, it is run
 * again, and does nothing where all is there. Throws E_USAGE where the place is not empty, and leaves it as it is.
 */
export async function fill(place: string, load: Load, options: FillOptions = {}): Promise<void> {
  const { arrived = () => {}, check = async () => {}, ...rest } = options
  if (!(await prepare(place, load))) {
    if (await isThere(place, load, { ...rest, check })) return
    throw new EntenteError('E_USAGE', `${shownPlace(place)} holds documents already; name an empty place`)
  }
  const session = await openSession(place, { ...rest, filling: true })
  try {
    await session.store.exclusively(async () => {
      let rows = 0
      for await (const page of pagesOf(load.rows())) {
        await takePage(session, page)
        rows += page.length
        passing('fill:page')
        arrived(page[0]?.part ?? 'documents', rows)
      }
      await bringUpToDate(session)
      await checkCounts(session, load.counts)
      await check(session)
      passing('fill:whole')
      await session.store.setText(FILLING, null)
    })
  } finally {
    await session.store.close()
  }
}
