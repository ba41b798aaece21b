/** What lies ahead in a sentence: the questions whose answers decide where clauses begin. */
import { type Element, isNoun, isVerb } from './elements.ts'

/** Does the noun at `i` have a finite verb of its own behind it, past its phrases and appositions? */
/** `lists`: the noun may go on as a list, since the clause around it has its verb. */
export function finiteVerbAfterNoun(elements: readonly Element[], i: number, lists = false): boolean {
  let k = i + 1
  for (;;) {
    const element = elements[k]
    if (element === undefined) return false
    if (isNoun(element) && element.group.temporal) k++
    else if (element.kind === 'adverb' || element.kind === 'close-quote' || element.kind === 'phrase') k++
    else if (element.kind === 'preposition' && isNoun(elements[k + 1])) k += 2
    else if (element.kind === 'conjunction' && isNoun(elements[k + 1])) k += 2
    else if (element.kind === 'open-bracket') {
      while (k < elements.length && elements[k]?.kind !== 'close-bracket') k++
      k++
    } else if (element.kind === 'comma') {
      const behind = behindAside(elements, k) ?? (lists ? behindList(elements, k) : null)
      if (behind === null) return false
      k = behind
    } else if (isVerb(element)) {
      if (element.form === 'finite' || element.form === 'base') return true
      if (element.form === 'ambiguous' && readsAsFinite(elements, k)) return true
      // "spats deeply rooted in history are hard": the participle belongs to the noun.
      if (element.form !== 'ambiguous' && element.form !== 'participle') return false
      k++
    } else return false
  }
}

/** "negotiators from Chad*, Niger and Mali* met": where the list that goes on at a comma ends. */
function behindList(elements: readonly Element[], comma: number): number | null {
  let k = comma
  while (elements[k]?.kind === 'comma' && isNoun(elements[k + 1])) k += 2
  if (elements[k]?.kind !== 'conjunction' || !isNoun(elements[k + 1])) return null
  return isVerb(elements[k + 2]) ? k + 2 : null
}

/** Elements within which a relative clause between commas ends. */
const FAR = 16

/** "the ministers, *Ana Ruiz and Ivo Berg*, met": where the verb behind the second comma is; null where none is there. */
function behindAside(elements: readonly Element[], comma: number): number | null {
  let k = comma + 1
  // "the union, *which mediated several rounds*, has not convened"
  if (elements[k]?.kind === 'relative') {
    while (k < comma + FAR && elements[k] !== undefined && elements[k]?.kind !== 'comma') k++
    const verb = elements[k + 1]
    return isVerb(verb) && verb.form === 'finite' ? k + 1 : null
  }
  while (k < comma + 8 && /^(?:noun|conjunction|preposition)$/.test(elements[k]?.kind ?? '')) k++
  const isAside = isNoun(elements[comma + 1]) && isNoun(elements[k - 1]) && elements[k]?.kind === 'comma'
  return isAside && isVerb(elements[k + 1]) ? k + 1 : null
}

/**
 * Is the "-ed" form at `k` a past tense ("the court ordered firms to pay") and not a participle that
 * modifies the noun before it ("the plan announced Monday faced criticism")?
 */
export function readsAsFinite(elements: readonly Element[], k: number): boolean {
  const next = elements[k + 1]
  if (next?.kind === 'preposition' && next.word === 'by')
    return !agentFollows(elements, k + 2) || !verbAhead(elements, k + 1)
  if (isNoun(next) && !next.group.temporal) return true
  if (next?.kind === 'that' || next?.kind === 'subordinator' || next?.kind === 'open-quote') return true
  const before = elements[k - 1]
  if (isNoun(before) && /^(he|she|they|it|we|i|who)$/.test(before.group.lemma)) return true
  return !verbAhead(elements, k + 1)
}

/** "backed by Tokyo": the agent is a noun, not a time ("by March") . */
function agentFollows(elements: readonly Element[], i: number): boolean {
  const object = elements[i]
  return isNoun(object) && !object.group.temporal
}

/** Does a finite verb come, without a subject of its own, before the clause ends? */
function verbAhead(elements: readonly Element[], from: number): boolean {
  for (let k = from; k < elements.length; k++) {
    const element = elements[k]
    if (element === undefined) return false
    switch (element.kind) {
      case 'conjunction':
      case 'stop':
      case 'subordinator':
      case 'that':
      case 'relative':
      case 'open-quote':
      case 'close-quote':
        return false
      case 'comma':
        if (ownSubject(elements, k + 1) || reportsLoosely(elements[k + 1])) return false
        break
      case 'verb':
        if (element.form === 'finite') return true
        if (element.form === 'ambiguous' || element.form === 'participle') {
          const next = elements[k + 1]
          if (isNoun(next) && !next.group.temporal && element.form === 'ambiguous') return true
          // "A report released last year found that …"
          if (next?.kind === 'that' && element.form === 'ambiguous') return true
        }
        break
      default:
    }
  }
  return false
}

/** Does another verb, finite or "-ed", come before the clause ends? "sailors held in May, freed …": not behind a comma. */
export function verbLater(elements: readonly Element[], from: number): boolean {
  for (let k = from; k < elements.length; k++) {
    const element = elements[k]
    if (
      element === undefined ||
      /^(stop|subordinator|that|relative|open-quote|conjunction)$/.test(element.kind)
    )
      return false
    if (element.kind === 'comma' && ownSubject(elements, k + 1)) return false
    if (!isVerb(element)) continue
    if (element.form === 'finite' || element.form === 'base') return true
    const next = elements[k + 1]
    const agent = next?.kind === 'phrase' && next.phrase.preposition === 'by'
    if (element.form === 'ambiguous' && elements[k - 1]?.kind !== 'comma' && !agent) return true
  }
  return false
}

/** Two nouns right before the verb at `k`, and a finite verb still to come: "the bridge both claim was shut". */
export function sideBySide(elements: readonly Element[], k: number): boolean {
  let at = k - 1
  while (elements[at]?.kind === 'adverb') at--
  const second = elements[at]
  const first = elements[at - 1]
  if (!isNoun(second) || !isNoun(first) || first.group.temporal || second.group.temporal) return false
  for (let i = k + 1; i < elements.length; i++) {
    const element = elements[i]
    if (element === undefined || !/^(verb|phrase|preposition|adverb|noun)$/.test(element.kind)) return false
    if (isNoun(element) && !element.group.temporal) return false
    if (isVerb(element) && (element.form === 'finite' || element.form === 'ambiguous')) return true
  }
  return false
}

/** ", insisting the move was routine": the verbs behind it are those of what is insisted. */
function reportsLoosely(element: Element | undefined): boolean {
  return (
    isVerb(element) &&
    element.form === 'gerund' &&
    /^(say|insist|claim|argue|add|warn|note|tell|suggest|stress|believe|hope|fear|complain|declare|announce)$/.test(
      element.verb.lemma,
    )
  )
}

/** ", officials said": a new subject with its verb. */
function ownSubject(elements: readonly Element[], i: number): boolean {
  return isNoun(elements[i]) && finiteVerbAfterNoun(elements, i)
}
