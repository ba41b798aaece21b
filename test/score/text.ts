/** Texts compared as a reader would: quotation marks, dashes, white space and capitals make no difference. */
import type { Span } from '../../src/record/types.ts'

/** A text made plain, and for each of its characters the offset in the original. */
export interface Plain {
  text: string
  at: number[]
}

const ALIKE: readonly [RegExp, string][] = [
  [/[‘’ʼ`]/, "'"],
  [/[“”„]/, '"'],
  [/[–—−]/, '-'],
  [/\s/, ' '],
]

function plainCharacter(character: string): string {
  for (const [these, one] of ALIKE) if (these.test(character)) return one
  return character.toLowerCase()
}

export function plain(original: string): Plain {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < original.length; i++) {
    const character = plainCharacter(original.charAt(i))
    if (character === ' ' && (text === '' || text.endsWith(' '))) continue
    text += character
    for (let n = 0; n < character.length; n++) at.push(i)
  }
  return { text, at }
}

export const flat = (text: string | null | undefined): string => plain(text ?? '').text.trim()

/** Words of three letters and more. */
export const wordsOf = (text: string): Set<string> => new Set(flat(text).match(/[\p{L}\p{N}']{3,}/gu) ?? [])

/** Where the words of a key stand in a document; null where they don't. */
export function find(needle: string, body: Plain): Span | null {
  const wanted = flat(needle)
  const i = body.text.indexOf(wanted)
  const first = body.at[i]
  const last = body.at[i + wanted.length - 1]
  return i < 0 || first === undefined || last === undefined ? null : [first, last + 1]
}

const TITLE =
  /^(?:the|a|an|mr|ms|mrs|dr|prof|professor|president|prime minister|chief cabinet secretary|his|her|their)\.? /

function bareName(name: string): string {
  let bare = flat(name)
  while (TITLE.test(bare)) bare = bare.replace(TITLE, '')
  return bare.replace(/[^\p{L}\p{N} -]/gu, '').trim()
}

/** The same but for titles, or all words of the shorter in the longer; a surname alone is no full name. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)]
  if (a.length < 3 || b.length < 3) return false
  if (a === b) return true
  const [short, long] = [a.split(/[ -]+/), b.split(/[ -]+/)].sort((x, y) => x.length - y.length)
  return (short?.length ?? 0) >= 2 && (short ?? []).every(word => long?.includes(word))
}

const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|St|No|[A-Z](?:\.[A-Z])?)\.$/

/** Sentences, good enough to say what lies near what; written apart from the program's own splitter. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?]["'”’)]*\s+(?=["'“‘(]?[A-Z0-9])|\n+/g)) {
    const before = text.slice(Math.max(0, match.index - 8), match.index + 1)
    if (!match[0].startsWith('\n') && ABBREVIATION.test(before)) continue
    const end = match.index + match[0].length
    if (end > start) spans.push([start, end])
    start = end
  }
  if (start < text.length) spans.push([start, text.length])
  return spans
}

export const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
