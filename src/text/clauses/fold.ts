/**
 * Folds what belongs to a noun into it: prepositional phrases, coordination, apposition. What is left is what the
 * clause parser reads: noun groups, verbs, prepositional phrases, and the words between.
 */
import type { VerbClasses } from '../../knowledge/verb-classes.ts'
import type { NounGroup, Prepositional, Token } from '../types.ts'
import { apposition, bracket } from './apposition.ts'
import { coordinated, isName } from './coordination.ts'
import {
  type Element,
  isNoun,
  isVerb,
  isWord,
  mayOpenClause,
  type NounElement,
  type PhraseElement,
  type WordElement,
} from './elements.ts'
import { type Fold, isPronoun } from './fold-state.ts'
import { finiteVerbAfterNoun, readsAsFinite } from './lookahead.ts'

export function fold(tokens: readonly Token[], raw: readonly Element[], classes: VerbClasses): Element[] {
  const state: Fold = {
    tokens,
    raw,
    classes,
    out: [],
    verbSeen: false,
    finiteSeen: false,
    fronted: false,
    frontEnd: -1,
  }
  let i = 0
  while (i < raw.length) i = step(state, i)
  return state.out
}

function step(state: Fold, i: number): number {
  const { raw, out } = state
  const element = raw[i]
  if (element === undefined) return i + 1
  if (element.kind === 'open-bracket' && !holdsSentence(state, i)) return bracket(state, i)
  if (isWord(element) && element.kind === 'preposition') {
    const object = raw[i + 1]
    if (isNoun(object) && !opensClause(state, i)) return phrase(state, element, object, i)
  }
  if (isNoun(element)) {
    if (coordinated(state, element, i)) return i + 1
    const end = apposition(state, element, i)
    if (end !== null) return end
  }
  if (isVerb(element)) {
    state.verbSeen = true
    state.finiteSeen ||=
      element.form === 'finite' ||
      element.form === 'base' ||
      (element.form === 'ambiguous' &&
        (state.classes.has(element.verb.lemma, 'intransitive') || readsAsFinite(raw, i)))
  } else if (
    opensWithList(state, i) ||
    opensListed(state, i) ||
    element.kind === 'subordinator' ||
    element.kind === 'that' ||
    element.kind === 'relative' ||
    element.kind === 'stop' ||
    (element.kind === 'open-quote' && leads(out[out.length - 1])) ||
    endsFronted(state, element)
  ) {
    if (element.kind === 'subordinator' && leadsAll(out)) state.fronted = true
    if (element.kind === 'comma') {
      state.fronted = false
      state.frontEnd = out.length
    }
    state.verbSeen = false
    state.finiteSeen = false
  }
  // What stands here still, with its object behind it, opens a clause: "After they met, …".
  if (element.kind === 'preposition' && isNoun(raw[i + 1]) && leadsAll(out)) state.fronted = true
  out.push(element)
  return i + 1
}

/** Whether nothing has been said yet: in "Seven years after they broke, …" the measure of time is no subject. */
function leadsAll(out: readonly Element[]): boolean {
  return !out.some(it => isVerb(it) || (isNoun(it) && !it.group.temporal))
}

/** "came after *negotiators from Peru, Chile and Bolivia met*": the list is the subject's, and of no clause before. */
function opensListed(state: Fold, i: number): boolean {
  const { raw } = state
  return (
    raw[i]?.kind === 'preposition' &&
    isNoun(raw[i + 1]) &&
    opensClause(state, i) &&
    !finiteVerbAfterNoun(raw, i + 1)
  )
}

/** "came after *Peru and Chile met*": both are the subject of what it opens. */
function opensWithList(state: Fold, i: number): boolean {
  const { raw } = state
  const [opener, first, link, second, verb] = raw.slice(i, i + 5)
  return (
    !isRole(state, i) &&
    isWord(opener) &&
    opener.kind === 'preposition' &&
    isNoun(first) &&
    link?.kind === 'conjunction' &&
    isNoun(second) &&
    isVerb(verb)
  )
}

/** "(The mayor has also called for a vote.)": the bracket is all of the sentence, and no "(CNN)" before it. */
function holdsSentence({ raw, out }: Fold, i: number): boolean {
  if (out.length > 0) return false
  const close = raw.findIndex((element, k) => k > i && element.kind === 'close-bracket')
  return close < 0 || close >= raw.length - 2
}

/** What quoted words that are a clause of their own stand behind. */
function leads(before: Element | undefined): boolean {
  return before === undefined || isVerb(before) || before.kind === 'comma' || before.kind === 'stop'
}

function endsFronted(state: Fold, element: Element): boolean {
  return element.kind === 'comma' && state.fronted && state.finiteSeen
}

/** "after the court ruled that …": the preposition opens a clause. */
function opensClause(state: Fold, i: number): boolean {
  const element = state.raw[i]
  if (
    !isWord(element) ||
    !mayOpenClause(element.word) ||
    !finiteVerbAfterNoun(state.raw, i + 1, state.finiteSeen)
  )
    return false
  if (isRole(state, i)) return false
  // "A statement issued after the meeting said …": the one finite verb ahead is that of the noun still waiting.
  const waiting = !state.finiteSeen && state.out.some(isNoun)
  if (!waiting) return true
  const ahead = state.raw
    .slice(i + 1)
    .filter((e, n, rest) => isVerb(e) && !(e.form === 'ambiguous' && rest[n - 1]?.kind === 'comma'))
    .filter(isVerb)
    .filter(e => e.form !== 'infinitive' && e.form !== 'gerund')
  const first = ahead[0]
  return ahead.length > (first !== undefined && state.classes.has(first.verb.lemma, 'reporting') ? 2 : 1)
}

/** "hailed him *as interim president* and Ana Ruiz ordered …": a single thing without an article is what he is hailed as. */
function isRole({ raw, tokens, finiteSeen }: Fold, i: number): boolean {
  const [opener, role, link, second] = raw.slice(i, i + 4)
  if (!isWord(opener) || opener.word !== 'as' || !isNoun(role) || !finiteSeen) return false
  const head = tokens[role.group.head]
  return (
    head?.pos === 'NOUN' &&
    role.group.determiner === null &&
    role.group.possessor === null &&
    !/[^su]s$/.test(head.lower) &&
    link?.kind === 'conjunction' &&
    isNoun(second)
  )
}

export function phrase(state: Fold, preposition: WordElement, object: NounElement, i: number): number {
  const made: Prepositional = {
    preposition: preposition.word,
    first: preposition.first,
    last: object.last,
    object: object.group,
    clause: null,
    span: [state.tokens[preposition.first]?.start ?? 0, object.group.span[1]],
    attachedTo: 'verb',
  }
  const before = state.out[state.out.length - 1]
  if (before?.kind === 'noun' && attachToNoun(state, before.group, made)) {
    before.last = made.last
  } else if (before?.kind === 'phrase' && chains(state, before, made)) {
    before.last = made.last
    before.phrase.last = made.last
    before.phrase.span = [before.phrase.span[0], made.span[1]]
  } else {
    if (before?.kind === 'phrase') offerToChain(state, made)
    state.out.push({ kind: 'phrase', first: made.first, last: made.last, phrase: made })
  }
  return i + 2
}

const OF_NOUN = new Set(['of', 'between', 'among', 'amongst', 'such as'])

const OFTEN_OF_NOUN = new Set([
  'against',
  'over',
  'toward',
  'towards',
  'about',
  'on',
  'for',
  'with',
  'to',
  'regarding',
  'concerning',
  'like',
  'including',
  'from',
  'by',
  'in',
  'at',
  'under',
  'during',
  'after',
  'since',
  'within',
  'across',
])

/** Attaches to the noun before it. In front of the verb all phrases do; behind it "of" and its like, the rest is offered. */
function attachToNoun(state: Fold, noun: NounGroup, made: Prepositional): boolean {
  if (noun.temporal && made.preposition !== 'of') return false
  const firm =
    OF_NOUN.has(made.preposition) ||
    (!state.verbSeen && OFTEN_OF_NOUN.has(made.preposition) && !isPronoun(state, noun))
  noun.phrases.push(made)
  if (!firm) return false
  made.attachedTo = 'noun'
  noun.whole = [noun.whole[0], Math.max(noun.whole[1], made.span[1])]
  lendToInner(state, noun, made)
  return true
}

/** "the host of the talks *between Chad and Niger*", "a round of talks *between* …": said of the talks too. */
function lendToInner(state: Fold, noun: NounGroup, made: Prepositional): void {
  const of = noun.phrases.at(-2)
  const inner = of?.attachedTo === 'noun' && of.preposition === 'of' ? of.object : null
  if (inner === null || inner.temporal || isName(state, inner)) return
  if (made.preposition === 'between') inner.phrases.push(made)
}

/** "in front of the building of the ministry": an "of" belongs to the phrase's own object. */
function chains(state: Fold, before: PhraseElement, made: Prepositional): boolean {
  const object = before.phrase.object
  if (object === null) return false
  const circumstance = CIRCUMSTANCE.has(before.phrase.preposition) && made.object?.temporal === false
  if (OF_NOUN.has(made.preposition) || circumstance) {
    made.attachedTo = 'noun'
    object.phrases.push(made)
    object.whole = [object.whole[0], made.span[1]]
    lendToInner(state, object, made)
    return true
  }
  if (!object.temporal) object.phrases.push(made)
  return false
}

/** "signed a pact *despite* objections from Oslo": what follows says nothing of the pact. */
const CIRCUMSTANCE = new Set([
  'despite',
  'in spite of',
  'amid',
  'because of',
  'due to',
  'owing to',
  'without',
])

/** "held talks with Tokyo in June": the second phrase may say something of "talks" as well. */
function offerToChain(state: Fold, made: Prepositional): void {
  for (let k = state.out.length - 1; k >= 0; k--) {
    const element = state.out[k]
    if (element?.kind === 'phrase') continue
    if (element?.kind === 'noun' && !element.group.temporal) element.group.phrases.push(made)
    return
  }
}
