/** Kinds of words in noun groups: pronouns, times, heads. */
import type { Token } from '../types.ts'

export const POSSESSIVE_PRONOUNS = new Set(['its', 'his', 'their', 'our', 'my', 'your'])

export const PRONOUNS = new Set([
  'i',
  'you',
  'he',
  'she',
  'it',
  'we',
  'they',
  'me',
  'him',
  'her',
  'us',
  'them',
  'himself',
  'herself',
  'itself',
  'themselves',
  'ourselves',
  'everyone',
  'everybody',
  'nobody',
  'someone',
  'anyone',
  'something',
  'anything',
  'nothing',
  'everything',
  'others',
  'there',
  'none',
  'hers',
  'theirs',
  'ours',
])

/** Alone they stand for a noun: "some say", "both agreed", "this led to". */
export const LONE = new Set([
  'this',
  'these',
  'those',
  'that',
  'some',
  'many',
  'both',
  'all',
  'several',
  'few',
  'most',
  'each',
  'either',
  'neither',
  'one',
  'another',
  'much',
  'such',
  'any',
  'half',
  'two',
  'three',
])

export const WEEKDAY = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/

export const MONTH =
  /^(jan(uary|\.)?|feb(ruary|\.)?|mar(ch|\.)|apr(il|\.)|may|june?|july?|aug(ust|\.)|sept?(ember|\.)|oct(ober|\.)|nov(ember|\.)|dec(ember|\.))$/

const TIME_NOUN =
  /^(today|tomorrow|yesterday|tonight|now|(day|week|month|year|decade|century|hour|minute|weekend|morning|afternoon|evening|night|midnight|noon|fortnight|summer|winter|spring|autumn|quarter|moment|time)s?)$/

export const YEAR = /^(1[89]|20)\d\d(-\d{2,4})?s?$/

export function isNominal(token: Token | undefined): boolean {
  return token !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(token.pos)
}

export function isNominalAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const token = tokens[i]
    if (token === undefined) return false
    if (/^(NOUN|PROPN|NUM)$/.test(token.pos)) return true
    if (!/^(ADJ|ADV|PUNCT|VERB)$/.test(token.pos) || token.lower === ',') return false
  }
  return false
}

export function isHeadWord(token: Token): boolean {
  return (
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    (token.pos === 'X' && /^\p{L}/u.test(token.text)) ||
    (token.pos === 'NUM' && YEAR.test(token.lower))
  )
}

export function isHeadWordAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token !== undefined && isHeadWord(token)
}

export function isTemporalWord(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { lower, pos } = token
  return (
    WEEKDAY.test(lower) ||
    TIME_NOUN.test(lower) ||
    YEAR.test(lower) ||
    (MONTH.test(lower) && /^\p{Lu}/u.test(token.text) && pos !== 'AUX')
  )
}

export function headLemma(token: Token | undefined): string {
  if (token === undefined) return ''
  if (token.pos === 'PROPN') return token.lower
  const { lemma, lower } = token
  return token.pos === 'NOUN' && lemma === lower && /[^su]s$/.test(lower) && lower.length > 4
    ? lower.slice(0, -1)
    : lemma
}

/** "two days of talks", "a week of protests": a measure of what follows, which has no article. */
function measuresEvent(tokens: readonly Token[], head: number): boolean {
  const after = tokens[head + 2]
  return (
    tokens[head + 1]?.lower === 'of' &&
    /^(hour|day|night|week|month|year|decade)s?$/.test(tokens[head]?.lower ?? '') &&
    after !== undefined &&
    /^(NOUN|ADJ|VERB)$/.test(after.pos) &&
    !isTemporalWord(after)
  )
}

export function isTemporalHead(tokens: readonly Token[], first: number, head: number): boolean {
  if (measuresEvent(tokens, head)) return false
  if (!isTemporalWord(tokens[head])) {
    const token = tokens[head]
    return token?.pos === 'NUM' && MONTH.test(tokens[head - 1]?.lower ?? '') && head - 1 >= first
  }
  return true
}
