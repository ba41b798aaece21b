/** Where a verb group belongs: the clause that waits for it, one beside it, or a new one inside it. */
import type { NounGroup } from '../types.ts'
import {
  CONTENT_NOUNS,
  complete,
  type Draft,
  hasFiniteVerb,
  inherit,
  isCopula,
  isReporting,
  lackingVerb,
  nearest,
  open,
  type Parse,
  popTo,
  setSubject,
  takesClause,
  top,
} from './draft.ts'
import { type Element, isNoun, isVerb, isWord, type NounElement, type VerbElement } from './elements.ts'
import { readsAsFinite } from './lookahead.ts'
import { PAST_LIKE_BASE } from './verbs.ts'

export function placeVerb(parse: Parse, element: VerbElement, k: number): void {
  const form = resolveForm(parse, element, k)
  if (form === 'infinitive') placeInfinitive(parse, element, k)
  else if (form === 'gerund') placeGerund(parse, element, k)
  else if (form === 'participle') placeParticiple(parse, element, k)
  else placeFinite(parse, element, k)
}

/** Settles "-ed" forms and bare forms by what stands around them. */
function resolveForm(
  parse: Parse,
  element: VerbElement,
  k: number,
): 'infinitive' | 'gerund' | 'participle' | 'finite' {
  if (element.form !== 'ambiguous' && element.form !== 'base') return element.form
  const draft = top(parse, element.first)
  if (element.form === 'base') {
    const bare = draft.clause.verb !== null && parse.classes.has(draft.clause.verb.lemma, 'bare')
    if (bare || followsInfinitive(parse, k)) return 'infinitive'
    return 'finite'
  }
  if (draft.clause.verb === null && draft.clause.kind === 'relative' && draft.clause.subject !== null)
    return 'finite'
  const { before } = neighbours(parse, k)
  if (isWord(before) && before.kind === 'conjunction') {
    const base = nearest(parse, d => d.clause.verb !== null)
    if (base?.clause.verb?.voice === 'passive' && !isNoun(parse.elements[k + 1]))
      element.verb.voice = 'passive'
    if (base !== null && !hasFiniteVerb(base)) return 'participle'
    return 'finite'
  }
  if (isWord(before) && before.kind === 'comma' && draft.clause.verb === null && draft.nouns.length > 0)
    return draft.interrupted ? 'finite' : 'participle'
  if (isWord(before) && before.kind === 'comma' && draft.clause.verb !== null)
    return isReporting(parse, element.verb) || intransitive(parse, element) || !takesAgent(parse, k)
      ? 'finite'
      : 'participle'
  if (draft.clause.verb === null && draft.nouns.length === 0 && draft.clause.subject === null) {
    return isReporting(parse, element.verb) && isNoun(parse.elements[k + 1]) ? 'finite' : 'participle'
  }
  if (draft.clause.verb !== null && lackingVerb(parse) === null && !subjectOfNew(parse, draft, k))
    return 'participle'
  if (intransitive(parse, element)) return 'finite'
  const subject = draft.nouns[draft.nouns.length - 1]
  if (
    subject !== undefined &&
    draft.clause.verb === null &&
    parse.tokens[subject.head]?.pos === 'PROPN' &&
    opensClauseNext(parse, k)
  )
    return 'finite'
  return readsAsFinite(parse.elements, k) ? 'finite' : 'participle'
}

function intransitive(parse: Parse, element: VerbElement): boolean {
  return parse.classes.has(element.verb.lemma, 'intransitive')
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

interface Neighbours {
  before: Element | undefined
  at: number
}

/** The element before `k`, adverbs left out. */
function neighbours(parse: Parse, k: number): Neighbours {
  let at = k - 1
  while (parse.elements[at]?.kind === 'adverb' || parse.elements[at]?.kind === 'open-quote') at--
  return { before: parse.elements[at], at }
}

function placeInfinitive(parse: Parse, element: VerbElement, k: number): void {
  const draft = top(parse, element.first)
  const { before } = neighbours(parse, k)
  if (isWord(before) && before.kind === 'conjunction') {
    const base = nearest(parse, d => d.clause.marker === 'to' && d.clause.verb !== null)
    if (base !== null) {
      beside(parse, base, element)
      return
    }
  }
  const { verb } = draft.clause
  if (verb === null) {
    const noun = draft.nouns[draft.nouns.length - 1]
    const inner = open(parse, noun === undefined ? 'adverbial' : 'complement', draft, element.first, 'to')
    inner.clause.modifies = noun ?? null
    if (noun?.possessor != null) setSubject(inner, noun.possessor, true)
    else inherit(inner, draft)
    inner.clause.verb = element.verb
    return
  }
  const object = draft.clause.objects[draft.clause.objects.length - 1]
  const bare = parse.tokens[element.first]?.lower !== 'to'
  const objectControls =
    object !== undefined &&
    verb.voice === 'active' &&
    parse.classes.has(verb.lemma, bare ? 'bare' : 'object-control')
  const governed =
    objectControls || verb.voice === 'passive' || isCopula(parse, verb) || governs(parse, verb.lemma)
  const inner = open(parse, governed ? 'complement' : 'adverbial', draft, element.first, 'to')
  inner.clause.verb = element.verb
  if (bare) {
    element.verb.tense = 'none'
    element.verb.finite = false
  }
  if (isNoun(before) && CONTENT_NOUNS.test(before.group.lemma)) inner.clause.kind = 'complement'
  if (governed) complete(draft, inner)
  if (isNoun(before) && !objectControls) inner.clause.modifies = before.group
  if (objectControls) setSubject(inner, object, true)
  else inherit(inner, draft)
}

function governs(parse: Parse, lemma: string): boolean {
  return (['subject-control', 'raising', 'aspectual', 'reporting', 'cognition'] as const).some(name =>
    parse.classes.has(lemma, name),
  )
}

function placeGerund(parse: Parse, element: VerbElement, k: number): void {
  const draft = top(parse, element.first)
  const { before, at } = neighbours(parse, k)
  if (isWord(before) && before.kind === 'conjunction') {
    const base = nearest(
      parse,
      d => d.clause.verb !== null && d.clause.verb.tense === 'none' && d.clause.marker !== 'to',
    )
    if (base !== null) {
      beside(parse, base, element)
      return
    }
  }
  if (draft.clause.verb === null && draft.clause.kind === 'adverbial' && draft.nouns.length === 0) {
    draft.clause.verb = element.verb
    if (draft.parent !== null) inherit(draft, draft.parent)
    return
  }
  const inner = open(parse, 'participle', draft, element.first)
  inner.clause.verb = element.verb
  if (isWord(before) && before.kind === 'preposition') {
    inner.clause.marker = before.word
    inner.clause.first = before.first
    draft.clause.phrases.push({
      preposition: before.word,
      first: before.first,
      last: element.last,
      object: null,
      clause: inner.clause,
      span: [parse.tokens[before.first]?.start ?? 0, element.verb.span[1]],
      attachedTo: 'verb',
    })
    const [object] = draft.clause.objects
    if (
      object !== undefined &&
      draft.clause.verb?.voice === 'active' &&
      /^(of|from|against|into|for)$/.test(before.word)
    )
      setSubject(inner, object, true)
    else inherit(inner, draft)
  } else if (isVerb(before)) {
    inner.clause.kind = 'complement'
    complete(draft, inner)
    inherit(inner, draft)
  } else if (isNoun(before) || before?.kind === 'phrase') {
    inner.clause.modifies = isNoun(before) ? before.group : before.phrase.object
    setSubject(inner, inner.clause.modifies, true)
  } else if (
    isWord(before) &&
    before.kind === 'comma' &&
    draft.clause.verb === null &&
    draft.nouns.length > 0
  ) {
    inner.openedByComma = true
    inherit(inner, draft)
  } else inherit(inner, isWord(before) && before.kind === 'comma' ? teller(draft) : draft)
  if (at < 0) inner.openedByComma = true
}

/** "worried about how ties will fare, seeking to …": the participle behind the comma goes with the clause that holds the question. */
function teller(draft: Draft): Draft {
  let outer = draft
  while (
    outer.parent !== null &&
    /^(how|what|why|whether|if|as|to|when|while|because)$/.test(outer.clause.marker ?? '')
  )
    outer = outer.parent
  return outer
}

function placeParticiple(parse: Parse, element: VerbElement, k: number): void {
  const draft = top(parse, element.first)
  const { before, at } = neighbours(parse, k)
  element.verb.finite = false
  element.verb.tense = 'none'
  element.verb.voice = 'passive'
  if (isWord(before) && before.kind === 'conjunction') {
    const base = nearest(parse, d => d.clause.verb !== null && !d.clause.verb.finite)
    if (base !== null) {
      beside(parse, base, element)
      return
    }
  }
  if (draft.clause.verb === null && draft.clause.kind === 'adverbial' && draft.nouns.length === 0) {
    draft.clause.verb = element.verb
    if (draft.parent !== null) inherit(draft, draft.parent)
    return
  }
  const inner = open(parse, 'participle', draft, element.first)
  inner.clause.verb = element.verb
  const comma = isWord(before) && before.kind === 'comma'
  inner.openedByComma = comma || at < 0
  const holder = comma ? parse.elements[at - 1] : before
  const noun = isNoun(holder) ? holder.group : holder?.kind === 'phrase' ? holder.phrase.object : null
  if (noun === null || noun.temporal) inherit(inner, draft)
  else {
    inner.clause.modifies = noun
    setSubject(inner, noun, true)
  }
}

function placeFinite(parse: Parse, element: VerbElement, k: number): void {
  element.verb.finite = true
  if (element.form === 'base')
    element.verb.tense =
      PAST_LIKE_BASE.test(element.verb.lemma) && element.verb.modal === null ? 'past' : 'present'
  const draft = top(parse, element.first)
  if (
    draft.clause.verb === null &&
    (draft.nouns.length > 0 || draft.clause.subject !== null || lackingSubject(parse, draft))
  ) {
    fill(parse, draft, element, k)
    return
  }
  const { before } = neighbours(parse, k)
  if (isWord(before) && before.kind === 'conjunction') {
    coordinate(parse, element, k)
    return
  }
  const noun = subjectCandidate(parse, k)
  if (noun !== null && preposed(parse, element, noun)) return
  const waiting = lackingVerb(parse)
  if (
    waiting !== null &&
    !(
      noun !== null &&
      isObjectOf(draft, noun.element) &&
      draft.clause.verb !== null &&
      takesClause(parse, draft.clause.verb) &&
      moreVerbs(parse, k)
    )
  ) {
    popTo(parse, waiting)
    fill(parse, waiting, element, k)
  } else if (noun !== null) inside(parse, draft, noun, element)
  else if (isReporting(parse, element.verb) && isNoun(parse.elements[k + 1])) invert(parse, draft, element)
  else coordinate(parse, element, k)
}

function lackingSubject(parse: Parse, draft: Draft): boolean {
  return lackingVerb(parse) === null && draft.clause.verb === null
}

function isObjectOf(draft: Draft, element: NounElement): boolean {
  return draft.clause.objects[draft.clause.objects.length - 1] === element.group
}

/** Another finite verb ahead, for the clause that still waits: "The man who said Kishida lied resigned". */
function moreVerbs(parse: Parse, k: number): boolean {
  return parse.elements.slice(k + 1, k + 6).some(element => isVerb(element) && element.form === 'finite')
}

/** Gives a waiting clause its verb and its subject: the last noun before it. */
function fill(parse: Parse, draft: Draft, element: VerbElement, k: number): void {
  const { clause } = draft
  if (parenthetical(parse, draft, element, k)) return
  clause.verb = element.verb
  const noun = draft.nouns[draft.nouns.length - 1]
  if (noun !== undefined) setSubject(draft, noun)
  else if (clause.subject === null && draft.temporal !== null && !isReporting(parse, element.verb))
    setSubject(draft, draft.temporal)
  else if (clause.subject === null && isReporting(parse, element.verb) && isNoun(parse.elements[k + 1]))
    draft.inverted = true
  adoptContent(parse, draft)
}

/** "The ban, officials said, was lifted": who says it stands inside what is said. */
function parenthetical(parse: Parse, draft: Draft, element: VerbElement, k: number): boolean {
  const speaker = draft.nouns[draft.nouns.length - 1]
  if (draft.nouns.length < 2 || speaker === undefined || !isReporting(parse, element.verb)) return false
  const noun = subjectCandidate(parse, k)
  const before = noun === null ? undefined : parse.elements[noun.at - 1]
  const next = parse.elements[k + 1]
  const opened = isWord(before) && (before.kind === 'comma' || before.kind === 'close-quote')
  if (!opened || !(isWord(next) && next.kind === 'comma')) return false
  draft.nouns.pop()
  const main = open(parse, 'main', null, speaker.first)
  main.clause.verb = element.verb
  main.clause.last = element.last
  setSubject(main, speaker)
  complete(main, draft)
  if (draft.clause.kind === 'main') draft.clause.kind = 'complement'
  popTo(parse, draft)
  draft.interrupted = true
  return true
}

/** What was quoted before is what this verb reports. */
function adoptContent(parse: Parse, draft: Draft): void {
  const content = parse.content
  if (
    content === null ||
    content === draft ||
    draft.clause.verb === null ||
    !isReporting(parse, draft.clause.verb)
  )
    return
  complete(draft, content)
  content.clause.kind = 'complement'
  parse.content = null
}

interface Candidate {
  element: NounElement
  at: number
}

/** The noun before the verb, past phrases and times, with no verb between. */
function subjectCandidate(parse: Parse, k: number): Candidate | null {
  for (let at = k - 1; at >= 0; at--) {
    const element = parse.elements[at]
    if (element === undefined) return null
    if (isNoun(element)) {
      if (element.group.temporal) continue
      return { element, at }
    }
    if (
      element.kind === 'phrase' ||
      element.kind === 'adverb' ||
      element.kind === 'open-quote' ||
      element.kind === 'close-quote'
    )
      continue
    return null
  }
  return null
}

/** "Considerations make that unlikely, Pinkston added": all before the comma is what he added. */
function preposed(parse: Parse, element: VerbElement, noun: Candidate): boolean {
  const before = parse.elements[noun.at - 1]
  const root = parse.stack[Math.max(0, parse.quotes[parse.quotes.length - 1]?.depth ?? 0)]
  const opensComma = isWord(before) && before.kind === 'comma'
  if (!opensComma || !isReporting(parse, element.verb) || root === undefined || root.clause.verb === null)
    return false
  if (parse.elements[noun.at + 1] !== element && parse.elements[noun.at + 1]?.kind !== 'adverb') return false
  dropObject(parse, noun.element.group)
  parse.stack.length = parse.stack.indexOf(root)
  const main = open(parse, 'main', null, noun.element.first)
  main.clause.verb = element.verb
  setSubject(main, noun.element.group)
  complete(main, root)
  root.clause.kind = 'complement'
  return true
}

/** The noun was taken for an object; it is the subject of the verb behind it. */
function dropObject(parse: Parse, group: NounGroup): void {
  for (const { clause } of parse.stack) {
    clause.objects = clause.objects.filter(object => object !== group)
    if (clause.predicate?.group === group) clause.predicate = null
  }
}

/** A new clause inside `draft` whose subject is the noun before the verb. */
function inside(parse: Parse, draft: Draft, noun: Candidate, element: VerbElement): void {
  const before = parse.elements[noun.at - 1]
  const { verb } = draft.clause
  dropObject(parse, noun.element.group)
  const reported =
    verb !== null &&
    (takesClause(parse, verb) ||
      (isCopula(parse, verb) && isVerb(before)) ||
      draft.clause.predicate?.adjective != null)
  const contact =
    isNoun(before) &&
    !(reported && draft.clause.objects.length <= 1 && !/thing|day|time|way/.test(before.group.lemma))
  const afterComma = isWord(before) && before.kind === 'comma'
  if (contact && isNoun(before)) {
    const relative = open(parse, 'relative', draft, noun.element.first)
    relative.clause.modifies = before.group
    settle(parse, relative, noun, element)
  } else if (reported && !afterComma) {
    const inner = open(parse, 'complement', draft, noun.element.first)
    complete(draft, inner)
    settle(parse, inner, noun, element)
  } else {
    const root = parse.stack.find(d => hasFiniteVerb(d)) ?? draft
    popTo(parse, root)
    parse.stack.pop()
    settle(parse, open(parse, 'coordinate', root, noun.element.first), noun, element)
  }
}

function settle(parse: Parse, draft: Draft, noun: Candidate, element: VerbElement): void {
  draft.clause.verb = element.verb
  setSubject(draft, noun.element.group)
  const from = noun.element.last
  for (const other of parse.stack) {
    if (other === draft) continue
    const moved = other.clause.phrases.filter(phrase => phrase.first > from)
    if (moved.length === 0) continue
    other.clause.phrases = other.clause.phrases.filter(phrase => phrase.first <= from)
    draft.clause.phrases.push(...moved)
  }
}

/** `…, said Dan Pinkston`: the clause before is what he said. */
function invert(parse: Parse, draft: Draft, element: VerbElement): void {
  const root = parse.stack[0] ?? draft
  parse.stack.length = 0
  const main = open(parse, 'main', null, element.first)
  main.clause.verb = element.verb
  main.inverted = true
  complete(main, root)
  root.clause.kind = 'complement'
}

/** "met him and agreed to …": a second verb with the same subject. */
function coordinate(parse: Parse, element: VerbElement, k: number): void {
  const { before, at } = neighbours(parse, k)
  const comma = isWord(before) && before.kind === 'conjunction' && parse.elements[at - 1]?.kind === 'comma'
  const finite = (draft: Draft) =>
    hasFiniteVerb(draft) &&
    draft.clause.verb?.tense !== 'none' &&
    !(comma && draft.clause.kind === 'relative')
  const speaks = isReporting(parse, element.verb)
  const base =
    (speaks
      ? nearest(parse, d => finite(d) && d.clause.verb !== null && isReporting(parse, d.clause.verb))
      : null) ??
    nearest(parse, d => finite(d) && d.clause.verb?.tense === element.verb.tense) ??
    nearest(parse, finite) ??
    parse.stack[0]
  if (base === undefined) {
    const draft = top(parse, element.first)
    draft.clause.verb = element.verb
    return
  }
  beside(parse, base, element)
}

function beside(parse: Parse, base: Draft, element: VerbElement): void {
  popTo(parse, base)
  parse.stack.pop()
  const draft = open(parse, 'coordinate', base, element.first, base.clause.marker === 'to' ? 'to' : null)
  draft.clause.verb = element.verb
  draft.clause.modifies = base.clause.modifies
  if (base.clause.verb?.modal != null && element.verb.modal === null && element.form === 'base') {
    element.verb.modal = base.clause.verb.modal
    element.verb.tense = base.clause.verb.tense
  }
  if (base.clause.marker === 'to') {
    element.verb.tense = 'none'
    element.verb.finite = false
  }
  inherit(draft, base)
}
