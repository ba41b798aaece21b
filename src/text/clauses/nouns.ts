/** Noun groups: determiner, modifiers and head, with possessors; what follows the head is joined later. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { NounGroup, Token } from '../types.ts'
import { hyphenBetween, isInnerQuote, isPremodifier, joinsDemonyms, modifiesNext } from './modifiers.ts'
import type { Scan } from './noun-scan.ts'
import {
  headLemma,
  isHeadWord,
  isHeadWordAt,
  isNominal,
  isNominalAhead,
  isTemporalHead,
  isTemporalWord,
  LONE,
  MONTH,
  POSSESSIVE_PRONOUNS,
  PRONOUNS,
  WEEKDAY,
  YEAR,
} from './noun-words.ts'

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
  // "shipped weapons *there*": a place, and nobody's object.
  if (token.lower === 'there' && first > 0 && isPlaceAdverb(tokens, first)) return null
  if (PRONOUNS.has(token.lower) && !(token.lower === 'her' && isNominal(tokens[first + 1]))) {
    if (token.text === 'US' || (token.lower === 'us' && token.text !== 'us'))
      return readGroup(scan, first, null)
    return token.lower === 'i' || token.pos === 'PRON' || token.pos === 'NOUN' || token.pos === 'DET'
      ? make(scan, first, first, first, null)
      : null
  }
  return readGroup(scan, first, null)
}

/** Behind a noun and not before a verb: "is *there* a way", "*there* were talks" say that something is. */
function isPlaceAdverb(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  if (before === undefined || !/^(NOUN|PROPN|NUM|ADP|VERB)$/.test(before.pos)) return false
  return (
    after === undefined ||
    !(
      /^(AUX|VERB)$/.test(after.pos) ||
      /^(?:'s|has|had|have|can|may|might|will|would|could|should|must)$/.test(after.lower)
    )
  )
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
    else if (
      head !== null &&
      (token.pos === 'ADJ' || token.pos === 'NUM') &&
      modifiesNext(scan, head, i) &&
      !(token.pos === 'ADJ' && endsDate(tokens, head))
    )
      continue
    else if (isPercent(tokens, i)) {
      if (tokens[i]?.lower === 'per') i++
      head = i
    } else if (isInnerQuote(scan, i, head, opened)) opened = !opened
    else if (head !== null && token.lower === '&' && isHeadWordAt(tokens, i + 1)) continue
    else break
  }
  if (head === null) return loneGroup(scan, first, i, possessor)
  const next = tokens[head + 1]
  const last = isNumbered(tokens, first, head) ? head + 1 : head
  const group = make(scan, possessor?.first ?? first, last, head, possessor)
  if (next?.pos === 'PART' && next.lower.startsWith("'") && isNominalAhead(tokens, head + 2)) {
    shareWithOwnerBefore(scan, group)
    return readGroup(scan, first, group) ?? group
  }
  return group
}

/** "*Peru's* and Chile's ministers": what is owned is owned by both. */
function shareWithOwnerBefore({ tokens, found }: Scan, owner: NounGroup): void {
  const [mark, joint] = [tokens[owner.first - 2], tokens[owner.first - 1]]
  if (joint?.pos !== 'CCONJ' || mark?.pos !== 'PART' || !mark.lower.startsWith("'")) return
  const before = found.findLast(it => it.last === owner.first - 3)
  if (before === undefined || before.coordinatedWith !== null) return
  owner.conjuncts.push(before)
  before.coordinatedWith = owner
}

/** "for *round 3* of the talks", "under *article 5*": the number behind a bare singular says which one it is. */
function isNumbered(tokens: readonly Token[], first: number, head: number): boolean {
  const noun = tokens[head]
  const number = tokens[head + 1]
  if (noun?.pos !== 'NOUN' || number?.pos !== 'NUM' || first !== head) return false
  if (/[^su]s$/.test(noun.lower) || isTemporalWord(noun) || !BARE.test(tokens[head - 1]?.lower ?? ''))
    return false
  const after = tokens[head + 2]
  return after === undefined || (/^(?:ADP|PUNCT|CCONJ|AUX|VERB)$/.test(after.pos) && after.lower !== '%')
}

const BARE =
  /^(?:of|for|in|on|under|at|to|into|from|with|by|near|during|after|before|through|and|signed?|began|begin|start|started)$/

/** "94% of", "10 per cent" */
function isPercent(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.pos !== 'NUM') return false
  return tokens[i]?.lower === '%' || (tokens[i]?.lower === 'per' && tokens[i + 1]?.lower === 'cent')
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
  // "fell to 40", "worth €56 million"
  if (word.pos === 'NUM') return make(scan, first, last, last, null)
  return null
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
  if (before.pos === 'NUM' && YEAR.test(before.lower) && token.pos === 'PROPN' && verbBehindName(tokens, i))
    return false
  if (token.pos === 'PROPN' && !isTemporalWord(token) && endsDate(tokens, head)) return false
  // "In May clashes erupted"; not "the May elections".
  if (
    token.pos === 'NOUN' &&
    /[^su]s$/.test(token.lower) &&
    endsDate(tokens, head) &&
    isVerbAt(tokens, i + 1)
  )
    return false
  if (before.pos === 'NUM' && YEAR.test(before.lower)) return token.pos === 'NOUN' || token.pos === 'PROPN'
  if (token.pos === 'NOUN' && before.pos !== 'ADJ' && toldBefore(tokens, head) && verbBehindNoun(tokens, i))
    return false
  // "For most of the past decade economists have argued"
  if (
    token.pos === 'NOUN' &&
    isTemporalWord(before) &&
    /^(past|last|next|this|recent)$/.test(tokens[head - 1]?.lower ?? '') &&
    /^(AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '')
  )
    return false
  // "On Thursday President Erdogan will fly", "In the afternoon Biden joined", "During his campaign Yoon pledged".
  if (token.pos === 'PROPN' && !isTemporalWord(token)) {
    if (WEEKDAY.test(before.lower)) return false
    if (MONTH.test(before.lower) && tokens[head - 1]?.pos === 'NUM') return false
    if (before.pos === 'NOUN' && !introducesName(scan, before) && verbBehindName(tokens, i)) return false
  }
  if (WEEKDAY.test(token.lower) && !isTemporalWord(before))
    return token.pos === 'PROPN' && isHeadWordAt(tokens, i + 1) && tokens[i + 1]?.pos === 'NOUN'
  return true
}

/**
 * "In May | Congo had left", "On August 28 | Ana Ruiz arrived", "In May 2010 | Israeli commandos": a date that stands
 * behind a preposition ends before the name that follows. Not "the May 18 Gwangju uprising", "Theresa May".
 */
function endsDate(tokens: readonly Token[], head: number): boolean {
  let first = head
  const year = YEAR.test(tokens[head]?.lower ?? '')
  if (year || tokens[head]?.pos === 'NUM') first--
  const month = MONTH.test(tokens[first]?.lower ?? '')
  if (!month && !(year && first === head - 1)) return false
  if (!month) return BEFORE_DATE.test(tokens[first]?.lower ?? '')
  if (tokens[first - 1]?.pos === 'NUM') first--
  return BEFORE_DATE.test(tokens[first - 1]?.lower ?? '')
}

const BEFORE_DATE = /^(?:in|on|since|by|until|till|from|during|last|this|early|late|mid)$/

/**
 * "said Monday *prices* had risen", "told reporters *talks* would go on", "said in a statement *troops* had left": behind
 * the day, the occasion or whom it is told to, a noun with a verb of its own begins what is told.
 */
function toldBefore(tokens: readonly Token[], head: number): boolean {
  const last = tokens[head]
  if (last === undefined) return false
  const addressee =
    /^(reporters|journalists|lawmakers|supporters|investors|voters|senators|members|colleagues|staff|students|viewers|followers|parliament|congress|police)$/.test(
      last.lower,
    )
  const occasion =
    isTemporalWord(last) ||
    /^(statement|interview|speech|email|letter|tweet|memo|report|briefing|call|note|post|court)$/.test(
      last.lower,
    )
  if (!addressee && !occasion) return false
  let i = head - 1
  while (/^(DET|ADJ|NUM|PROPN)$/.test(tokens[i]?.pos ?? '')) i--
  if (tokens[i]?.pos === 'ADP' && occasion) {
    i--
    while (/^(DET|PROPN|NOUN)$/.test(tokens[i]?.pos ?? '')) i--
  }
  return /^(say|tell|add|announce|state|argue|claim|report|insist|note|warn|acknowledge|remind|assure)$/.test(
    tokens[i]?.lemma ?? '',
  )
}

function isVerbAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token?.pos === 'AUX' || (token?.pos === 'VERB' && token.form !== 'gerund')
}

function verbBehindNoun(tokens: readonly Token[], from: number): boolean {
  for (let k = from + 1; k < Math.min(tokens.length, from + 7); k++) {
    const token = tokens[k]
    if (token === undefined || token.pos === 'PUNCT') return false
    if (isVerbAt(tokens, k)) return true
  }
  return false
}

/** "minister Takeo Mori", "expert Omar Haddad": the noun says who the name is. */
function introducesName(scan: Scan, token: Token): boolean {
  if (isTemporalWord(token)) return false
  return (
    scan.knowledge.titles.get(token.lower) !== undefined ||
    /(er|or|ist|ian|man|woman|ant|ert|ate|ee|ent|aide|chief|host|judge|coach|ally|rival|native|veteran|mate|mogul|hopeful|daily|agency|group|company|firm|island|city|province)$/.test(
      token.lower,
    )
  )
}

function verbBehindName(tokens: readonly Token[], from: number): boolean {
  let k = from
  while (tokens[k]?.pos === 'PROPN') k++
  return tokens[k]?.pos === 'AUX' || (tokens[k]?.pos === 'VERB' && tokens[k]?.form !== 'gerund')
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
