/** "Ana Ruiz, a professor at X," and "(RNZN)": one noun says who or what the other is. */
import type { NounGroup, Prepositional } from '../types.ts'
import { isName } from './coordination.ts'
import { type Element, isNoun, isVerb, isWord, type NounElement } from './elements.ts'
import { type Fold, isPronoun } from './fold-state.ts'

/** "N1, N2," where one is a name and the other says who that is. Gives the raw index to go on at. */
export function apposition(state: Fold, noun: NounElement, i: number): number | null {
  const { raw, out } = state
  const comma = out[out.length - 1]
  const before = out[out.length - 2]
  if (comma?.kind !== 'comma' || before === undefined || (before.kind !== 'noun' && before.kind !== 'phrase'))
    return null
  const outer = before.kind === 'noun' ? before.group : before.phrase.object
  const target = outer === null ? null : nextTo(state, outer, before.last, noun.group)
  if (outer !== null && isTag(state, noun.group)) return tag(state, outer, before, noun, i)
  if (target === null || target.temporal || noun.group.temporal || target.apposition !== null) return null
  if (
    isName(state, target) === isName(state, noun.group) ||
    isPronoun(state, target) ||
    isPronoun(state, noun.group)
  )
    return null
  if (!describes(state, isName(state, target) ? noun.group : target)) return null
  const end = behindNames(state, target, noun, i) ?? afterPhrases(state, noun, i)
  const next = raw[end]
  const closed =
    next === undefined ||
    next.kind === 'comma' ||
    next.kind === 'stop' ||
    next.kind === 'close-quote' ||
    next.kind === 'relative' ||
    next.kind === 'other' ||
    describedFurther(state, end)
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

/** "the ministers, *Ana Ruiz and Ivo Berg*,": of a plural all names are told; gives the raw index behind the last. */
function behindNames(state: Fold, target: NounGroup, noun: NounElement, i: number): number | null {
  const { raw, tokens } = state
  if (isName(state, target) || !/[^su]s$/.test(tokens[target.head]?.lower ?? '')) return null
  const others: NounGroup[] = []
  let joined = false
  let at = i + 1
  for (; !joined; at += 2) {
    const [link, next] = [raw[at], raw[at + 1]]
    joined = link?.kind === 'conjunction'
    if ((!joined && link?.kind !== 'comma') || !isNoun(next) || !isName(state, next.group)) return null
    others.push(next.group)
  }
  const end = raw[at]
  if (end !== undefined && end.kind !== 'comma' && end.kind !== 'stop') return null
  for (const other of others) {
    noun.group.conjuncts.push(other)
    other.coordinatedWith = noun.group
  }
  return at
}

/** "the leader of the government in the capital, Tripoli": of nested nouns the last one, where it is of the other kind. */
function nextTo(state: Fold, outer: NounGroup, last: number, noun: NounGroup): NounGroup {
  // "the premier and the minister of Chad, *Ana Ruiz*,": of a list it says who the last one is.
  const member = outer.conjuncts.at(-1)
  if (member !== undefined && !isName(state, member) && isName(state, noun) && member.apposition === null)
    return member
  // "He and Ana Ruiz, *the premier of Chad*,"
  const one = !isName(state, noun) && !/[^su]s$/.test(state.tokens[noun.head]?.lower ?? '')
  if (member !== undefined && isName(state, member) && one && member.apposition === null) return member
  let inner = outer
  for (;;) {
    const phrase = inner.phrases[inner.phrases.length - 1]
    if (phrase?.attachedTo !== 'noun' || phrase.object === null) break
    inner = phrase.object
  }
  const fits =
    inner.last === last && inner.determiner !== null && !isName(state, inner) && isName(state, noun)
  return fits ? inner : outer
}

/** "Forward, a group aligned with Oslo,", "Ruiz, a judge to be tried": more of the noun, up to a comma or the end. */
function describedFurther(state: Fold, end: number): boolean {
  const next = state.raw[end]
  if (!isVerb(next) || state.classes.has(next.verb.lemma, 'reporting')) return false
  if (next.form !== 'gerund' && next.form !== 'participle' && next.form !== 'ambiguous') return false
  if (next.form !== 'ambiguous') return true
  const after = state.raw[end + 1]
  if (isNoun(after)) return false
  return state.classes.has(next.verb.lemma, 'transitive') || (isWord(after) && after.word === 'by')
}

/** "Bob Cork, R-Tenn.,", "of Ashton, Md.,", "Ana Ruiz, 59,", "Acme, Inc.,": what is set behind a name between commas. */
function isTag(state: Fold, { first, last }: NounElement['group']): boolean {
  const token = state.tokens[first]
  if (first !== last || token === undefined) return false
  const next = state.tokens[first + 1]
  if (next !== undefined && next.pos !== 'PUNCT') return false
  if (token.pos === 'NUM') return /^[1-9]\d$/.test(token.text) && state.tokens[first - 2]?.pos === 'PROPN'
  return /^(?:[RDI]-\p{Lu}[\p{L}.-]*|\p{Lu}[\p{L}.]{0,5}\.)$/u.test(token.text)
}

function tag(
  state: Fold,
  target: NounElement['group'],
  before: Element,
  noun: NounElement,
  i: number,
): number {
  const { raw, out } = state
  target.whole = [target.whole[0], Math.max(target.whole[1], noun.group.span[1])]
  out.pop()
  before.last = noun.last
  const next = raw[i + 1]
  const goesOn = raw[i + 2]
  const closes =
    next?.kind === 'comma' && (isVerb(goesOn) || (isWord(goesOn) && goesOn.kind === 'preposition'))
  return closes ? i + 2 : i + 1
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

/** "(RNZN)" names the noun before it; any other bracket is left out of the clause. */
export function bracket(state: Fold, i: number): number {
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
