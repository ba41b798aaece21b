/**
 * Words of a page, made cutTo for a terminal: a title may hold escape codes that colour, move or clear the screen,
 * and marks that turn the reading order round. What they were stays visible as a stand-in.
 */
export function safe(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, c =>
      c === '\r' ? '' : String.fromCharCode(0x2400 + c.charCodeAt(0)),
    )
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** On one line. */
export function safeLine(text: string): string {
  return safe(text.replace(/\s+/g, ' ').trim())
}
