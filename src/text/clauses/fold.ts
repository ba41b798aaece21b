/**
 * Folds what belongs to a noun into it: prepositional phrases, coordination ("A, B and C"), apposition
 * ("Dan Pinkston, a professor at X,"). What is left is what the clause parser reads: noun groups, verbs,
 * prepositional phrases, and the words between.
 */
import type { VerbClasses } from '../../knowledge/verb-classes.ts'
import type { NounGroup, Prepositional, Token } from '../types.ts'
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
import { finiteVerbAfterNoun, readsAsFinite } from './lookahead.ts'

interface Fold {
  tokens: readonly Token[]
  raw: readonly Element[]
  classes: VerbClasses
  out: Element[]
  /** A verb has been met since the clause began: a prepositional phrase may belong to it. */
  verbSeen: boolean
  /** A finite verb has been met: the noun before it has its verb, a noun behind "and" may want its own. */
  finiteSeen: boolean
  /** A clause before the main one ("While …,") is open; the comma behind it ends it. */
  fronted: boolean
}

export function fold(tokens: readonly Token[], raw: readonly Element[], classes: VerbClasses): Element[] {
  const state: Fold = { tokens, raw, classes, out: [], verbSeen: false, finiteSeen: false, fronted: false }
  let i = 0
  while (i < raw.length) i = step(state, i)
  return state.out
}

function step(state: Fold, i: number): number {
  const { raw, out } = state
  const element = raw[i]
  if (element === undefined) return i + 1
  if (element.kind === 'open-bracket') return bracket(state, i)
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
    element.kind === 'subordinator' ||
    element.kind === 'that' ||
    element.kind === 'relative' ||
    element.kind === 'stop' ||
    (element.kind === 'open-quote' && leads(out[out.length - 1])) ||
    endsFronted(state, element)
  ) {
    if (element.kind === 'subordinator' && !out.some(isVerb) && !out.some(isNoun)) state.fronted = true
    if (element.kind === 'comma') state.fronted = false
    state.verbSeen = false
    state.finiteSeen = false
  }
  out.push(element)
  return i + 1
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
  if (!isWord(element) || !mayOpenClause(element.word) || !finiteVerbAfterNoun(state.raw, i + 1)) return false
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

function phrase(state: Fold, preposition: WordElement, object: NounElement, i: number): number {
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
  } else if (before?.kind === 'phrase' && chains(before, made)) {
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
  return true
}

function isPronoun(state: Fold, noun: NounGroup): boolean {
  return state.tokens[noun.head]?.pos === 'PRON'
}

/** "in front of the building of the ministry": an "of" belongs to the phrase's own object. */
function chains(before: PhraseElement, made: Prepositional): boolean {
  const object = before.phrase.object
  if (object === null) return false
  if (OF_NOUN.has(made.preposition)) {
    made.attachedTo = 'noun'
    object.phrases.push(made)
    object.whole = [object.whole[0], made.span[1]]
    return true
  }
  if (!object.temporal) object.phrases.push(made)
  return false
}

/** "held talks with Tokyo in June": the second phrase may say something of "talks" as well. */
function offerToChain(state: Fold, made: Prepositional): void {
  for (let k = state.out.length - 1; k >= 0; k--) {
    const element = state.out[k]
    if (element?.kind === 'phrase') continue
    if (element?.kind === 'noun' && !element.group.temporal) element.group.phrases.push(made)
    return
  }
}

/** Joins `noun` to the noun before "and" or "or", and to those before it in a list. */
function coordinated(state: Fold, noun: NounElement, i: number): boolean {
  const { raw, out } = state
  const conjunction = out[out.length - 1]
  if (conjunction?.kind !== 'conjunction' || conjunction.word === 'but') return false
  let at = out.length - 2
  if (out[at]?.kind === 'comma') at--
  const before = out[at]
  if (before === undefined || (before.kind !== 'noun' && before.kind !== 'phrase')) return false
  if (state.finiteSeen && !wantsMember(state, at) && finiteVerbAfterNoun(raw, i)) return false
  const chosen = sibling(state, at, noun.group)
  // "March 16 and 17"
  if (chosen?.group.temporal && state.tokens[noun.group.head]?.pos === 'NUM') noun.group.temporal = true
  if (chosen === null || chosen.group.temporal !== noun.group.temporal) return false
  const members = [...listBefore(state, chosen.at), noun.group]
  joinAll(state, chosen, members, noun)
  return true
}

/** "between Japan, the United States and Korea", "A, B and C": a list is open, whatever verb comes behind it. */
function wantsMember(state: Fold, at: number): boolean {
  const before = state.out[at]
  if (before?.kind === 'phrase' && /^(between|among)$/.test(before.phrase.preposition)) return true
  if (
    before?.kind === 'noun' &&
    /^(between|among)$/.test(before.group.phrases[before.group.phrases.length - 1]?.preposition ?? '')
  )
    return true
  const list = state.out[at - 2]
  if (before?.kind !== 'noun' || state.out[at - 1]?.kind !== 'comma' || list === undefined) return false
  if (list.kind === 'noun') return isName(state, list.group) && isName(state, before.group)
  return list.kind === 'phrase' && /^(between|among)$/.test(list.phrase.preposition)
}

interface Sibling {
  at: number
  group: NounGroup
  element: NounElement | PhraseElement
}

/** The noun that `group` is coordinated with: the nearest, unless that is a name and `group` is not, and one before fits. */
function sibling(state: Fold, at: number, group: NounGroup): Sibling | null {
  const found: Sibling[] = []
  for (let k = at; k >= 0 && found.length < 4; k--) {
    const element = state.out[k]
    if (element?.kind === 'phrase' && element.phrase.object !== null)
      found.push({ at: k, group: lastOf(element.phrase.object), element })
    else if (element?.kind === 'noun') {
      for (const inner of innerOf(element.group)) found.push({ at: k, group: inner, element })
      break
    } else break
  }
  const nearest = found[0]
  if (nearest === undefined) return null
  const alike = found.find(
    s =>
      isName(state, s.group) === isName(state, group) &&
      (s.group.determiner !== null) === (group.determiner !== null),
  )
  const sameKind = found.find(s => isName(state, s.group) === isName(state, group))
  return alike ?? sameKind ?? nearest
}

/** The group and the objects of its own phrases, innermost first. */
function innerOf(group: NounGroup): NounGroup[] {
  const last = group.phrases[group.phrases.length - 1]
  const inner = last?.attachedTo === 'noun' && last.object !== null ? innerOf(last.object) : []
  return [...inner, group]
}

function lastOf(group: NounGroup): NounGroup {
  const last = group.phrases[group.phrases.length - 1]
  return last?.attachedTo === 'noun' && last.object !== null ? lastOf(last.object) : group
}

function isName(state: Fold, group: NounGroup): boolean {
  return state.tokens[group.head]?.pos === 'PROPN'
}

/** "A, B" before the conjunction: the nouns of the list after the chosen first one. */
function listBefore(state: Fold, chosenAt: number): NounGroup[] {
  const members: NounGroup[] = []
  for (let k = chosenAt + 1; k < state.out.length - 1; k++) {
    const element = state.out[k]
    if (element?.kind === 'noun') members.push(element.group)
  }
  return members
}

function joinAll(state: Fold, chosen: Sibling, members: NounGroup[], last: NounElement): void {
  let first = chosen
  // Walk back over "X, " before the chosen one: the list begins further left.
  // An inner noun ("relations between Korea *and Japan*") begins no list of the clause.
  const outer = chosen.element.kind === 'phrase' ? chosen.element.phrase.object : chosen.element.group
  while (outer === chosen.group && state.out[first.at - 1]?.kind === 'comma') {
    const left = state.out[first.at - 2]
    if (left === undefined || (left.kind !== 'noun' && left.kind !== 'phrase')) break
    const group = left.kind === 'noun' ? left.group : left.phrase.object
    if (
      group === null ||
      group.temporal ||
      group.apposition !== null ||
      isName(state, group) !== isName(state, first.group)
    )
      break
    members.unshift(first.group)
    first = { at: first.at - 2, group, element: left }
  }
  const head = first.group.coordinatedWith ?? first.group
  for (const member of members) {
    if (member === head) continue
    member.coordinatedWith = head
    head.conjuncts.push(member)
  }
  const end = last.group.span[1]
  head.whole = [head.whole[0], Math.max(head.whole[1], end)]
  state.out.length = first.at + 1
  first.element.last = last.last
  if (first.element.kind === 'phrase') {
    first.element.phrase.last = last.last
    first.element.phrase.span = [first.element.phrase.span[0], end]
  } else
    first.element.group.whole = [first.element.group.whole[0], Math.max(first.element.group.whole[1], end)]
}

/** "N1, N2," where one is a name and the other says who that is. Gives the raw index to go on at. */
function apposition(state: Fold, noun: NounElement, i: number): number | null {
  const { raw, out } = state
  const comma = out[out.length - 1]
  const before = out[out.length - 2]
  if (comma?.kind !== 'comma' || before === undefined || (before.kind !== 'noun' && before.kind !== 'phrase'))
    return null
  const target = before.kind === 'noun' ? before.group : before.phrase.object
  if (target === null || target.temporal || noun.group.temporal || target.apposition !== null) return null
  if (
    isName(state, target) === isName(state, noun.group) ||
    isPronoun(state, target) ||
    isPronoun(state, noun.group)
  )
    return null
  if (!describes(state, isName(state, target) ? noun.group : target)) return null
  const end = afterPhrases(state, noun, i)
  const next = raw[end]
  const closed =
    next === undefined ||
    next.kind === 'comma' ||
    next.kind === 'stop' ||
    next.kind === 'close-quote' ||
    next.kind === 'relative' ||
    next.kind === 'other'
  if (!closed || (raw[end + 1]?.kind === 'conjunction' && next?.kind === 'comma')) return null
  if (next?.kind === 'comma' && isNoun(raw[end + 1]) && inList(raw, end + 1)) return null
  target.apposition = noun.group
  noun.group.apposition = target
  const stop = raw[end - 1]?.last ?? noun.last
  target.whole = [target.whole[0], Math.max(target.whole[1], state.tokens[stop]?.end ?? 0)]
  noun.group.whole = [noun.group.whole[0], Math.max(noun.group.whole[1], state.tokens[stop]?.end ?? 0)]
  out.pop()
  before.last = stop
  return next?.kind === 'comma' && !(raw[end + 1]?.kind === 'relative') && !isClauseEnd(raw, end)
    ? end + 1
    : end
}

/** In "X, the minister, said" the second comma only closes the apposition; in "met X, the minister, and left" it stays. */
function isClauseEnd(raw: readonly Element[], comma: number): boolean {
  const next = raw[comma + 1]
  return (
    next === undefined ||
    next.kind === 'conjunction' ||
    next.kind === 'subordinator' ||
    (isVerb(next) && next.form === 'gerund')
  )
}

function inList(raw: readonly Element[], i: number): boolean {
  for (let k = i; k < Math.min(raw.length, i + 6); k++) {
    const kind = raw[k]?.kind
    if (kind === 'conjunction') return true
    if (kind !== 'noun' && kind !== 'comma') return false
  }
  return false
}

/** Can the common noun stand for a name? "a professor", "the court's head", "spokesman for …"; not "trade", "talks". */
function describes(state: Fold, group: NounGroup): boolean {
  return (
    group.determiner !== null ||
    group.possessor !== null ||
    group.first < group.head ||
    state.tokens[group.head]?.pos === 'NOUN'
  )
}

/** Folds "of international relations at Fukui University" into the appositive; gives the raw index behind it. */
function afterPhrases(state: Fold, noun: NounElement, i: number): number {
  const { raw, tokens } = state
  let at = i + 1
  let holder = noun.group
  for (;;) {
    const preposition = raw[at]
    const object = raw[at + 1]
    if (isWord(preposition) && preposition.kind === 'preposition' && isNoun(object)) {
      const made: Prepositional = {
        preposition: preposition.word,
        first: preposition.first,
        last: object.last,
        object: object.group,
        clause: null,
        span: [tokens[preposition.first]?.start ?? 0, object.group.span[1]],
        attachedTo: 'noun',
      }
      if (!noun.group.phrases.includes(made))
        (preposition.word === 'of' ? holder : noun.group).phrases.push(made)
      holder = object.group
      at += 2
    } else if (preposition?.kind === 'conjunction' && isNoun(object) && at > i + 1) {
      holder.conjuncts.push(object.group)
      object.group.coordinatedWith = holder
      at += 2
    } else return at
  }
}

/** "(JMSDF)" names the noun before it; any other bracket is left out of the clause. */
function bracket(state: Fold, i: number): number {
  const { raw, out, tokens } = state
  let end = i + 1
  while (end < raw.length && raw[end]?.kind !== 'close-bracket') end++
  const inner = raw[i + 1]
  const before = out[out.length - 1]
  if (
    end === i + 2 &&
    isNoun(inner) &&
    before !== undefined &&
    (before.kind === 'noun' || before.kind === 'phrase')
  ) {
    const target = before.kind === 'noun' ? before.group : before.phrase.object
    if (target !== null && target.apposition === null) {
      target.apposition = inner.group
      inner.group.apposition = target
      target.whole = [target.whole[0], Math.max(target.whole[1], tokens[raw[end]?.last ?? 0]?.end ?? 0)]
    }
  }
  if (before !== undefined) before.last = raw[Math.min(end, raw.length - 1)]?.last ?? before.last
  return end + 1
}
