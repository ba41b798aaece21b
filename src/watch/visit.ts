/** One visit to one watch: its list, what is new on it, and what to remember. */
import { EntenteError } from '../record/errors.ts'
import type { Watch } from '../record/watches.ts'
import { failed } from './failures.ts'
import { newestFirst } from './items.ts'
import { kindOf } from './kinds/index.ts'
import { Memory } from './memory.ts'
import { noCounts, Round, type VisitMeans } from './round.ts'
import type { Visit, WatchState } from './state.ts'
import { DAY, instant, SECOND } from './time.ts'
import type { Item, Listing } from './types.ts'

export interface Visited {
  state: WatchState
  visit: Visit
  /** Where the list has moved for good. */
  moved: string | null
}

const VISITS_KEPT = 20

/**
 * A site's whole past is on its sitemap: without `since` only the newest is wanted at the first visit, and later only
 * what changed after it.
 */
const isOfPast = (watch: Watch): boolean => watch.kind === 'sitemap' && watch.since === null

/** Articles from before this moment are not wanted. */
function floorOf(watch: Watch, state: WatchState): number {
  if (watch.since !== null) return instant(watch.since) ?? Number.NEGATIVE_INFINITY
  if (!isOfPast(watch) || state.last === null) return Number.NEGATIVE_INFINITY
  return (instant(watch.added) ?? 0) - DAY
}

/** What is to be taken: new ones before changed ones, the newest first. */
async function wanted(
  items: readonly Item[],
  memory: Memory,
  floor: number,
  means: VisitMeans,
): Promise<Item[]> {
  const isNew = items.some(item => memory.markOf(item) === null)
  const known: ReadonlySet<string> = isNew ? await means.known() : new Set()
  const fresh: Item[] = []
  const changed: Item[] = []
  const met = new Set<string>()
  for (const item of newestFirst(items)) {
    if (item.keys.some(key => met.has(key))) continue
    for (const key of item.keys) met.add(key)
    const mark = memory.markOf(item)
    if (mark === item.mark) {
      // A new name for a known article is learnt.
      if (item.keys.some(key => !memory.seen.has(key))) memory.keep(item)
      continue
    }
    if (item.at !== null && item.at < floor) continue
    // In the dossier already, from elsewhere or from before a rebuild: taken as read.
    if (mark === null && item.url !== null && known.has(item.keys[0] ?? '')) memory.keep(item)
    else (mark === null ? fresh : changed).push(item)
  }
  return [...fresh, ...changed]
}

async function takeAll(watch: Watch, state: WatchState, means: VisitMeans, listing: Listing, memory: Memory) {
  const items = listing.parts.flatMap(part => part.items)
  const all = await wanted(items, memory, floorOf(watch, state), means)
  const round = new Round(watch, means, memory)
  const chosen = all.slice(0, means.most)
  const rest = new Set(all.slice(means.most))
  if (isOfPast(watch) && state.last === null) {
    for (const item of rest) memory.keep(item)
    rest.clear()
  }
  for (const item of chosen) {
    if (round.isOver) rest.add(item)
    else await round.take(item)
  }
  await round.flush()
  round.counts.left += rest.size
  return { round, items, rest }
}

function visitOf(at: string, outcome: Visit['outcome'], more: Partial<Visit>): Visit {
  return { at, outcome, status: null, code: null, message: null, ...noCounts(), ...more }
}

const remember = (state: WatchState, visit: Visit): WatchState => ({
  ...state,
  last: visit.at,
  visits: [visit, ...state.visits].slice(0, VISITS_KEPT),
})

function afterFailure(
  watch: Watch,
  state: WatchState,
  error: EntenteError,
  at: string,
  held: number,
): Visited {
  const { code, message } = error
  if (code === 'E_STOPPED') {
    // Nobody's failure: it stays as due as it was.
    return { state, visit: visitOf(at, 'stopped', { code, message }), moved: null }
  }
  const visit = visitOf(at, 'failed', { code, message })
  return { state: remember(failed(state, code, watch.every * SECOND, held), visit), visit, moved: null }
}

/** What to remember after a list was read and its articles were taken. */
function afterList(
  watch: Watch,
  state: WatchState,
  listing: Listing,
  done: Awaited<ReturnType<typeof takeAll>>,
  at: string,
  held: number,
): Visited {
  const { round, items, rest } = done
  const { counts, memory, stop } = round
  const isWhole = counts.left === 0 && memory.tries.size === 0
  const finished = listing.parts.flatMap(({ key, mark, items: own }): [string, string][] =>
    mark === null || stop !== null || own.some(item => rest.has(item)) ? [] : [[key, mark]],
  )
  const news = counts.new + counts.revised
  const outcome = listing.isUnchanged ? 'unchanged' : news > 0 ? 'news' : 'nothing'
  const visit = visitOf(at, outcome, {
    ...counts,
    status: listing.status,
    ...(stop === null ? {} : { code: stop.code, message: stop.message }),
  })
  const next: WatchState = {
    ...state,
    // Asked on condition, a list that was not finished would not come again.
    etag: isWhole ? listing.etag : null,
    lastModified: isWhole ? listing.lastModified : null,
    wait: Math.max(held, watch.every * SECOND),
    failures: 0,
    weight: 0,
    total: state.total + counts.new,
    seen: listing.isUnchanged ? state.seen : memory.kept(items),
    parts: [...new Map([...state.parts, ...finished])],
    tries: [...memory.tries],
    cursor: isWhole ? listing.cursor : state.cursor,
  }
  return {
    state: remember(next, visit),
    visit,
    moved: listing.url === watch.url || listing.isUnchanged ? null : listing.url,
  }
}

/** Visits one watch. Whatever goes wrong at the other end is told in the visit; only faults of our own are thrown. */
export async function visit(watch: Watch, state: WatchState, means: VisitMeans): Promise<Visited> {
  const at = means.now().toISOString()
  const { polite, decode, most } = means
  try {
    const listing = await kindOf(watch.kind).list(watch.url, {
      polite,
      decode,
      state,
      since: watch.since,
      most,
    })
    const done = await takeAll(watch, state, means, listing, new Memory(state))
    return afterList(watch, state, listing, done, at, polite.heldFor(watch.url))
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error
    return afterFailure(watch, state, error, at, polite.heldFor(watch.url))
  }
}
