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
import { join } from 'node:path'
import { EntenteError } from '../record/errors.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openJournal } from './journal.ts'
import { acquireLock } from './lock.ts'
import type { StoreOptions } from './options.ts'
import { type Store, storeOf } from './store.ts'
import { copyTemplate } from './template.ts'

const JOURNAL_FILE = 'journal.ndjson.gz'
const STORE_FOLDER = 'store'

export function folderHasDossier(folder: string): boolean {
  return existsSync(join(folder, JOURNAL_FILE))
}

/** Half-copied databases of a process that was killed while it made one. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^store\.\d+$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function openIn(folder: string): Promise<Database> {
  const place = join(folder, STORE_FOLDER)
  if (!existsSync(place)) await copyTemplate(place)
  return openEmbedded(place)
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
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  const file = openSync(draft, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, path)
}

export async function openFolder(folder: string, options: StoreOptions = {}): Promise<Store> {
  if (!options.create) requireDossier(folder)
  mkdirSync(folder, { recursive: true })
  const lock = await acquireLock(folder, options.patience)
  try {
    sweep(folder)
    const journal = openJournal(join(folder, JOURNAL_FILE))
    if (options.fresh) rmSync(join(folder, STORE_FOLDER), { recursive: true, force: true })
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
        if (text === null) rmSync(join(folder, name), { force: true })
        else writeWhole(join(folder, name), text)
      },
      async clear() {
        await database.close()
        rmSync(join(folder, STORE_FOLDER), { recursive: true, force: true })
        database = await openIn(folder)
      },
      async close() {
        await database.close()
        journal.close()
        lock.release()
      },
    })
  } catch (error) {
    lock.release()
    throw error
  }
}
