import type { Found, Place } from './types.ts'

/** Names within archives: what they say of their content, and how they are written down. */

/** Endings of files that are taken from a folder, a glob or an archive. */
const READABLE = new Set([
  'txt',
  'text',
  'html',
  'htm',
  'xhtml',
  'json',
  'ndjson',
  'jsonl',
  'xml',
  'rss',
  'atom',
  'feed',
])

const PACKED = /\.(?:zip|tar|tgz|warc|gz|bz2|xz|zst|7z|rar)$/i

const endingOf = (name: string): string => /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** True for a page, a file of pages, or an archive of them, by its ending. */
export function isReadable(name: string): boolean {
  if (/\.(?:warc|zip|tar|tgz)$/i.test(name)) return true
  const bare = name.replace(/\.gz$/i, '')
  return READABLE.has(endingOf(bare)) || (bare !== name && /\.(?:warc|tar)$/i.test(bare))
}

/** Why a file of an archive is no article, by its name; null where it may be one. */
export function passedOver(name: string): string | null {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  if (/(?:^|[\\/])(?:__MACOSX[\\/]|\.(?!\.?[\\/]))/.test(name)) return 'a hidden file'
  // Pages that were saved by their address often have no ending.
  if (!base.includes('.') || READABLE.has(endingOf(base)) || PACKED.test(base)) return null
  return 'not the ending of a format that is read'
}

const OPENINGS = ['PK\u0003\u0004', '\u001f\u008b', 'WARC/1', 'BZh', '\u00fd7zXZ', '7z\u00bc\u00af', 'Rar!']

/** The refusal of an archive within an archive, by its name or by what opens it; null for anything else. */
export function nested(name: string, bytes: Uint8Array, next: Place): Found | null {
  const head = Buffer.from(bytes.subarray(0, 262)).toString('latin1')
  const isPacked = OPENINGS.some(opening => head.startsWith(opening)) || head.startsWith('ustar', 257)
  if (!isPacked && !PACKED.test(name)) return null
  return {
    kind: 'failed',
    name,
    code: 'E_NESTED',
    message: 'an archive within an archive is not opened: unpack the outer one, and add what comes out of it',
    next,
  }
}

/** The longest name that is written down. */
const LONGEST = 500

/**
 * A member's name as a source: nothing is ever written under it, and whoever takes it for a path gets one that stays
 * below. `../../etc/passwd` is `etc/passwd`, `C:\a.html` is `a.html`; control characters are out.
 */
export function sourceName(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(clean)) return clean.slice(0, 4 * LONGEST)
  return clean
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(-LONGEST)
}
