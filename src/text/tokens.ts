/**
 * From the tagger's tokens to ours: words joined by hyphens are one token, unless both sides are names
 * ("Seoul-Tokyo" is three: the actors in it are needed); tags that the tagger is known to get wrong are
 * mended; verbs get their form.
 */
import type { Knowledge } from '../knowledge/index.ts'
import type { Span } from '../record/types.ts'
import { repair } from './repair/index.ts'
import type { SentenceSpan } from './sentences.ts'
import { type Tagged, tag } from './tagger.ts'
import type { Pos, Token } from './types.ts'

/** Second halves that make an adjective of what stands before them: "U.S.-led", "decade-long", "Seoul-based". */
const ADJECTIVE_TAIL =
  /^(\p{Ll}+ed|\p{Ll}+ing|based|born|built|held|led|made|run|wide|long|old|style|free|friendly|era|level|class|like|scale|term|time|range|way|day|week|month|year|hour|minute|member|party|nation|point|step|side|speed|time|ranking|profile|level|and|to|in|of|off|up|ever|handed|minded|facing|profile)$/u

/** The tokens of one sentence, with `quoted` set from the spans of the quotations. */
export function tokenise(
  text: string,
  span: SentenceSpan,
  quotations: readonly Span[],
  knowledge: Knowledge,
): Token[] {
  const tokens = joinHyphens(text, tag(text, span.start, span.end)).map(tagged => toToken(text, tagged))
  markQuoted(tokens, quotations)
  repair(tokens, knowledge)
  return tokens
}

interface Word {
  text: string
  lower: string
}

/** Words met before: every table is asked for them again and again, and V8 hashes a string that it knows only once. */
const words = new Map<string, Word>()
const LIMIT = 20_000
/** A longer slice of a text keeps the whole text in memory. */
const LONGEST_KEPT = 12

function wordOf(text: string): Word {
  const known = words.get(text)
  if (known !== undefined) return known
  const lower = text.includes('\u2019') ? text.toLowerCase().replaceAll('\u2019', "'") : text.toLowerCase()
  const word = { text, lower }
  if (text.length > LONGEST_KEPT) return word
  if (words.size > LIMIT) words.clear()
  words.set(text, word)
  return word
}

function toToken(source: string, tagged: Tagged): Token {
  const { text, lower } = wordOf(source.slice(tagged.start, tagged.end))
  const lemma = tagged.lemma.toLowerCase()
  return {
    start: tagged.start,
    end: tagged.end,
    text,
    lower,
    // Most words are their own lemma: one string for both.
    lemma: lemma === lower ? lower : lemma,
    pos: isPos(tagged.pos) ? tagged.pos : 'X',
    form: null,
    quoted: false,
  }
}

const POS = new Set<string>([
  'NOUN',
  'PROPN',
  'PRON',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'DET',
  'NUM',
  'CCONJ',
  'SCONJ',
  'PART',
  'PUNCT',
  'SYM',
  'INTJ',
  'X',
])

function isPos(pos: string): pos is Pos {
  return POS.has(pos)
}

const HYPHENS = new Set(['-', '\u2010', '\u2011'])

function joinHyphens(text: string, tagged: Tagged[]): Tagged[] {
  const joined: Tagged[] = []
  for (let i = 0; i < tagged.length; i++) {
    const token = tagged[i]
    if (token === undefined) continue
    const before = joined[joined.length - 1]
    const after = tagged[i + 1]
    if (
      text[token.start] === '.' &&
      token.end - token.start === 1 &&
      before !== undefined &&
      after !== undefined &&
      abbreviates(text, before, token, after)
    ) {
      before.end = token.end
      before.pos = 'PROPN'
      continue
    }
    if (
      before === undefined ||
      after === undefined ||
      token.end - token.start !== 1 ||
      !HYPHENS.has(text.charAt(token.start)) ||
      before.end !== token.start ||
      token.end !== after.start ||
      !joins(text, before, after)
    ) {
      joined.push(token)
      continue
    }
    const left = text.slice(before.start, before.end)
    const right = text.slice(after.start, after.end)
    before.pos = joinedPos(left, right, before.pos, after.pos)
    before.lemma = `${left.toLowerCase()}-${after.lemma}`
    before.end = after.end
    i++
  }
  return joined
}

/** "the Rev. Peter Hale": a stop that ends no sentence belongs to the title before it. */
function abbreviates(text: string, before: Tagged, stop: Tagged, after: Tagged): boolean {
  const title = text.slice(before.start, before.end)
  return (
    before.end === stop.start &&
    /^\p{Lu}\p{Ll}{1,4}$/u.test(title) &&
    /^\p{Lu}/u.test(text[after.start] ?? '')
  )
}

/** Names on both sides stay apart ("Japan-South Korea"); all else is one word ("Suk-yeol", "three-way", "G-7"). */
function joins(text: string, before: Tagged, after: Tagged): boolean {
  const left = text[before.start] ?? ''
  const right = text[after.start] ?? ''
  if (!/[\p{L}\p{N}.]/u.test(text[before.end - 1] ?? '') || !/[\p{L}\p{N}]/u.test(right)) return false
  return !(/\p{Lu}/u.test(left) && /\p{Lu}/u.test(right) && before.end - before.start > 2)
}

const NAME_PARTICLE = /^(al|el|bin|ibn|ben|ad|ar|as|ash|at|az|an|ul|ud|ed)$/

function joinedPos(left: string, right: string, leftPos: string, rightPos: string): string {
  if (/^\p{N}/u.test(left) && /^\p{N}/u.test(right)) return 'NUM'
  if (/^\p{Lu}/u.test(left)) {
    if (/^\p{N}/u.test(right)) return 'PROPN'
    if (ADJECTIVE_TAIL.test(right)) return 'ADJ'
    return 'PROPN'
  }
  if (ADJECTIVE_TAIL.test(right)) return 'ADJ'
  // "al-Sabah", "pro-Western"
  if (/^\p{Lu}/u.test(right)) return NAME_PARTICLE.test(left) ? 'PROPN' : 'ADJ'
  return rightPos === 'VERB' || rightPos === 'ADP' || rightPos === 'PART'
    ? leftPos === 'VERB'
      ? 'NOUN'
      : 'ADJ'
    : rightPos
}

/** Both lists are in order, so one walk does. */
function markQuoted(tokens: Token[], quotations: readonly Span[]): void {
  let q = 0
  for (const token of tokens) {
    while (q < quotations.length && (quotations[q]?.[1] ?? 0) <= token.start) q++
    const quotation = quotations[q]
    if (quotation === undefined) return
    token.quoted = quotation[0] <= token.start && token.end <= quotation[1]
  }
}
