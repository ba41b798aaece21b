/** Infinitives, gerunds and participles: what governs them, and whose they are. */
import type { NounGroup } from '../types.ts'
import { beside, neighbours } from './around-verb.ts'
import {
  CONTENT_NOUNS,
  complete,
  type Draft,
  inherit,
  isCopula,
  nearest,
  open,
  type Parse,
  setSubject,
  top,
} from './draft.ts'
import { isNoun, isVerb, isWord, type VerbElement } from './elements.ts'

export function placeInfinitive(parse: Parse, element: VerbElement, k: number): void {
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
  if (verb === null && announces(parse, draft, k)) {
    element.verb.finite = true
    element.verb.modal = 'be-to'
    element.verb.tense = 'future'
    draft.clause.verb = element.verb
    setSubject(draft, draft.nouns[0] ?? null)
    return
  }
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
  // "ordered the ship's release despite a *bid to keep it*": what a noun in a phrase takes is not the verb's.
  const phrased = before?.kind === 'phrase' ? before.phrase.object : null
  const ofPhrase = phrased !== null && CONTENT_NOUNS.test(phrased.lemma)
  const governed =
    !ofPhrase &&
    (objectControls || verb.voice === 'passive' || isCopula(parse, verb) || governs(parse, verb.lemma))
  const inner = open(parse, governed ? 'complement' : 'adverbial', draft, element.first, 'to')
  inner.clause.verb = element.verb
  if (bare) {
    element.verb.tense = 'none'
    element.verb.finite = false
  }
  if (isNoun(before) && CONTENT_NOUNS.test(before.group.lemma)) inner.clause.kind = 'complement'
  if (governed) complete(draft, inner)
  if (isNoun(before) && !objectControls) inner.clause.modifies = before.group
  if (ofPhrase) {
    inner.clause.kind = 'complement'
    inner.clause.modifies = phrased
  }
  const ranked = draft.clause.predicate?.group ?? null
  if (objectControls && !ofPhrase) setSubject(inner, object, true)
  else if (ranked !== null && isNoun(before) && before.group === ranked && isRanked(parse, ranked)) {
    inner.clause.kind = 'relative'
    setSubject(inner, ranked, true)
  } else inherit(inner, draft)
}

/** "Zambia, Malawi to share river data": a headline's infinitive is its verb. */
function announces(parse: Parse, draft: Draft, k: number): boolean {
  const noun = draft.nouns[draft.nouns.length - 1]
  if (noun === undefined || draft.clause.kind !== 'main' || !isNoun(parse.elements[k - 1])) return false
  if (CONTENT_NOUNS.test(noun.lemma) || parse.tokens[parse.tokens.length - 1]?.pos === 'PUNCT') return false
  return !parse.elements.some(
    element => isVerb(element) && (element.form === 'finite' || element.form === 'ambiguous'),
  )
}

/** "is the third envoy to resign", "the only state to object": who does it is the noun itself. */
function isRanked(parse: Parse, group: NounGroup): boolean {
  for (let i = group.first; i < group.head; i++)
    if (/^(first|second|third|fourth|fifth|last|only|latest|next|\w+est)$/.test(parse.tokens[i]?.lower ?? ''))
      return true
  return false
}

function governs(parse: Parse, lemma: string): boolean {
  return (['subject-control', 'raising', 'aspectual', 'reporting', 'cognition'] as const).some(name =>
    parse.classes.has(lemma, name),
  )
}

export function placeGerund(parse: Parse, element: VerbElement, k: number): void {
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
      /^(of|from|against|into|for)$/.test(before.word) &&
      (before.word !== 'of' || isNoun(parse.elements[at - 1]))
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

export function placeParticiple(parse: Parse, element: VerbElement, k: number): void {
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
  const comma = isWord(before) && (before.kind === 'comma' || before.kind === 'stop')
  inner.openedByComma = comma || at < 0
  const holder = comma ? parse.elements[at - 1] : before
  const noun = isNoun(holder) ? holder.group : holder?.kind === 'phrase' ? holder.phrase.object : null
  if (noun === null || noun.temporal) inherit(inner, draft)
  else {
    inner.clause.modifies = noun
    setSubject(inner, noun, true)
  }
}
