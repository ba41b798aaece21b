/** "Ties fell due to the row", "few links because of mistrust", "work together in the context of a growing threat". */
import type { CausalCue } from '../../../knowledge/causal.ts'
import type { Clause, NounGroup, Prepositional } from '../../../text/types.ts'
import {
  type Claim,
  clauseBefore,
  clauseSide,
  cueSpan,
  groupSide,
  type Pattern,
  type Side,
  type Site,
} from '../claim.ts'

export const prepositionPattern: Pattern = site => {
  const { clause } = site
  const phrases = [
    ...clause.phrases,
    ...clause.objects.flatMap(o => o.phrases),
    ...(clause.predicate?.group?.phrases ?? []),
  ]
  const seen = new Set<number>()
  const claims: Claim[] = []
  for (const phrase of phrases) {
    if (seen.has(phrase.first)) continue
    seen.add(phrase.first)
    const claim = claimOf(site, phrase)
    if (claim !== null) claims.push(claim)
  }
  return claims
}

function claimOf(site: Site, phrase: Prepositional): Claim | null {
  const found = turn(site, phrase) ?? cueOf(site, phrase)
  if (found === null || found.object?.temporal) return null
  const cause: Side | null =
    found.clause !== null
      ? clauseSide(site, found.clause)
      : found.object !== null
        ? causeSide(site, found.object)
        : null
  if (cause === null) return null
  const { row } = found
  const start = site.sentence.tokens[phrase.first]?.start ?? 0
  const effect = start <= site.clause.span[0] + 1 ? clauseSide(site, site.clause) : effectOf(site, start)
  return {
    cause,
    effect,
    cue: cueSpan(site, phrase.first, found.last),
    sign: row.sign,
    driver: row.driver || isCounterfactual(site, row),
    pattern: `preposition:${row.cue}`,
    clause: site.clause,
    weight: row.driver ? 0.8 : 0.5,
  }
}

/** "Without her envoy there would be no talks", but not "He left without a word". */
function isCounterfactual({ clause }: Site, { cue }: CausalCue): boolean {
  return cue === 'without' && /^(would|could|might)$/.test(clause.verb?.modal ?? '')
}

/** "due to a dispute over compensation for Koreans": what follows the noun belongs to it. */
function causeSide(site: Site, object: NounGroup): Side {
  const side = groupSide(site, object)
  let end = side.span[1]
  let { last } = object
  for (const phrase of site.clause.phrases) {
    if (
      phrase.first === last + 1 &&
      /^(over|about|in|on|from|for|against|between|with)$/.test(phrase.preposition) &&
      !phrase.object?.temporal
    ) {
      end = Math.max(end, phrase.span[1])
      last = phrase.last
    }
  }
  return { ...side, span: [side.span[0], end] }
}

/** All of the main clause before the cue: what stands around a subordinate clause is the effect as well. */
function effectOf(site: Site, start: number): Side {
  const { clause, sentence } = site
  let at = sentence.tokens.findIndex(token => token.start >= start) - 1
  while (sentence.tokens[at]?.pos === 'ADV') at--
  const aside = sentence.tokens[at]?.lower === ','
  const outer =
    aside && /^(adverbial|relative)$/.test(clause.kind) && clause.parent !== null ? clause.parent : clause
  return clauseBefore(site, outer, start)
}

/** "Ties soured after the ruling": what turned for better or worse, turned through what came before. */
function turn(site: Site, phrase: Prepositional): Found | null {
  const { clause, context, sentence } = site
  if (
    !/^(after|following|since)$/.test(phrase.preposition) ||
    phrase.object === null ||
    phrase.object.temporal
  )
    return null
  const { valence, factors } = context.knowledge
  const adjective = clause.predicate?.adjective
  const word = adjective == null ? '' : (sentence.tokens[adjective]?.lower ?? '')
  const turned =
    clause.verb !== null &&
    !clause.verb.negated &&
    (valence.of(clause.verb.lemma, 'v') ?? valence.of(word, 'a')) !== null
  const passive = clause.verb?.voice === 'passive' || clause.objects.length === 0
  if (!turned || !passive) return null
  const lemmas = sentence.tokens.slice(phrase.object.first, phrase.object.last + 1).map(token => token.lemma)
  const subject =
    clause.subject === null
      ? []
      : sentence.tokens.slice(clause.subject.first, clause.subject.last + 1).map(token => token.lemma)
  if (factors.match(lemmas) === null || factors.match(subject) === null) return null
  const row: CausalCue = {
    cue: phrase.preposition,
    form: 'preposition',
    links: [],
    cause: 'object',
    sign: 1,
    driver: true,
    worth: null,
  }
  return { row, object: phrase.object, clause: null, last: phrase.first }
}

interface Found {
  row: CausalCue
  object: NounGroup | null
  clause: Clause | null
  /** Last token of the cue. */
  last: number
}

/** The cue is the preposition itself, or it with a noun and a second one: "in the context of". */
function cueOf(site: Site, phrase: Prepositional): Found | null {
  const { causalCues } = site.context.knowledge
  const own = causalCues.of('preposition', phrase.preposition)[0]
  if (own !== undefined && fits(site, own, phrase)) {
    const words = phrase.preposition.split(' ').length
    return { row: own, object: phrase.object, clause: phrase.clause, last: phrase.first + words - 1 }
  }
  const inner = phrase.object?.phrases[0]
  if (inner === undefined) return null
  const words = site.sentence.tokens
    .slice(phrase.first, inner.first + 1)
    .map(token => token.lower)
    .join(' ')
  const row = causalCues.of('preposition', words)[0]
  return row === undefined ? null : { row, object: inner.object, clause: inner.clause, last: inner.first }
}

/** A row with "@feeling" asks for an object of that class: "out of anger", and not "out of the house". */
function fits({ context }: Site, { links }: CausalCue, { object, clause }: Prepositional): boolean {
  if (links.length === 0) return true
  if (object === null) return clause !== null
  return links.includes(`@${context.knowledge.causalClasses.noun(object.lemma, null) ?? ''}`)
}
