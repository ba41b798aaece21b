import { createHash } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passing } from '../steps.ts'
import { MIGRATIONS } from './database.ts'
import { createDatabase, SERVER_OPTIONS, WITHOUT_TEMPLATES } from './embedded.ts'

/** From `src/store` and from `dist/store` alike, so that the compiler's folder holds it in both cases. */
const besideCode = fileURLToPath(new URL('../../dist/store/', import.meta.url))

/** Changes whenever a database made from the template would differ. */
function templateName(): string {
  const hash = createHash('sha256').update([...SERVER_OPTIONS, ...WITHOUT_TEMPLATES].join(' '))
  for (const name of readdirSync(MIGRATIONS).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(MIGRATIONS, name)))
  }
  hash.update(readFileSync(join(MIGRATIONS, 'meta', '_journal.json')))
  const pglite = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url)
  if (existsSync(pglite)) hash.update(String(JSON.parse(readFileSync(pglite, 'utf8')).version))
  return `template-${hash.digest('hex').slice(0, 12)}`
}

async function build(parent: string, name: string): Promise<string> {
  mkdirSync(parent, { recursive: true })
  const target = join(parent, name)
  const draft = `${target}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  await createDatabase(draft)
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error // else another process was quicker
  }
  return target
}

/**
 * An empty database to copy from: making one takes seconds, a copy a tenth of one. Built when the package is
 * built, or at the first use; where the package's own folder cannot be written, in the user's cache. With
 * `sweep`, templates of former versions are removed.
 */
export async function ensureTemplate({ sweep = false } = {}): Promise<string> {
  const name = templateName()
  if (sweep && existsSync(besideCode)) {
    for (const old of readdirSync(besideCode)) {
      if (old.startsWith('template-') && old !== name)
        rmSync(join(besideCode, old), { recursive: true, force: true })
    }
  }
  const parents = [besideCode, join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'entente')]
  for (const parent of parents) if (existsSync(join(parent, name))) return join(parent, name)
  try {
    return await build(besideCode, name)
  } catch {
    return await build(parents[1] ?? besideCode, name)
  }
}

/** A new database in `folder`: complete, or not there at all. */
export async function copyTemplate(folder: string): Promise<void> {
  const template = await ensureTemplate()
  const draft = `${folder}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  cpSync(template, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
  passing('template:copied')
  renameSync(draft, folder)
}
