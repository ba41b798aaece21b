import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { EntenteError } from '../../record/errors.ts'
import { LIMITS, type Limits, type ReadInput } from '../types.ts'
import { lines } from './lines.ts'
import { sourceName } from './names.ts'
import { single } from './single.ts'
import { headOf } from './stretches.ts'
import { tar } from './tar.ts'
import { type Archive, type ArchiveFile, BEGINNING, type Found, type Member, type Place } from './types.ts'
import { warc } from './warc.ts'
import { zip } from './zip.ts'

export type { Found, Member, Place } from './types.ts'

/** Asked in this order; the first that accepts reads. */
const ARCHIVES: readonly Archive[] = [
  zip,
  warc,
  tar,
  lines,
  // Any packed file that is none of the above is one page.
  single,
]

/** An archive that can be read, from the beginning or from where it was left. */
export interface OpenArchive {
  readonly format: string
  /** True where most of what is in it is no article. */
  readonly crawled: boolean
  /** Tells this file from another one of the same name: from its size, its beginning and its end. */
  id(): Promise<string>
  /** What is in it, one by one. Throws an EntenteError where the whole of it cannot be read. */
  members(from?: Place): AsyncGenerator<Found>
}

const HEAD = 64 * 1024

async function fingerprint({ path, size }: ArchiveFile): Promise<string> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256').update(String(size))
    for (const position of [0, Math.max(0, size - HEAD)]) {
      const bytes = Buffer.alloc(HEAD)
      const { bytesRead } = await file.read(bytes, 0, HEAD, position)
      hash.update(bytes.subarray(0, bytesRead))
    }
    return hash.digest('hex').slice(0, 32)
  } finally {
    await file.close()
  }
}

async function* membersOf(
  archive: Archive,
  file: ArchiveFile,
  from: Place,
  limits: Limits,
): AsyncGenerator<Found> {
  let isEmpty = from.count === 0
  for await (const found of archive.members(file, from, limits)) {
    isEmpty = false
    yield found
  }
  if (isEmpty) throw new EntenteError('E_EMPTY', 'there is nothing in it')
}

/** The archive in a file; null where it is one page. Only its first bytes are read. */
export async function openArchive(path: string, given: Partial<Limits> = {}): Promise<OpenArchive | null> {
  const limits = { ...LIMITS, ...given }
  const file: ArchiveFile = { path, ...(await headOf(path, HEAD)) }
  const archive = ARCHIVES.find(it => it.accepts(file))
  if (archive === undefined) return null
  return {
    format: archive.name,
    crawled: archive.crawled,
    id: () => fingerprint(file),
    members: from => membersOf(archive, file, from ?? BEGINNING, limits),
  }
}

/** A member as the readers take it; its source is `news.warc.gz#https://…`, `pages.zip#folder/a.html`. */
export function inputOf(
  path: string,
  { name, bytes, url, retrieved, charset, firstLine }: Member,
): ReadInput {
  const own = sourceName(name)
  const source = own === '' ? basename(path) : `${basename(path)}#${own}`
  return { source, bytes, url, retrieved, charset, firstLine }
}
