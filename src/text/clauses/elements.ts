/**
 * A sentence as a row of elements: noun groups, verb groups and the words between them that open, join or
 * close clauses. The clause parser walks over it from left to right.
 */
import type { NounGroup, Prepositional, Token, VerbGroup } from '../types.ts'

export type WordKind =
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'that'
  | 'relative'
  | 'comma'
  | 'stop'
  | 'open-quote'
  | 'close-quote'
  | 'open-bracket'
  | 'close-bracket'
  | 'adjective'
  | 'adverb'
  | 'other'

export interface NounElement {
  kind: 'noun'
  first: number
  last: number
  group: NounGroup
}

export interface VerbElement {
  kind: 'verb'
  first: number
  last: number
  verb: VerbGroup
  /** infinitive: with "to" or bare after a verb that takes it; ambiguous: "seized", past or participle. */
  form: 'finite' | 'infinitive' | 'gerund' | 'participle' | 'ambiguous' | 'base'
}

export interface WordElement {
  kind: WordKind
  first: number
  last: number
  /** Lower case. */
  word: string
}

/** A preposition with its object, once they are joined. */
export interface PhraseElement {
  kind: 'phrase'
  first: number
  last: number
  phrase: Prepositional
}

export type Element = NounElement | VerbElement | WordElement | PhraseElement

export function isNoun(element: Element | undefined): element is NounElement {
  return element?.kind === 'noun'
}

export function isWord(element: Element | undefined): element is WordElement {
  return (
    element !== undefined && element.kind !== 'noun' && element.kind !== 'verb' && element.kind !== 'phrase'
  )
}

export function isVerb(element: Element | undefined): element is VerbElement {
  return element?.kind === 'verb'
}

const ALWAYS_SUBORDINATORS = new Set([
  'because',
  'if',
  'unless',
  'although',
  'though',
  'while',
  'whereas',
  'whether',
  'once',
  'lest',
  'whenever',
  'wherever',
  'when',
  'how',
  'why',
  'what',
  'whatever',
  'whoever',
  'whichever',
])

/** Prepositions that open a clause where a subject and a finite verb follow. */
const MAYBE_SUBORDINATORS = new Set([
  'after',
  'before',
  'since',
  'until',
  'till',
  'as',
  'than',
  'like',
  'except',
])

const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'where'])

/** Several words that work as one; longest first. */
const FIXED: readonly (readonly [words: readonly string[], kind: WordKind])[] = [
  [['as', 'soon', 'as', 'possible'], 'adverb'],
  [['as', 'well', 'as'], 'conjunction'],
  [['let', 'alone'], 'conjunction'],
  [['never', 'before'], 'adverb'],
  [['not', 'only'], 'adverb'],
  [['no', 'sooner'], 'adverb'],
  [['no', 'matter'], 'other'],
  [['however', 'much'], 'subordinator'],
  [['however', 'many'], 'subordinator'],
  [['even', 'though'], 'subordinator'],
  [['even', 'if'], 'subordinator'],
  [['so', 'that'], 'subordinator'],
  [['given', 'that'], 'subordinator'],
  [['provided', 'that'], 'subordinator'],
  [['now', 'that'], 'subordinator'],
  [['in', 'that'], 'subordinator'],
  [['except', 'that'], 'subordinator'],
  [['assuming', 'that'], 'subordinator'],
  [['as', 'if'], 'subordinator'],
  [['as', 'though'], 'subordinator'],
  [['as', 'long', 'as'], 'subordinator'],
  [['as', 'soon', 'as'], 'subordinator'],
  [['in', 'order', 'to'], 'other'],
  [['because', 'of'], 'preposition'],
  [['due', 'to'], 'preposition'],
  [['owing', 'to'], 'preposition'],
  [['thanks', 'to'], 'preposition'],
  [['according', 'to'], 'preposition'],
  [['such', 'as'], 'preposition'],
  [['as', 'to'], 'preposition'],
  [['as', 'for'], 'preposition'],
  [['in', 'front', 'of'], 'preposition'],
  [['in', 'spite', 'of'], 'preposition'],
  [['in', 'exchange', 'for'], 'preposition'],
  [['in', 'return', 'for'], 'preposition'],
  [['in', 'response', 'to'], 'preposition'],
  [['in', 'addition', 'to'], 'preposition'],
  [['in', 'terms', 'of'], 'preposition'],
  [['in', 'accordance', 'with'], 'preposition'],
  [['in', 'light', 'of'], 'preposition'],
  [['in', 'view', 'of'], 'preposition'],
  [['in', 'favour', 'of'], 'preposition'],
  [['in', 'favor', 'of'], 'preposition'],
  [['with', 'regard', 'to'], 'preposition'],
  [['with', 'respect', 'to'], 'preposition'],
  [['on', 'behalf', 'of'], 'preposition'],
  [['in', 'support', 'of'], 'preposition'],
  [['in', 'solidarity', 'with'], 'preposition'],
  [['in', 'protest', 'at'], 'preposition'],
  [['in', 'protest', 'against'], 'preposition'],
  [['in', 'defiance', 'of'], 'preposition'],
  [['in', 'exchange', 'for'], 'preposition'],
  [['in', 'return', 'for'], 'preposition'],
  [['on', 'account', 'of'], 'preposition'],
  [['on', 'the', 'sidelines', 'of'], 'preposition'],
  [['by', 'means', 'of'], 'preposition'],
  [['as', 'part', 'of'], 'preposition'],
  [['as', 'a', 'result', 'of'], 'preposition'],
  [['as', 'of'], 'preposition'],
  [['ahead', 'of'], 'preposition'],
  [['instead', 'of'], 'preposition'],
  [['rather', 'than'], 'preposition'],
  [['other', 'than'], 'preposition'],
  [['along', 'with'], 'preposition'],
  [['together', 'with'], 'preposition'],
  [['next', 'to'], 'preposition'],
  [['close', 'to'], 'preposition'],
  [['prior', 'to'], 'preposition'],
  [['up', 'to'], 'preposition'],
  [['out', 'of'], 'preposition'],
  [['apart', 'from'], 'preposition'],
  [['aside', 'from'], 'preposition'],
  [['away', 'from'], 'preposition'],
]
const FIXED_BY_FIRST = new Map<string, (readonly [readonly string[], WordKind])[]>()
for (const entry of FIXED) {
  const first = entry[0][0] ?? ''
  FIXED_BY_FIRST.set(first, [...(FIXED_BY_FIRST.get(first) ?? []), entry])
}

/** The word element that begins at token `i`: one token, or a fixed expression of several. */
export function wordElement(tokens: readonly Token[], i: number): WordElement {
  const token = tokens[i]
  const word = token?.lower ?? ''
  for (const [words, kind] of FIXED_BY_FIRST.get(word) ?? []) {
    const behind = tokens[i + words.length]
    // "was due to be liquidated": the adjective with an infinitive, not the preposition.
    if (
      words[words.length - 1] === 'to' &&
      (behind?.pos === 'VERB' || behind?.pos === 'AUX') &&
      behind.form === 'base'
    )
      continue
    if (words.every((w, k) => tokens[i + k]?.lower === w)) {
      return { kind, first: i, last: i + words.length - 1, word: words.join(' ') }
    }
  }
  return { kind: token === undefined ? 'other' : wordKind(token), first: i, last: i, word }
}

function wordKind(token: Token): WordKind {
  const { lower: word, pos } = token
  if (pos === 'PUNCT' || pos === 'SYM') return punctuation(word)
  if (word === 'that') return 'that'
  if (RELATIVES.has(word)) return 'relative'
  if (ALWAYS_SUBORDINATORS.has(word) && pos !== 'VERB') return 'subordinator'
  if (/^(both|either|neither)$/.test(word)) return 'other'
  if (pos === 'CCONJ' || word === 'and' || word === 'or' || word === 'but' || word === 'nor')
    return 'conjunction'
  if (pos === 'ADP' || word === 'to' || MAYBE_SUBORDINATORS.has(word)) return 'preposition'
  if (pos === 'SCONJ') return 'preposition'
  if (pos === 'ADJ') return 'adjective'
  if (pos === 'ADV') return 'adverb'
  return 'other'
}

function punctuation(mark: string): WordKind {
  if (mark === ',') return 'comma'
  if (/^[;:\u2013\u2014]$|^--$|^-$/.test(mark)) return 'stop'
  if (mark === '\u201c' || mark === '\u2018') return 'open-quote'
  if (mark === '\u201d') return 'close-quote'
  if (mark === '(' || mark === '[') return 'open-bracket'
  if (mark === ')' || mark === ']') return 'close-bracket'
  return 'other'
}

/** "after the talks ended", "since they normalised ties": does this preposition open a clause here? */
export function mayOpenClause(word: string): boolean {
  return MAYBE_SUBORDINATORS.has(word)
}
