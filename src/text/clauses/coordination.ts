/** "A, B and C": which nouns stand beside each other, and which begin a clause of their own. */
import type { NounGroup, Prepositional } from '../types.ts'
import { isVerb, type NounElement, type PhraseElement } from './elements.ts'
import type { Fold } from './fold-state.ts'
import { finiteVerbAfterNoun } from './lookahead.ts'

/** Joins `noun` to the noun before "and" or "or", and to those before it in a list. */
export function coordinated(state: Fold, noun: NounElement, i: number): boolean {
  const { raw, out } = state
  const conjunction = out[out.length - 1]
  if (conjunction?.kind !== 'conjunction' || conjunction.word === 'but') return false
  let at = out.length - 2
  if (out[at]?.kind === 'comma') at--
  const before = out[at]
  if (before === undefined || (before.kind !== 'noun' && before.kind !== 'phrase')) return false
  if (state.finiteSeen && !wantsMember(state, at) && finiteVerbAfterNoun(raw, i) && !isTold(state, i))
    return false
  // "robust steps, and he urged": "he" with a verb is no member of a list of things.
  const subject = /^(he|she|they|we|i)$/.test(noun.group.lemma)
  if (subject && !(before.kind === 'noun' && isName(state, before.group)) && finiteVerbAfterNoun(raw, i))
    return false
  const chosen = sibling(state, at, noun.group)
  // "March 16 and 17"
  if (chosen?.group.temporal && state.tokens[noun.group.head]?.pos === 'NUM') noun.group.temporal = true
  if (chosen === null || chosen.group.temporal !== noun.group.temporal) return false
  const members = [...listBefore(state, chosen.at), noun.group]
  joinAll(state, chosen, members, noun)
  return true
}

/** "food and fuel to marines *stationed aboard a ship*": without an object the verb says something of the noun. */
function isTold({ raw, classes }: Fold, i: number): boolean {
  const at = raw.findIndex((element, k) => k > i && isVerb(element))
  const verb = raw[at]
  const next = raw[at + 1]
  if (!isVerb(verb) || verb.form !== 'ambiguous' || !classes.has(verb.verb.lemma, 'transitive')) return false
  return next?.kind === 'preposition' && next.word !== 'to'
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
  // "said *six ships and two boats* had blocked it": what is said is no thing, but what these did.
  const said = state.out[at - 1]
  if (before?.kind === 'noun' && isVerb(said) && SAYING.test(said.verb.lemma)) return true
  // "…, and Ruiz and Moreno left": behind an "and" that begins a clause the list is its subject.
  // "…, and he and Moreno left"
  const opens = before?.kind === 'noun' && state.out[at - 1]?.kind === 'conjunction'
  if (opens && (isName(state, before.group) || /^(?:he|she|they)$/.test(before.group.lemma))) return true
  if (before?.kind !== 'noun' || state.out[at - 1]?.kind !== 'comma' || list === undefined) return false
  if (list.kind === 'noun') {
    const between = /^(between|among)$/.test(
      list.group.phrases[list.group.phrases.length - 1]?.preposition ?? '',
    )
    return between || (isName(state, list.group) && isName(state, before.group))
  }
  return list.kind === 'phrase' && /^(between|among)$/.test(list.phrase.preposition)
}

const SAYING = /^(?:say|think|believe|insist|argue|hope)$/

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
    if (element?.kind !== 'noun' && element?.kind !== 'phrase') break
    const outer = element.kind === 'noun' ? element.group : element.phrase.object
    if (outer === null) break
    for (const inner of innerOf(outer)) found.push({ at: k, group: inner, element })
    if (element.kind === 'noun') break
  }
  const nearest = found[0]
  if (nearest === undefined) return null
  if (wantsSecond(state, nearest)) return nearest
  const alike = found.find(
    s =>
      isName(state, s.group) === isName(state, group) &&
      (s.group.determiner !== null) === (group.determiner !== null),
  )
  const sameKind = found.find(s => isName(state, s.group) === isName(state, group))
  return alike ?? sameKind ?? nearest
}

/** "talks between *Maduro* and the opposition": who is alone behind "between" waits for another. */
function wantsSecond(state: Fold, { group, element }: Sibling): boolean {
  const outer = element.kind === 'phrase' ? element.phrase : element.group.phrases.at(-1)
  const phrase = outer === undefined ? undefined : innermostOf(outer)
  if (phrase?.object !== group || !/^(between|among)$/.test(phrase.preposition)) return false
  const plural = /[^su]s$/.test(state.tokens[group.head]?.lower ?? '')
  return group.conjuncts.length === 0 && (isName(state, group) || !plural)
}

function innermostOf(phrase: Prepositional): Prepositional {
  const last = phrase.object?.phrases.at(-1)
  return last?.attachedTo === 'noun' && last.object !== null ? innermostOf(last) : phrase
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

export function isName(state: Fold, group: NounGroup): boolean {
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
  while (
    outer === chosen.group &&
    state.out[first.at - 1]?.kind === 'comma' &&
    first.at - 1 !== state.frontEnd
  ) {
    const left = state.out[first.at - 2]
    if (left === undefined || (left.kind !== 'noun' && left.kind !== 'phrase')) break
    const outermost = left.kind === 'noun' ? left.group : left.phrase.object
    // "the leaders of the United States, Japan and Korea": the list begins inside the phrase.
    const inner = outermost === null ? null : lastOf(outermost)
    const group = inner !== null && isName(state, inner) === isName(state, first.group) ? inner : outermost
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
