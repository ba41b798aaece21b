/** A claim that one thing brings more or less of another, before its sides are tied to factors. */
import type { Span } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'

/** One side of a claim: a thing (a noun group) or that something happens (a clause). */
export interface Side {
  span: Span
  group: NounGroup | null
  clause: Clause | null
  sentence: Sentence
}

export interface Claim {
  cause: Side
  effect: Side
  cue: Span
  /** What the cue says: 1 more brings more, -1 more brings less, 0 only that one brings the other. */
  sign: 1 | -1 | 0
  /** May it be a lever of a relationship? A motive or a sequence is a cause, but no driver. */
  driver: boolean
  pattern: string
  /** The clause that states it. */
  clause: Clause
  /** Of the kind of rule: how often such a claim is one. */
  weight: number
  /** The text says that it is not so. */
  negated?: true
  /** The sign turns on whether the effect is a good or an ill; see `CausalCue`. */
  worth?: 'mend' | 'mar'
}

/** Where patterns look: one clause of one sentence. */
export interface Site {
  context: Context
  sentence: Sentence
  clause: Clause
}

export type Pattern = (site: Site) => Claim[]

/** The group with its conjuncts, and with the phrases right behind it that say of what it is: "deterioration in trust". */
export function groupSide(site: Site, group: NounGroup): Side {
  let end = group.whole[1]
  for (const member of group.conjuncts) end = Math.max(end, member.whole[1])
  // "a spiralling of events and deterioration of trust": the second thing may hang on the object of the phrase.
  for (const phrase of group.phrases)
    for (const member of phrase.object?.conjuncts ?? []) end = Math.max(end, member.whole[1])
  for (const phrase of site.clause.phrases) {
    if (phrase.span[0] < end) continue
    const gap = site.context.analysis.text.slice(end, phrase.span[0])
    if (
      gap.trim() === '' &&
      SAYS_OF_WHAT.test(phrase.preposition) &&
      phrase.object !== null &&
      !phrase.object.temporal
    )
      end = phrase.span[1]
  }
  return { span: [group.whole[0], end], group, clause: null, sentence: site.sentence }
}

const SAYS_OF_WHAT = /^(in|on|over|about|from|for|with|between|against|to|towards|toward|of)$/

export function clauseSide(site: Site, clause: Clause): Side {
  const actors =
    clause.modifies === null && clause.subject !== null && clause.subject.sentence === clause.sentence
      ? clause.subject.whole[0]
      : clause.span[0]
  const start =
    clause.kind === 'complement' || clause.kind === 'coordinate'
      ? Math.min(actors, clause.span[0])
      : clause.span[0]
  return { span: [start, clause.span[1]], group: null, clause, sentence: site.sentence }
}

/** The clause without a stretch at its end: what stood before the cue. */
export function clauseBefore(site: Site, clause: Clause, end: number): Side {
  return {
    span: [clause.span[0], Math.max(clause.span[0] + 1, trimmed(site, clause.span[0], end))],
    group: null,
    clause,
    sentence: site.sentence,
  }
}

function trimmed(site: Site, start: number, end: number): number {
  let at = end
  while (at > start && /[\s,;:\u2014\u2013-]/.test(site.context.analysis.text[at - 1] ?? '')) at--
  return at
}

export function cueSpan(site: Site, first: number, last: number): Span {
  const { tokens } = site.sentence
  const start = tokens[first]?.start ?? 0
  return [start, tokens[last]?.end ?? start]
}
