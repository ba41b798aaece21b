/** What may stand before the head of a noun group, or between two heads. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import type { Scan } from './noun-scan.ts'
import { isHeadWordAt, isNominal, isTemporalWord, MONTH, POSSESSIVE_PRONOUNS, WEEKDAY } from './noun-words.ts'

/** The hyphen of "Seoul-Tokyo": no space on either side and a name behind it. */
export function hyphenBetween(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || !/^[-\u2010\u2011\u2013/]$/.test(token.text)) return false
  return tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end && isNominal(tokens[i + 1])
}

/** The "and" of "Danish and Polish officials": adjectives of states that share the noun behind them. */
export function joinsDemonyms({ tokens, knowledge }: Scan, head: number, i: number): boolean {
  if (!/^(and|or|,)$/.test(tokens[i]?.lower ?? '')) return false
  if (demonymEndingAt(tokens, head, knowledge) === 0) return false
  const from = tokens[i]?.lower === ',' && tokens[i + 1]?.lower === 'and' ? i + 2 : i + 1
  for (let length = 3; length > 0; length--) {
    const words = tokens.slice(from, from + length)
    if (knowledge.states.find(words.map(token => token.text).join(' '))?.form !== 'adjective') continue
    const next = tokens[from + length]
    return /^(NOUN|ADJ)$/.test(next?.pos ?? '') || /^(and|,)$/.test(next?.lower ?? '')
  }
  return false
}

/** Words of the state's adjective that ends at `last`: 2 for "South Korean", 0 where there is none. */
function demonymEndingAt(tokens: readonly Token[], last: number, knowledge: Knowledge): number {
  for (let length = 3; length > 0; length--) {
    const words = tokens.slice(Math.max(0, last - length + 1), last + 1)
    if (
      words.length === length &&
      knowledge.states.find(words.map(token => token.text).join(' '))?.form === 'adjective'
    )
      return length
  }
  return 0
}

export function isPremodifier(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.pos === 'DET')
    return (
      i === first || /^(all|both|either|neither|half|such|the|these|those)$/.test(tokens[i - 1]?.lower ?? '')
    )
  if (POSSESSIVE_PRONOUNS.has(token.lower) || (token.lower === 'her' && isNominal(tokens[i + 1])))
    return i === first || /^(all|both|half|of)$/.test(tokens[i - 1]?.lower ?? '')
  if (token.pos === 'ADJ') return leadsToNoun(tokens, i + 1)
  if (token.pos === 'NUM') return true
  // "either a village or a town", "neither army"
  if (/^(both|either|neither)$/.test(token.lower)) return i === first && opensGroup(tokens[i + 1])
  if (token.lower === '$' || token.lower === '\u20ac' || token.lower === '\u00a3' || token.lower === '\u00a5')
    return true
  if (token.pos === 'ADV')
    return i > first ||
      /^(very|most|more|highly|nearly|about|almost|some|over|only|once|newly|increasingly|frequently|better|worse|closer|further|less|fewer|far|long)$/.test(
        token.lower,
      ) ||
      (/ly$/.test(token.lower) && /^(ADJ|ADV)$/.test(tokens[i + 1]?.pos ?? ''))
      ? leadsToNoun(tokens, i + 1) && !(i === first && isPredicate(tokens, i))
      : false
  if (token.pos === 'VERB')
    return (
      i > first &&
      /(ed|ing|en|wn)$/.test(token.lower) &&
      isNominal(tokens[i + 1]) &&
      isModifierBefore(tokens[i - 1])
    )
  if (token.lower === 'and' || token.lower === 'but' || token.lower === ',') return adjectiveList(tokens, i)
  return false
}

function opensGroup(token: Token | undefined): boolean {
  return token?.pos === 'DET' || isNominal(token)
}

/** "Ruiz frequently mocked rivals", "aides almost openly expressed doubt": behind its subject the adverb begins a verb. */
function isPredicate(tokens: readonly Token[], i: number): boolean {
  if (!/^(NOUN|PROPN|PRON)$/.test(tokens[i - 1]?.pos ?? '')) return false
  let j = i
  while (tokens[j]?.pos === 'ADV') j++
  return tokens[j]?.pos === 'VERB'
}

function isModifierBefore(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'DET' ||
      token.pos === 'ADJ' ||
      token.pos === 'ADV' ||
      token.pos === 'NUM' ||
      POSSESSIVE_PRONOUNS.has(token.lower))
  )
}

/** "political and historical issues", "a brief, informal meeting". */
function adjectiveList(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (before?.pos !== 'ADJ') return false
  let j = i + 1
  if (tokens[i]?.lower === ',' && tokens[j]?.lower === 'and') j++
  if (tokens[i]?.lower === 'and' && tokens[j]?.pos === 'NOUN' && tokens[j + 1]?.pos === 'NOUN') return true
  return tokens[j]?.pos === 'ADJ' && leadsToNoun(tokens, j + 1)
}

/** Adjectives belong to a group only if a noun comes before anything else. */
function leadsToNoun(tokens: readonly Token[], from: number): boolean {
  for (let j = from; j < Math.min(tokens.length, from + 7); j++) {
    const token = tokens[j]
    if (token === undefined) return false
    if (/^(NOUN|PROPN|X)$/.test(token.pos)) return true
    if (token.pos === 'ADJ' || token.pos === 'NUM' || token.pos === 'ADV') continue
    if (token.pos === 'VERB' && /(ed|ing)$/.test(token.lower) && isNominal(tokens[j + 1])) continue
    if (
      (token.lower === ',' || token.lower === 'and' || token.lower === 'or') &&
      /^(ADJ|NOUN)$/.test(tokens[j + 1]?.pos ?? '') &&
      tokens[j - 1]?.pos === 'ADJ'
    )
      continue
    if (token.pos === 'PUNCT' && /^["'\u201c\u201d\u2018\u2019-]$/.test(token.text)) continue
    return false
  }
  return false
}

/** "Muslim holy sites": adjectives that are tagged as names. */
const FAITH =
  /^(muslim|islamic|christian|jewish|hindu|buddhist|sikh|sunni|shiite|shia|orthodox|catholic|protestant|kurdish|arab|western|european|african|asian|nordic|baltic|balkan|communist|democratic|republican)$/

/** After a head, an adjective goes on with the group only where the head is itself a modifier: "South Korean foreign ministry". */
export function modifiesNext(scan: Scan, head: number, i: number): boolean {
  const { tokens, knowledge } = scan
  const before = tokens[head]
  const token = tokens[i]
  if (before === undefined || token === undefined) return false
  // "a 30 percent effective rate"
  if (token.pos === 'ADJ' && /^(percent|cent)$/.test(before.lower) && tokens[head - 2]?.pos === 'DET')
    return leadsToNoun(tokens, i + 1)
  if (token.pos === 'NUM')
    return (
      MONTH.test(before.lower) || (before.pos === 'PROPN' && !isTemporalWord(before) && token.text.length < 3)
    )
  if (!leadsToNoun(tokens, i + 1)) return false
  // "over wartime sexual slavery": a bare singular noun before an adjective and a noun modifies them.
  if (before.pos === 'NOUN' && !/s$|^(people|police)$/.test(before.lower) && tokens[head - 1]?.pos === 'ADP')
    return true
  // "Armenian *deputy prime* ministers"
  if (knowledge.titles.isModifier(before.lower) && OF_OFFICE.test(token.lower))
    return isPersonNoun(tokens, i + 1, knowledge)
  if (before.pos !== 'PROPN') return false
  // "IMF chief economist", "Republican vice-presidential nominee"
  if (OF_OFFICE.test(token.lower) && isPersonNoun(tokens, i + 1, knowledge)) return true
  // "Domestic political considerations": a capital at the start of a sentence makes no name.
  if (head === 0 && tokens[0]?.text !== 'I') return true
  const two = head > 0 ? `${tokens[head - 1]?.text ?? ''} ${before.text}` : before.text
  if (knowledge.states.byDemonym(before.text) !== undefined || knowledge.states.byDemonym(two) !== undefined)
    return true
  if (FAITH.test(before.lower)) return true
  return MONTH.test(before.lower) || WEEKDAY.test(before.lower) || /^\p{Lu}/u.test(token.text)
}

const OF_OFFICE =
  /^(chief|senior|deputy|general|executive|former|foreign|legal|political|presidential|vice-presidential|vice-president|gubernatorial|congressional|senatorial|mayoral|top|veteran|prime|vice|assistant|associate|acting)$/

/** Does the noun behind say what somebody is: "economist", "nominee", "aide"? */
function isPersonNoun(tokens: readonly Token[], from: number, knowledge: Knowledge): boolean {
  let at = from
  while (tokens[at]?.pos === 'ADJ') at++
  const token = tokens[at]
  if (token === undefined || !/^(NOUN|PROPN)$/.test(token.pos)) return false
  const one = token.lower.replace(/([^s])s$/, '$1')
  return (
    knowledge.titles.get(one) !== undefined ||
    /(er|or|ist|ian|man|woman|ant|ent|ee|ate|aide|chief|head|fellow|counsel)$/.test(one)
  )
}

/** A short quotation inside the group: a "good deal of irony" opens there, an "informal" summit goes on behind it. */
export function isInnerQuote(scan: Scan, i: number, head: number | null, opened: boolean): boolean {
  const { tokens } = scan
  const token = tokens[i]
  if (token === undefined || !/^["'\u201c\u201d\u2018\u2019]$/.test(token.text)) return false
  if (opened) return head === null || isHeadWordAt(tokens, i + 1)
  const before = tokens[i - 1]
  return (
    before !== undefined &&
    (head === null || (i === head + 1 && before.pos === 'NUM')
      ? isModifierBefore(before) || before.lower === "'s"
      : false) &&
    isNominal(tokens[i + 1])
  )
}
