/** "Strong relations are mutually beneficial and good for stability": adjectives that say what something does to something. */
import { type Claim, clauseSide, cueSpan, groupSide, type Pattern, type Side, type Site } from '../claim.ts'

export const adjectivePattern: Pattern = site => {
  const { clause, sentence, context } = site
  if (
    clause.predicate === null ||
    clause.predicate.adjective === null ||
    clause.subject === null ||
    clause.verb?.negated !== false ||
    // "made them dependent on gas": it is they who are, not what made them.
    /^(make|render|keep|leave)$/.test(clause.verb.lemma)
  )
    return []
  const claims: Claim[] = []
  for (let i = clause.predicate.adjective; i <= clause.last; i++) {
    const token = sentence.tokens[i]
    if (token === undefined || token.pos !== 'ADJ') continue
    const row = context.knowledge.causalCues.of('adjective', token.lower)[0]
    if (row === undefined) continue
    const named = argument(site, i, row.links)
    if (named === null) continue
    const subject = groupSide(site, clause.subject)
    const cause = row.cause === 'object' ? named : subject
    const effect = row.cause === 'object' ? subject : named
    claims.push({
      cause,
      effect,
      cue: cueSpan(site, i, i),
      sign: row.sign,
      driver: row.driver,
      pattern: `adjective:${row.cue}`,
      clause,
      weight: 0.75,
    })
  }
  return claims
}

function argument(site: Site, adjective: number, links: readonly string[]): Side | null {
  const phrase = site.clause.phrases.find(
    p => p.first > adjective && p.first <= adjective + 2 && links.includes(p.preposition),
  )
  if (phrase?.clause != null) return clauseSide(site, phrase.clause)
  if (phrase?.object != null) return groupSide(site, phrase.object)
  return null
}
