/** What stands around a verb group: the element before it, and the noun that may be its subject. */
import { type Draft, inherit, open, type Parse, popTo } from './draft.ts'
import { type Element, isNoun, type NounElement, type VerbElement } from './elements.ts'

interface Neighbours {
  before: Element | undefined
  at: number
}

/** The element before `k`, adverbs left out. */
export function neighbours(parse: Parse, k: number): Neighbours {
  let at = k - 1
  while (parse.elements[at]?.kind === 'adverb' || parse.elements[at]?.kind === 'open-quote') at--
  return { before: parse.elements[at], at }
}

export interface Candidate {
  element: NounElement
  at: number
}

/** The noun before the verb, past phrases and times, with no verb between. */
export function subjectCandidate(parse: Parse, k: number): Candidate | null {
  for (let at = k - 1; at >= 0; at--) {
    const element = parse.elements[at]
    if (element === undefined) return null
    if (isNoun(element)) {
      if (element.group.temporal) continue
      // "people who know him said": an object is no subject.
      if (/^(him|them|me|us)$/.test(element.group.lemma)) return null
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

export function beside(parse: Parse, base: Draft, element: VerbElement): void {
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
