/**
 * Words, numbers and marks of a sentence, each with what it can do in a time. Finer than the tokens:
 * "7-8", "mid-December", "13th", "Nov." and "1990s" are several lexemes here, whatever the tagger made of them.
 */
import { type TimeWord, timeWords } from '../../knowledge/time-words.ts'

export interface Lexeme {
  start: number
  end: number
  lower: string
  /** A kind of `time-words.tsv`, or number, word, mark, none (past the ends of the sentence). */
  kind: string
  /** Value of a number, or the word's `n`. */
  n: number
  code: string
  capital: boolean
  /** A phrase of the table may begin with it. */
  opens: boolean
  /** No white space before it. */
  glued: boolean
}

export interface Line {
  text: string
  lexemes: Lexeme[]
}

const NONE: Lexeme = {
  start: 0,
  end: 0,
  lower: '',
  kind: 'none',
  n: 0,
  code: '',
  capital: false,
  opens: false,
  glued: false,
}
/** No word of the table is longer. */
const LONGEST = 14
const WORD: TimeWord = { kind: 'word', n: 0, code: '', opens: false }
const NUMBER: TimeWord = { kind: 'number', n: 0, code: '', opens: false }
const MARK: TimeWord = { kind: 'mark', n: 0, code: '', opens: false }

/** The lexeme at `i`; one of kind `none` past the ends. */
export function at({ lexemes: all }: Line, i: number): Lexeme {
  // An index below 0 is slow to look up.
  return i >= 0 && i < all.length ? (all[i] ?? NONE) : NONE
}

export function is(line: Line, i: number, lower: string): boolean {
  return at(line, i).lower === lower
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x202f
}

function isLetter(code: number): boolean {
  // With the bit of the case set, A to Z are a to z.
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7
  return code >= 0xac00 && code <= 0xd7a3
}

/** Typographic marks as the ASCII ones that the grammar knows. */
function mark(char: string): string {
  if (char === '’' || char === '‘') return "'"
  return char === '–' || char === '—' || char === '‐' || char === '‑' || char === '−' ? '-' : char
}

/** "may", "march" and "sun" are a month's or day's name only with a capital. */
function needsCapital(kind: string): boolean {
  return kind === 'month' || kind === 'weekday' || kind === 'weekdays' || kind === 'era' || kind === 'holiday'
}

/** `first` is the code of the word's first letter as written. */
function wordOf(lower: string, first: number, words: ReadonlyMap<string, TimeWord>): TimeWord {
  if (lower.length > LONGEST) return WORD
  const known = words.get(lower)
  if (known === undefined) return isDigit(lower.charCodeAt(lower.length - 1)) ? coded(lower) : WORD
  return first >= 97 && needsCapital(known.kind) ? WORD : known
}

/** "FY2022" and "Q3" are one lexeme; "G20" is a word. */
function coded(lower: string): TimeWord {
  if (/^fy\d{4}$/.test(lower)) return { ...WORD, kind: 'fiscal-code' }
  if (/^h[12]$/.test(lower)) return { ...WORD, kind: 'half-code' }
  return /^q[1-4]$/.test(lower) ? { ...WORD, kind: 'quarter-code' } : WORD
}

function scan(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from)
  let end = from + 1
  if (isDigit(code)) while (end < to && isDigit(text.charCodeAt(end))) end++
  else if (isLetter(code)) {
    while (end < to && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
  }
  return end
}

/** Splits `text[from, to)`. */
export function lexemes(text: string, from: number, to: number): Line {
  const { words } = timeWords()
  const all: Lexeme[] = []
  let last = -1
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) {
      i++
      continue
    }
    const end = scan(text, i, to)
    const digits = isDigit(code)
    const letters = !digits && isLetter(code)
    const plain = text.slice(i, end)
    const lower = letters ? plain.toLowerCase() : digits ? plain : mark(plain)
    const word = digits ? NUMBER : letters ? wordOf(lower, code, words) : MARK
    all.push({
      start: i,
      end,
      lower,
      kind: word.kind,
      n: digits ? Number(plain) : word.n,
      code: word.code,
      capital: letters && code < 97,
      opens: word.opens,
      glued: last === i,
    })
    last = end
    i = end
  }
  return { text, lexemes: all }
}
