/** Text in the encoding that a server's header names, made UTF-8: the header is all that says it. */

const UTF8 = new TextDecoder('utf-8', { fatal: true })
/** What the reader finds out by itself, and better: half of what is called Latin-1 is not. */
const LEFT_ALONE = /^(?:utf-?8|us-ascii|iso-8859-1|latin-?1|windows-1252|cp1252)$/i

function isUtf8(bytes: Uint8Array): boolean {
  try {
    UTF8.decode(bytes)
    return true
  } catch {
    return false
  }
}

export function charsetOf(contentType: string): string | null {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase() ?? null
}

/** The same bytes where the header says nothing, or nothing that is known. */
export function inUtf8(bytes: Uint8Array, charset: string | null): Uint8Array {
  if (charset === null || LEFT_ALONE.test(charset) || isUtf8(bytes)) return bytes
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes))
  } catch {
    return bytes // a name that no decoder knows
  }
}
