/** What a cue reports without quotation: a clause after or before it, an infinitive, a noun phrase. */
import type { Cue, Cues } from '../../knowledge/cues.ts'
import type { Span } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import type { Complement } from './attribution.ts'
import { clauseEnd, phraseEnd, spanFrom, trimmedEnd } from './ends.ts'
import type { Quotes } from './quotes.ts'
import { coreEnd, coreStart, isWord, type Site } from './sites.ts'

export interface Reported {
  content: Span[]
  complement: Complement
  pattern: string
  /** The cue may reach further than the site knew: "expressed *hope* that". */
  cueLast?: number
}

type Way = (site: Site, cue: Cue, quotes: Quotes, cues: Cues) => Reported | null

/** In order: the most telling first. */
const WAYS: readonly Way[] = [
  light,
  comparedAs,
  following,
  preposed,
  infinitive,
  accused,
  accusation,
  prepositional,
  particlePhrase,
  predicated,
  gerund,
  phrase,
]

export function reportedContent(site: Site, quotes: Quotes, cues: Cues): Reported | null {
  if (site.cue === null) return null
  for (const way of WAYS) {
    const found = way(site, site.cue, quotes, cues)
    if (found !== null) return found
  }
  return null
}

/** "said that …", "told reporters the …", "asked whether …". */
function following(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  if (!takesClause(cue)) return null
  if (cue.takes.has('obj-to') && infinitiveStart(site, cue) !== null) return null
  const from = complementStart(site, cue)
  if (from === null) return null
  return one(site, from, clauseEnd(site, from, quotes), 'clause', 'clause after the cue')
}

function takesClause(cue: Cue): boolean {
  return cue.takes.has('that') || cue.takes.has('wh') || cue.takes.has('obj-that') || cue.takes.has('obj-wh')
}

const WH = /^(whether|if|how|why|what|who|whom|when|where|which)$/

/** The token at which the complement clause begins, "that" included. */
function complementStart(site: Site, cue: Cue): number | null {
  const { tokens } = site.sentence
  const after = coreEnd(site)
  const complement = complementOf(site)
  if (complement !== null && complement.first > site.last) {
    let from = complement.first
    const marker = tokens[from - 1]
    if (marker !== undefined && from - 1 > site.last && (marker.lower === 'that' || WH.test(marker.lower)))
      from--
    if (opensQuote(tokens[from - 1]?.text) && from - 1 > site.last) from--
    if (tokens[from - 1]?.lower === 'that' && from - 1 > site.last) from--
    const word = tokens[from]?.lower ?? ''
    if (complement.verb?.finite === false && !WH.test(word) && word !== 'that') return bareStart(site, cue)
    if (WH.test(word) && !cue.takes.has('wh') && !cue.takes.has('obj-wh')) return null
    return from
  }
  const bare = bareStart(site, cue)
  const marked = markedStart(site, after)
  return bare !== null && (marked === null || bare === after + 1) ? bare : (marked ?? bare)
}

function opensQuote(text: string | undefined): boolean {
  return text !== undefined && /^["\u201c\u2018]$/.test(text)
}

/** "that" before any other finite verb, where the analysis ties no complement to the cue. */
function markedStart(site: Site, after: number): number | null {
  const { tokens, clauses } = site.sentence
  for (let i = after + 1; i < tokens.length && i < after + 16; i++) {
    const token = tokens[i]
    if (token === undefined || token.text === ';') return null
    if (token.lower === 'that' && (token.pos === 'SCONJ' || startsComplement(clauses, i))) return i
    if (clauses.some(clause => clause.verb?.finite === true && clause.verb.first === i)) return null
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
  let addressees = cue.takes.has('obj-that') && !cue.takes.has('that') ? 1 : 0
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[at]
    if (token === undefined || /^[,;:.]$/.test(token.text)) return null
    const group = groups.find(one => one.first === at)
    if (token.pos === 'ADV' || token.pos === 'ADP') at++
    else if (group === undefined)
      return opensQuote(token.text) && addressees === 0 ? verbAfter(site, at) : null
    else if (group.temporal || tokens[at - 1]?.pos === 'ADP' || addressees-- > 0) at = group.last + 1
    else return verbAfter(site, at)
  }
  return null
}

/** `at`, if what begins there has a finite verb of its own; after plain sayings nothing but a clause is likely. */
function verbAfter(site: Site, at: number): number | null {
  const { sentence, cue } = site
  const first = sentence.tokens[at]
  if (first === undefined || /^(them|him|us|me|himself|herself|itself|themselves)$/.test(first.lower))
    return null
  const plain = cue?.class === 'saying' && !cue.takes.has('np')
  const found = sentence.clauses.some(clause => {
    if (clause === site.clause || clause.verb?.finite !== true || clause.verb.first <= at) return false
    return plain ? clause.kind !== 'relative' : clause.subject?.first === at && !clause.inheritedSubject
  })
  return found || (plain && sentence.tokens.length - at > 4) ? at : null
}

function complementOf(site: Site): Clause | null {
  return site.clause.complement
}

/** "…, X said." and "…, X said, …". */
function preposed(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  if (!isParenthesis(site, cue)) return null
  const { sentence } = site
  const { tokens } = sentence
  const start = coreStart(site)
  const end = nextSeam(sentence, coreEnd(site) + 1)
  if (hasFiniteVerb(sentence, coreEnd(site) + 1, end, site.clause)) return null
  const interrupts = !hasFiniteVerb(sentence, 0, start - 1, site.clause)
  if (interrupts && (tokens[end]?.text !== ',' || !hasFiniteVerb(sentence, end, tokens.length, site.clause)))
    return null
  const content: Span[] = []
  const head = spanFrom(sentence, firstWord(sentence), trimmedEnd(sentence, start - 2, quotes))
  if (head !== null) content.push(head)
  if (interrupts) {
    const tail = spanFrom(sentence, end + 1, trimmedEnd(sentence, tokens.length - 1, quotes))
    if (tail !== null) content.push(tail)
  }
  return content.length > 0 ? { content, complement: 'clause', pattern: 'clause before the cue' } : null
}

/** Set off by a comma, finite, and of a verb that takes whole clauses. */
function isParenthesis(site: Site, cue: Cue): boolean {
  if (!takesClause(cue) || !/^(saying|finding|belief)$/.test(cue.class)) return false
  if (!site.verb.finite || site.own === null || site.verb.voice === 'passive') return false
  const comma = site.sentence.tokens[coreStart(site) - 1]
  return comma !== undefined && /^[,\u2014\u2013]$/.test(comma.text)
}

function firstWord(sentence: Sentence): number {
  const at = sentence.tokens.findIndex(token => isWord(token) || opensQuote(token.text))
  return Math.max(0, at)
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

/** "wants to …", "urged both sides to …", "called on the army to …". */
function infinitive(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  const takes = ['to', 'obj-to', 'prep-obj-to'].some(name => cue.takes.has(name))
  if (!takes) return null
  const from = infinitiveStart(site, cue)
  return from === null
    ? null
    : one(site, from, clauseEnd(site, from, quotes), 'infinitive', 'infinitive after the cue')
}

function infinitiveStart(site: Site, cue: Cue): number | null {
  const { tokens } = site.sentence
  const reach = cue.takes.has('to') && !cue.takes.has('obj-to') ? 5 : 14
  for (let i = site.last + 1; i < tokens.length && i <= site.last + reach; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:]$/.test(token.text)) return null
    if (token.lower === 'to' && verbFollows(site.sentence, i)) {
      const addressee = site.sentence.groups.find(group => group.first > site.last && group.last < i)
      // "urged Tehran to stop": what is urged begins with whoever is to do it; "told Tehran to stop" does not.
      return addressee !== undefined && !cue.takes.has('to') ? addressee.first : i
    }
    if (token.form === 'past' || token.form === 'third') return null
  }
  return null
}

function verbFollows(sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < at + 4; i++) {
    const token = sentence.tokens[i]
    if (token === undefined) return false
    if (token.form === 'base' || token.lower === 'be' || token.lower === 'have') return true
    if (token.pos !== 'ADV') return false
  }
  return false
}

/** "expressed hope that …", "voiced concern about …": the noun is the cue. */
function light(site: Site, cue: Cue, quotes: Quotes, cues: Cues): Reported | null {
  if (!cue.takes.has('light')) return null
  const object = site.clause.objects[0]
  const noun = object === undefined ? undefined : cues.nouns.get(object.lemma)
  if (object === undefined || noun === undefined || object.first <= site.last) return null
  return nounContent(site.sentence, object, noun, quotes, site)
}

/** What follows a noun that attributes: "that …", "to …", "of …". */
export function nounContent(
  sentence: Sentence,
  group: NounGroup,
  cue: Cue,
  quotes: Quotes,
  site: Site | null,
): Reported | null {
  const from = group.last + 1
  const token = sentence.tokens[from]
  if (token === undefined) return null
  const end = () => (site === null ? nounClauseEnd(sentence, from, quotes) : clauseEnd(site, from, quotes))
  if (token.lower === 'that' && cue.takes.has('that') && token.pos !== 'PRON') {
    return wrap(sentence, from, end(), 'clause', 'noun with that', group.last)
  }
  if (token.lower === 'to' && cue.takes.has('to') && verbFollows(sentence, from)) {
    return wrap(sentence, from, end(), 'infinitive', 'noun with infinitive', group.last)
  }
  if (!cue.prepositions.has(token.lower)) return null
  const object = sentence.groups.find(one => one.first > from && one.first <= from + 2)
  if (object === undefined) return null
  return wrap(
    sentence,
    from + 1,
    phraseEnd(sentence, from + 1, quotes),
    'phrase',
    'noun with preposition',
    from,
  )
}

/** "his claim that X is Y was false": ends before the verb that the noun is the subject of. */
function nounClauseEnd(sentence: Sentence, from: number, quotes: Quotes): number {
  const inner = sentence.clauses.find(clause => clause.first >= from && clause.first <= from + 1)
  if (inner === undefined) return trimmedEnd(sentence, sentence.tokens.length - 1, quotes)
  let last = inner.last
  for (const clause of sentence.clauses) {
    if (clause !== inner && clause.first > inner.first && clause.parent === inner)
      last = Math.max(last, clause.last)
  }
  return trimmedEnd(sentence, last, quotes)
}

/** "accused Moscow of shelling the port": the object and what it is accused of. */
function accusation(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  if (site.verb.voice === 'passive') return null
  const names = [...cue.takes].filter(name => name.startsWith('acc-')).map(name => name.slice(4))
  const object = objectOf(site)
  if (names.length === 0 || object === null) return null
  const { tokens } = site.sentence
  for (let i = object.last + 1; i < tokens.length && i < object.last + 24; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:]$/.test(token.text)) return null
    if (names.includes(token.lower))
      return one(site, object.first, clauseEnd(site, i, quotes), 'phrase', 'object and charge')
  }
  return null
}

/** "was accused of fraud", "was described as weak by …": the subject and what is said of it. */
function accused(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  if (site.verb.voice !== 'passive' || site.own === null) return null
  const subject = spanFrom(site.sentence, site.own.first, site.sentence.tokens[site.own.last]?.end ?? 0)
  const joint = site.sentence.tokens[site.last + 1]?.lower ?? ''
  if (subject === null) return null
  if (cue.takes.has(`acc-${joint}`) || (joint === 'as' && cue.takes.has('np-as'))) {
    const from = site.last + 2
    const charge = spanFrom(site.sentence, from, clauseEnd(site, from, quotes))
    if (charge !== null)
      return { content: [subject, charge], complement: 'phrase', pattern: 'subject and charge' }
  }
  const agent = site.clause.phrases.some(phrase => phrase.preposition === 'by')
  return cue.takes.has('np') && agent
    ? { content: [subject], complement: 'phrase', pattern: 'subject of a passive' }
    : null
}

function objectOf(site: Site): NounGroup | null {
  const object = site.clause.objects.find(group => group.first > site.last)
  return (
    object ??
    site.sentence.groups.find(group => group.first === site.last + 1 && group !== site.speaker) ??
    null
  )
}

/** "critical of X", "warned against X", "worried about X". */
function prepositional(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  const { tokens } = site.sentence
  for (let i = site.last + 1; i <= site.last + 3; i++) {
    const token = tokens[i]
    if (token === undefined) return null
    if (cue.prepositions.has(token.lower))
      return phraseAfter(site, i + 1, quotes, 'phrase after a preposition', i)
    if (token.pos !== 'ADV') return null
  }
  return null
}

/** "called for X", "spoke out against X": the particle's own phrase. */
function particlePhrase(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  return cue.takes.has('prep-np')
    ? phraseAfter(site, site.last + 1, quotes, 'phrase after the particle', site.last)
    : null
}

function phraseAfter(
  site: Site,
  from: number,
  quotes: Quotes,
  pattern: string,
  cueLast: number,
): Reported | null {
  const group = site.sentence.groups.find(one => one.first >= from && one.first <= from + 2)
  const gerund = site.sentence.tokens[from]?.form === 'gerund'
  if (gerund) return wrap(site.sentence, from, clauseEnd(site, from, quotes), 'phrase', pattern, cueLast)
  if (group === undefined) return null
  return wrap(site.sentence, from, phraseEnd(site.sentence, from, quotes), 'phrase', pattern, cueLast)
}

/** "described the mood as warm". */
function comparedAs(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  const object = objectOf(site)
  if (object === null || site.verb.voice === 'passive' || !cue.takes.has('np-as')) return null
  const { tokens } = site.sentence
  for (let i = object.last + 1; i < tokens.length && i < object.last + 20; i++) {
    if (/^[;:]$/.test(tokens[i]?.text ?? '')) break
    if (tokens[i]?.lower !== 'as') continue
    return one(site, object.first, phraseEnd(site.sentence, i + 1, quotes), 'phrase', 'object with as')
  }
  return null
}

/** "called the ruling a breach". */
function predicated(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  const object = objectOf(site)
  if (object === null || site.verb.voice === 'passive' || !cue.takes.has('np-pred')) return null
  const end = phraseEnd(site.sentence, object.last + 1, quotes)
  return one(site, object.first, end, 'phrase', 'object with predicate')
}

/** "denied firing first", "recommended moving the base". */
function gerund(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  const from = site.last + 1
  if (!cue.takes.has('ing') || site.sentence.tokens[from]?.form !== 'gerund') return null
  return one(site, from, clauseEnd(site, from, quotes), 'infinitive', 'gerund after the cue')
}

/** "criticized the plan". */
function phrase(site: Site, cue: Cue, quotes: Quotes): Reported | null {
  if (!cue.takes.has('np') || site.verb.voice === 'passive') return null
  const object = objectOf(site)
  if (object === null) return null
  return one(site, object.first, phraseEnd(site.sentence, object.first, quotes), 'phrase', 'object')
}

function one(
  site: Site,
  from: number,
  end: number,
  complement: Complement,
  pattern: string,
): Reported | null {
  return wrap(site.sentence, from, end, complement, pattern, undefined)
}

function wrap(
  sentence: Sentence,
  from: number,
  end: number,
  complement: Complement,
  pattern: string,
  cueLast: number | undefined,
): Reported | null {
  const span = spanFrom(sentence, from, end)
  if (span === null) return null
  return cueLast === undefined
    ? { content: [span], complement, pattern }
    : { content: [span], complement, pattern, cueLast }
}
