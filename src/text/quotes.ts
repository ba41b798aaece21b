/**
 * Pairs quotation marks over the whole text. A paragraph that ends inside a quotation is carried on by one
 * that opens with a quotation mark; any other open quotation ends with its paragraph.
 */
import type { Span } from '../record/types.ts'
import { paragraphs } from './sentences.ts'

export interface Quotation {
  /** With its marks. */
  span: Span
  /** Stretches of it, one a paragraph, with the marks that stand there. */
  parts: Span[]
  closed: boolean
}

const codesOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, mark => mark.charCodeAt(0)))
const OPENING = codesOf('"\'\u2018\u201c\u201e\u00ab')
const CLOSING = codesOf('"\'\u2019\u201d\u00bb')
const LETTER = /[\p{L}\p{N}]/u

/** All quotations in order; those inside others are left out. */
export function pairQuotes(text: string): Quotation[] {
  const found: Quotation[] = []
  let open: { mark: string; parts: Span[]; from: number } | null = null
  const spans = paragraphs(text)
  spans.forEach(([from, to], n) => {
    let i = from
    if (open !== null) {
      if (
        opensAt(text, from, from) === open.mark ||
        (open.mark === '"' && /["\u201c]/.test(text[from] ?? ''))
      ) {
        open.from = from
        i = from + 1
      } else {
        found.push(finish(open.parts, false))
        open = null
      }
    }
    for (; i < to; i++) {
      const code = text.charCodeAt(i)
      if (isPlain(code)) continue
      if (open === null) {
        if (!OPENING.has(code)) continue
        const mark = opensAt(text, i, from)
        if (mark !== null) {
          open = { mark, parts: [], from: i }
          if (mark === "''") i++
        }
      } else if (CLOSING.has(code)) {
        const end: number = closesAt(text, i, open.mark)
        if (end > 0) {
          open.parts.push([open.from, i + end])
          found.push(finish(open.parts, true))
          open = null
          i += end - 1
        }
      }
    }
    if (open !== null) {
      // An apostrophe taken for an opening mark: nothing closes it in its paragraph.
      if (open.mark === "'") {
        open = null
      } else {
        open.parts.push([open.from, to])
        if (n === spans.length - 1) found.push(finish(open.parts, false))
      }
    }
  })
  return found
}

/** A letter or a space: no mark of any kind. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 32 || (code >= 65 && code <= 90)
}

function finish(parts: Span[], closed: boolean): Quotation {
  const first = parts[0] ?? [0, 0]
  const last = parts[parts.length - 1] ?? first
  return { span: [first[0], last[1]], parts, closed }
}

/** The kind of quotation that opens at `i`: `"` (straight or curly), `'`, `''`, `«`; null for none. */
function opensAt(text: string, i: number, paragraphStart: number): string | null {
  const c = text[i]
  if (c === '\u201c' || c === '\u201e') return '"'
  if (c === '\u00ab') return '\u00ab'
  const before = i > paragraphStart ? (text[i - 1] ?? ' ') : ' '
  const after = text[i + 1] ?? ' '
  const atStart = !LETTER.test(before) && !/[.,!?%]/.test(before)
  // Word processors turn some opening marks the wrong way round: ”We will be back.”
  if (c === '\u201d' && i === paragraphStart && LETTER.test(after)) return '"'
  if (c === '"') return atStart && !/\s/.test(after) ? '"' : null
  if (c === "'" && after === "'" && atStart) return "''"
  if ((c === '\u2018' || c === "'") && atStart && LETTER.test(after) && before !== "'") {
    return closesLater(text, i + 1) ? "'" : null
  }
  return null
}

/** For single marks: does a closing one follow within the paragraph, and not only an apostrophe? */
function closesLater(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + 600)
  for (let i = from; i < limit; i++) {
    if (text[i] === '\n') return false
    if (isSingleClose(text, i)) return true
  }
  return false
}

function isSingleClose(text: string, i: number): boolean {
  const c = text[i]
  if (c !== '\u2019' && c !== "'") return false
  const before = text[i - 1] ?? ' '
  const after = text[i + 1] ?? ' '
  if (LETTER.test(after) || /\s/.test(before)) return false
  // "the allies' plan": a plural possessive, unless punctuation shows that the words end here.
  return before !== 's' || i + 1 >= text.length || /[.,;:!?)]/.test(after)
}

function closesAt(text: string, i: number, mark: string): number {
  const c = text[i]
  if (mark === '"') return c === '\u201d' || c === '"' ? 1 : 0
  if (mark === '\u00ab') return c === '\u00bb' ? 1 : 0
  if (mark === "''") return c === "'" && text[i + 1] === "'" ? 2 : 0
  return isSingleClose(text, i) ? 1 : 0
}
