/** Stretches of capitalised words, with the small words that hold a name together. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'

/** Token indices, inclusive. */
export interface Stretch {
  first: number
  last: number
}

const CAPITAL = /^\p{Lu}/u
/** "al-Assad", "d’Estaing"; not "pro-U.S.". */
const INNER_CAPITAL = /^(?:(?:al|el|ul|an|as|ash|at|ad|ar|es)-|[dlo]['\u2019])\p{Lu}/u
/** "139th Regiment", "7th Fleet", "38th parallel". */
const ORDINAL = /^\d+(?:st|nd|rd|th|d)$/

export function isCapital(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { text, lower } = token
  const first = text.charCodeAt(0)
  if (first > 127) return CAPITAL.test(text)
  // Most words are in lower case, and are asked again and again.
  return (first >= 65 && first <= 90) || (text !== lower && INNER_CAPITAL.test(text))
}

export function findStretches(tokens: readonly Token[], knowledge: Knowledge): Stretch[] {
  const stretches: Stretch[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!startsName(tokens, i, knowledge)) continue
    const last = extend(tokens, i, knowledge)
    stretches.push({ first: i, last })
    i = last
  }
  return stretches
}

function startsName(tokens: readonly Token[], i: number, knowledge: Knowledge): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (isCapital(token)) return true
  const next = tokens[i + 1]
  if (next === undefined || !CAPITAL.test(next.text)) return false
  if (ORDINAL.test(token.text)) return isOrdinalName(next, knowledge)
  // "bin Salman", "al Qaeda", "van der Bellen" without what goes before.
  return /^(?:al|bin|von|van|de)$/.test(token.text) && tokens[i - 1]?.pos !== 'PROPN'
}

/** "139th Regiment", "93d PVI", "2nd Battle of Fredericksburg"; not "the 20th January". */
function isOrdinalName(next: Token, knowledge: Knowledge): boolean {
  if (knowledge.nameWords.is(next.lower, 'calendar')) return false
  return (
    knowledge.organizations.typeOfWord(next.text) === 'military' ||
    /^(?:\p{Lu}{2,4}|Battle|Congress)$/u.test(next.text)
  )
}

function extend(tokens: readonly Token[], first: number, knowledge: Knowledge): number {
  let last = first
  while (true) {
    const next = step(tokens, first, last, knowledge)
    if (next === null) return last
    last = next
  }
}

/** The next token of the name after `last`; null where the name ends. */
function step(tokens: readonly Token[], first: number, last: number, knowledge: Knowledge): number | null {
  const here = tokens[last]
  const next = tokens[last + 1]
  const after = tokens[last + 2]
  if (here === undefined || next === undefined) return null
  const words = knowledge.nameWords
  if (isCapital(next)) {
    const sun = next.text === 'Sun' && after?.text === '-'
    return words.is(next.lower, 'calendar') && next.lower !== 'may' && !sun ? null : last + 1
  }
  if (next.text === '-' && next.start === here.end && after?.start === next.end) {
    return isCapital(after) && isDoubleName(tokens, first, last, knowledge) ? last + 2 : null
  }
  if (isNickname(tokens, last)) return last + 4
  if (
    next.text === ',' &&
    /^(?:Inc|Ltd|LLC|Corp|Co|Jr|Sr)\.?$/.test(after?.text ?? '') &&
    !words.is(here.lower, 'calendar')
  )
    return last + 2
  if (
    /^\d{1,4}$/.test(next.text) &&
    /^(?:Highway|Route|Interstate|Formula|Channel|Flight|Apollo|Unit|Area)$/.test(here.text)
  )
    return last + 1
  if (!isCapital(after)) {
    const third = tokens[last + 3]
    if (
      words.is(next.lower, 'particle') &&
      after !== undefined &&
      words.is(after.lower, 'particle') &&
      isCapital(third)
    )
      return last + 3
    if (
      next.lower === 'of' &&
      after?.lower === 'the' &&
      isCapital(third) &&
      opensWithHead(tokens, first, last, knowledge)
    )
      return last + 3
    return null
  }
  if (words.is(next.text, 'particle') && !/^[ey]$/.test(next.text)) return last + 2
  if (next.text === '&') return last + 2
  if (next.lower === 'of' && opensWithHead(tokens, first, last, knowledge)) return last + 2
  if (next.lower === 'for' && isBody(here, knowledge)) return last + 2
  if (next.lower === 'and' && joinsSubjects(tokens, first, last)) return last + 2
  if (next.lower === "'s" || next.text === '\u2019' || next.text === "'") {
    return words.is(here.lower, 'possessive-head') && after !== undefined ? last + 2 : null
  }
  return joinsDomains(tokens, first, last, knowledge)
}

/** `Ferdinand "Bongbong" Marcos`. */
function isNickname(tokens: readonly Token[], last: number): boolean {
  const [open, name, close, family] = tokens.slice(last + 1, last + 5)
  return (
    open !== undefined &&
    close !== undefined &&
    /^["\u201c]$/.test(open.text) &&
    /^["\u201d]$/.test(close.text) &&
    isCapital(name) &&
    isCapital(family)
  )
}

/** "Department of Physics and Astronomy", "Ministry of Women and Children". */
function joinsSubjects(tokens: readonly Token[], first: number, last: number): boolean {
  const of = tokens[last - 1]
  const head = tokens[last - 2]
  return (
    last - 2 >= first &&
    of?.lower === 'of' &&
    head !== undefined &&
    /^(?:Department|Ministry|School|Faculty|Institute|College|Office|Bureau|Center|Centre|Committee|Minister|Secretary|Academy)$/.test(
      head.text,
    )
  )
}

/** "Ministry of Economy, Trade and Industry", "Center for Strategic and International Studies". */
function joinsDomains(
  tokens: readonly Token[],
  first: number,
  last: number,
  knowledge: Knowledge,
): number | null {
  const here = tokens[last]
  const next = tokens[last + 1]
  const after = tokens[last + 2]
  const third = tokens[last + 3]
  if (here === undefined || next === undefined || after === undefined) return null
  if (next.text !== ',' && next.lower !== 'and') return null
  const domain = (token: Token | undefined): boolean =>
    token !== undefined && knowledge.nameWords.is(token.text, 'domain')
  const headed = tokens.slice(first, last).some(token => token.lower === 'of' || token.lower === 'for')
  if (!headed || !domain(here)) return null
  if (domain(after)) {
    // A comma joins only where "and" comes later in the same list: "Economy, Trade and Industry".
    if (next.lower === 'and') return last + 2
    return third?.lower === 'and' || third?.text === ',' ? last + 2 : null
  }
  return next.text === ',' && after.lower === 'and' && domain(third) ? last + 3 : null
}

/** "Suk-Yeol", "Smith-Jones", "Star-Telegram": but not "Seoul-Tokyo", "Yoon-Kishida", "Japan-U.S.". */
function isDoubleName(tokens: readonly Token[], first: number, last: number, knowledge: Knowledge): boolean {
  const left = tokens[last]?.text ?? ''
  const right = tokens[last + 2]?.text ?? ''
  const { states, givenNames: names, people } = knowledge
  if (states.find(left) !== undefined || states.find(right) !== undefined) return false
  // "Sun-Gazette", "Times-Dispatch": two newspapers became one.
  if (knowledge.organizations.typeOfWord(right) === 'media') return true
  if (/^\p{Lu}{2,}$/u.test(left) || /^\p{Lu}{2,}$/u.test(right))
    return left === 'A' || (/^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right) && left.length < 4)
  if (last > first) {
    const family = tokens[last - 1]?.text ?? ''
    if (names.familyOf(family).some(language => language !== 'english' && language !== 'japanese')) {
      return left.length <= 6 && right.length <= 6
    }
    return true
  }
  if (names.isGiven(left) && names.isGiven(right)) return true
  const persons = [left, right].every(
    word => names.familyOf(word).length > 0 || people.byFamily(word).length > 0,
  )
  return (
    !persons &&
    names.familyOf(left).every(language => language === 'english') &&
    people.byFamily(left).length === 0
  )
}

/** May "of" follow? "Ministry of", "Gulf of", "Battle of", "University of"; not "President of", "Korea of". */
function opensWithHead(tokens: readonly Token[], first: number, last: number, knowledge: Knowledge): boolean {
  const head = tokens[last]
  if (head === undefined) return false
  const words = knowledge.nameWords
  if (
    /^(?:Hall|Dominion|Diocese|Archdiocese|Duchy|Order|Knights|Daughters|Sons|Bishop|Riding|Protocols|Statue|Tomb|Wall|Riverside|Group|Force|Party|Boys|Girls|Kings|Lions|Book|Books|Day|Week|Month|Year|Law|Bill|Act|Board)$/.test(
      head.text,
    )
  )
    return true
  return (
    (isBody(head, knowledge) ||
      words.is(head.text, 'place-before') ||
      /^(?:Republic|Kingdom|State|States|City|Isle|Sea|House|Bridge|Temple|Garden|Line)$/.test(head.text) ||
      words.is(head.text, 'event')) &&
    !(last === first && /^(?:North|South|East|West|New|Saint)$/.test(head.text))
  )
}

function isBody(token: Token, knowledge: Knowledge): boolean {
  return knowledge.organizations.typeOfWord(token.text) !== undefined
}
