/** "The ruling strained ties", "it paved the way for a visit", "launches push them to reconcile", "it stems from history". */
import type { CausalCue } from '../../../knowledge/causal.ts'
import type { Clause, NounGroup } from '../../../text/types.ts'
import { type Claim, clauseSide, cueSpan, groupSide, type Pattern, type Side, type Site } from '../claim.ts'

export const verbPattern: Pattern = site => {
  const { verb } = site.clause
  if (verb === null || verb.negated) return []
  const rows = site.context.knowledge.causalCues.of('verb', verb.lemma)
  const row = rows.find(r => r.links.length > 0 && linked(site, r)) ?? rows.find(r => r.links.length === 0)
  if (row === undefined) return []
  const sides = row.cause === 'object' ? fromObject(site, row) : fromSubject(site, row)
  if (sides === null) return []
  const sign = row.cue === 'make' || row.cue === 'render' ? adjectiveSign(site) : row.sign
  return [
    {
      ...sides,
      cue: cueSpan(site, verb.first, verb.last),
      sign,
      driver: row.driver,
      pattern: `verb:${row.cue}`,
      clause: site.clause,
      weight: row.driver ? 0.75 : 0.55,
    },
  ]
}

/** Does the clause hold what the row asks for: a preposition, a particle, an object ("way"), an adverb ("closer")? */
function linked(site: Site, row: CausalCue): boolean {
  return row.links.some(link => holds(site, row, link))
}

function holds(site: Site, row: CausalCue, link: string): boolean {
  const { clause } = site
  const [word = '', second] = link.split(' ')
  if (second !== undefined)
    return (
      phraseWith(clause, word) !== null ||
      clause.objects.some(o => o.lemma === word) ||
      clause.phrases.some(p => p.preposition === word && p.object?.lemma === second)
    )
  if (clause.verb?.particle === word || clause.verb?.adverbs.includes(word)) return true
  if (clause.objects.some(o => o.lemma === word)) return true
  if (/^(closer|together|apart)$/.test(word)) return nextTo(site, word)
  if (row.cue === 'take' || row.cue === 'serve') return infinitiveOf(site) !== null
  return phraseWith(clause, word) !== null
}

/** "bring the three nations closer together": the word stands in the clause as adjective or adverb. */
function nextTo(site: Site, word: string): boolean {
  const { clause, sentence } = site
  for (let i = clause.verb?.last ?? 0; i <= clause.last; i++)
    if (sentence.tokens[i]?.lower === word) return true
  return false
}

function phraseWith(
  clause: Clause,
  preposition: string,
): { object: NounGroup | null; clause: Clause | null } | null {
  return (
    clause.phrases.find(p => p.preposition === preposition) ??
    clause.objects.flatMap(o => o.phrases).find(p => p.preposition === preposition) ??
    null
  )
}

function infinitiveOf(site: Site): Clause | null {
  if (site.clause.complement?.marker === 'to') return site.clause.complement
  return site.sentence.clauses.find(c => c.parent === site.clause && c.marker === 'to') ?? null
}

function fromSubject(site: Site, row: CausalCue): { cause: Side; effect: Side } | null {
  const { clause } = site
  if (clause.verb?.voice === 'passive') return fromAgent(site)
  if (row.cue === 'take') return taking(site)
  if (row.cue === 'serve' || clause.subject === null) return null
  if (acts(site) || clause.subject.lemma === 'there') return null
  const effect = effectOf(site, row)
  const cause = subjectSide(site)
  return effect === null || cause === null ? null : { cause, effect }
}

/** "Seoul seeks to mend ties": what an actor sets out to do is no claim about what moves what. */
function acts(site: Site): boolean {
  const { verb, subject } = site.clause
  if (verb === null || subject === null || verb.finite) return false
  return subject.lemma === 'it' || site.context.analysis.actorsOf(subject).length > 0
}

/** The subject; for "trends pushing them", what is said to be the trend. */
function subjectSide(site: Site): Side | null {
  const { clause } = site
  if (clause.subject === null) return null
  const { parent } = clause
  const predicate = parent?.predicate?.group
  const says = clause.modifies !== null && clause.subject === clause.modifies && predicate === clause.modifies
  if (says && parent?.subject != null && parent.subject.lemma !== 'there')
    return groupSide(site, parent.subject)
  return groupSide(site, clause.subject)
}

/** "ties were strained by the ruling": the agent is the cause. */
function fromAgent(site: Site): { cause: Side; effect: Side } | null {
  const agent = site.clause.phrases.find(
    p => p.preposition === 'by' || p.preposition === 'because of' || p.preposition === 'due to',
  )?.object
  if (agent == null || agent.temporal || site.clause.subject === null) return null
  return { cause: groupSide(site, agent), effect: groupSide(site, site.clause.subject) }
}

/** "It took pressure from Washington to bring them together." */
function taking(site: Site): { cause: Side; effect: Side } | null {
  const [object] = site.clause.objects
  const effect = infinitiveOf(site)
  if (
    object === undefined ||
    effect === null ||
    site.clause.subject?.lemma !== 'it' ||
    site.clause.predicate !== null
  )
    return null
  const phrases = site.clause.phrases.filter(p => p.first === object.last + 1)
  const side = groupSide(site, object)
  return {
    cause: { ...side, span: [side.span[0], Math.max(side.span[1], ...phrases.map(p => p.span[1]))] },
    effect: clauseSide(site, effect),
  }
}

function effectOf(site: Site, row: CausalCue): Side | null {
  const { clause } = site
  const governed =
    clause.complement ??
    site.sentence.clauses.find(
      c =>
        c.parent === clause &&
        c.kind === 'participle' &&
        c.modifies !== null &&
        clause.objects.includes(c.modifies),
    ) ??
    null
  if (row.links.length > 0 && !/^(closer|together|apart|about)$/.test(row.links[0] ?? ''))
    return linkedEffect(site, row)
  const [object] = clause.objects
  if (
    governed !== null &&
    /^(to|null)$/.test(governed.marker ?? 'null') &&
    governed.verb !== null &&
    !governed.verb.finite
  )
    return clauseSide(site, governed)
  if (object !== undefined) return withComplement(site, object)
  if (clause.predicate?.group != null && row.cue === 'make') return groupSide(site, clause.predicate.group)
  const phrase = phraseWith(clause, 'to') ?? phraseWith(clause, 'towards') ?? phraseWith(clause, 'toward')
  return row.cue === 'help' && phrase?.object != null ? groupSide(site, phrase.object) : null
}

/** "bring the three nations closer together": what follows the object says what becomes of it. */
function withComplement(site: Site, object: NounGroup): Side {
  const side = groupSide(site, object)
  let { last } = object
  const words = /^(closer|together|apart|back)$/
  while (words.test(site.sentence.tokens[last + 1]?.lower ?? '')) last++
  return { ...side, span: [side.span[0], Math.max(side.span[1], site.sentence.tokens[last]?.end ?? 0)] }
}

function linkedEffect(site: Site, row: CausalCue): Side | null {
  const { clause } = site
  const [link = ''] = row.links
  const preposition = link.split(' ').find(word => /^(to|in|for|over|on|from)$/.test(word))
  const wanted =
    preposition === undefined || row.links[0] === 'in way'
      ? ['for', 'to', 'of', 'in', 'between', 'over']
      : [preposition]
  for (const word of wanted) {
    const phrase = phraseWith(clause, word)
    if (phrase?.clause != null) return clauseSide(site, phrase.clause)
    if (phrase?.object != null && !phrase.object.temporal && phrase.object.lemma !== 'way')
      return doing(site, phrase.object) ?? groupSide(site, phrase.object)
  }
  const infinitive = infinitiveOf(site)
  return infinitive === null ? null : clauseSide(site, infinitive)
}

/** "contributed to the US having to act alone": not the actor, but what it comes to do. */
function doing(site: Site, group: NounGroup): Side | null {
  const clause = site.sentence.clauses.find(
    c => c.kind === 'participle' && c.modifies === group && c.verb?.voice === 'active',
  )
  return clause === undefined ? null : { ...clauseSide(site, clause), span: [group.span[0], clause.span[1]] }
}

function fromObject(site: Site, row: CausalCue): { cause: Side; effect: Side } | null {
  const { clause } = site
  if (clause.subject === null) return null
  const [link] = row.links
  if (row.cue === 'require' && clause.complement !== null)
    return { cause: clauseSide(site, clause.complement), effect: groupSide(site, clause.subject) }
  const cause =
    link === undefined ? clause.objects[0] : phraseWith(clause, link.split(' ').pop() ?? '')?.object
  if (cause == null || cause.temporal) return null
  const effect =
    clause.verb?.voice === 'active' && (row.cue === 'blame' || row.cue === 'attribute')
      ? clause.objects[0]
      : clause.subject
  return effect === undefined || effect === cause
    ? null
    : { cause: groupSide(site, cause), effect: groupSide(site, effect) }
}

/** "makes that unlikely": less of it. */
function adjectiveSign(site: Site): 1 | -1 | 0 {
  const adjective = site.clause.predicate?.adjective
  if (adjective == null) return 0
  return site.context.knowledge.valence.of(site.sentence.tokens[adjective]?.lower ?? '', 'a') ?? 0
}
