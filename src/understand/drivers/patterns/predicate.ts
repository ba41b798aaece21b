/** "History is an obstacle to a deal", "the main catalyst of this is the president", "…, a reflection of growing concerns". */
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

export const predicatePattern: Pattern = site => {
  const { clause } = site
  const predicate = clause.predicate?.group ?? null
  const claims: Claim[] = []
  if (predicate !== null && clause.subject !== null && clause.verb?.negated === false) {
    const forward = cueRow(site, predicate)
    const inverse = cueRow(site, clause.subject)
    if (forward !== null) add(site, claims, predicate, forward, groupSide(site, clause.subject))
    else if (inverse !== null) add(site, claims, clause.subject, inverse, groupSide(site, predicate))
  }
  for (const object of clause.objects) {
    const row = cueRow(site, object)
    if (row !== null && row.cause === 'object' && isAside(site, object))
      add(site, claims, object, row, clauseBefore(site, clause, object.span[0]))
  }
  return claims
}

/** The cue that the head of a group is, "driving force" before "force"; null for none. */
function cueRow(site: Site, group: NounGroup): CausalCue | null {
  const { causalCues } = site.context.knowledge
  const before = site.sentence.tokens[group.head - 1]?.lower ?? ''
  const two = causalCues.of('noun', `${before}-${group.lemma}`)[0]
  const word = site.sentence.tokens[group.head]?.lower ?? ''
  const row = two ?? causalCues.of('noun', group.lemma)[0] ?? causalCues.of('noun', word)[0]
  return row ?? null
}

/** Set off by a comma, it comments on all that stands before it. */
function isAside(site: Site, group: NounGroup): boolean {
  return site.sentence.tokens[group.first - 1]?.lower === ','
}

function add(site: Site, claims: Claim[], cueGroup: NounGroup, row: CausalCue, other: Side): void {
  const side = argument(site, cueGroup, row) ?? fallback(site, row)
  if (side === null) return
  const cause = row.cause === 'object' ? side : other
  const effect = row.cause === 'object' ? other : side
  claims.push({
    cause,
    effect,
    cue: cueSpan(site, cueGroup.head, cueGroup.head),
    sign: row.sign,
    driver: row.driver,
    pattern: `noun:${row.cue}`,
    clause: site.clause,
    weight: 0.8,
  })
}

/** What the cue's own phrase names: "an obstacle *to a deal*", "the key *to ensuring peace*", "a thorn in the side *of ties*". */
function argument(site: Site, group: NounGroup, row: CausalCue): Side | null {
  // "a worse blow than the end of the fund for victims": what it is held against is not what it strikes.
  const than = site.sentence.tokens.findIndex(({ lower }, i) => i > group.last && lower === 'than')
  const phrases = [...group.phrases, ...site.clause.phrases.filter(p => p.first > group.last)].filter(
    p => than < 0 || p.first < than,
  )
  const wanted = phrases.find(p => row.links.includes(p.preposition))
  if (wanted === undefined) {
    const told = why(site, group, row)
    if (told !== null) return told
    const infinitive = site.sentence.clauses.find(c => c.modifies === group && c.marker === 'to')
    return infinitive === undefined || !row.links.includes('to') ? null : clauseSide(site, infinitive)
  }
  if (wanted.clause !== null) return clauseSide(site, wanted.clause)
  const named = deepest(wanted)
  return named === null ? null : groupSide(site, named)
}

/** "the reason why they share data": all that follows. */
function why({ clause, sentence }: Site, group: NounGroup, row: CausalCue): Side | null {
  const next = sentence.tokens[group.last + 1]
  const after = sentence.tokens[group.last + 2]
  if (next?.lower !== 'why' || after === undefined || !row.links.includes('why')) return null
  const end = Math.max(clause.span[1], sentence.tokens.at(-1)?.start ?? 0)
  return { span: [after.start, end], group: null, clause: null, sentence }
}

/** "in the side of the relationship": the object of the inner phrase is what is meant. */
function deepest(phrase: Prepositional): NounGroup | null {
  const object = phrase.object
  const inner = object?.phrases[0]
  if (object !== null && inner?.object != null && /^(side|way|face|light|path|heart)$/.test(object.lemma))
    return inner.object
  return object
}

/** "Much is to be done to mend relations, and the chief hurdle is the border": what the clause before aims at. */
function fallback(site: Site, row: CausalCue): Side | null {
  if (row.cause === 'object' || row.sign >= 0) return null
  const { clause, sentence } = site
  if (clause.kind !== 'coordinate') return null
  const earlier = sentence.clauses.filter(c => c.span[1] <= clause.span[0] + 1 && c.verb !== null)
  const aim = earlier.filter(c => c.marker === 'to').pop() ?? earlier.pop()
  return aim === undefined ? null : clauseSide(site, aim)
}
