import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

function hashFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) hashFolder(hash, path)
    else if (/\.(js|ts|tsv|json)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) {
      hash.update(entry.name).update('\0').update(readFileSync(path))
    }
  }
}

/**
 * Names a version of rules: a hash of the code and the tables in these folders beside this file. Nobody has to
 * remember to count it up, and a dossier that an older version coded is known by it.
 */
export function stampOf(folders: readonly string[], more: string): string {
  const hash = createHash('sha256').update(more)
  for (const folder of folders) hashFolder(hash, fileURLToPath(new URL(`./${folder}/`, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}
