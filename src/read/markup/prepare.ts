import { EntenteError } from '../../record/errors.ts'
import type { Limits } from '../types.ts'
import { pieces, VOID } from './tags.ts'

/** Elements that only wrap: where a page nests too deep they can go, and their text stays. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'div span font center b i u em strong small big a p section article ins del sub sup abbr label td tr tbody table ul ol li dl dd dt blockquote form fieldset'.split(
    ' ',
  ),
)
/** Elements whose closing tag may be missing, so that they do not nest. */
const SELF_CLOSING: ReadonlySet<string> = new Set([
  'p',
  'li',
  'dd',
  'dt',
  'option',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'optgroup',
])

/**
 * A page's markup without scripts, styles and comments, so that parsing is fast, and without superfluous depth:
 * Readability takes seconds for 1,000 nested elements and runs out of stack at 10,000. Linear in the page's length.
 */
export function prepare(
  html: string,
  name: string,
  limits: Pick<Limits, 'depth' | 'elements' | 'flatten' | 'markup'>,
): string {
  const parts: string[] = []
  /** Open elements, and whether each was kept. */
  const names: string[] = []
  const kept: boolean[] = []
  const openCount = new Map<string, number>()
  let size = 0
  let elements = 0
  const push = (part: string) => {
    size += part.length
    parts.push(part)
  }
  for (const piece of pieces(html)) {
    // A lone `<` would cost the parser a search to the end of the page.
    if (piece.kind === 'text') push(piece.raw.includes('<') ? piece.raw.replaceAll('<', '&lt;') : piece.raw)
    else if (piece.kind === 'open') {
      if (++elements > limits.elements) {
        throw new EntenteError(
          'E_TOO_LARGE',
          `${name} has more than ${limits.elements} elements (limit elements): it is no article's page`,
        )
      }
      if (VOID.has(piece.name) || piece.raw.endsWith('/')) {
        push(`<${piece.name}${piece.raw}>`)
        continue
      }
      if (SELF_CLOSING.has(piece.name) && names[names.length - 1] === piece.name) {
        names.pop()
        if (kept.pop() === true) push(`</${piece.name}>`)
        openCount.set(piece.name, (openCount.get(piece.name) ?? 1) - 1)
      }
      const keep = names.length < limits.flatten || !WRAPPERS.has(piece.name)
      names.push(piece.name)
      kept.push(keep)
      openCount.set(piece.name, (openCount.get(piece.name) ?? 0) + 1)
      if (names.length > limits.depth) {
        throw new EntenteError(
          'E_TOO_DEEP',
          `${name} nests more than ${limits.depth} elements (limit depth): it is no article's page`,
        )
      }
      if (keep) push(`<${piece.name}${piece.raw}>`)
    } else if ((openCount.get(piece.name) ?? 0) > 0) {
      closeUpTo(piece.name, names, kept, openCount, push)
    }
  }
  if (size > limits.markup) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `${name} has ${size} characters of markup without scripts, more than the limit ${limits.markup} (markup)`,
    )
  }
  return parts.join('')
}

/** Closes elements up to the one named, as a browser does. */
function closeUpTo(
  name: string,
  names: string[],
  kept: boolean[],
  openCount: Map<string, number>,
  push: (part: string) => void,
): void {
  while (names.length > 0) {
    const closed = names.pop() ?? ''
    openCount.set(closed, (openCount.get(closed) ?? 1) - 1)
    if (kept.pop() === true) push(`</${closed}>`)
    if (closed === name) return
  }
}
