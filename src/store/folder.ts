/** A dossier in a folder: PGlite for one process, and beside it the journal, which is fsynced and the database is not. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { EntenteError } from '../record/errors.ts'
import { passing } from '../steps.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { onDisk } from './faults.ts'
import { type Journal, openJournal, syncFolder } from './journal.ts'
import { acquireLock, isAlive } from './lock.ts'
import type { StoreOptions } from './options.ts'
import { markClosed, markOpen, wentDown } from './power.ts'
import { type Store, storeOf } from './store.ts'
import { copyTemplate } from './template.ts'

const JOURNAL_FILE = 'journal.ndjson.gz'
const STORE_FOLDER = 'store'

export function folderHasDossier(folder: string): boolean {
  return existsSync(join(folder, JOURNAL_FILE))
}

/** What a process left that was killed: half-copied and half-removed databases, drafts of files and of its lock. */
const LEFT = /^(?:store\.(\d+)|lock\.(\d+)\.\w+|.+\.(\d+)\.draft)$/

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = LEFT.exec(name)?.slice(1).find(Boolean)
    // One that lives may be about to try for the lock.
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Out of the way at once, and then removed: a database that lacks some of its files is never taken for one. */
function removeStore(folder: string): void {
  const place = join(folder, STORE_FOLDER)
  const aside = `${place}.${process.pid}`
  if (!existsSync(place)) return
  rmSync(aside, { recursive: true, force: true })
  renameSync(place, aside)
  rmSync(aside, { recursive: true, force: true })
}

/** What an embedded database writes as it opens. */
const SOME_ROOM = 1_000_000

/** A database that finds no room to open in does not say so. */
function refuseFull(folder: string): void {
  const draft = join(folder, `room.${process.pid}.draft`)
  try {
    writeFileSync(draft, Buffer.alloc(SOME_ROOM))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Faults of the disk are told with the folder, whatever met them. */
async function openIn(folder: string): Promise<Database> {
  const place = join(folder, STORE_FOLDER)
  if (!existsSync(place)) await copyTemplate(place)
  const database = await openEmbedded(place).catch((error: unknown) => {
    refuseFull(folder)
    throw error
  })
  return {
    ...database,
    query: (statement, parameters) => onDisk(folder, () => database.query(statement, parameters)),
    transaction: work => onDisk(folder, () => database.transaction(work)),
    close: () => onDisk(folder, () => database.close()),
  }
}

function requireDossier(folder: string): void {
  if (folderHasDossier(folder)) return
  throw new EntenteError(
    'E_NO_DOSSIER',
    `there is no dossier in ${folder}; \`entente add\` or \`entente init\` makes one`,
  )
}

/** The file is there whole or as it was. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, text)
  const file = openSync(draft, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** Opens the dossier in a folder. Throws E_NO_DOSSIER, E_IN_USE, E_BROKEN, E_DISK. */
export function openFolder(folder: string, options: StoreOptions = {}): Promise<Store> {
  return onDisk(folder, () => openWithin(folder, options))
}

async function openWithin(folder: string, options: StoreOptions): Promise<Store> {
  if (!options.create) requireDossier(folder)
  mkdirSync(folder, { recursive: true })
  const lock = await acquireLock(folder, options.patience)
  let opened: Journal | null = null
  try {
    passing('folder:locked')
    sweep(folder)
    const journal = openJournal(join(folder, JOURNAL_FILE))
    opened = journal
    // The journal has all that such a database had.
    if (options.fresh || wentDown(folder)) {
      removeStore(folder)
      passing('folder:emptied')
    }
    markOpen(folder)
    let database = await openIn(folder)
    return storeOf({
      place: folder,
      isShared: false,
      engine: 'PGlite, PostgreSQL',
      journal,
      database: () => database,
      // Not `delete`: its dead rows would stay, as nothing vacuums an embedded database.
      emptying: 'truncate facts',
      // The folder's lock holds all others off.
      lock: async () => {},
      exclusively: work => work(),
      async text(name) {
        const path = join(folder, name)
        return existsSync(path) ? readFileSync(path, 'utf8') : null
      },
      async setText(name, text) {
        await onDisk(folder, async () => {
          if (text === null) rmSync(join(folder, name), { force: true })
          else writeWhole(join(folder, name), text)
        })
      },
      async clear() {
        await database.close()
        removeStore(folder)
        database = await openIn(folder)
      },
      async close() {
        try {
          await database.close()
          markClosed(folder, join(folder, STORE_FOLDER))
        } finally {
          journal.close()
          lock.release()
        }
      },
    })
  } catch (error) {
    opened?.close()
    lock.release()
    throw error
  }
}
