/** Documents that come in while the dossier is served, one adding after the other. */
import type { Aside } from '../aside.ts'
import { byCodePoint } from '../record/ids.ts'
import type { Document } from '../record/types.ts'
import type { AddDesk, Adding, Incoming } from '../serve/index.ts'
import { failureOf } from './inputs.ts'
import type { Shell } from './shell.ts'

/** Runs one piece of work after the other, so that none sees another's half. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function makeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}

export interface AddingMeans {
  shell: Shell
  /** Does what takes long, so that others are answered meanwhile. */
  aside: Aside
  inTurn: InTurn
  /** Called when the record is whole again. */
  settled(): Promise<void>
  allow: readonly string[]
}

/** So many documents are read before they are taken in: what came is kept, should the rest not come. */
const BATCH = 8

const nameOf = (item: Incoming): string => ('url' in item ? item.url : item.name)

async function readOne(item: Incoming, { shell, aside, allow }: AddingMeans) {
  if (!('url' in item))
    return aside.read({ source: item.name.split(/[\\/]/).pop() ?? item.name, bytes: item.bytes })
  const { url, bytes } = await shell.effects.fetchPage(item.url, { allow })
  return aside.read({ source: url, bytes, url, retrieved: shell.effects.now().toISOString() })
}

async function addAll(
  items: readonly Incoming[],
  means: AddingMeans,
  state: Adding,
  tell: () => void,
): Promise<void> {
  const { aside, inTurn } = means
  let batch: Document[] = []
  const flush = async () => {
    const documents = batch
    batch = []
    if (documents.length === 0) return
    const taken = await inTurn(() => aside.takeIn(documents))
    state.added += taken.added.length
    state.known += taken.known.length
    state.again += taken.again.length
  }
  for (const item of items) {
    const name = nameOf(item)
    state.current = name
    tell()
    try {
      const { documents, problems } = await readOne(item, means)
      for (const { code, message, at } of problems) {
        const row = { name: at === null ? name : `${name}, ${at}`, code, message }
        ;(code.startsWith('W_') ? state.warnings : state.failed).push(row)
      }
      batch.push(...documents.map(({ document }) => document))
    } catch (error) {
      const { code, message } = failureOf(name, error)
      state.failed.push({ name, code, message })
    }
    if (batch.length >= BATCH) await flush()
    state.done++
  }
  await flush()
  Object.assign(state, { state: 'reconciling', current: null })
  tell()
  await inTurn(() => aside.bringUpToDate())
}

export function makeAdding(means: AddingMeans): AddDesk {
  const listeners = new Set<(adding: Adding) => void>()
  let last: Adding | null = null
  let jobs = 0
  let waiting = 0
  let queue: Promise<void> = Promise.resolve()
  const run = async (items: readonly Incoming[], state: Adding): Promise<void> => {
    const tell = () => {
      last = state
      for (const listener of listeners) listener(state)
    }
    // What fails is told with the job, and the next one is done: the queue goes on.
    const tried = (work: Promise<void>): Promise<void> =>
      work.catch((error: unknown) => {
        const { code, message } = failureOf('', error)
        state.failed.push({ name: state.current ?? '', code, message })
      })
    await tried(addAll(items, means, state, tell))
    await tried(means.settled())
    state.failed.sort((a, b) => byCodePoint(a.name, b.name))
    state.state = 'done'
    tell()
    if (--waiting === 0) means.aside.rest()
  }
  return {
    add(items) {
      const state: Adding = {
        job: ++jobs,
        state: 'reading',
        total: items.length,
        done: 0,
        current: null,
        added: 0,
        known: 0,
        again: 0,
        failed: [],
        warnings: [],
      }
      waiting++
      queue = queue.then(() => run(items, state))
      return state.job
    },
    last: () => last,
    listen(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
  }
}
