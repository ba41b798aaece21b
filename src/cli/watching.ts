/** Watching as the command line and the server do it: visits to what is due, their articles taken into the dossier. */
import { bringUpToDate, changeWatches, type Session, takeIn, watchesOf } from '../pipeline.ts'
import { decode } from '../read/decode.ts'
import { EntenteError } from '../record/errors.ts'
import { shortHash } from '../record/ids.ts'
import type { Document, Interval } from '../record/types.ts'
import type { Watch } from '../record/watches.ts'
import {
  type Article,
  addressKey,
  discover,
  freshState,
  isoAt,
  makePolite,
  type Polite,
  stateFrom,
  type Took,
  type Visit,
  visit,
  type WatchState,
  waitUntilDue,
} from '../watch/index.ts'
import { type InTurn, makeTurns } from './adding.ts'
import type { Shell } from './shell.ts'

/** What lasts as long as the process does, over any number of sessions. */
export interface Watchman {
  readonly shell: Shell
  readonly polite: Polite
  readonly signal: AbortSignal
  /** By `elapsed`: when each was visited by this process, and is due next, whatever the clock says meanwhile. */
  readonly due: Map<string, number>
  /** Addresses that the dossier has documents from, once they were asked for. */
  known: Promise<Set<string>> | null
  /** So many articles are taken of a watch at a visit. */
  readonly most: number
}

export interface WatchmanOptions {
  allow: readonly string[]
  most: number
  signal: AbortSignal
}

export function makeWatchman(shell: Shell, { allow, most, signal }: WatchmanOptions): Watchman {
  const { effects } = shell
  const polite = makePolite({
    ask: (url, options) => effects.fetchAnswer(url, { ...options, allow }),
    now: () => effects.now(),
    elapsed: () => effects.elapsed(),
    pause: (milliseconds, until) => effects.pause(milliseconds, until),
    signal,
  })
  return { shell, polite, signal, due: new Map(), known: null, most }
}

/** A watch with what its visits found. */
export interface Standing {
  watch: Watch
  state: WatchState
  /** Until the next visit, in milliseconds; infinite where there is to be none. */
  wait: number
}

const settingOf = (id: string): string => `watch:${id}`

export async function standingsOf(
  session: Session,
  { shell: { effects }, due }: Pick<Watchman, 'shell' | 'due'>,
): Promise<Standing[]> {
  const standings: Standing[] = []
  for (const watch of await watchesOf(session)) {
    const state = stateFrom(await session.store.setting(settingOf(watch.id)))
    const own = state.status === 'active' ? due.get(watch.id) : undefined
    const wait =
      own === undefined ? waitUntilDue(state, effects.now().getTime()) : Math.max(0, own - effects.elapsed())
    standings.push({ watch, state, wait })
  }
  return standings
}

/** When the next visit is to be, ISO 8601; null where there is to be none. */
const dueOf = (wait: number, now: Date): string | null =>
  Number.isFinite(wait) ? isoAt(now.getTime() + wait) : null

/** For whoever asks: what is wanted and what was found, without what only the next visit needs. */
export function standingJson({ watch, state, wait }: Standing, now: Date) {
  const { last, status, failures, weight, total, visits, seen } = state
  return {
    ...watch,
    last,
    status,
    due: dueOf(wait, now),
    failures,
    weight,
    total,
    listed: seen.length,
    visits,
  }
}

/** By its id, the beginning of that, its name or an address. */
export function chooseWatch(standings: readonly Standing[], which: string): Standing {
  const found = standings.filter(
    ({ watch }) =>
      watch.id.startsWith(which) || [watch.name, watch.url, watch.given].some(text => text === which),
  )
  const [first, second] = found
  if (first === undefined) throw new EntenteError('E_NOT_FOUND', `nothing watched is called "${which}"`)
  if (second !== undefined)
    throw new EntenteError('E_USAGE', `"${which}" could be ${found.map(it => it.watch.id).join(' or ')}`)
  return first
}

export interface Wanted {
  every: number
  name: string | null
  since: string | null
}

/** Finds out what there is to watch at an address, and watches it from now on. */
export async function addWatch(
  session: Session,
  man: Watchman,
  given: string,
  { every, name, since }: Wanted,
): Promise<Watch> {
  const { url, kind } = await discover(given, {
    polite: man.polite,
    decode: (bytes, source) => decode(bytes, source).text,
  })
  const there = (await watchesOf(session)).find(watch => watch.url === url)
  if (there !== undefined) throw new EntenteError('E_USAGE', `${url} is watched already, as ${there.name}`)
  const host = new URL(given).hostname.replace(/^www\./, '')
  const added = man.shell.effects.now().toISOString()
  const watch = { id: shortHash('watch', url), url, given, kind, name: name ?? host, every, since, added }
  await changeWatches(session, [{ op: 'watch', watch }])
  await keepState(session, watch.id, freshState())
  return watch
}

export async function removeWatch(session: Session, { watch }: Standing): Promise<void> {
  await changeWatches(session, [{ op: 'unwatch', id: watch.id }])
  await session.store.apply({ settings: { [settingOf(watch.id)]: null } })
}

/** Takes it out of quarantine: it is due at once. */
export async function retryWatch(session: Session, { watch, state }: Standing): Promise<void> {
  await keepState(session, watch.id, { ...state, status: 'active', failures: 0, weight: 0, last: null })
}

function keepState(session: Session, id: string, state: WatchState): Promise<void> {
  return session.store.apply({ settings: { [settingOf(id)]: state } })
}

function onDay(day: string | null): Interval | null {
  return day === null ? null : { start: day, end: day, precision: 'day', basis: 'stated' }
}

/** The documents of an article: of its page, else of what the list itself says of it. */
async function readArticle(session: Session, article: Article, retrieved: string): Promise<Document[]> {
  const { read } = await session.stages()
  const { source, url, bytes, published, instead } = article
  const { documents } = await read({ source, url, bytes, retrieved })
  if (documents.length === 0 && instead !== null)
    return readArticle(session, { ...article, bytes: instead, instead: null }, retrieved)
  return documents.map(({ document }) =>
    document.published === null ? { ...document, published: onDay(published) } : document,
  )
}

async function takeArticles(
  session: Session,
  man: Watchman,
  inTurn: InTurn,
  articles: readonly Article[],
): Promise<Took[]> {
  const retrieved = man.shell.effects.now().toISOString()
  const read: Document[][] = []
  for (const article of articles) read.push(await readArticle(session, article, retrieved))
  const { added } = await inTurn(() => takeIn(session, read.flat()))
  const known = await man.known
  for (const url of [...articles.map(it => it.url), ...read.flat().map(it => it.url)])
    if (url !== null && URL.canParse(url)) known?.add(addressKey(url))
  return read.map(documents =>
    documents.length === 0 ? 'nothing' : documents.some(({ id }) => added.includes(id)) ? 'added' : 'known',
  )
}

async function addressesOf(session: Session): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const { url } of session.store.heads())
    if (url !== null && URL.canParse(url)) keys.add(addressKey(url))
  return keys
}

export interface Told {
  watch: Watch
  visit: Visit
  state: WatchState
}

/** Watches that are visited at the same time; at one host it is still one question after the other. */
const AT_ONCE = 4

async function visitOne(
  session: Session,
  man: Watchman,
  inTurn: InTurn,
  { watch, state }: Standing,
): Promise<Told> {
  const { effects } = man.shell
  const found = await visit(watch, state, {
    polite: man.polite,
    now: () => effects.now(),
    elapsed: () => effects.elapsed(),
    decode: (bytes, source) => decode(bytes, source).text,
    take: articles => takeArticles(session, man, inTurn, articles),
    known: () => (man.known ??= inTurn(() => addressesOf(session))),
    most: man.most,
    isStopped: () => man.signal.aborted,
  })
  await inTurn(async () => {
    if (found.moved !== null)
      await changeWatches(session, [{ op: 'watch', watch: { ...watch, url: found.moved } }])
    await keepState(session, watch.id, found.state)
  })
  if (found.visit.outcome !== 'stopped') man.due.set(watch.id, effects.elapsed() + found.state.wait)
  return { watch, visit: found.visit, state: found.state }
}

/** Visits these, and makes the record anew where anything came; what is told comes as each visit ends. */
export async function visitAll(
  session: Session,
  man: Watchman,
  standings: readonly Standing[],
  { tell, inTurn = makeTurns() }: { tell: (told: Told) => Promise<void>; inTurn?: InTurn },
): Promise<void> {
  const queue = [...standings]
  let news = 0
  const work = async () => {
    for (let next = queue.shift(); next !== undefined && !man.signal.aborted; next = queue.shift()) {
      const told = await visitOne(session, man, inTurn, next)
      news += told.visit.new + told.visit.revised
      await tell(told)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (news > 0 && !man.signal.aborted) await inTurn(() => bringUpToDate(session))
}
