/** Why an act was done: "a strike over wages", "arrested for murder", "they marched, demanding a vote". No lever, but a cause. */
import type { CausalCue } from '../../../knowledge/causal.ts'
import type { NounGroup, Prepositional } from '../../../text/types.ts'
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

export const motivePattern: Pattern = site => [...byPhrase(site), ...byAim(site)]

/** The act names its reason behind a preposition: "protest against", "held over". */
function byPhrase(site: Site): Claim[] {
  const { clause, sentence, context } = site
  const claims: Claim[] = []
  const heads: { lemma: string; last: number; phrases: readonly Prepositional[] }[] = []
  const { verb } = clause
  if (verb !== null) heads.push({ lemma: verb.lemma, last: verb.last, phrases: clause.phrases })
  for (const group of sentence.groups) {
    if (group.first < clause.first || group.last > clause.last) continue
    if (context.knowledge.causalCues.of('motive', group.lemma).length === 0) continue
    heads.push({ lemma: group.lemma, last: group.last, phrases: [...group.phrases, ...clause.phrases] })
  }
  for (const head of heads) {
    if (head.phrases.length === 0) continue
    for (const row of context.knowledge.causalCues.of('motive', head.lemma)) {
      const phrase = head.phrases.find(p => row.links.includes(p.preposition) && p.first > head.last)
      const cause = phrase === undefined ? null : reasonOf(site, row, phrase)
      if (phrase !== undefined && cause !== null)
        claims.push(claimOf(site, row, cause, phrase.first, phrase.first))
    }
  }
  return claims
}

/** What the preposition gives as the reason: "for fraud", "for blocking a road". */
function reasonOf(site: Site, row: CausalCue, phrase: Prepositional): Side | null {
  if (phrase.clause !== null) return phrase.preposition === 'in' ? null : clauseSide(site, phrase.clause)
  const { object } = phrase
  if (object === null || object.temporal || !reason(row, phrase, object)) return null
  return groupSide(site, object)
}

/** "killed in an attack", not "killed in Rome": "in" asks for something that happens. */
function reason(row: CausalCue, phrase: Prepositional, object: NounGroup): boolean {
  if (phrase.preposition !== 'in' && phrase.preposition !== 'during') return true
  return HAPPENS.test(object.lemma) && row.links.includes(phrase.preposition)
}

const HAPPENS =
  /^(attack|clash|blast|crash|violence|explosion|bombing|shooting|riot|raid|fire|firing|accident|collision|stampede|strike|encounter|shootout|unrest|protest|agitation|earthquake|flood|landslide|fighting|war|battle|crackdown|case|murder|killing|ambush|incident|connection)$/

/** "…, demanding a vote": a gerund of asking or blaming says what the rest was done for. */
function byAim(site: Site): Claim[] {
  const { clause, sentence, context } = site
  if (clause.parent !== null) return []
  const claims: Claim[] = []
  for (let i = clause.first; i <= clause.last; i++) {
    const token = sentence.tokens[i]
    if (token === undefined || !token.lower.endsWith('ing') || token.quoted) continue
    const before = sentence.tokens[i - 1]
    if (before !== undefined && /^(AUX|DET|ADP|PART)$/.test(before.pos)) continue
    const row = context.knowledge.causalCues
      .of('aim', lemmaOf(site, token.lower) ?? token.lemma)
      .find(it => it.links.length === 0 || it.links.includes(sentence.tokens[i + 1]?.lower ?? ''))
    if (row === undefined) continue
    const cause: Side = { span: [token.start, clause.span[1]], group: null, clause, sentence }
    claims.push(claimOf(site, row, cause, i, i))
  }
  return claims
}

function lemmaOf({ context }: Site, word: string): string | null {
  return (
    context.knowledge.verbForms.readingsOf(word).find(reading => reading.form === 'gerund')?.lemma ?? null
  )
}

function claimOf(site: Site, row: CausalCue, cause: Side, first: number, last: number): Claim {
  const { clause } = site
  const opens = cause.span[0] <= clause.span[0] + 1
  const rest: Side = {
    span: [cause.span[0] + 1, clause.span[1]],
    group: null,
    clause,
    sentence: site.sentence,
  }
  return {
    cause,
    effect: opens ? rest : clauseBefore(site, clause, site.sentence.tokens[first]?.start ?? clause.span[1]),
    cue: cueSpan(site, first, last),
    sign: row.sign,
    driver: false,
    pattern: `${row.form}:${row.cue}`,
    clause,
    weight: 0.45,
  }
}
