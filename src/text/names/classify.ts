/** What a run of capitalised words names, by its shape and by the words around it. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { ActorType } from '../../record/types.ts'
import type { Name, Token } from '../types.ts'
import { personShape } from './person.ts'
import type { Segment } from './segments.ts'

export interface Verdict {
  type: Name['type']
  sure: 0 | 1 | 2 | 3
}

const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5}|\p{Lu}[\p{Lu}&]{1,5}|\p{Lu}{2,5}-\p{Lu}+)$/u

export function classify(segment: Segment, tokens: readonly Token[], knowledge: Knowledge): Verdict {
  const words = wordsOf(tokens, segment)
  if (segment.entry !== null) return listed(segment, tokens, knowledge)
  const last = words[words.length - 1] ?? ''
  const first = words[0] ?? ''
  const person = personShape(words, knowledge)
  const title = segment.title
  if (
    title !== null &&
    title.title.kind !== 'plain' &&
    words.length <= 4 &&
    bodyOf(last, knowledge) === undefined &&
    person > 0
  ) {
    return { type: 'person', sure: 3 }
  }
  if (person === 3) return { type: 'person', sure: 3 }
  const shaped = byHeads(words, first, last, knowledge)
  if (shaped !== null) return shaped
  if (title !== null && titled(segment, tokens, words))
    return { type: 'person', sure: title.title.kind === 'plain' ? 2 : 3 }
  if (person === 2) return { type: 'person', sure: 2 }
  if (words.length === 1 && ACRONYM.test(first)) return acronym(first, tokens, segment, knowledge)
  if (words.length === 1 && knowledge.nameWords.is(first, 'other-name')) return { type: 'other', sure: 3 }
  return byContext(segment, words, person, tokens, knowledge)
}

/** "Mr Pledge", "singer Cher", but not "the group Abba", nor "manager of". */
function titled(segment: Segment, tokens: readonly Token[], words: readonly string[]): boolean {
  if (words.length > 4) return false
  return (
    segment.title !== null && segment.title.last === segment.first - 1 && tokens[segment.first] !== undefined
  )
}

function listed(segment: Segment, tokens: readonly Token[], knowledge: Knowledge): Verdict {
  const entry = segment.entry
  if (entry === null) return { type: 'other', sure: 0 }
  const alone = segment.first === segment.last
  if (alone && segment.title !== null && entry.kind === 'place') return { type: 'person', sure: 2 }
  if (alone && entry.kind === 'place' && knowledge.givenNames.isGiven(entry.text)) {
    const before = tokens[segment.first - 1]?.lower ?? ''
    if (
      !knowledge.nameWords.is(before, 'place-preposition') &&
      knowledge.nameWords.is(tokens[segment.last + 1]?.lower ?? '', 'person-verb')
    )
      return { type: 'person', sure: 2 }
  }
  // "Chelsea striker", "the Ottawa coach": the club of the town.
  const next = tokens[segment.last + 1]?.lower ?? ''
  if (
    /^(?:player|coach|fans?|striker|midfielder|goalkeeper|defender|captain|quarterback|pitcher|teammates?|jersey)$/.test(
      next,
    ) &&
    (entry.kind === 'place' || entry.kind === 'capital')
  ) {
    return { type: 'organization', sure: 2 }
  }
  if (/^(?:place|capital)$/.test(entry.kind) && isTeamOrCollege(segment, tokens))
    return { type: 'organization', sure: 2 }
  return { type: entry.type, sure: 3 }
}

const PLAYED =
  /^(?:play|plays|played|playing|appearances?|games|matches|goals|caps|debut|debuted|starred|scored|coached|drafted|titles?)$/
const STUDIED =
  /^(?:studied|studies|graduated|graduate|educated|enrolled|degree|doctorate|diploma|ph\.d\.?|master's|bachelor's|professor|lecturer|fellow|lectured|alumnus|alumni|dean|sophomore|undergraduate)$/

/** "played for Porto", "graduated from Lund": the club or the university of the town. */
function isTeamOrCollege(segment: Segment, tokens: readonly Token[]): boolean {
  const preposition = tokens[segment.first - 1]?.lower ?? ''
  const word = tokens[segment.first - 2]?.lower ?? ''
  if (/^(?:for|by|with|against)$/.test(preposition) && PLAYED.test(word))
    return word !== 'drafted' || preposition === 'by'
  return /^(?:at|from)$/.test(preposition) && STUDIED.test(word)
}

/** Heads decide: "University of X", "X River", "Battle of X". */
function byHeads(
  words: readonly string[],
  first: string,
  last: string,
  knowledge: Knowledge,
): Verdict | null {
  const of = words.findIndex(word => word === 'of' || word === 'for')
  const head = of > 0 ? (words[of - 1] ?? '') : last
  const names = knowledge.nameWords
  const several = words.length > 1
  if (several && /^(?:upon|am|sur)$/.test(words[1] ?? '')) return { type: 'place', sure: 2 }
  if (several && names.is(head, 'event') && bodyOf(head, knowledge) === undefined)
    return { type: 'other', sure: 2 }
  const body = bodyOf(head, knowledge)
  if (body !== undefined && (several || isProperBody(head)))
    return { type: 'organization', sure: several ? 3 : 1 }
  if (several && bodyOf(last, knowledge) !== undefined) return { type: 'organization', sure: 2 }
  if (several && names.is(head, 'event')) return { type: 'other', sure: 2 }
  if (several && (names.is(head, 'place-after') || (of > 0 && names.is(head, 'place-before'))))
    return { type: 'place', sure: 3 }
  if (several && names.is(first, 'place-before') && words.length <= 3) return { type: 'place', sure: 2 }
  if (several && /^\d+(?:st|nd|rd|th|d)$/.test(first)) return { type: 'organization', sure: 2 }
  return null
}

/** One capitalised word may be a body's short name in mid-sentence: "Parliament", "the Senate". */
function isProperBody(word: string): boolean {
  return /^(?:Parliament|Congress|Senate|Duma|Diet|Knesset|Bundestag|Treasury|Cabinet|Politburo|Interpol|Navy|Army)$/.test(
    word,
  )
}

function acronym(word: string, tokens: readonly Token[], segment: Segment, knowledge: Knowledge): Verdict {
  if (knowledge.nameWords.is(word.toLowerCase(), 'other-acronym')) return { type: 'other', sure: 0 }
  const next = tokens[segment.last + 1]
  if (next !== undefined && /^\d/.test(next.text)) return { type: 'other', sure: 1 }
  return { type: 'organization', sure: 2 }
}

function byContext(
  segment: Segment,
  words: readonly string[],
  person: number,
  tokens: readonly Token[],
  knowledge: Knowledge,
): Verdict {
  const names = knowledge.nameWords
  const noun = tokens[segment.first - 1]?.lower ?? ''
  const after = tokens[segment.last + 1]
  const plain = noun !== 'the'
  if (isTeamOrCollege(segment, tokens)) return { type: 'organization', sure: 2 }
  const apposed = apposition(segment, tokens, knowledge)
  if (apposed !== null) return apposed
  if (names.is(noun, 'work-noun')) return { type: 'other', sure: 2 }
  if (names.is(noun, 'organization-noun')) return { type: 'organization', sure: 2 }
  if (names.is(noun, 'place-noun')) return { type: 'place', sure: 2 }
  if (
    noun === 'of' &&
    /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|residents?|villagers?|streets?|inhabitants)$/.test(
      tokens[segment.first - 2]?.lower ?? '',
    )
  ) {
    return { type: 'place', sure: 2 }
  }
  if (noun === 'of' && names.is(tokens[segment.first - 2]?.lower ?? '', 'place-noun'))
    return { type: 'place', sure: 2 }
  if (/^(?:says?|said|asked|added|replied|wrote)$/.test(noun) && words.length <= 3)
    return { type: 'person', sure: 2 }
  if (after?.text === '(' && /^(?:born|b\.|died)$/.test(tokens[segment.last + 2]?.lower ?? ''))
    return { type: 'person', sure: 3 }
  if (after !== undefined && names.is(after.lower, 'person-verb') && plain && words.length <= 3) {
    return { type: 'person', sure: 2 }
  }
  if (after?.text === ',' && stateAfter(tokens, segment.last + 2, knowledge) && plain)
    return { type: 'place', sure: 2 }
  if (person >= 1 && words.length === 1 && plain) return { type: 'person', sure: 1 }
  if (words.length <= 2 && names.is(noun, 'place-preposition') && !/^\p{Lu}+$/u.test(words[0] ?? '')) {
    return { type: 'place', sure: /^(?:in|at|near|outside|throughout|across)$/.test(noun) ? 2 : 1 }
  }
  return guess(words, plain, noun, after, knowledge)
}

const PLACE_ENDING =
  /\p{Ll}(?:stan|burg|burgh|ville|shire|ford|grad|abad|pur|polis|ston|berg|dorf|stadt|borough|bury|wick|sk|stok|ham|mouth|haven|field|wood|land|heim|hausen|ingen)$/u

/** "MySpace", "YouTube"; but "McGill", "MacLeod", "DeLay". */
const CAMEL = /^(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz)\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+/u

/** No word near by tells: the ending, the verb or the article does, less surely. */
function guess(
  words: readonly string[],
  plain: boolean,
  noun: string,
  after: Token | undefined,
  knowledge: Knowledge,
): Verdict {
  const [first = ''] = words
  const last = words[words.length - 1] ?? ''
  const family = knowledge.givenNames.familyOf(last).length > 0
  if (words.length === 1) {
    if (family && plain) return { type: 'person', sure: 1 }
    if (CAMEL.test(first)) return { type: 'organization', sure: 1 }
    const acts =
      after !== undefined && (/^(?:VERB|AUX|ADV)$/.test(after.pos) || /^(?:'s|and)$/.test(after.lower))
    if (plain && acts && /^\p{Lu}\p{Ll}+$/u.test(first)) return { type: 'person', sure: 1 }
    if (PLACE_ENDING.test(first)) return { type: 'place', sure: 1 }
    if (!plain) return { type: /\p{Ll}s$/u.test(first) ? 'organization' : 'other', sure: 1 }
    if (/^(?:by|when|that|while|after|but|where|because|named)$/.test(noun))
      return { type: 'person', sure: 1 }
    return { type: 'other', sure: 1 }
  }
  if (words.length > 4) return { type: 'other', sure: 1 }
  if (!plain || /^(?:joined|against|for|beat)$/.test(noun)) return { type: 'organization', sure: 1 }
  if (
    words.length === 2 &&
    words.every(word => /^\p{Lu}\p{Ll}{2,}$/u.test(word)) &&
    !isWord(first, knowledge) &&
    !isWord(last, knowledge)
  ) {
    return { type: 'person', sure: 1 }
  }
  return { type: /s$/.test(last) ? 'organization' : 'other', sure: 1 }
}

function isWord(word: string, knowledge: Knowledge): boolean {
  const lower = word.toLowerCase()
  return (
    knowledge.verbForms.isVerb(lower) ||
    knowledge.nameWords.is(word, 'domain') ||
    /(?:ing|tion|ment|ness|ity|ics|al|ic)$/.test(lower)
  )
}

/** "X, a city in", "X, the band's drummer": the noun behind the comma tells. */
function apposition(segment: Segment, tokens: readonly Token[], knowledge: Knowledge): Verdict | null {
  const names = knowledge.nameWords
  let at = segment.last + 1
  const opening = tokens[at]
  if (opening === undefined || !/^(?:,|is|was|are|were)$/.test(opening.lower)) return null
  at++
  if (!/^(?:a|an|the|one|then|who|whose|aged?|\d\d)$/.test(tokens[at]?.lower ?? '')) return null
  if (/^(?:who|whose|aged|\d\d)$/.test(tokens[at]?.lower ?? ''))
    return opening.text === ',' ? { type: 'person', sure: 2 } : null
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i++) {
    const token = tokens[i]
    if (
      token === undefined ||
      (token.pos === 'PUNCT' && token.text !== '-') ||
      token.pos === 'VERB' ||
      token.pos === 'ADP'
    )
      return null
    const next = tokens[i + 1]
    if (next !== undefined && /^(?:NOUN|PROPN)$/.test(next.pos)) continue
    if (names.is(token.lower, 'place-noun')) return { type: 'place', sure: 2 }
    if (names.is(token.lower, 'organization-noun')) return { type: 'organization', sure: 2 }
    if (names.is(token.lower, 'work-noun')) return { type: 'other', sure: 2 }
    if (knowledge.titles.get(token.lower) !== undefined) return { type: 'person', sure: 2 }
  }
  return null
}

/** "Poolesville, Maryland", "Kilmarnock, Scotland". */
function stateAfter(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  const one = tokens[at]?.text ?? ''
  const two = `${one} ${tokens[at + 1]?.text ?? ''}`
  return [one, two].some(
    name => knowledge.states.byName(name) !== undefined || knowledge.places.byName(name)?.kind === 'region',
  )
}

function bodyOf(word: string, knowledge: Knowledge): ActorType | undefined {
  return knowledge.organizations.typeOfWord(word)
}

/** Texts of the tokens; "Suk", "-", "Yeol" are one word. */
export function wordsOf(tokens: readonly Token[], at: { first: number; last: number }): string[] {
  const words: string[] = []
  for (let i = at.first; i <= at.last; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    const before = words[words.length - 1]
    if (token.text === '-' && before !== undefined && i > at.first && i < at.last) {
      words[words.length - 1] = `${before}-${tokens[i + 1]?.text ?? ''}`
      i++
    } else words.push(token.text)
  }
  return words
}
