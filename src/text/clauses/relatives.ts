/** That-clauses and relative clauses: what they complete, and of which noun they say something. */
import type { NounGroup } from '../types.ts'
import {
  CONTENT_NOUNS,
  complete,
  type Draft,
  hasFiniteVerb,
  nearest,
  open,
  type Parse,
  popTo,
  setSubject,
  takesClause,
  top,
} from './draft.ts'
import { type Element, isNoun, isVerb, isWord, type WordElement } from './elements.ts'

/** "said that …", "the plan that failed", "the fact that …", "… and that …". */
export function takeThat(parse: Parse, element: WordElement, k: number): void {
  const before = parse.elements[k - 1]
  const following = parse.elements[k + 1]
  const next = isWord(following) && following.kind === 'adverb' ? parse.elements[k + 2] : following
  const draft = top(parse, element.first)
  if (isWord(before) && before.kind === 'conjunction') {
    const earlier = nearest(parse, d => d.clause.kind === 'complement' && hasFiniteVerb(d))
    if (earlier !== null) {
      popTo(parse, earlier)
      parse.stack.pop()
      open(parse, 'complement', earlier.parent, element.first, 'that')
      return
    }
    const shared = sharedNoun(parse, before)
    if (shared !== null) {
      closeRelative(parse)
      openRelative(parse, shared, element, false, isVerb(next))
      return
    }
  }
  const noun = nounBefore(parse, k)
  const verbNext = isVerb(next) && next.form !== 'infinitive'
  if (noun !== null && verbNext) openRelative(parse, noun, element, false, true)
  else if (completes(parse, draft, before, noun)) {
    complete(draft, open(parse, 'complement', draft, element.first, 'that'))
  } else if (noun !== null && !CONTENT_NOUNS.test(noun.lemma))
    openRelative(parse, noun, element, false, false)
  else open(parse, 'complement', draft, element.first, 'that').clause.modifies = noun
}

/** Verbs that name whom they tell: "told reporters that". */
const ADDRESSING =
  /^(tell|inform|warn|assure|remind|convince|persuade|notify|advise|brief|promise|show|teach|alert|caution)$/

/** Is the that-clause what the verb of `draft` says, and not about the noun before it? */
function completes(parse: Parse, draft: Draft, before: Element | undefined, noun: NounGroup | null): boolean {
  const { verb, objects, predicate } = draft.clause
  if (verb === null) return false
  if (noun === null || predicate?.adjective != null) return true
  if (!takesClause(parse, verb)) return false
  return objects.length === 0 || ADDRESSING.test(verb.lemma) || (isNoun(before) && before.group.temporal)
}

function openRelative(
  parse: Parse,
  noun: NounGroup | null,
  element: WordElement,
  byComma: boolean,
  isSubject: boolean,
): Draft {
  const relative = open(
    parse,
    'relative',
    parse.stack[parse.stack.length - 1] ?? null,
    element.first,
    element.word,
  )
  relative.clause.modifies = noun
  relative.openedByComma = byComma
  if (isSubject) setSubject(relative, noun, true)
  return relative
}

/** The noun right before element `k`, itself or as the object of a phrase, also past a comma. */
function nounBefore(parse: Parse, k: number): NounGroup | null {
  let at = k - 1
  let before = parse.elements[at]
  // "“the pact,” which", "in which", "the tower – which"
  while (isWord(before) && /^(comma|preposition|close-quote|stop)$/.test(before.kind) && at > k - 4)
    before = parse.elements[--at]
  const current = parse.elements[k]
  if (isNoun(before) && isWord(current) && current.word === 'who') {
    // "the policy of his predecessor, *Ana Ruiz*, who …": she who is named.
    const last = before.group.phrases.at(-1)
    const inner = last?.attachedTo === 'noun' ? last.object : null
    const named = parse.tokens[inner?.apposition?.head ?? -1]?.pos === 'PROPN'
    return named ? inner : before.group
  }
  if (isNoun(before))
    return isWord(current) && /^(that|which|where)$/.test(current.word)
      ? innermost(parse, before.group, isComma(parse.elements[k - 1]))
      : before.group
  if (before?.kind !== 'phrase') return null
  // "said Ana Ruiz of the Oslo Centre, *who*": she, and not the centre.
  const named = parse.elements[at - 1]
  const { object, preposition } = before.phrase
  const who = isWord(current) && current.word === 'who' && /^(?:of|from|at|with)$/.test(preposition)
  if (who && isNoun(named) && isPerson(parse, named.group) && !isPerson(parse, object)) return named.group
  return object
}

/** Two words or more in capitals at least, none of them a body's: "Ana Ruiz"; "the Oslo Centre" has an article. */
function isPerson({ tokens }: Parse, group: NounGroup | null): boolean {
  if (group === null || group.determiner !== null || group.last === group.first) return false
  return tokens.slice(group.first, group.last + 1).every(({ pos }) => pos === 'PROPN')
}

/** "an issue of lawsuits that …": the clause says something of the noun next to it. */
function innermost(parse: Parse, group: NounGroup, aside: boolean): NounGroup {
  const last = group.phrases[group.phrases.length - 1]
  if (last?.attachedTo !== 'noun' || last.object === null || last.object.temporal) return group
  // "issues between Korea and Japan, which …": the issues; "a visit to Japan, which …": Japan.
  const isName = /^\p{Lu}/u.test(parse.tokens[last.object.head]?.text ?? '')
  if (isName && /^(of|between|among)$/.test(last.preposition)) return group
  // "a declaration of principles, which …": what a bare plural only describes is not what is told more of.
  const bare =
    last.object.first === last.object.head && /[^su]s$/.test(parse.tokens[last.object.head]?.lower ?? '')
  if (aside && last.preposition === 'of' && bare && group.determiner !== null) return group
  return innermost(parse, last.object, aside)
}

/** "who led", "in which", ", some of whom …": the clause says something of the noun before it. */
export function relate(parse: Parse, element: WordElement, k: number): void {
  const next = parse.elements[k + 1]
  const after = isWord(next) && next.kind === 'adverb' ? parse.elements[k + 2] : next
  const before = parse.elements[k - 1]
  const part = partitive(parse, k)
  const noun = part === null ? (nounBefore(parse, k) ?? sharedNoun(parse, before)) : nounBefore(parse, k - 2)
  top(parse, element.first)
  const preposition = isWord(before) && before.kind === 'preposition'
  const isSubject = isVerb(after) && after.form !== 'infinitive' && element.word !== 'where' && !preposition
  if (noun !== null && isWord(before) && before.kind === 'conjunction') closeRelative(parse)
  const relative = openRelative(parse, noun, element, isComma(before), isSubject)
  if (element.word === 'whose' && isNoun(next) && noun !== null) next.group.possessor ??= noun
  if (preposition) relative.clause.marker = `${before.word} ${element.word}`
  if (part !== null) {
    dropNoun(parse, part)
    setSubject(relative, part)
    relative.openedByComma = true
  }
}

function isComma(element: Element | undefined): boolean {
  return element?.kind === 'comma'
}

/** ", some of whom", ", none of which": the group of "some". */
function partitive(parse: Parse, k: number): NounGroup | null {
  const of = parse.elements[k - 1]
  const part = parse.elements[k - 2]
  if (!isWord(of) || of.word !== 'of' || !isNoun(part) || !isComma(parse.elements[k - 3])) return null
  return part.group
}

/** The noun was taken for one of the clause around; it belongs to the one that opens. */
function dropNoun(parse: Parse, group: NounGroup): void {
  for (const { clause, nouns } of parse.stack) {
    clause.objects = clause.objects.filter(object => object !== group)
    if (clause.predicate?.group === group) clause.predicate = null
    const at = nouns.indexOf(group)
    if (at >= 0) nouns.splice(at, 1)
  }
}

/** "that they built and that the war destroyed": the second clause is of the same noun. */
function sharedNoun(parse: Parse, before: Element | undefined): NounGroup | null {
  if (!isWord(before) || before.kind !== 'conjunction') return null
  return openedRelative(parse)?.clause.modifies ?? null
}

function openedRelative(parse: Parse): Draft | null {
  return nearest(
    parse,
    d => d.clause.kind === 'relative' && d.clause.marker !== null && d.clause.verb !== null,
  )
}

function closeRelative(parse: Parse): void {
  const earlier = openedRelative(parse)
  if (earlier === null) return
  popTo(parse, earlier)
  parse.stack.pop()
}
