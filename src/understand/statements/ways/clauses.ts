/** Clauses: "said that …", "told reporters the …", "…, X said", "added: …". */
import type { Cue } from '../../../knowledge/cues.ts'
import type { Clause, Sentence } from '../../../text/types.ts'
import { clauseEnd, spanFrom, trimmedEnd } from '../ends.ts'
import type { Page } from '../page.ts'
import { coreEnd, coreStart, isWord, type Site } from '../sites.ts'
import { infinitiveStart } from './infinitives.ts'
import { opensQuote, type Reported, reported, takesClause, WH } from './way.ts'

/** A clause is looked for so many tokens behind its cue: "said in a statement on Friday that …". */
const REACH = 16

export function following(site: Site, cue: Cue, page: Page): Reported | null {
  if (!takesClause(cue)) return null
  if (cue.takes.has('obj-to') && infinitiveStart(site, cue) !== null) return null
  const from = complementStart(site, cue)
  return from === null
    ? null
    : reported(site.sentence, from, clauseEnd(site, from, page), 'clause', 'clause after the cue')
}

/** The token at which the complement clause begins, "that" included. */
function complementStart(site: Site, cue: Cue): number | null {
  const { complement } = site.clause
  if (complement !== null && complement.first > site.last && !isContact(site, cue, complement)) {
    const from = withMarker(site, complement)
    const word = site.sentence.tokens[from]?.lower ?? ''
    if (complement.verb?.finite === false && !WH.test(word) && word !== 'that') return bareStart(site, cue)
    // "argued what happened was a mistake": the question is the subject of what is told.
    const subject = word === 'what' && cue.takes.has('that')
    if (WH.test(word) && !subject && !cue.takes.has('wh') && !cue.takes.has('obj-wh')) return null
    return from
  }
  const next = coreEnd(site) + 1
  if (
    (cue.takes.has('wh') || cue.takes.has('obj-wh')) &&
    WH.test(site.sentence.tokens[next]?.lower ?? '') &&
    asks(site, next)
  )
    return next
  const bare = bareStart(site, cue)
  const marked = cue.takes.has('that') || cue.takes.has('obj-that') ? markedStart(site, cue) : null
  return bare !== null && (marked === null || bare === coreEnd(site) + 1) ? bare : (marked ?? bare)
}

/** "knows *which patients pray*": a question, and no relative clause, where a verb follows. */
function asks({ sentence, clause: own }: Site, at: number): boolean {
  return sentence.clauses.some(one => one !== own && one.verb?.finite === true && one.verb.first > at)
}

/** "answered the texts *I sent*": the clause says something of the noun right before it. */
function isContact(site: Site, cue: Cue, complement: Clause): boolean {
  if (complement.marker !== null || complement.verb?.finite !== true || cue.takes.has('obj-that'))
    return false
  const before = site.sentence.tokens[complement.first - 1]
  if (before === undefined || before.lower === 'that' || WH.test(before.lower)) return false
  const noun = site.sentence.groups.find(group => group.last === complement.first - 1)
  if (noun === undefined || noun.temporal || noun.first <= coreEnd(site)) return false
  return site.sentence.tokens[noun.first - 1]?.pos !== 'ADP'
}

/** "that", "whether" and an opening mark before the clause belong to it. */
function withMarker(site: Site, complement: Clause): number {
  const { tokens } = site.sentence
  let from = complement.first
  const step = (fits: (text: string) => boolean) => {
    const before = tokens[from - 1]
    if (before !== undefined && from - 1 > site.last && fits(before.lower)) from--
  }
  step(text => text === 'that' || WH.test(text))
  step(opensQuote)
  step(text => text === 'that')
  return from
}

/** "that" before any other finite verb, where the analysis ties no complement to the cue. */
function markedStart(site: Site, cue: Cue): number | null {
  const { tokens, clauses, groups } = site.sentence
  const after = coreEnd(site)
  for (let i = after + 1; i < tokens.length && i < after + REACH; i++) {
    const token = tokens[i]
    if (token === undefined || token.text === ';') return null
    // "rejected *claims* that the vote was bought": the clause is the noun's.
    const object = groups.some(group => group.first === i && !group.temporal) && tokens[i - 1]?.pos !== 'ADP'
    if (object && token.lower !== 'that' && !cue.takes.has('obj-that')) return null
    if (token.lower === 'that' && (token.pos === 'SCONJ' || startsComplement(clauses, i))) return i
    if (
      clauses.some(clause => clause.verb?.first === i && (clause.verb.finite || clause.kind === 'participle'))
    )
      return null
  }
  return null
}

function startsComplement(clauses: readonly Clause[], at: number): boolean {
  return clauses.some(clause => clause.kind === 'complement' && clause.first === at)
}

/** "said the program, run by the state, has failed": no word marks the clause and the analysis ties none to the cue. */
function bareStart(site: Site, cue: Cue): number | null {
  const { tokens, groups } = site.sentence
  if (!cue.takes.has('that') && !cue.takes.has('obj-that')) return null
  if (site.verb.voice === 'passive' || cue.class === 'stance') return null
  let at = coreEnd(site) + 1
  if (plainSaying(cue) && site.verb.finite && opensWithClause(site, at)) return at
  let addressees = cue.takes.has('obj-that') && !cue.takes.has('that') ? 1 : 0
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[at]
    if (token === undefined || /^[,;:.]$/.test(token.text)) return null
    const group = groups.find(one => one.first === at)
    // "told reporters *if prices rise*", "said on Monday *what happened was a mistake*"
    if (steps > 0 && opensLater(token.lower) && (plainSaying(cue) || cue.takes.has('obj-that')))
      return asks(site, at) ? at : null
    if (token.pos === 'ADV' || token.pos === 'ADP') at++
    else if (group === undefined)
      return opensQuote(token.text) && addressees === 0 ? verbAfter(site, at) : null
    else if (group.temporal || tokens[at - 1]?.pos === 'ADP' || addressees-- > 0) at = group.last + 1
    else return verbAfter(site, at)
  }
  return null
}

/** A cue after which nothing but what is said is likely. */
function plainSaying(cue: Cue): boolean {
  return cue.class === 'saying' && cue.takes.has('quote') && !cue.takes.has('np')
}

const OPENS_BOTH = /^(if|when|though|although|while|because|unless|until|once|as|whenever|even|given)$/

const OPENS_AMOUNT = /^(more|less|fewer|at|as|up|nearly|almost|roughly|all)$/
const BEFORE_AMOUNT = /^(than|least|most|many|much|half|all|but)$/

function opensLater(word: string): boolean {
  return OPENS_BOTH.test(word) || word === 'what' || word === 'more'
}

/** "said *if it rains, they will*", "said *after the vote, it would*", "said *causing damage was*": its own beginning. */
function opensWithClause(site: Site, at: number): boolean {
  const { sentence } = site
  const { tokens } = sentence
  const token = tokens[at]
  if (token === undefined) return false
  const finite = (from: number) =>
    sentence.clauses.some(one => one !== site.clause && one.verb?.finite === true && one.verb.first > from)
  if (OPENS_BOTH.test(token.lower)) return finite(at)
  // "more than half of the money was gone", "at least two died"
  const next = tokens[at + 1]?.lower ?? ''
  if (OPENS_AMOUNT.test(token.lower) && BEFORE_AMOUNT.test(next)) return finite(at)
  if (token.form === 'gerund') return finite(at)
  if (token.pos !== 'ADP' || /^(to|of|by)$/.test(token.lower)) return false
  if (site.cue?.prepositions.has(token.lower)) return false
  // A comma closes the phrase, and a subject follows: "in May, prices rose".
  const comma = tokens.findIndex((one, i) => i > at && one.text === ',')
  if (
    comma < 0 ||
    comma > at + 9 ||
    tokens.slice(at, comma).some(one => one.lower === 'that' || OPENS_BOTH.test(one.lower)) ||
    sentence.clauses.some(({ verb }) => verb !== null && verb.first > at && verb.first < comma)
  )
    return false
  return sentence.groups.some(group => group.first === comma + 1) && finite(comma)
}

const OBJECT_PRONOUN = /^(them|him|us|me|himself|herself|itself|themselves)$/

/** `at`, if what begins there has a finite verb of its own; after plain sayings nothing but a clause is likely. */
function verbAfter(site: Site, at: number): number | null {
  const { sentence, cue } = site
  const first = sentence.tokens[at]
  if (first === undefined || OBJECT_PRONOUN.test(first.lower)) return null
  const plain = cue !== null && plainSaying(cue)
  if (resumesBehindAside(sentence, at)) return at
  const found = sentence.clauses.some(clause => {
    if (clause === site.clause || clause.verb?.finite !== true || clause.verb.first <= at) return false
    return plain && cue?.word === 'say'
      ? clause.kind !== 'relative'
      : clause.subject?.first === at && !clause.inheritedSubject
  })
  return found ? at : null
}

/** "argued the governor, who is ill, *will* not run". */
function resumesBehindAside({ tokens, groups }: Sentence, at: number): boolean {
  const group = groups.find(one => one.first === at)
  const opener = group === undefined ? undefined : tokens[group.last + 2]
  if (group === undefined || opener === undefined || tokens[group.last + 1]?.text !== ',') return false
  if (opener.pos !== 'VERB' && !/^(who|which|whose|a|an|the)$/.test(opener.lower)) return false
  const close = tokens.findIndex((token, i) => i > group.last + 2 && token.text === ',')
  const next = tokens[close + 1]
  if (close < 0 || close > group.last + 20 || next === undefined) return false
  return next.pos === 'AUX' || (next.pos === 'VERB' && /^(third|past)$/.test(next.form ?? ''))
}

/** "The governor added: It is time. …": after a colon the words run to the end of the paragraph. */
export function afterColon(site: Site, cue: Cue, page: Page): Reported | null {
  const { sentence } = site
  if (!cue.takes.has('quote')) return null
  const colon = colonAfter(site)
  if (colon === null) return null
  const start = sentence.tokens[colon + 1]?.start
  if (start === undefined)
    return colon > coreEnd(site) + 7 || hasObject(site, cue) ? null : nextParagraph(sentence, page)
  // "said: we will see" ends with its sentence.
  if (!/^\p{Lu}/u.test(sentence.tokens[colon + 1]?.text ?? '')) {
    return reported(sentence, colon + 1, clauseEnd(site, colon + 1, page), 'clause', 'clause after a colon')
  }
  const { sentences } = page.analysis
  let last = sentence
  for (let i = sentence.index + 1; sentences[i]?.paragraph === sentence.paragraph; i++) {
    last = sentences[i] ?? last
    if (page.quotes.at(last.start) !== null) return null
  }
  const end = trimmedEnd(last, last.tokens.length - 1, page.quotes)
  return { content: [[start, end]], complement: 'clause', pattern: 'clause after a colon', cueLast: null }
}

/** "The governor added:" and a paragraph of its own: where that is a quotation all its parts, else the paragraph. */
function nextParagraph(sentence: Sentence, page: Page): Reported | null {
  const { sentences } = page.analysis
  const next = sentences[sentence.index + 1]
  if (next === undefined || next.paragraph === sentence.paragraph) return null
  const part = page.quotes.at(next.start)
  if (part !== null && !part.claimed) {
    part.claimed = true
    return {
      content: [...part.parts],
      complement: 'quote',
      pattern: 'quotation after a colon',
      cueLast: null,
    }
  }
  let last = next
  while (sentences[last.index + 1]?.paragraph === next.paragraph) last = sentences[last.index + 1] ?? last
  const end = trimmedEnd(last, last.tokens.length - 1, page.quotes)
  return {
    content: [[next.start, end]],
    complement: 'clause',
    pattern: 'paragraph after a colon',
    cueLast: null,
  }
}

function colonAfter(site: Site): number | null {
  const { tokens, clauses } = site.sentence
  for (let i = coreEnd(site) + 1; i < coreEnd(site) + REACH; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;]$/.test(token.text)) return null
    if (token.text === ':') return i
    if (clauses.some(clause => clause.verb?.finite === true && clause.verb.first === i)) return null
  }
  return null
}

/** "…, X said." and "…, X said, …". */
export function preposed(site: Site, cue: Cue, page: Page): Reported | null {
  if (!isParenthesis(site, cue) || hasObject(site, cue)) return null
  const { sentence } = site
  const { tokens } = sentence
  const start = coreStart(site)
  const end = nextSeam(sentence, coreEnd(site) + 1)
  if (hasFiniteVerb(sentence, coreEnd(site) + 1, end, site.clause) || takesInfinitive(site, end)) return null
  const rest = tokens[end]?.text === ',' && goesOn(site, end) ? end + 1 : null
  // "In May, X said, prices rose": what stands before is no clause, so that the content must follow.
  if (rest === null && !hasFiniteVerb(sentence, 0, start - 1, site.clause) && !endsAll(site, cue)) return null
  const head = spanFrom(
    sentence,
    afterStop(sentence, start, page),
    trimmedEnd(sentence, start - 2, page.quotes),
  )
  const tail = rest === null ? null : spanFrom(sentence, rest, clauseEnd(site, rest, page))
  const content = [head, tail].filter(span => span !== null)
  return content.length === 0
    ? null
    : { content, complement: 'clause', pattern: 'clause before the cue', cueLast: null }
}

/** "In May, we proposed a grant, …": with an object of its own the verb tells nothing that stands around it. */
function hasObject(site: Site, cue: Cue): boolean {
  if ([...cue.takes].some(name => name.startsWith('obj-')) || site.inverted) return false
  const next = coreEnd(site) + 1
  return site.sentence.groups.some(group => group.first === next && !group.temporal)
}

/** "In May, the two agreed to go on": what the verb is about stands behind it. */
function takesInfinitive({ sentence, clause }: Site, end: number): boolean {
  return sentence.clauses.some(it => it.parent === clause && it.marker === 'to' && it.first < end)
}

/** "…, X said.": where nothing follows it, what stands before is what is said, whether or not a verb was seen there. */
function endsAll(site: Site, cue: Cue): boolean {
  const { tokens, groups } = site.sentence
  if (cue.word !== 'say' || coreStart(site) < 6 || /^(ADP|SCONJ)$/.test(tokens[0]?.pos ?? '')) return false
  for (let i = coreEnd(site) + 1; i < tokens.length; i++) {
    const token = tokens[i]
    if (!isWord(token) || token?.pos === 'ADP') continue
    if (!groups.some(group => group.temporal && group.first <= i && i <= group.last)) return false
  }
  return true
}

/** "…, X said, *and troops will return*": a clause after the parenthesis, but not a report of its own. */
function goesOn(site: Site, comma: number): boolean {
  const { sentence } = site
  const next = sentence.tokens[comma + 1]
  if (
    next === undefined ||
    next.form === 'gerund' ||
    /^(who|whose|which|but|though|although|while)$/.test(next.lower)
  )
    return false
  const clause = sentence.clauses.find(
    one => one !== site.clause && one.verb?.finite === true && one.verb.first > comma,
  )
  return clause !== undefined && !site.others.has(clause)
}

/** Set off by a comma, finite, and of a verb that takes whole clauses. */
function isParenthesis(site: Site, cue: Cue): boolean {
  if (!takesClause(cue) || !/^(saying|finding|belief)$/.test(cue.class)) return false
  // "…, she thinks"; but not "…, they saw".
  if (cue.class === 'belief' && !cue.takes.has('quote')) return false
  if (!site.verb.finite || site.own === null || site.verb.voice === 'passive') return false
  const comma = site.sentence.tokens[coreStart(site) - 1]
  return comma !== undefined && /^[,\u2014\u2013]$/.test(comma.text)
}

/** "It hurt: prices rose, they said": what is told begins behind the last colon or semicolon, or at the first word. */
function afterStop(sentence: Sentence, before: number, page: Page): number {
  for (let i = before - 2; i > 0; i--) {
    const token = sentence.tokens[i]
    if (token !== undefined && /^[:;]$/.test(token.text) && page.quotes.at(token.start) === null) return i + 1
  }
  return firstWord(sentence)
}

function firstWord(sentence: Sentence): number {
  const { tokens } = sentence
  const dash = tokens.findIndex(token => /^[-\u2013\u2014]$/.test(token.text))
  const from = dash > 0 && dash < 14 && isDateline(sentence, dash) ? dash + 1 : 0
  const at = tokens.findIndex((token, i) => i >= from && (isWord(token) || opensQuote(token.text)))
  return Math.max(0, at)
}

/** "ATHENS, Aug 13 (CNA) - A frigate …": a place in capitals before the dash is no part of what is said. */
function isDateline(sentence: Sentence, dash: number): boolean {
  if (!/^\p{Lu}{3,}/u.test(sentence.tokens[0]?.text ?? '')) return false
  return !sentence.clauses.some(clause => clause.verb?.finite === true && clause.verb.first < dash)
}

/** The next comma or the sentence's end. */
function nextSeam(sentence: Sentence, from: number): number {
  for (let i = from; i < sentence.tokens.length; i++) {
    if (/^[,;.\u2014\u2013]$/.test(sentence.tokens[i]?.text ?? '')) return i
  }
  return sentence.tokens.length
}

function hasFiniteVerb(sentence: Sentence, from: number, to: number, except: Clause): boolean {
  return sentence.clauses.some(
    clause =>
      clause !== except &&
      clause.verb?.finite === true &&
      clause.verb.first >= from &&
      clause.verb.first < to,
  )
}
