import { EntenteError } from '../record/errors.ts'
import { guessLegacy } from './charset.ts'
import type { Removal } from './types.ts'
import { decodeWindows1252, isWindows1252 } from './windows-1252.ts'

/** Beginnings of files that hold no text, by what a person calls them. */
const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP, DOCX or EPUB file', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip data', [0x1f, 0x8b]],
  ['an ELF program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['Zstandard data', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2 data', [0x42, 0x5a, 0x68]],
]

/** More control characters than this share of the bytes, and it is no text. */
const CONTROL_SHARE = 0.01
const SAMPLE = 65_536

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export interface Decoded {
  text: string
  encoding: string
  removed: Removal[]
}

/**
 * Bytes to text: byte-order mark, then UTF-8 if valid, then what the server said, then what the page declares, then what
 * the bytes look like.
 */
export function decode(bytes: Uint8Array, source: string, charset: string | null = null): Decoded {
  if (bytes.length === 0) throw new EntenteError('E_EMPTY', `${source} is empty`)
  const marked = byteOrderMark(bytes)
  if (marked !== null)
    return cleaned(decodeAs(bytes.subarray(marked.length), marked.encoding), marked.encoding, source)
  refuseBinary(bytes, source)
  const wide = wideEncoding(bytes)
  if (wide !== null) return cleaned(decodeAs(bytes, wide), wide, source)
  const utf8 = validUtf8(bytes)
  if (utf8 !== null) return cleaned(utf8, 'utf-8', source)
  for (const declared of [charset, declaredEncoding(bytes)]) {
    if (declared === null || /^utf-?8$/i.test(declared)) continue
    const text = tryDecode(bytes, declared)
    if (text !== null) return cleaned(text, declared, source)
  }
  if (mostlyUtf8(bytes)) return cleaned(decodeMixed(bytes), 'utf-8 mixed with windows-1252', source)
  const guess = guessLegacy(bytes)
  return cleaned(decodeAs(bytes, guess), guess, source)
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      encoding: validUtf8(bytes.subarray(3)) === null ? guessLegacy(bytes.subarray(3)) : 'utf-8',
      length: 3,
    }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

function refuseBinary(bytes: Uint8Array, source: string): void {
  for (const [what, magic] of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) {
      throw new EntenteError('E_BINARY', `${source} is ${what}, not text; convert it to text or HTML first`)
    }
  }
  if (wideEncoding(bytes) !== null) return
  const end = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  if (controls > Math.max(2, end * CONTROL_SHARE)) {
    throw new EntenteError(
      'E_BINARY',
      `${source} holds ${controls} control bytes in its first ${end}: it is no text`,
    )
  }
}

/** UTF-16 without a mark shows as NUL bytes at every other place, as long as the text is mostly ASCII. */
function wideEncoding(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, 2_048) & ~1
  if (end < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = end / 2
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** `<meta charset=…>`, `<?xml encoding=…?>`: looked for in the first bytes, which are ASCII in any encoding of the web. */
function declaredEncoding(bytes: Uint8Array): string | null {
  let head = ''
  const end = Math.min(bytes.length, 4_096)
  for (let i = 0; i < end; i++) head += String.fromCharCode(bytes[i] ?? 0)
  const found = /(?:charset|encoding)\s{0,3}=\s{0,3}["']?([\w-]{3,20})/i.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  if (isWindows1252(encoding)) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (isWindows1252(encoding)) return decodeWindows1252(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** Counts well-formed multi-byte sequences against stray high bytes: a UTF-8 page with a few Windows characters pasted in. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let stray = 0
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    const length = sequenceLength(bytes, i)
    if (length > 1) {
      good++
      i += length - 1
    } else stray++
  }
  return good > stray * 2
}

/** Length of the UTF-8 sequence that begins at `i`, 1 if there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
  if (lead >= 0xf5) return 1
  for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 1
  return length
}

function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    const length = sequenceLength(bytes, i)
    if (length > 1) {
      i += length - 1
      continue
    }
    parts.push(decodeAs(bytes.subarray(from, i), 'utf-8'), decodeWindows1252(bytes.subarray(i, i + 1)))
    from = i + 1
  }
  parts.push(decodeAs(bytes.subarray(from), 'utf-8'))
  return parts.join('')
}

/** Line ends made alike; NUL and other control characters out, with a receipt. */
function cleaned(text: string, encoding: string, source: string): Decoded {
  let count = 0
  let clean = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  clean = clean.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, () => {
    count++
    return ''
  })
  clean = clean.replace(/[\ufeff\u200b\u2060\u00ad]/g, '').replace(/[\u2028\u2029\u000b\u000c\u0085]/g, '\n')
  if (clean.trim() === '') throw new EntenteError('E_EMPTY', `${source} holds nothing but white space`)
  const removed = count > 0 ? [{ text: `${count} control characters`, reason: 'control characters' }] : []
  return { text: clean, encoding, removed }
}
