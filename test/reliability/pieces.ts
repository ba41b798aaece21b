/** Pieces of work that are killed, each with where it sets out from and what it leaves when it is done. */
import { copyFileSync, existsSync } from 'node:fs'
import { openBackup } from '../../src/transfer.ts'
import { at, type Places, type State, type StoreKind } from './places.ts'
import { done, here } from './program.ts'

/** One time that a piece of work is done, on a dossier of its own. */
export interface Turn {
  args: readonly string[]
  /** What the target holds before. */
  had: Extract<State, 'none' | 'some' | 'full'>
  /** What must be as it was before, whatever happens. */
  source: string | null
  /** Where what was done shows. */
  target: string
  /** A backup that must be whole at every moment. */
  backup: string | null
  /** What is still to be done after it, before it can be looked at. */
  after: readonly (readonly string[])[]
  drop(): Promise<void>
}

export interface Piece {
  name: string
  store: StoreKind
  /** What it leaves. */
  leaves: 'full' | 'corrected'
  begin(places: Places): Promise<Turn>
}

interface Plan {
  name: string
  on: readonly StoreKind[]
  from: State
  leaves?: Piece['leaves']
  args(place: string, places: Places): readonly string[]
  after?(place: string): readonly (readonly string[])[]
}

const BOTH: readonly StoreKind[] = ['folder', 'server']
const WORK = ['work', '--processes', '1', '--until-empty']

/** What is done to one dossier. */
const PLANS: readonly Plan[] = [
  { name: 'add', on: BOTH, from: 'some', args: (place, { later }) => ['add', later, ...at(place)] },
  { name: 'rebuild', on: BOTH, from: 'full', args: place => ['rebuild', ...at(place)] },
  { name: 'migrate', on: BOTH, from: 'old', args: place => ['timeline', ...at(place)] },
  {
    name: 'enqueue',
    on: ['server'],
    from: 'some',
    args: (place, { later }) => ['enqueue', later, ...at(place)],
    after: place => [[...WORK, ...at(place)]],
  },
  { name: 'work', on: ['server'], from: 'queued', args: place => [...WORK, ...at(place)] },
]

function pieceOf({ name, from, leaves = 'full', args, after }: Plan, store: StoreKind): Piece {
  return {
    name,
    store,
    leaves,
    async begin(places) {
      const target = await places.copy(from, store)
      return {
        args: args(target, places),
        had: from === 'old' ? 'full' : from === 'queued' ? 'some' : from,
        source: null,
        target,
        backup: null,
        after: after?.(target) ?? [],
        drop: () => places.drop(target),
      }
    },
  }
}

/** Rejects an event; always the same one. */
export async function rejecting(place: string): Promise<readonly string[]> {
  const listed = await done(here(['timeline', '--format', 'json', ...at(place)]), 'timeline')
  const events: { id: string }[] = JSON.parse(listed)
  return ['review', 'reject', events.at(-1)?.id ?? '', '--author', 'Ada', ...at(place)]
}

let rejected: Promise<string> | null = null

/** The id of the event, asked for once: the records of both stores are the same. */
async function eventToReject(places: Places): Promise<string> {
  const place = await places.copy('full', 'server')
  const [, , id = ''] = await rejecting(place)
  await places.drop(place)
  return id
}

function correction(store: StoreKind): Piece {
  return {
    name: 'correct',
    store,
    leaves: 'corrected',
    async begin(places) {
      const target = await places.copy('full', store)
      rejected ??= eventToReject(places)
      return {
        args: ['review', 'reject', await rejected, '--author', 'Ada', ...at(target)],
        had: 'full',
        source: null,
        target,
        backup: null,
        after: [],
        drop: () => places.drop(target),
      }
    },
  }
}

let files = 0

/** Over a former backup of that name, which had fewer articles in it. */
function backup(store: StoreKind): Piece {
  return {
    name: 'backup',
    store,
    leaves: 'full',
    async begin(places) {
      const source = await places.copy('full', store)
      const file = places.path(`${files++}.backup`)
      copyFileSync(await backupOf(places, 'some'), file)
      return {
        args: ['backup', file, ...at(source)],
        had: 'full',
        source,
        target: source,
        backup: file,
        after: [],
        drop: () => places.drop(source),
      }
    },
  }
}

const backups = new Map<string, Promise<string>>()

/** A backup of a dossier in this state, made once. */
function backupOf(places: Places, state: State): Promise<string> {
  const path = places.path(`${state}.backup`)
  const make = async () => {
    const place = await places.copy(state, 'server')
    await done(here(['backup', path, ...at(place)]), 'backup')
    await places.drop(place)
    return path
  }
  const made = backups.get(path) ?? make()
  backups.set(path, made)
  return made
}

function restore(store: StoreKind): Piece {
  return {
    name: 'restore',
    store,
    leaves: 'full',
    async begin(places) {
      const target = await places.copy('none', store)
      const args = ['restore', await backupOf(places, 'full'), ...at(target)]
      const drop = () => places.drop(target)
      return { args, had: 'none', source: null, target, backup: null, after: [], drop }
    },
  }
}

/** To this store, from the other. */
function move(store: StoreKind): Piece {
  return {
    name: 'move',
    store,
    leaves: 'full',
    async begin(places) {
      const source = await places.copy('full', store === 'folder' ? 'server' : 'folder')
      const target = await places.copy('none', store)
      return {
        args: ['move', '--from', source, '--to', target],
        had: 'none',
        source,
        target,
        backup: null,
        after: [],
        async drop() {
          await places.drop(source)
          await places.drop(target)
        },
      }
    },
  }
}

export const PIECES: readonly Piece[] = [
  ...PLANS.flatMap(plan => plan.on.map(store => pieceOf(plan, store))),
  ...BOTH.flatMap(store => [correction(store), backup(store), restore(store), move(store)]),
]

export function pieceNamed(name: string, store: StoreKind): Piece {
  const found = PIECES.find(piece => piece.name === name && piece.store === store)
  if (found === undefined) throw new Error(`there is no piece of work called ${name} on a ${store}`)
  return found
}

/** Ids of the documents that a backup holds; null where there is none. Throws where it is not whole. */
export async function documentsInBackup(path: string): Promise<string[] | null> {
  if (!existsSync(path)) return null
  const documents: string[] = []
  for await (const row of (await openBackup(path)).rows())
    if (row.part === 'documents') documents.push(row.value.id)
  return documents
}
