/** Finite verbs: the clause that waits for one, one beside it, or a new one inside it. */
import type { NounGroup } from '../types.ts'
import { beside, type Candidate, neighbours, subjectCandidate } from './around-verb.ts'
import { clauseAsSubject } from './clause-subject.ts'
import {
  complete,
  type Draft,
  hasFiniteVerb,
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
import { isNoun, isVerb, isWord, type NounElement, type VerbElement } from './elements.ts'
import { sideBySide } from './lookahead.ts'
import { PAST_LIKE_BASE } from './verbs.ts'

export function placeFinite(parse: Parse, element: VerbElement, k: number): void {
  element.verb.finite = true
  if (element.form === 'base')
    element.verb.tense =
      PAST_LIKE_BASE.test(element.verb.lemma) && element.verb.modal === null ? 'past' : 'present'
  const draft = top(parse, element.first)
  if (contactRelative(parse, draft, element, k)) return
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
  const noun = subjectCandidate(parse, k) ?? resumed(parse, draft, k)
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
  } else if (noun !== null) inside(parse, top(parse, element.first), noun, element)
  else if (speakerFollows(parse, element, k)) invert(parse, draft, element)
  else coordinate(parse, element, k)
}

/** "The clause the two sides fought over was struck out": of two nouns side by side the second has the verb at once. */
function contactRelative(parse: Parse, draft: Draft, element: VerbElement, k: number): boolean {
  if (draft.clause.verb !== null || draft.nouns.length < 2 || !sideBySide(parse.elements, k)) return false
  const noun = subjectCandidate(parse, k)
  const holder = draft.nouns[draft.nouns.length - 2]
  if (noun === null || holder === undefined || noun.element.group !== draft.nouns[draft.nouns.length - 1])
    return false
  draft.nouns.pop()
  const relative = open(parse, 'relative', draft, noun.element.first)
  relative.clause.modifies = holder
  settle(parse, relative, noun, element)
  return true
}

/** "Among them was a cousin", "On the table were three drafts", "Here comes the bill": the subject is still to come. */
function invertedSubject(parse: Parse, draft: Draft, element: VerbElement, k: number): boolean {
  const { verb } = element
  const next = parse.elements[k + 1]
  if (!isNoun(next) || next.group.temporal || verb.voice === 'passive' || draft.temporal !== null)
    return false
  if (!/^(be|lie|stand|come|sit|hang|follow|go)$/.test(verb.lemma) || verb.negated) return false
  const before = parse.elements[k - 1]
  const named = draft.clause.phrases.some(phrase => phrase.object !== null)
  return before !== undefined && (named || isVerb(before) || /^(adverb|adjective)$/.test(before.kind))
}

/** "said the program, run by Oslo, has ended": the noun before the aside is the subject of what is said. */
function resumed(parse: Parse, draft: Draft, k: number): Candidate | null {
  const { before } = neighbours(parse, k)
  const told = draft.parent?.clause
  const { modifies } = draft.clause
  if (
    !isWord(before) ||
    before.kind !== 'comma' ||
    !draft.openedByComma ||
    told?.verb == null ||
    modifies === null
  )
    return null
  if (!takesClause(parse, told.verb) || told.objects[told.objects.length - 1] !== modifies) return null
  const at = parse.elements.findIndex(element => isNoun(element) && element.group === modifies)
  const element = parse.elements[at]
  if (!isNoun(element) || draft.parent === null) return null
  popTo(parse, draft.parent)
  return { element, at }
}

function lackingSubject(parse: Parse, draft: Draft): boolean {
  return lackingVerb(parse) === null && draft.clause.verb === null
}

function isObjectOf(draft: Draft, element: NounElement): boolean {
  return draft.clause.objects[draft.clause.objects.length - 1] === element.group
}

/** Another finite verb ahead, for the clause that still waits: "The man who said Kishida lied resigned". */
function moreVerbs(parse: Parse, k: number): boolean {
  const ahead = parse.elements.slice(k + 1, k + 8)
  return ahead.some(
    (element, n) =>
      isVerb(element) &&
      (element.form === 'finite' ||
        // "Claiming the talks were held to please Oslo, *she told* us": after a comma a new subject.
        (element.form === 'ambiguous' && isNoun(ahead[n - 1]) && ahead[n - 2]?.kind === 'comma')),
  )
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
  else if (clause.subject === null) {
    draft.inverted = invertedSubject(parse, draft, element, k)
    if (!draft.inverted) setSubject(draft, clauseAsSubject(parse, draft, element))
  }
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

/** "Considerations make that unlikely, Ruiz added": all before the comma is what he added. */
function preposed(parse: Parse, element: VerbElement, noun: Candidate): boolean {
  const before = parse.elements[noun.at - 1]
  const root = parse.stack[Math.max(0, parse.quotes[parse.quotes.length - 1]?.depth ?? 0)]
  const opensComma = isWord(before) && before.kind === 'comma'
  if (!opensComma || !isReporting(parse, element.verb) || root === undefined || root.clause.verb === null)
    return false
  dropObject(parse, noun.element.group)
  parse.stack.length = parse.stack.indexOf(root)
  const main = open(parse, 'main', null, noun.element.first)
  main.clause.verb = element.verb
  setSubject(main, noun.element.group)
  complete(main, root)
  root.clause.kind = 'complement'
  for (const { clause } of parse.all) {
    // "officials in the capital said": the phrase was read as one of the clause before.
    if (clause !== main.clause)
      clause.phrases = clause.phrases.filter(phrase => phrase.first < noun.element.first)
  }
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
    (!before.group.temporal || before.group.determiner === 'the') &&
    !(
      reported &&
      draft.clause.objects.length <= 1 &&
      !/^(thing|day|time|way|moment|place|reason)$/.test(before.group.lemma)
    )
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

/** ", said the general", ", recalled Ana Ruiz"; ", promised compensation" goes on with the clause before. */
function speakerFollows(parse: Parse, element: VerbElement, k: number): boolean {
  const next = parse.elements[k + 1]
  if (!isReporting(parse, element.verb) || !isNoun(next)) return false
  if (/^(PROPN|PRON)$/.test(parse.tokens[next.group.head]?.pos ?? '')) return true
  return SAYING.has(element.verb.lemma) || parse.elements[k - 1]?.kind === 'close-quote'
}

const SAYING = new Set(
  (
    'say add note write explain argue warn reply respond insist declare remark observe recall complain concede ' +
    'admit state comment joke claim predict conclude believe think ask report'
  ).split(' '),
)

/** `…, said Ana Ruiz`: the clause before is what he said. */
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
/** "said that it would announce a date *and suggested* …": the report before it in the same tense, else any. */
function reportOf(parse: Parse, element: VerbElement, finite: (draft: Draft) => boolean): Draft | null {
  const report = (draft: Draft) =>
    finite(draft) && draft.clause.verb !== null && isReporting(parse, draft.clause.verb)
  const { tense, modal } = element.verb
  return (
    nearest(parse, d => report(d) && d.clause.verb?.tense === tense && d.clause.verb.modal === modal) ??
    nearest(parse, report)
  )
}

export function coordinate(parse: Parse, element: VerbElement, k: number): void {
  const { before, at } = neighbours(parse, k)
  const comma = isWord(before) && before.kind === 'conjunction' && parse.elements[at - 1]?.kind === 'comma'
  const finite = (draft: Draft) =>
    hasFiniteVerb(draft) &&
    draft.clause.verb?.tense !== 'none' &&
    !(comma && draft.clause.kind === 'relative')
  const speaks = isReporting(parse, element.verb)
  const base =
    (speaks ? reportOf(parse, element, finite) : null) ??
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
