/** What stands around a verb group: the element before it, and the noun that may be its subject. */
import { type Draft, inherit, open, type Parse, popTo } from './draft.ts'
import { type Element, isNoun, type NounElement, type VerbElement } from './elements.ts'

interface Neighbours {
  before: Element | undefined
  at: number
}

/** The element before `k`, adverbs left out, and the time in "…, and *on 8 June* suspended the treaty". */
export function neighbours(parse: Parse, k: number): Neighbours {
  const { elements } = parse
  let at = k - 1
  while (elements[at]?.kind === 'adverb' || elements[at]?.kind === 'open-quote') at--
  let conjunction = at
  while (isTime(elements[conjunction])) conjunction--
  if (elements[conjunction]?.kind === 'conjunction') at = conjunction
  return { before: elements[at], at }
}

function isTime(element: Element | undefined): boolean {
  if (element?.kind === 'phrase') return element.phrase.object?.temporal === true
  return isNoun(element) && element.group.temporal
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
  const owner = leadOwner(parse, base, element)
  const lead = owner?.clause.phrases.at(-1) ?? null
  const first = lead?.first ?? element.first
  const draft = open(parse, 'coordinate', base, first, base.clause.marker === 'to' ? 'to' : null)
  draft.clause.verb = element.verb
  if (owner !== null && lead !== null) {
    owner.clause.phrases = owner.clause.phrases.filter(it => it !== lead)
    const last = lead.first - (parse.tokens[lead.first - 2]?.lower === ',' ? 3 : 2)
    for (let it: Draft | null = owner; it !== null && it !== base.parent; it = it.parent)
      it.clause.last = Math.min(it.clause.last, last)
    draft.clause.phrases.push(lead)
  }
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

/**
 * "…, and *on 8 June* suspended": a time behind "and" is that of the verb behind it. Gives the clause that has taken it:
 * `base`, or one within ("banned him from entering, and *in June* suspended").
 */
function leadOwner({ tokens, all }: Parse, base: Draft, element: VerbElement): Draft | null {
  const owner = all.findLast(({ clause }) => clause.phrases.at(-1)?.last === element.first - 1)
  const lead = owner?.clause.phrases.at(-1)
  if (owner === undefined || lead?.object?.temporal !== true) return null
  let above: Draft | null = owner
  while (above !== null && above !== base) above = above.parent
  return above === base && tokens[lead.first - 1]?.pos === 'CCONJ' ? owner : null
}
