/** "because he sees a threat", "If it tests a bomb, it will push them closer", "Once it pays, talks should proceed"; purposes. */
import type { Clause } from '../../../text/types.ts'
import {
  type Claim,
  clauseBefore,
  clauseSide,
  cueSpan,
  type Pattern,
  type Side,
  type Site,
} from '../claim.ts'

export const subordinatePattern: Pattern = site => {
  const { clause, context } = site
  if (aims(site)) return clause.parent === null ? [] : purpose(site, clause.parent)
  if (clause.kind !== 'adverbial' || clause.marker === null || clause.parent === null || clause.verb === null)
    return []
  if (clause.marker === 'to') return purpose(site, clause.parent)
  const row = context.knowledge.causalCues.of('subordinator', clause.marker)[0]
  if (row === undefined || !reads(clause, clause.parent)) return []
  const own = clauseSide(site, clause)
  const other = parentSide(site, clause.parent)
  const cause = row.cause === 'main' ? other : own
  const effect = row.cause === 'main' ? own : other
  const words = clause.marker.split(' ').length
  return [
    {
      cause,
      effect,
      cue: cueSpan(site, clause.first, clause.first + words - 1),
      sign: row.sign,
      driver: row.driver,
      pattern: `subordinator:${clause.marker}`,
      clause: clause.parent,
      weight: row.driver ? 0.75 : 0.5,
    },
  ]
}

/** "came out on the road to stop the traffic", "was shut to save fuel": where the verb asks for no infinitive, it is an aim. */
function aims(site: Site): boolean {
  const { clause, context } = site
  const verb = clause.parent?.verb
  if (clause.kind !== 'complement' || clause.marker !== 'to' || verb == null) return false
  const { verbClasses, causalCues } = context.knowledge
  if (inBid(site)) return true
  if (clause.modifies !== null && asksFor(site, clause.modifies.lemma)) return false
  if (causalCues.of('purpose', verb.lemma).length > 0) return true
  if (clause.first === verb.last + 1 && (verb.voice === 'active' || SEEMING.has(verb.lemma))) return false
  return !CONTROLLING.some(it => verbClasses.has(verb.lemma, it))
}

const CONTROLLING = [
  'subject-control',
  'object-control',
  'raising',
  'aspectual',
  'copula',
  'reporting',
  'cognition',
] as const

/** "was seen to leave", "is set to close": passives that say what somebody does, and not what for. */
const SEEMING = new Set(['see', 'hear', 'find', 'know', 'suppose', 'set', 'schedule', 'slate', 'bind', 'tip'])

/** "a plan to leave", "the refusal to pay": the infinitive belongs to the noun. */
function asksFor({ context }: Site, noun: string): boolean {
  const name = context.knowledge.causalClasses.noun(noun, null)
  return name === 'aim' || name === 'demand' || name === 'oppose' || name === 'measure'
}

/** "in a bid to end the strike": the noun says that it is an aim. */
function inBid({ clause, context }: Site): boolean {
  const phrase = clause.parent?.phrases.find(({ last }) => last === clause.first - 1)
  return (
    phrase?.preposition === 'in' &&
    phrase.object !== null &&
    context.knowledge.causalClasses.noun(phrase.object.lemma, null) === 'aim'
  )
}

/** A condition is a claim only with a consequence: "If X, it will Y"; not "if needed" or "asked if". */
function reads(clause: Clause, parent: Clause): boolean {
  if (clause.marker !== 'if' && clause.marker !== 'once' && clause.marker !== 'unless') return true
  return (
    parent.verb !== null &&
    (parent.verb.tense === 'future' || parent.verb.modal !== null) &&
    // "should restore trade once talks are over" is advice.
    !/^(should|must|ought|shall)$/.test(parent.verb.modal ?? '') &&
    clause.verb?.finite === true
  )
}

function parentSide(site: Site, parent: Clause): Side {
  const { clause } = site
  return clause.span[0] <= parent.span[0]
    ? { ...clauseSide(site, parent), span: [mainStart(clause, parent), parent.span[1]] }
    : clauseBefore(site, parent, clause.span[0])
}

/** Where the main clause begins behind the condition: at its own subject. */
function mainStart(clause: Clause, parent: Clause): number {
  const subject = parent.subject !== null && !parent.inheritedSubject ? parent.subject.whole[0] : 0
  return Math.min(Math.max(subject, clause.span[1]), parent.span[1] - 1)
}

/** "to placate public opinion": a motive, no driver. */
function purpose(site: Site, parent: Clause): Claim[] {
  if (parent.verb === null || parent.verb.lemma === 'be' || parent.verb.lemma === 'have') return []
  const { clause, sentence } = site
  return [
    {
      // Who acts stands before both: it is no part of the aim.
      cause: { span: clause.span, group: null, clause, sentence },
      effect: clauseBefore(site, parent, site.clause.span[0]),
      cue: cueSpan(site, site.clause.first, site.clause.first),
      sign: 1,
      driver: false,
      pattern: 'purpose',
      clause: parent,
      weight: 0.45,
    },
  ]
}
