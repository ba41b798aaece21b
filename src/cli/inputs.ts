import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { isReadable } from '../read/archives/names.ts'
import { EntenteError } from '../record/errors.ts'
import { byCodePoint } from '../record/ids.ts'

/** A file to read, or the reason why something was passed over or failed. */
export type Input =
  | { kind: 'file'; path: string }
  | { kind: 'skipped'; path: string; reason: string }
  | { kind: 'failed'; path: string; code: string; message: string }

/** What a dossier keeps in its folder, besides drafts that end in nothing that is read. */
const DOSSIER_PARTS =
  /^(?:journal\.ndjson\.gz|store|lock|open|filling|dossier\.yaml|tokens\.ndjson|audit(?:\.\d+)?\.ndjson)$/

function failed(path: string, error: unknown): Input {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'E_READ'
  const why: { [code: string]: string } = {
    ENOENT: 'it is not there',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    ELOOP: 'its symbolic links lead in a circle',
    EISDIR: 'it is a folder',
  }
  return {
    kind: 'failed',
    path,
    code: code === 'ENOENT' ? 'E_NOT_FOUND' : code.startsWith('E_') ? code : `E_READ`,
    message: why[code] ?? (error instanceof Error ? error.message : String(error)),
  }
}

/** The folder's files in code-point order, folders within it too; a folder that a link leads back into is not entered again. */
async function* walk(folder: string, above: ReadonlySet<string>): AsyncGenerator<Input> {
  let names: string[]
  let real: string
  try {
    real = await realpath(folder)
    if (above.has(real)) {
      yield { kind: 'skipped', path: folder, reason: 'a link back to a folder above it' }
      return
    }
    names = (await readdir(folder)).sort(byCodePoint)
    // A dossier may lie in the folder of its articles; what it keeps there is not for reading.
    if (names.includes('journal.ndjson.gz')) names = names.filter(name => !DOSSIER_PARTS.test(name))
  } catch (error) {
    yield failed(folder, error)
    return
  }
  const trail = new Set([...above, real])
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue
    yield* entry(join(folder, name), trail)
  }
}

async function* entry(path: string, trail: ReadonlySet<string>): AsyncGenerator<Input> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) yield* walk(path, trail)
    else if (!about.isFile()) yield { kind: 'skipped', path, reason: 'not a file' }
    else if (isReadable(basename(path))) yield { kind: 'file', path }
    else yield { kind: 'skipped', path, reason: 'not the ending of a format that is read' }
  } catch (error) {
    yield failed(path, error)
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Files named by paths, folders and globs, in the order in which they are named, each once. */
export async function* expand(names: readonly string[]): AsyncGenerator<Input> {
  const seen = new Set<string>()
  for (const name of names) {
    for await (const input of expandOne(name)) {
      const key = `${input.kind} ${input.path}`
      if (seen.has(key)) continue
      seen.add(key)
      yield input
    }
  }
}

async function* expandOne(name: string): AsyncGenerator<Input> {
  // A file may be called "a[1].txt": what is there goes before what could be a pattern.
  if (await exists(name)) {
    try {
      const about = await stat(name)
      if (about.isDirectory()) yield* walk(name, new Set())
      else yield { kind: 'file', path: name }
    } catch (error) {
      yield failed(name, error)
    }
    return
  }
  if (!isDynamicPattern(name)) {
    yield failed(name, Object.assign(new Error('it is not there'), { code: 'ENOENT' }))
    return
  }
  // Links are not followed within a pattern, where they could lead in a circle.
  const options = {
    absolute: isAbsolute(name),
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  }
  const found = (await glob(name, options)).sort(byCodePoint)
  if (found.length === 0) {
    yield { kind: 'failed', path: name, code: 'E_NOT_FOUND', message: 'no file matches' }
  }
  for (const path of found) yield* entry(path, new Set())
}

/** A file's bytes; one of more than `most` is refused before it is read. */
export async function readBytes(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > most) {
      throw new EntenteError(
        'E_TOO_LARGE',
        `${size} bytes are more than the limit of ${most} (--limit archiveBytes=N)`,
      )
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Standard input, whole, within the same limit. */
export async function readAll(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most)
      throw new EntenteError(
        'E_TOO_LARGE',
        `standard input holds more than ${most} bytes (--limit archiveBytes=N)`,
      )
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Text of a failure for the line that tells it. */
export function failureOf(path: string, error: unknown): { code: string; message: string } {
  if (error instanceof EntenteError) return { code: error.code, message: error.message }
  const input = failed(path, error)
  return input.kind === 'failed' ? input : { code: 'E_READ', message: String(error) }
}
