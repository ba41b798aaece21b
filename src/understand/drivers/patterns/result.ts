/** "Rebels stormed the jail, freeing nine": what the deed of an actor led to, in a participle. A cause, but no lever. */
import { type Claim, clauseBefore, clauseSide, cueSpan, type Pattern, type Site } from '../claim.ts'
import { acts } from './verb-sides.ts'

/** What comes of something, by the kind of the verb. */
const RESULTS = new Set(['harm', 'ruin', 'disrupt', 'effect', 'flee', 'remedy', 'feeling', 'justice'])

export const resultPattern: Pattern = site => {
  const { clause, sentence, context } = site
  const { parent, verb } = clause
  if (clause.kind !== 'participle' || clause.modifies !== null || verb === null || parent?.verb == null)
    return []
  if (verb.voice === 'passive' || verb.negated || clause.first <= parent.verb.last + 1) return []
  if (sentence.tokens[clause.first - 1]?.lower !== ',') return []
  const { causalClasses, causalCues } = context.knowledge
  if (!RESULTS.has(causalClasses.verb(verb.lemma) ?? '')) return []
  // The pattern of verbs takes those that nobody does.
  if (!acts(site) && causalCues.of('verb', verb.lemma).length > 0) return []
  return [claimOf(site, verb.first)]
}

function claimOf(site: Site, verb: number): Claim {
  const { clause } = site
  const parent = clause.parent ?? clause
  return {
    cause: clauseBefore(site, parent, clause.span[0]),
    effect: clauseSide(site, clause),
    cue: cueSpan(site, verb, verb),
    sign: 1,
    driver: false,
    pattern: 'result',
    clause: parent,
    weight: 0.5,
  }
}
