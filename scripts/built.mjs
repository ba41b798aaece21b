// Tells whether dist/ was built from the sources as they are now, by their contents: a checkout changes times.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const SOURCES = [
  'src',
  'web',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build.mjs',
]
const stampPath = root => join(root, 'dist', '.built')

function* filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(inner)
    else yield inner
  }
}

/** Hash of all that dist/ is made from, or of some of it. */
export function sourcesHash(root, sources = SOURCES) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const source of sources.map(name => join(root, name))) {
    const files = statSync(source).isDirectory() ? filesUnder(source) : [source]
    for (const file of files)
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export function isBuilt(root) {
  return existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === sourcesHash(root)
}

export function markBuilt(root, hash) {
  writeFileSync(stampPath(root), hash)
}
