/**
 * Noun groups: determiner, modifiers and head, with possessors; what follows the head is joined later.
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { NounGroup, Token } from '../types.ts'

const POSSESSIVE_PRONOUNS = new Set(['its', 'his', 'their', 'our', 'my', 'your'])
const PRONOUNS = new Set([
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
const LONE = new Set([
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
const WEEKDAY = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/
const MONTH =
  /^(jan(uary|\.)?|feb(ruary|\.)?|mar(ch|\.)|apr(il|\.)|may|june?|july?|aug(ust|\.)|sept?(ember|\.)|oct(ober|\.)|nov(ember|\.)|dec(ember|\.))$/
const TIME_NOUN =
  /^(today|tomorrow|yesterday|tonight|now|(day|week|month|year|decade|century|hour|minute|weekend|morning|afternoon|evening|night|midnight|noon|fortnight|summer|winter|spring|autumn|quarter|moment|time)s?)$/
const YEAR = /^(1[89]|20)\d\d(-\d{2,4})?s?$/

interface Scan {
  tokens: readonly Token[]
  knowledge: Knowledge
  sentence: number
  /** All groups found, possessors included. */
  found: NounGroup[]
}

/** The noun group that begins at token `first`; null where none does. Its possessors are added to `found` too. */
export function nounGroupAt(
  tokens: readonly Token[],
  first: number,
  sentence: number,
  knowledge: Knowledge,
  found: NounGroup[],
): NounGroup | null {
  const scan: Scan = { tokens, knowledge, sentence, found }
  const token = tokens[first]
  if (token === undefined) return null
  if (
    (token.lower === 'each' && tokens[first + 1]?.lower === 'other') ||
    (token.lower === 'one' && tokens[first + 1]?.lower === 'another')
  ) {
    return make(scan, first, first + 1, first + 1, null)
  }
  if (PRONOUNS.has(token.lower) && !(token.lower === 'her' && isNominal(tokens[first + 1]))) {
    if (token.text === 'US' || (token.lower === 'us' && token.text !== 'us'))
      return readGroup(scan, first, null)
    return token.lower === 'i' || token.pos === 'PRON' || token.pos === 'NOUN' || token.pos === 'DET'
      ? make(scan, first, first, first, null)
      : null
  }
  return readGroup(scan, first, null)
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(token.pos)
}

function readGroup(scan: Scan, first: number, possessor: NounGroup | null): NounGroup | null {
  const { tokens } = scan
  let i = possessor === null ? first : possessor.last + 2
  let head: number | null = null
  let opened = false
  for (; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (isHeadWord(token) && (head === null || continues(scan, head, i))) {
      if (
        head !== null &&
        isTemporalWord(token) &&
        !isTemporalWord(tokens[head]) &&
        !/^(NOUN|PROPN)$/.test(tokens[i + 1]?.pos ?? '')
      )
        break
      head = i
    } else if (head !== null && (hyphenBetween(tokens, i) || joinsDemonyms(scan, head, i))) continue
    else if (head === null && isPremodifier(tokens, i, first)) continue
    else if (head !== null && token.pos === 'NUM' && MONTH.test(tokens[head]?.lower ?? '')) head = i
    else if (head !== null && (token.pos === 'ADJ' || token.pos === 'NUM') && modifiesNext(scan, head, i))
      continue
    else if (isInnerQuote(scan, i, head, opened)) opened = !opened
    else if (head !== null && token.lower === '&' && isHeadWordAt(tokens, i + 1)) continue
    else break
  }
  if (head === null) return loneGroup(scan, first, i, possessor)
  const next = tokens[head + 1]
  const group = make(scan, possessor?.first ?? first, head, head, possessor)
  if (next?.pos === 'PART' && next.lower.startsWith("'") && isNominalAhead(tokens, head + 2))
    return readGroup(scan, first, group) ?? group
  return group
}

function isNominalAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const token = tokens[i]
    if (token === undefined) return false
    if (/^(NOUN|PROPN|NUM)$/.test(token.pos)) return true
    if (!/^(ADJ|ADV|PUNCT|VERB)$/.test(token.pos) || token.lower === ',') return false
  }
  return false
}

/** "the former", "the two", "this": a determiner or adjective without a noun can be the whole group. */
function loneGroup(scan: Scan, first: number, end: number, possessor: NounGroup | null): NounGroup | null {
  if (possessor !== null) return null
  const { tokens } = scan
  const token = tokens[first]
  const last = Math.max(first, end - 1)
  if (token === undefined) return null
  const word = tokens[last]
  if (word === undefined) return null
  const second = tokens[first + 1]
  // "the general declined", "the accused": the adjective stands for whom it describes.
  if (token.lower === 'the' && last === first && second?.pos === 'ADJ' && !isNominal(tokens[first + 2]))
    return make(scan, first, first + 1, first + 1, null)
  if (last === first && LONE.has(token.lower) && !isNominal(tokens[first + 1]))
    return make(scan, first, first, first, null)
  if (
    last > first &&
    token.pos === 'DET' &&
    (word.pos === 'NUM' || word.pos === 'ADJ' || LONE.has(word.lower) || /^others?$/.test(word.lower))
  ) {
    return make(scan, first, last, last, null)
  }
  if (token.pos === 'NUM' && last === first) return make(scan, first, first, first, null)
  return null
}

function isHeadWord(token: Token): boolean {
  return (
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    (token.pos === 'X' && /^\p{L}/u.test(token.text)) ||
    (token.pos === 'NUM' && YEAR.test(token.lower))
  )
}

function isHeadWordAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token !== undefined && isHeadWord(token)
}

/** May the noun at `i` belong to the group whose head so far is at `head`? */
function continues(scan: Scan, head: number, i: number): boolean {
  const { tokens } = scan
  const before = tokens[head]
  const token = tokens[i]
  if (before === undefined || token === undefined) return false
  if (token.pos === 'NUM') return MONTH.test(before.lower) || before.pos === 'NUM'
  // "export controls Japan has imposed": a name with a verb of its own behind a plural is no part of its group.
  if (
    token.pos === 'PROPN' &&
    before.pos === 'NOUN' &&
    /[^su]s$/.test(before.lower) &&
    verbBehindName(tokens, i)
  )
    return false
  if (before.pos === 'NUM' && YEAR.test(before.lower)) return token.pos === 'NOUN' || token.pos === 'PROPN'
  // "On Thursday President Erdogan will fly", "In the afternoon Biden joined", "During his campaign Yoon pledged".
  if (token.pos === 'PROPN' && !isTemporalWord(token)) {
    if (WEEKDAY.test(before.lower)) return false
    if (before.pos === 'NOUN' && !introducesName(scan, before) && verbBehindName(tokens, i)) return false
  }
  if (WEEKDAY.test(token.lower) && !isTemporalWord(before))
    return token.pos === 'PROPN' && isHeadWordAt(tokens, i + 1) && tokens[i + 1]?.pos === 'NOUN'
  return true
}

/** "minister Takeo Mori", "expert Junya Nishino": the noun says who the name is. */
function introducesName(scan: Scan, token: Token): boolean {
  if (isTemporalWord(token)) return false
  return (
    scan.knowledge.titles.get(token.lower) !== undefined ||
    /(er|or|ist|ian|man|woman|ant|ert|ate|daily|agency|group|company|firm|island|city|province)$/.test(
      token.lower,
    )
  )
}

function verbBehindName(tokens: readonly Token[], from: number): boolean {
  let k = from
  while (tokens[k]?.pos === 'PROPN') k++
  return tokens[k]?.pos === 'AUX' || (tokens[k]?.pos === 'VERB' && tokens[k]?.form !== 'gerund')
}

/** The hyphen of "Seoul-Tokyo": no space on either side and a name behind it. */
function hyphenBetween(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || !/^[-\u2010\u2011\u2013/]$/.test(token.text)) return false
  return tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end && isNominal(tokens[i + 1])
}

/** The "and" of "Danish and Polish officials": adjectives of states that share the noun behind them. */
function joinsDemonyms({ tokens, knowledge }: Scan, head: number, i: number): boolean {
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

function isPremodifier(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.pos === 'DET')
    return i === first || /^(all|both|half|such|the|these|those)$/.test(tokens[i - 1]?.lower ?? '')
  if (POSSESSIVE_PRONOUNS.has(token.lower) || (token.lower === 'her' && isNominal(tokens[i + 1])))
    return i === first || /^(all|both|half|of)$/.test(tokens[i - 1]?.lower ?? '')
  if (token.pos === 'ADJ') return leadsToNoun(tokens, i + 1)
  if (token.pos === 'NUM') return true
  if (token.lower === '$' || token.lower === '\u20ac' || token.lower === '\u00a3' || token.lower === '\u00a5')
    return true
  if (token.pos === 'ADV')
    return i > first ||
      /^(very|most|more|highly|nearly|about|almost|some|over|only|once|newly|increasingly|frequently|better|worse|closer|further|less|fewer|far|long)$/.test(
        token.lower,
      ) ||
      (/ly$/.test(token.lower) && /^(ADJ|ADV)$/.test(tokens[i + 1]?.pos ?? ''))
      ? leadsToNoun(tokens, i + 1)
      : false
  if (token.pos === 'VERB')
    return (
      i > first &&
      /(ed|ing|en|wn)$/.test(token.lower) &&
      isNominal(tokens[i + 1]) &&
      isModifierBefore(tokens[i - 1])
    )
  if (token.lower === 'and' || token.lower === ',') return adjectiveList(tokens, i)
  return false
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

/** After a head, an adjective goes on with the group only where the head is itself a modifier: "South Korean foreign ministry". */
function modifiesNext(scan: Scan, head: number, i: number): boolean {
  const { tokens, knowledge } = scan
  const before = tokens[head]
  const token = tokens[i]
  if (before === undefined || token === undefined) return false
  if (token.pos === 'NUM')
    return (
      MONTH.test(before.lower) || (before.pos === 'PROPN' && !isTemporalWord(before) && token.text.length < 3)
    )
  if (!leadsToNoun(tokens, i + 1)) return false
  // "over wartime sexual slavery": a bare singular noun before an adjective and a noun modifies them.
  if (before.pos === 'NOUN' && !/s$|^(people|police)$/.test(before.lower) && tokens[head - 1]?.pos === 'ADP')
    return true
  if (before.pos !== 'PROPN') return false
  // "Domestic political considerations": a capital at the start of a sentence makes no name.
  if (head === 0 && tokens[0]?.text !== 'I') return true
  const two = head > 0 ? `${tokens[head - 1]?.text ?? ''} ${before.text}` : before.text
  if (knowledge.states.byDemonym(before.text) !== undefined || knowledge.states.byDemonym(two) !== undefined)
    return true
  return MONTH.test(before.lower) || WEEKDAY.test(before.lower) || /^\p{Lu}/u.test(token.text)
}

/** A short quotation inside the group: a "good deal of irony" opens there, an "informal" summit goes on behind it. */
function isInnerQuote(scan: Scan, i: number, head: number | null, opened: boolean): boolean {
  const { tokens } = scan
  const token = tokens[i]
  if (token === undefined || !/^["'\u201c\u201d\u2018\u2019]$/.test(token.text)) return false
  if (opened) return head === null || isHeadWordAt(tokens, i + 1)
  const before = tokens[i - 1]
  return (
    before !== undefined &&
    (head === null || (i === head + 1 && before.pos === 'NUM') ? isModifierBefore(before) : false) &&
    isNominal(tokens[i + 1])
  )
}

function isTemporalWord(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { lower, pos } = token
  return (
    WEEKDAY.test(lower) ||
    TIME_NOUN.test(lower) ||
    YEAR.test(lower) ||
    (MONTH.test(lower) && /^\p{Lu}/u.test(token.text) && pos !== 'AUX')
  )
}

function make(scan: Scan, first: number, last: number, head: number, possessor: NounGroup | null): NounGroup {
  const { tokens } = scan
  const start = tokens[first]?.start ?? 0
  const end = tokens[last]?.end ?? start
  const own = possessor === null ? first : possessor.last + 2
  const opening = tokens[own]
  const group: NounGroup = {
    first,
    last,
    head,
    lemma: headLemma(tokens[head]),
    determiner:
      opening !== undefined &&
      possessor === null &&
      (opening.pos === 'DET' || POSSESSIVE_PRONOUNS.has(opening.lower) || opening.lower === 'her') &&
      own <= head
        ? opening.lower
        : null,
    possessor,
    span: [start, end],
    whole: [start, end],
    conjuncts: [],
    coordinatedWith: null,
    apposition: null,
    phrases: [],
    sentence: scan.sentence,
    temporal: isTemporalHead(tokens, own, head),
  }
  scan.found.push(group)
  return group
}

function headLemma(token: Token | undefined): string {
  if (token === undefined) return ''
  if (token.pos === 'PROPN') return token.lower
  const { lemma, lower } = token
  return token.pos === 'NOUN' && lemma === lower && /[^su]s$/.test(lower) && lower.length > 4
    ? lower.slice(0, -1)
    : lemma
}

function isTemporalHead(tokens: readonly Token[], first: number, head: number): boolean {
  if (!isTemporalWord(tokens[head])) {
    const token = tokens[head]
    return token?.pos === 'NUM' && MONTH.test(tokens[head - 1]?.lower ?? '') && head - 1 >= first
  }
  return true
}
