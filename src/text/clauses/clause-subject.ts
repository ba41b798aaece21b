/** "Cutting the gas would hurt", "What they want is peace": a clause is the subject; it gets a group of its own. */
import type { NounGroup } from '../types.ts'
import type { Draft, Parse } from './draft.ts'
import type { VerbElement } from './elements.ts'

/** The group of the clause that stands where the subject of `draft` would; null where there is none. */
export function clauseAsSubject(parse: Parse, draft: Draft, element: VerbElement): NounGroup | null {
  const child = parse.all.find(other => other.parent === draft && other.clause.verb !== null)
  const verb = child?.clause.verb
  if (
    child === undefined ||
    verb == null ||
    (child.openedByComma === false && child.clause.modifies !== null)
  )
    return null
  const { first, marker } = child.clause
  if (first > draft.clause.first || !fits(parse, child)) return null
  const last = lastBefore(parse, element.first)
  if (last < verb.last || parse.tokens.slice(first, last + 1).some(token => token.lower === ',')) return null
  return group(parse, first, last, marker === 'what' ? first : verb.head)
}

/** A gerund, "to withdraw", "what they want", "that they left", "whether it holds". */
function fits(parse: Parse, child: Draft): boolean {
  const { kind, marker, verb } = child.clause
  if (kind === 'participle')
    return verb !== null && parse.tokens[verb.head]?.form === 'gerund' && marker === null
  return marker !== null && /^(to|what|that|whether|how|why|whoever|whatever)$/.test(marker)
}

/** "told what was agreed", "whoever wins": the word is the subject of its clause. */
export function wordAsSubject(parse: Parse, at: number): NounGroup {
  return group(parse, at, at, at)
}

function lastBefore(parse: Parse, first: number): number {
  let last = first - 1
  while (parse.tokens[last]?.pos === 'ADV' || parse.tokens[last]?.pos === 'PUNCT') last--
  return last
}

function group(parse: Parse, first: number, last: number, head: number): NounGroup {
  const start = parse.tokens[first]?.start ?? 0
  const end = parse.tokens[last]?.end ?? start
  return {
    first,
    last,
    head,
    lemma: parse.tokens[head]?.lower ?? '',
    determiner: null,
    possessor: null,
    span: [start, end],
    whole: [start, end],
    conjuncts: [],
    coordinatedWith: null,
    apposition: null,
    phrases: [],
    sentence: parse.sentence,
    temporal: false,
  }
}
