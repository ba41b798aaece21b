/** The workbench's own files, from the folder that the build left. */
import { readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../web/', import.meta.url))

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

export interface Asset {
  body: Uint8Array<ArrayBuffer>
  type: string
  /** Its name holds a hash of it, so it never changes. */
  isForever: boolean
}

/** A file of the workbench; null where there is none, or where the path leads out of its folder. */
export function assetAt(path: string): Asset | null {
  const file = normalize(join(FOLDER, path))
  const type = TYPES[extname(file)]
  if (!file.startsWith(FOLDER) || type === undefined) return null
  try {
    if (!statSync(file).isFile()) return null
  } catch {
    return null
  }
  return { body: new Uint8Array(readFileSync(file)), type, isForever: path.startsWith('/assets/') }
}
