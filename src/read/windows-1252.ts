/**
 * Windows-1252 by a table of our own. Node 20 decodes the bytes 80 to 9F as control characters, so that "don’t"
 * loses its apostrophe.
 */
const NAMES = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'us-ascii', 'ascii'])

/** The characters of 80 to 9F; the five bytes without one become U+FFFD. */
const HIGH = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

/** Names that the web uses for it: a page that says Latin-1 means Windows-1252. */
export const isWindows1252 = (encoding: string): boolean => NAMES.has(encoding.toLowerCase())

export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, control => HIGH.charAt(control.charCodeAt(0) - 0x80))
}
