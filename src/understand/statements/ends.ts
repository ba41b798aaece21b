/** Where attributed words end. A speaker's words seldom run to the full stop: the writer goes on. */
import type { Span } from '../../record/types.ts'
import type { Clause, Sentence, VerbGroup } from '../../text/types.ts'
import type { Page } from './page.ts'
import type { Quotes } from './quotes.ts'
import { isWord, type Site } from './sites.ts'

/** "…, though his allies disagree": the writer's own words again. */
const TURNS = new Set(['but', 'though', 'although', 'whereas', 'while', 'yet'])

/** Nouns of the occasion: "attacked the plan *in a speech*". */
const OCCASIONS =
  /^(speech|interview|statement|tweet|letter|email|post|address|briefing|conference|appearance|remarks?|op-ed|editorial|column|memo|report|press|news|radio|television|call|podcast|testimony|hearing|message|video|filing|blog|essay|book|forum|debate|rally|meeting|event|note|broadcast|documentary|report|visit|trip|tour)$/

/**
 * Offset of the end of a clause's content that begins at token `from`: before the writer's next words.
 * `bare`: the content is an infinitive or gerund, so that no finite verb can be coordinated with it.
 */
export function clauseEnd(site: Site, from: number, page: Page, bare = false): number {
  const { tokens, clauses } = site.sentence
  let cut = Math.min(fenced(site, from), governorStart(site, from), semicolon(site, from, page))
  for (const clause of clauses) {
    const at = startWithJoiner(site.sentence, clause)
    if (at <= from || at >= cut || clause === site.clause || !leaves(site, clause, at, bare)) continue
    if (!isInsideQuote(tokens[at]?.start ?? 0, page.quotes)) cut = at
  }
  if (bare) cut = Math.min(cut, mainStart(site, from))
  for (let i = from + 1; i < cut - 1; i++) {
    const turns = turnsAt(site.sentence, i) || sumsUp(site.sentence, i) || otherSource(site.sentence, i, page)
    if (turns && !isInsideQuote(tokens[i]?.start ?? 0, page.quotes)) cut = i
  }
  return trimmedEnd(site.sentence, cut - 1, page.quotes)
}

/** "requiring them to open their books, *the firms have agreed*": behind a comma the main clause begins or goes on. */
function mainStart({ sentence, clause: own }: Site, from: number): number {
  let at = sentence.tokens.length
  for (const { verb, subject, sentence: here, inheritedSubject, kind } of sentence.clauses) {
    if (verb?.finite !== true || subject === null || inheritedSubject || verb === own.verb) continue
    if (subject.sentence !== here || subject.first <= from || subject.first > verb.first) continue
    if (!/^(main|coordinate)$/.test(kind) || sentence.tokens[subject.first - 1]?.text !== ',') continue
    at = Math.min(at, subject.first - 1)
  }
  return at
}

/** "…; they only learned of it on Friday": the writer goes on. */
function semicolon({ sentence }: Site, from: number, page: Page): number {
  const at = sentence.tokens.findIndex(
    (token, i) => i > from && token.text === ';' && !isInsideQuote(token.start, page.quotes),
  )
  return at < 0 ? sentence.tokens.length : at
}

/** ", according to an aide": the words before it are the aide's. */
function otherSource(sentence: Sentence, at: number, page: Page): boolean {
  const { tokens } = sentence
  const from = tokens[at]?.text === ',' ? at + 1 : at
  return page.cues
    .beginningWith(tokens[from]?.lower ?? '')
    .some(({ words }) => words.every((word, k) => tokens[from + k]?.lower === word))
}

/** "They agreed to meet, *his office said*": a report that holds this one too begins the writer's words again. */
function governorStart(site: Site, from: number): number {
  let at = site.sentence.tokens.length
  let clause = site.clause.parent
  for (let depth = 0; clause !== null && depth < 20; depth++, clause = clause.parent) {
    const verb = clause.verb?.first ?? -1
    if (verb <= from || !site.others.has(clause)) continue
    const subject = clause.subject
    const before =
      subject !== null && subject.sentence === clause.sentence && subject.first < verb && subject.first > from
    at = Math.min(at, before ? subject.first : verb)
  }
  return at
}

/** A cue in a clause that stands before its main verb reaches no further than that clause. */
function fenced(site: Site, from: number): number {
  const { clause, sentence } = site
  const parent = clause.parent?.verb?.first ?? -1
  const bound =
    /^(relative|adverbial|participle)$/.test(clause.kind) && clause.last >= from && parent > clause.last
  return bound ? clause.last + 1 : sentence.tokens.length
}

function isInsideQuote(offset: number, quotes: Quotes): boolean {
  const part = quotes.at(offset)
  return part !== null && part.span[0] < offset
}

/** ", but …" and ", while …" before a clause with a verb of its own. */
function turnsAt(sentence: Sentence, at: number): boolean {
  const { tokens, clauses } = sentence
  if (tokens[at]?.text !== ',') return false
  const even =
    tokens[at + 1]?.lower === 'even' && /^(as|after|though|when|while)$/.test(tokens[at + 2]?.lower ?? '')
  if (!even && !TURNS.has(tokens[at + 1]?.lower ?? '')) return false
  // "they had doubts, but could not say so": the same speaker's words.
  if (/^(AUX|VERB)$/.test(tokens[at + 2]?.pos ?? '')) return false
  return clauses.some(clause => clause.verb?.finite === true && clause.verb.first > at + 1)
}

const SUMS =
  /^(step|move|decision|claim|charge|allegation|accusation|assertion|view|position|prospect|fact|sign|development|shift|feat|gesture|promise|pledge|threat|contention|stance|practice|policy|proposal|plan|idea|notion|demand|request|warning|theory|argument|description|comment|remark|statement|change|departure|reversal|blow|setback|boost|breach|violation|victory|first|record)$/

/** ", *a step that* …", ", *something* she denies", ", *a breach of* its rules": the writer sums up what was said. */
function sumsUp({ tokens, groups }: Sentence, at: number): boolean {
  if (tokens[at]?.text !== ',') return false
  const next = tokens[at + 1]?.lower ?? ''
  if (next === 'something') return true
  if (!/^(a|an|another|the)$/.test(next)) return false
  const group = groups.find(one => one.first === at + 1)
  if (group === undefined || !SUMS.test(group.lemma)) return false
  return (
    /^(that|which|of|in|for|by|from|since)$/.test(tokens[group.last + 1]?.lower ?? '') ||
    isPronounAfter(tokens, group.last + 1)
  )
}

/** "a charge *he denies*", "a request *the mayor* made" */
function isPronounAfter(tokens: Sentence['tokens'], at: number): boolean {
  const token = tokens[at]
  return (
    /^(DET|PROPN)$/.test(token?.pos ?? '') ||
    /^(he|she|they|it|we|his|her|their|its)$/.test(token?.lower ?? '')
  )
}

/** The comma or conjunction before a clause belongs to the seam. */
function startWithJoiner(sentence: Sentence, clause: Clause): number {
  let at = behindAdverbs(sentence, clause)
  while (at > 0 && sentence.tokens[at - 1]?.pos === 'CCONJ') at--
  if (sentence.tokens[at - 1]?.text === ',') at--
  return at
}

/** "and *repeatedly* says": the adverb between the conjunction and the verb is the clause's. */
function behindAdverbs({ tokens }: Sentence, clause: Clause): number {
  let at = clause.first
  while (tokens[at - 1]?.pos === 'ADV') at--
  return tokens[at - 1]?.pos === 'CCONJ' ? at : clause.first
}

/** A comma at the seam, or in front of the mark that closes a quotation there: `“no evidence,” but he said`. */
function hasComma({ tokens }: Sentence, at: number): boolean {
  if (tokens[at]?.text === ',') return true
  return /^["\u201d\u2019]$|^''$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.text === ','
}

function leaves(site: Site, clause: Clause, at: number, bare: boolean): boolean {
  const { verb } = clause
  if (verb === null) return false
  const comma = hasComma(site.sentence, at)
  const reports = site.others.has(clause) && verb.finite && verb.modal === null
  if (isJoined(site.sentence, clause)) {
    const own = clause.subject !== null && !clause.inheritedSubject
    if (own) return (reports && comma) || (bare && verb.finite)
    if (bare) return isPastOrThird(site.sentence, verb)
    if (clause.parent === site.clause || (reports && verb.tense === site.verb.tense)) return true
    return (
      resumesReport(site, verb) ||
      (comma && !site.verb.finite && verb.finite && site.clause.kind === 'participle')
    )
  }
  if (clause.kind === 'adverbial')
    return reports && /^(as|while|after|when|before)$/.test(clause.marker ?? '')
  const loose = comma && clause.kind === 'participle' && !verb.finite && clause.marker === null
  return loose && !resumes(site.sentence, clause)
}

/** "said she was well *and hopes* to run": a present beside what is told in the past goes on with the cue. */
function resumesReport({ verb, clause }: Site, next: VerbGroup): boolean {
  const told = clause.complement?.verb
  if (verb.tense !== 'past' || told == null || !next.finite || next.modal !== null) return false
  return told.finite && told.tense === 'past' && told.modal === null && next.tense === 'present'
}

/** "the program, run by the state, *has* brought": the words around the aside go on. */
function resumes(sentence: Sentence, aside: Clause): boolean {
  return sentence.clauses.some(
    ({ first, verb }) => first < aside.first && verb?.finite === true && verb.first > aside.last,
  )
}

/** After "and" or "but", also where the whole is reported in its turn. */
function isJoined(sentence: Sentence, clause: Clause): boolean {
  if (clause.kind !== 'coordinate' && clause.kind !== 'complement') return false
  return (
    sentence.tokens[behindAdverbs(sentence, clause) - 1]?.pos === 'CCONJ' &&
    clause.marker !== 'that' &&
    clause.marker !== 'to'
  )
}

/** "urged them to join, and criticized": a finite verb is no part of an infinitive. */
function isPastOrThird(sentence: Sentence, verb: VerbGroup): boolean {
  const form = sentence.tokens[verb.first]?.form
  return form === 'third' || form === 'past' || form === 'past-or-participle'
}

/** Where a noun phrase's content ends: before a clause of the writer's, the day or the occasion. */
export function phraseEnd(sentence: Sentence, from: number, page: Page): number {
  const { tokens } = sentence
  const group = sentence.groups.find(one => one.first <= from && from <= one.last)
  let last = group?.last ?? from
  for (let i = last + 1; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (page.quotes.at(token.start) === null) {
      if (/^[;:\u2014\u2013]$|^--$/.test(token.text)) break
      if (token.text === ',' && !goesOn(sentence, i)) break
      if (isVerbAround(sentence, i, from)) break
      if (startsWritersClause(sentence, i) || startsOccasion(sentence, i) || otherSource(sentence, i, page))
        break
    }
    last = i
  }
  return trimmedEnd(sentence, last, page.quotes)
}

/** "his view of the pact *is* grim": the verb of a clause that began before the phrase. */
export function isVerbAround(sentence: Sentence, at: number, from: number): boolean {
  return sentence.clauses.some(
    clause =>
      clause.verb?.finite === true &&
      clause.verb.first === at &&
      (clause.first < from ||
        (clause.first === at && /^(CCONJ|PUNCT)$/.test(sentence.tokens[at - 1]?.pos ?? ''))),
  )
}

/** After a comma: a relative clause, "including …", or the next item of a list. */
function goesOn(sentence: Sentence, comma: number): boolean {
  const { tokens } = sentence
  const next = tokens[comma + 1]
  if (next === undefined) return false
  if (tokens[comma - 1]?.lower === 'including') return true
  if (/^(including|such|and|or)$/.test(next.lower)) return !startsWritersClause(sentence, comma + 1)
  const group = sentence.groups.find(one => one.first === comma + 1)
  // "patient, thrifty and slow"
  if (tokens[comma - 1]?.pos === 'ADJ' && next.pos === 'ADJ')
    return /^(and|or|,)$/.test(tokens[comma + 2]?.lower ?? '')
  if (group === undefined) return false
  const after = tokens[group.last + 1]
  return (
    /^(and|or)$/.test(after?.lower ?? '') ||
    (after?.text === ',' && /^(and|or)$/.test(tokens[group.last + 2]?.lower ?? ''))
  )
}

/** Words that open a clause of the writer's behind a noun phrase. */
const OPENERS = /^(since|because|after|before|when|while|although|though|if|unless|until|but|whereas)$/

function startsWritersClause(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (OPENERS.test(token?.lower ?? '')) return true
  const joined = token?.pos === 'CCONJ' ? at + 1 : at
  if (joined > at && clauseFollows(sentence, joined)) return true
  return sentence.clauses.some(
    clause =>
      clause.verb !== null &&
      (clause.first === at || clause.first === joined) &&
      (clause.kind === 'coordinate' || (clause.kind === 'adverbial' && clause.marker === 'as')),
  )
}

/** "and *44 percent back* the rival", "and *once he has* spoken". */
function clauseFollows(sentence: Sentence, at: number): boolean {
  if (/^(once|since|because|when|if|although|though)$/.test(sentence.tokens[at]?.lower ?? '')) return true
  const group = sentence.groups.find(one => one.first === at)
  if (group === undefined) return false
  return sentence.clauses.some(clause => clause.verb?.finite === true && clause.verb.first === group.last + 1)
}

/** Where the day or the occasion begins, behind token `from`; past the end where none does. */
export function occasionStart(sentence: Sentence, from: number, page: Page): number {
  for (let i = from + 1; i < sentence.tokens.length; i++) {
    if (startsOccasion(sentence, i)) return trimmedEnd(sentence, i - 1, page.quotes)
  }
  return Number.POSITIVE_INFINITY
}

/** "on Monday", "in a speech", "during a rally". */
function startsOccasion(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.pos !== 'ADP') return isDay(token?.lower ?? '') || isRecently(sentence, at)
  for (let i = at + 1; i < at + 5; i++) {
    const next = sentence.tokens[i]
    // "his record on crime on Monday": the second phrase is the day.
    if (next === undefined || next.pos === 'ADP') return false
    if (isDay(next.lower)) return token.lower === 'on' && sentence.tokens[i + 1]?.pos !== 'PART'
    if (OCCASIONS.test(next.lower)) return /^(in|at|during|on)$/.test(token.lower)
  }
  return false
}

/** "last week", "this month", "earlier this year": when it was said. */
function isRecently(sentence: Sentence, at: number): boolean {
  const { tokens, groups } = sentence
  const from = /^(earlier|late|early|later)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  const group = groups.find(one => one.first === from && one.temporal)
  if (group === undefined || tokens[group.last + 1]?.pos === 'PART') return false
  return /^(last|this|earlier)$/.test(tokens[from]?.lower ?? '') || from > at
}

function isDay(word: string): boolean {
  return /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(word)
}

/** The end of token `last`, or of the last word before it: no comma, no full stop, but a closing mark stays. */
export function trimmedEnd(sentence: Sentence, last: number, quotes: Quotes): number {
  for (let i = Math.min(last, sentence.tokens.length - 1); i >= 0; i--) {
    const token = sentence.tokens[i]
    if (token === undefined) continue
    const part = quotes.at(token.end - 1)
    // A quotation that began in these words is theirs to its end, over the end of the sentence too.
    if (part !== null && part.span[0] >= sentence.start && part.span[1] > sentence.end) return part.span[1]
    if (part !== null || isWord(token) || /^[)\]%!?]$/.test(token.text)) return token.end
  }
  return sentence.start
}

export function spanFrom(sentence: Sentence, first: number, end: number): Span | null {
  const start = sentence.tokens[first]?.start
  return start === undefined || start >= end ? null : [start, end]
}
