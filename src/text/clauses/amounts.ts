/** "at least 26 people", "more than half", "about 40 ships": what hedges a number belongs to the noun behind it. */
import type { Token } from '../types.ts'
import { type Element, isVerb, isWord } from './elements.ts'

const HEDGES: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['as', 'many', 'as'],
  ['as', 'much', 'as'],
  ['as', 'few', 'as'],
  ['as', 'little', 'as'],
  ['up', 'to'],
  ['close', 'to'],
  ['well', 'over'],
  ['just', 'over'],
  ['just', 'under'],
  ['no', 'more', 'than'],
  ['no', 'fewer', 'than'],
  ['about'],
  ['around'],
  ['over'],
  ['under'],
]
const BY_FIRST = new Map<string, (readonly string[])[]>()
for (const words of HEDGES) {
  const first = words[0] ?? ''
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), words])
}

const COUNTING = new Set('half dozens scores hundreds thousands millions billions two-thirds one'.split(' '))
const UNITS = new Set('dozen score hundred thousand million billion third quarter half tenth'.split(' '))

/** Where the number begins whose hedge begins at `i`; `i` itself where none does. */
export function amountAt(tokens: readonly Token[], i: number, before: Element | undefined): number {
  const hedges = BY_FIRST.get(tokens[i]?.lower ?? '')
  if (hedges === undefined) return i
  for (const words of hedges) {
    const at = i + words.length
    if (!words.every((word, k) => tokens[i + k]?.lower === word) || !isNumber(tokens, at)) continue
    // "talks about 12 hostages": alone the word is a hedge only where no verb or noun governs it.
    if (words.length === 1 && governs(before)) continue
    return at
  }
  return i
}

function isNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.lower === 'a') return UNITS.has(tokens[at + 1]?.lower ?? '')
  return token.pos === 'NUM' || COUNTING.has(token.lower) || /^[$\u20ac\u00a3\u00a5]$/.test(token.lower)
}

function governs(before: Element | undefined): boolean {
  if (before === undefined) return false
  if (isVerb(before)) return before.verb.lemma !== 'be'
  return !isWord(before) || before.kind === 'adjective' || before.kind === 'close-quote'
}
