/** One piece of markup: a tag, or the text between two tags. */
export interface Piece {
  kind: 'open' | 'close' | 'text'
  /** Tag's name in lower case, '' for text. */
  name: string
  /** Attributes as written, or the text with its character references. */
  raw: string
  /** Offset of the piece's first character in the markup. */
  at: number
}

/** Elements whose content is no text at all. */
export const RAW_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
  'canvas',
])

/** Elements that never have content. */
export const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/**
 * Walks through markup once, in linear time, and never fails: a `<` that begins no tag is text.
 * The content of scripts, styles and their like is left out, as are comments.
 */
export function* pieces(markup: string): Generator<Piece> {
  let from = 0
  let at = 0
  /** Elements that are never closed from here on: looked for once, or a page of `<svg>` would take quadratic time. */
  const unclosed = new Set<string>()
  while (at < markup.length) {
    const open = markup.indexOf('<', at)
    if (open < 0) break
    const end = tagEnd(markup, open)
    if (end < 0) {
      at = open + 1
      continue
    }
    if (open > from) yield { kind: 'text', name: '', raw: markup.slice(from, open), at: from }
    const piece = tagAt(markup, open, end)
    from = at = end
    if (piece === null) continue
    if (piece.kind === 'open' && RAW_TEXT.has(piece.name)) {
      if (piece.raw.endsWith('/') || unclosed.has(piece.name)) continue
      const after = afterElement(markup, piece.name, end)
      if (after === end) unclosed.add(piece.name)
      from = at = after
      continue
    }
    yield piece
  }
  if (from < markup.length) yield { kind: 'text', name: '', raw: markup.slice(from), at: from }
}

/** End of the tag or comment that begins at `open`, -1 if none begins there. */
export function tagEnd(markup: string, open: number): number {
  const next = markup.charCodeAt(open + 1)
  if (next === 33 /* ! */) {
    if (markup.startsWith('<!--', open)) {
      const close = markup.indexOf('-->', open + 4)
      return close < 0 ? markup.length : close + 3
    }
    return after(markup, '>', open)
  }
  if (next === 63 /* ? */) return after(markup, '>', open)
  const letter = next === 47 /* / */ ? markup.charCodeAt(open + 2) : next
  if (!((letter >= 65 && letter <= 90) || (letter >= 97 && letter <= 122))) return -1
  const close = markup.indexOf('>', open)
  if (close < 0) return markup.length
  return quotedEnd(markup, open, close)
}

/** A `>` inside a quoted attribute does not end the tag: `<a title="a > b">`. Looks on for 2,000 characters at most. */
function quotedEnd(markup: string, open: number, close: number): number {
  let end = close
  for (let tries = 0; tries < 8; tries++) {
    const tag = markup.slice(open, end)
    if ((tag.split('"').length - 1) % 2 === 0) return end + 1
    const next = markup.indexOf('>', end + 1)
    if (next < 0 || next - open > 2_000) break
    end = next
  }
  return close + 1
}

function after(markup: string, what: string, from: number): number {
  const found = markup.indexOf(what, from)
  return found < 0 ? markup.length : found + what.length
}

function tagAt(markup: string, open: number, end: number): Piece | null {
  const closing = markup.charCodeAt(open + 1) === 47
  const start = open + (closing ? 2 : 1)
  let stop = start
  while (stop < end && isNameCharacter(markup.charCodeAt(stop))) stop++
  if (stop === start) return null
  const name = markup.slice(start, stop).toLowerCase()
  return {
    kind: closing ? 'close' : 'open',
    name,
    raw: markup.slice(stop, Math.max(stop, end - 1)),
    at: open,
  }
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58) || code === 45
  )
}

/** Where the element's closing tag ends; the end of the markup where it is never closed. */
export function afterElement(markup: string, name: string, from: number): number {
  const closer = new RegExp(`</${name}[\\s>]`, 'gi')
  closer.lastIndex = from
  const found = closer.exec(markup)
  if (found === null) return name === 'script' || name === 'style' ? markup.length : from
  return after(markup, '>', found.index)
}

const attributePatterns = new Map<string, RegExp>()

/** An attribute's value, '' where it is missing. */
export function attribute(raw: string, name: string): string {
  if (!raw.includes('=')) return ''
  let pattern = attributePatterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    attributePatterns.set(name, pattern)
  }
  const found = pattern.exec(raw)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}
