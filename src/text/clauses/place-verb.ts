/** Where a verb group belongs: what its form says, settled by what stands around it. */
import type { NounGroup } from '../types.ts'
import { neighbours, subjectCandidate } from './around-verb.ts'
import {
  type Draft,
  hasFiniteVerb,
  isReporting,
  lackingVerb,
  nearest,
  type Parse,
  popTo,
  takesClause,
  top,
} from './draft.ts'
import { type Element, isNoun, isVerb, isWord, type VerbElement } from './elements.ts'
import { readsAsFinite, sideBySide, verbLater } from './lookahead.ts'
import { placeFinite } from './place-finite.ts'
import { placeGerund, placeInfinitive, placeParticiple } from './place-nonfinite.ts'

export function placeVerb(parse: Parse, element: VerbElement, k: number): void {
  if (carriesOn(parse, element, k)) return
  const form = resolveForm(parse, element, k)
  if (form === 'infinitive') placeInfinitive(parse, element, k)
  else if (form === 'gerund') placeGerund(parse, element, k)
  else if (form === 'participle') placeParticiple(parse, element, k)
  else placeFinite(parse, element, k)
}

/** "will, under pressure, observe": the verb that a modal before the aside waits for. */
function carriesOn(parse: Parse, element: VerbElement, k: number): boolean {
  const { before } = neighbours(parse, k)
  if (element.form !== 'base' || !isWord(before) || before.kind !== 'comma') return false
  const waiting = nearest(
    parse,
    draft =>
      draft.clause.verb !== null &&
      /^(will|would|can|could|may|might|must|should|shall)$/.test(draft.clause.verb.lemma),
  )
  const modal = waiting?.clause.verb
  if (waiting == null || modal == null || waiting.clause.objects.length > 0) return false
  const { modal: word, tense, negated, first } = modal
  waiting.clause.verb = {
    ...element.verb,
    modal: word,
    tense,
    negated: negated || element.verb.negated,
    first,
    finite: true,
  }
  popTo(parse, waiting)
  return true
}

/** Settles "-ed" forms and bare forms by what stands around them. */
function resolveForm(
  parse: Parse,
  element: VerbElement,
  k: number,
): 'infinitive' | 'gerund' | 'participle' | 'finite' {
  const draft = top(parse, element.first)
  if (isSubjunctive(parse, draft, element)) return 'finite'
  if (element.form !== 'ambiguous' && element.form !== 'base') return element.form
  if (element.form === 'base') {
    const bare = draft.clause.verb !== null && parse.classes.has(draft.clause.verb.lemma, 'bare')
    if (bare || followsInfinitive(parse, k)) return 'infinitive'
    return 'finite'
  }
  if (draft.clause.verb === null && draft.clause.kind === 'relative' && draft.clause.subject !== null)
    return 'finite'
  if (isGap(draft)) return 'finite'
  const { before } = neighbours(parse, k)
  if (isWord(before) && before.kind === 'conjunction') {
    const base = nearest(parse, d => d.clause.verb !== null)
    if (base?.clause.verb?.voice === 'passive' && !isNoun(parse.elements[k + 1]))
      element.verb.voice = 'passive'
    // "to free the crew and called for calm": no past tense stands beside an infinitive or gerund; a participle may.
    const participle = base?.clause.verb?.voice === 'passive'
    if (base !== null && !hasFiniteVerb(base) && participle && !speaksAnew(parse, element, k))
      return 'participle'
    return 'finite'
  }
  if (isWord(before) && before.kind === 'comma' && draft.clause.verb === null && draft.nouns.length > 0)
    return draft.interrupted || speaks(parse, element, k) ? 'finite' : 'participle'
  if (isWord(before) && before.kind === 'comma' && draft.clause.verb !== null)
    return isReporting(parse, element.verb) || intransitive(parse, element) || !takesAgent(parse, k)
      ? 'finite'
      : 'participle'
  if (draft.clause.verb === null && draft.nouns.length === 0 && draft.clause.subject === null) {
    return isReporting(parse, element.verb) && isNoun(parse.elements[k + 1]) ? 'finite' : 'participle'
  }
  if (draft.clause.verb !== null && lackingVerb(parse) === null && !subjectOfNew(parse, draft, k))
    return 'participle'
  if (intransitive(parse, element) || speaks(parse, element, k)) return 'finite'
  if (draft.clause.verb === null && draft.nouns.length > 1 && sideBySide(parse.elements, k)) return 'finite'
  if (wantsObject(parse, element, k)) {
    if (draft.clause.verb === null && verbLater(parse.elements, k + 1)) return 'participle'
    // "Ten held after raid": what is done to them is all that the headline says.
    if (headline(parse)) element.verb.voice = 'passive'
  }
  const subject = draft.nouns[draft.nouns.length - 1]
  if (
    subject !== undefined &&
    draft.clause.verb === null &&
    parse.tokens[subject.head]?.pos === 'PROPN' &&
    (opensClauseNext(parse, k) || actsTowards(parse, k))
  )
    return 'finite'
  return readsAsFinite(parse.elements, k) ? 'finite' : 'participle'
}

/** "accused Oslo of hiding files *and asserted that*": a report of its own, and no second gerund or participle. */
function speaksAnew(parse: Parse, element: VerbElement, k: number): boolean {
  const next = parse.elements[k + 1]
  const clause = next?.kind === 'that' || next?.kind === 'subordinator' || next?.kind === 'open-quote'
  return isReporting(parse, element.verb) && clause && nearest(parse, hasFiniteVerb) !== null
}

/** "India said on Monday it would not attend": these stand behind a noun as verbs, unless an agent or infinitive follows. */
function speaks(parse: Parse, element: VerbElement, k: number): boolean {
  const next = parse.elements[k + 1]
  const passive =
    (next?.kind === 'phrase' && next.phrase.preposition === 'by') ||
    (isVerb(next) && next.form === 'infinitive')
  return SPEAKING.test(element.verb.lemma) && !passive
}

const SPEAKING =
  /^(say|add|argue|insist|reply|respond|warn|caution|maintain|contend|complain|boast|joke|concede|predict|think|believe|hope|counter|remark|comment|reiterate|emphasize|conclude|caution|claim|tweet|declare|assert)$/

function intransitive(parse: Parse, element: VerbElement): boolean {
  return parse.classes.has(element.verb.lemma, 'intransitive')
}

/** "asked that the mandate be extended" */
function isSubjunctive(parse: Parse, draft: Draft, element: VerbElement): boolean {
  const opening = parse.tokens[element.verb.negated ? element.first + 1 : element.first]
  if (element.form !== 'participle' || opening?.lower !== 'be') return false
  if (draft.clause.verb !== null || draft.nouns.length === 0) return false
  element.verb.tense = 'present'
  return true
}

/** "that the war destroyed": the noun of the clause is what was destroyed, so the one before the verb did it. */
function isGap(draft: Draft): boolean {
  const { kind, marker, subject, verb } = draft.clause
  return kind === 'relative' && marker !== null && subject === null && verb === null && draft.nouns.length > 0
}

/** "Sailors held in May": the verb has an object, if it isn't a participle. */
function wantsObject(parse: Parse, element: VerbElement, k: number): boolean {
  if (!parse.classes.has(element.verb.lemma, 'transitive') || element.verb.particle !== null) return false
  const next = parse.elements[k + 1]
  // "freed on bail the opposition leader"
  let at = k + 1
  while (isTimeOrPhrase(parse.elements[at])) at++
  if (isNoun(parse.elements[at])) return false
  if (isNoun(next)) return next.group.temporal
  return next === undefined || /^(phrase|preposition|subordinator|verb)$/.test(next.kind)
}

function isTimeOrPhrase(element: Element | undefined): boolean {
  return element?.kind === 'phrase' || (isNoun(element) && element.group.temporal)
}

/** Without articles: "Ten held after raid". */
function headline(parse: Parse): boolean {
  const last = parse.tokens[parse.tokens.length - 1]
  return last?.pos !== 'PUNCT' && !parse.tokens.some(token => token.pos === 'DET')
}

/** "Marsh voted for the war, regretted it and left": behind a name that phrase is no agent's or charge's. */
function actsTowards(parse: Parse, k: number): boolean {
  const next = parse.elements[k + 1]
  return (
    next?.kind === 'phrase' && /^(for|against|about|at|after|before|during)$/.test(next.phrase.preposition)
  )
}

/** "Kathmandu protested after Beijing printed …" */
function opensClauseNext(parse: Parse, k: number): boolean {
  const next = parse.elements[k + 1]
  return isWord(next) && next.kind === 'preposition'
}

/** ", backed by …", ", accused of …", ", aimed at …": a participle; ", seized three ships": a verb. */
function takesAgent(parse: Parse, k: number): boolean {
  const next = parse.elements[k + 1]
  return (
    next?.kind === 'phrase' ||
    (isVerb(next) && next.form === 'infinitive') ||
    (isWord(next) && next.kind === 'preposition')
  )
}

/** After a verb that takes a bare clause, the noun between may be the subject of this one: "said police arrested …". */
function subjectOfNew(parse: Parse, draft: Draft, k: number): boolean {
  const noun = subjectCandidate(parse, k)
  if (noun === null || draft.clause.verb === null) return false
  if (takesClause(parse, draft.clause.verb) || isPronoun(parse, noun.element.group)) return true
  const next = parse.elements[k + 1]
  return (
    parse.elements[noun.at - 1]?.kind === 'comma' ||
    (isNoun(parse.elements[noun.at - 1]) && !isNoun(next)) ||
    (isNoun(next) && !next.group.temporal)
  )
}

function isPronoun(parse: Parse, group: NounGroup): boolean {
  return parse.tokens[group.head]?.pos === 'PRON'
}

/** "to observe and prevaricate": a bare verb after a conjunction goes on with the infinitive or modal before it. */
function followsInfinitive(parse: Parse, k: number): boolean {
  const { before } = neighbours(parse, k)
  if (!isWord(before) || (before.kind !== 'conjunction' && before.kind !== 'comma')) return false
  const base = nearest(parse, d => d.clause.verb !== null)
  return base?.clause.verb?.finite === false && base.clause.marker === 'to'
}
