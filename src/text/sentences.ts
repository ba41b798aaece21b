/**
 * Where sentences begin and end. A full stop is a boundary unless what stands before it is an abbreviation
 * that wants a continuation ("Prof. Kimura", "Nov. 13", "U.S. officials"), or the quotation that it ends is
 * carried on by its speaker (`"Why now?" Ruiz asked.`).
 */
import type { Span } from '../record/types.ts'

export interface SentenceSpan {
  paragraph: number
  start: number
  end: number
}

/** Always continued: titles, ranks, and the like. */
const TITLES = new Set(
  (
    'mr mrs ms mx dr prof profs gen lt col maj adm vice-adm brig sgt capt cmdr cpl pvt sen sens rep reps gov pres ' +
    'st ste rev fr hon amb supt insp messrs mmes mlle mme vs v cf approx dept min ft mt'
  ).split(' '),
)

/** Continued by a figure: "Nov. 13", "No. 2", "p. 4", "Art. 9". */
const BEFORE_FIGURES = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp art sec fig vol ch para ca c'.split(' '),
)

/** Continued in the middle of a name or phrase; a boundary only before a word that opens sentences. */
const MAYBE = new Set(
  'inc ltd co corp bros jr sr etc al plc llc del ald atty asst i.e e.g a.m p.m'.split(' '),
)

/** Words that open a sentence far more often than they carry on a name. */
const OPENERS = new Set(
  (
    'the a an this that these those it he she they we i you his her its their our there here but and or so yet ' +
    'in on at by for from with as if when while since after before although though because despite during ' +
    'however meanwhile moreover still also both all some many most one two not no what who how why where which ' +
    'last next under over according asked later earlier then now until once'
  ).split(' '),
)

const CARRIES_ON = new Set(
  (
    'said asked told added wrote replied answered tweeted posted continued explained noted argued warned insisted ' +
    'shouted wondered quipped says asks tells adds writes'
  ).split(' '),
)

const TERMINAL = new Set(['.', '!', '?', '\u2026', '\u3002'])
const CLOSER = /["'\u201d\u2019)\]\u00bb]/
const OPENER_MARK = /["'\u201c\u2018([\u00ab\u2014\u2013-]/

/** Spans of the paragraphs: stretches between line breaks, trimmed. */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  while (at <= text.length) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    let a = at
    let b = end
    while (a < b && isSpace(text.charCodeAt(a))) a++
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--
    if (b > a) spans.push([a, b])
    if (next < 0) break
    at = next + 1
  }
  return spans
}

/** Splits the whole text; a paragraph's end is always a boundary. */
export function splitSentences(text: string): SentenceSpan[] {
  const sentences: SentenceSpan[] = []
  paragraphs(text).forEach(([from, to], paragraph) => {
    let start = from
    for (let i = from; i < to; i++) {
      if (!TERMINAL.has(text[i] ?? '')) continue
      const end = boundaryAfter(text, start, i, to)
      if (end === null) continue
      sentences.push({ paragraph, start, end })
      start = skipSpace(text, end, to)
      i = start - 1
    }
    if (start < to) sentences.push({ paragraph, start, end: to })
  })
  return sentences
}

/** The end of the sentence that the mark at `mark` closes; null where it closes none. */
function boundaryAfter(text: string, start: number, mark: number, to: number): number | null {
  let end = mark + 1
  while (end < to && TERMINAL.has(text[end] ?? '')) end++
  const marksEnd = end
  while (end < to && CLOSER.test(text[end] ?? '') && closes(text, end, to)) end++
  if (end >= to) return to
  if (!isSpace(text.charCodeAt(end))) return text[mark] === '\u3002' ? end : null
  const next = skipSpace(text, end, to)
  const first = text[next] ?? ''
  const word = wordAt(text, OPENER_MARK.test(first) ? next + 1 : next).replace(/\.+$/, '')
  const begins = /[\p{Lu}\p{N}\p{Lo}]/u.test(first) || OPENER_MARK.test(first)
  if (!begins) return null
  if (text[mark] === '.' && marksEnd === mark + 1 && end === marksEnd) {
    if (continues(text, start, mark, word, first)) return null
  } else if (end > marksEnd && /[!?]/.test(text[mark] ?? '') && carriedOn(text, next, to)) return null
  return end
}

/** A closing mark stands before a space, another mark or the end; `'` before a letter opens something. */
function closes(text: string, at: number, to: number): boolean {
  const next = text[at + 1]
  return at + 1 >= to || next === undefined || !/[\p{L}\p{N}]/u.test(next)
}

/** Does the full stop belong to an abbreviation that `word` carries on? */
function continues(text: string, start: number, stop: number, word: string, first: string): boolean {
  let from = stop
  while (from > start && !isSpace(text.charCodeAt(from - 1))) from--
  while (from < stop && OPENER_MARK.test(text[from] ?? '')) from++
  const before = text.slice(from, stop)
  const lower = before.toLowerCase()
  const opens = OPENERS.has(word.toLowerCase())
  if (TITLES.has(lower)) return /\p{Lu}/u.test(before[0] ?? '') || lower === 'vs' || lower === 'v'
  // "Sept. 29-Oct. 2"
  const month = lower.slice(Math.max(lower.lastIndexOf('-'), lower.lastIndexOf('–')) + 1)
  if (BEFORE_FIGURES.has(month) && month !== lower) return /\p{N}/u.test(first)
  const initial = /^\p{Lu}$/u.test(before)
  if (BEFORE_FIGURES.has(lower) && !(initial && !/\p{N}/u.test(first)))
    return /\p{N}/u.test(first) || (lower.length >= 3 && /\p{Lu}/u.test(before[0] ?? '') && !opens)
  // "8 a.m. GMT", "8 a.m. (0600 GMT)", "9 p.m. Monday", "10 p.m. Nov. 3".
  if (/^[ap]\.m$/i.test(before))
    return (
      first === '(' ||
      /^([A-Z]{2,4}|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ (time|Time))$/.test(word) ||
      /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(word)
    )
  if (MAYBE.has(lower)) return !opens
  // "J. Smith", "George W. Bush", "by C. Ray"; but "Plan B. The …".
  if (initial) return !opens || before === 'J'
  // "U.S. officials", "S. Korea", "the U.N. Security Council"; but "in the U.S. The …".
  if (/^(\p{L}\.)+\p{L}$/u.test(before)) return !opens
  return false
}

/** `"Why now?" Ruiz asked`: one to four capitalised words, then a reporting verb. */
function carriedOn(text: string, from: number, to: number): boolean {
  let at = from
  for (let n = 0; n < 5 && at < to; n++) {
    const word = wordAt(text, at)
    if (word === '') return false
    if (CARRIES_ON.has(word.replace(/\.+$/, ''))) return true
    if (n > 0 && !/^[\p{Lu}]/u.test(word) && !/^(the|a|an|of)$/i.test(word)) return false
    at = skipSpace(text, at + word.length, to)
  }
  return false
}

function wordAt(text: string, at: number): string {
  let end = at
  while (end < text.length && /[\p{L}\p{N}.'\u2019-]/u.test(text[end] ?? '')) end++
  return text.slice(at, end)
}

function skipSpace(text: string, at: number, to: number): number {
  let i = at
  while (i < to && isSpace(text.charCodeAt(i))) i++
  return i
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 160 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f
  )
}
