/** Which parts of a clause are the cause and the effect that its verb speaks of. */
import type { CausalCue } from '../../../knowledge/causal.ts'
import type { Clause, NounGroup, Prepositional } from '../../../text/types.ts'
import { clauseBefore, clauseSide, groupSide, type Side, type Site } from '../claim.ts'

export interface Sides {
  cause: Side
  effect: Side
}

export function sidesOf(site: Site, row: CausalCue): Sides | null {
  return row.cause === 'object' ? fromObject(site, row) : fromSubject(site, row)
}

export function phraseWith(clause: Clause, preposition: string): Prepositional | null {
  return (
    clause.phrases.find(p => p.preposition === preposition) ??
    clause.objects.flatMap(o => o.phrases).find(p => p.preposition === preposition) ??
    // "stands in the way of a deal": the phrase of the phrase
    clause.phrases.flatMap(p => p.object?.phrases ?? []).find(p => p.preposition === preposition) ??
    null
  )
}

export function infinitiveOf(site: Site): Clause | null {
  if (site.clause.complement?.marker === 'to') return site.clause.complement
  return site.sentence.clauses.find(c => c.parent === site.clause && c.marker === 'to') ?? null
}

function fromSubject(site: Site, row: CausalCue): Sides | null {
  const { clause } = site
  if (clause.verb?.voice === 'passive') return fromAgent(site)
  if (row.cue === 'take' && row.links.includes('to')) return taking(site)
  if (clause.subject === null) return null
  if (acts(site) || clause.subject.lemma === 'there') return null
  const effect = effectOf(site, row)
  const cause = subjectSide(site)
  return effect === null || cause === null ? null : { cause, effect }
}

/** "Seoul seeks to mend ties": what an actor sets out to do is no claim about what moves what. */
export function acts(site: Site): boolean {
  const { verb, subject } = site.clause
  if (verb === null || subject === null || verb.finite) return false
  return subject.lemma === 'it' || site.context.analysis.actorsOf(subject).length > 0
}

/** The subject; for "trends pushing them", what is said to be the trend; for ", straining ties", all that was told before. */
function subjectSide(site: Site): Side | null {
  const { clause } = site
  if (clause.subject === null) return null
  // "By recalling its envoy, Lima dashed hopes": not who did it, but what.
  const deed = site.sentence.clauses.find(
    c => c.parent === clause && c.kind === 'participle' && c.marker === 'by',
  )
  if (deed !== undefined && clause.verb?.voice !== 'passive') return clauseSide(site, deed)
  const { parent } = clause
  const predicate = parent?.predicate?.group
  const says = clause.modifies !== null && clause.subject === clause.modifies && predicate === clause.modifies
  // "It was her courage that brought the settlement about": she who is pointed at, not "it".
  if (says && parent?.subject?.lemma === 'it') return groupSide(site, clause.subject)
  if (says && parent?.subject != null && parent.subject.lemma !== 'there')
    return groupSide(site, parent.subject)
  const aside = clause.kind === 'participle' && clause.modifies === null && parent !== null
  if (aside && parent.verb !== null && clause.span[0] > parent.verb.span[1])
    return clauseBefore(site, parent, clause.span[0])
  return groupSide(site, clause.subject)
}

/** "ties were strained by the ruling": the agent is the cause. */
export function fromAgent(site: Site): Sides | null {
  const agent = site.clause.phrases.find(p => /^(by|because of|due to)$/.test(p.preposition))
  if (agent === undefined || site.clause.subject === null) return null
  const effect = groupSide(site, site.clause.subject)
  if (agent.clause !== null) return { cause: clauseSide(site, agent.clause), effect }
  if (agent.object === null || agent.object.temporal) return null
  return { cause: groupSide(site, agent.object), effect }
}

/** "It took pressure from Washington to bring them together." */
function taking(site: Site): Sides | null {
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
  const links = row.links.filter(link => !link.startsWith('!') && link !== 'not')
  if (links.length > 0 && !WITH_OBJECT.test(links[0] ?? '')) return linkedEffect(site, row, links)
  const object = row.cue === 'cost' ? costed(site) : clause.objects[0]
  const governed = governedBy(site)
  if (governed !== null) {
    // "left twelve people injured": those who are, and what they are.
    const whole = governed.kind === 'participle' && object !== undefined && object === governed.modifies
    const side = clauseSide(site, governed)
    return whole ? { ...side, span: [object.whole[0], side.span[1]] } : side
  }
  if (object !== undefined) return madeOf(site, row, object)
  if (clause.predicate?.group != null && row.cue === 'make') return groupSide(site, clause.predicate.group)
  for (const word of ['to', 'towards', 'toward', 'about']) {
    const phrase = phraseWith(clause, word)
    if ((row.cue === 'help' || links.includes(word)) && phrase?.object != null)
      return groupSide(site, phrase.object)
  }
  return null
}

/** "cost growers their market", "cost them a fifth of their sales": what is lost, not who loses it. */
function costed({ clause }: Site): NounGroup | undefined {
  const [first, second] = clause.objects
  if (second !== undefined) return second
  const of = clause.phrases.find(p => p.preposition === 'of' && p.first > (first?.last ?? 0) + 1)
  return of?.object ?? first
}

/** Adverbs, particles and phrases that leave the object what is acted on. */
const WITH_OBJECT = /^(closer|together|apart|about|back|up|off|away|at risk|to minimum|mood|heart)$/

/** The clause that the verb brings about: "forced them to leave", "helped end the war", "sent prices rising". */
function governedBy(site: Site): Clause | null {
  const { clause, sentence } = site
  const governed =
    clause.complement ??
    sentence.clauses.find(
      c =>
        c.parent === clause &&
        c.kind === 'participle' &&
        c.modifies !== null &&
        clause.objects.includes(c.modifies),
    ) ??
    null
  if (governed === null || governed.verb === null || governed.verb.finite) return null
  return /^(to|null)$/.test(governed.marker ?? 'null') ? governed : null
}

/** The object with what becomes of it: "them to buy at home", "firms from investing", "nations closer together". */
function madeOf(site: Site, row: CausalCue, object: NounGroup): Side {
  const side = groupSide(site, object)
  const { sentence, clause } = site
  const infinitive = sentence.clauses.find(
    c => c.marker === 'to' && c.parent === clause && c.verb !== null && c.first >= object.last,
  )
  if (infinitive !== undefined && object.lemma === 'it') return clauseSide(site, infinitive)
  // "made the regime more willing to negotiate"
  const ahead = Math.max(object.last, clause.predicate?.adjective ?? 0)
  if (infinitive !== undefined && infinitive.first <= ahead + 2)
    return { ...clauseSide(site, infinitive), span: [side.span[0], infinitive.span[1]] }
  const from = row.sign === -1 ? phraseWith(clause, 'from') : null
  if (from?.clause != null)
    return { ...clauseSide(site, from.clause), span: [side.span[0], from.clause.span[1]] }
  let { last } = object
  // "brought the two back to the table"
  const to = row.links.includes('back') ? phraseWith(clause, 'to') : null
  if (to !== null) return { ...side, span: [side.span[0], to.span[1]] }
  const words = /^(closer|together|apart|back)$/
  while (words.test(sentence.tokens[last + 1]?.lower ?? '')) last++
  return { ...side, span: [side.span[0], Math.max(side.span[1], sentence.tokens[last]?.end ?? 0)] }
}

function linkedEffect(site: Site, row: CausalCue, links: readonly string[]): Side | null {
  const { clause } = site
  const prepositions = links
    .flatMap(link => link.split(' '))
    .filter(word => /^(to|in|for|over|on|from|into|of)$/.test(word))
  const wanted =
    prepositions.length === 0 || links[0] === 'in way'
      ? ['for', 'to', 'of', 'in', 'on', 'between', 'over', 'at', 'into']
      : prepositions
  for (const word of wanted) {
    const phrase = phraseWith(clause, word)
    if (phrase?.clause != null) return clauseSide(site, phrase.clause)
    if (phrase?.object != null && !phrase.object.temporal && phrase.object.lemma !== 'way')
      return doing(site, phrase.object) ?? groupSide(site, phrase.object)
  }
  const infinitive = infinitiveOf(site)
  if (infinitive !== null) return clauseSide(site, infinitive)
  // "drew protests", "killed the deal": the object itself is what comes or goes.
  const [object] = clause.objects
  return object === undefined || !/^(draw|kill|bring)$/.test(row.cue) ? null : groupSide(site, object)
}

/** "contributed to the US having to act alone": not the actor, but what it comes to do. */
function doing(site: Site, group: NounGroup): Side | null {
  const clause = site.sentence.clauses.find(
    c => c.kind === 'participle' && c.modifies === group && c.verb?.voice === 'active',
  )
  return clause === undefined ? null : { ...clauseSide(site, clause), span: [group.span[0], clause.span[1]] }
}

function fromObject(site: Site, row: CausalCue): Sides | null {
  const { clause } = site
  if (clause.subject === null) return null
  if (row.cue === 'require' && clause.complement !== null)
    return { cause: clauseSide(site, clause.complement), effect: groupSide(site, clause.subject) }
  const named = namedCause(site, row)
  if (named === null || named.group === clause.subject) return null
  const blames = clause.verb?.voice === 'active' && /^(blame|attribute|owe)$/.test(row.cue)
  const effect = blames ? (clause.objects[0] ?? clause.subject) : clause.subject
  if (effect === undefined || effect === named.group) return null
  // "attributed the rift to history": what the blame falls on is no part of what it is laid for.
  const side = groupSide(site, effect)
  const end =
    named.span[0] > side.span[0] ? Math.min(side.span[1], before(site, named.span[0])) : side.span[1]
  const apart = named.span[0] < side.span[1] && named.span[0] > side.span[0]
  return { cause: named, effect: apart ? { ...side, span: [side.span[0], end] } : side }
}

/** Where the words before the preposition end that stands before a place. */
function before({ sentence }: Site, place: number): number {
  const at = sentence.tokens.findIndex(token => token.start >= place)
  return sentence.tokens[at - 2]?.end ?? place
}

/** What follows the verb or its preposition as the cause; "followed weeks of pressure" is measured by time and no time. */
function namedCause(site: Site, row: CausalCue): Side | null {
  const { clause, sentence } = site
  const links = row.links.filter(word => word !== 'not' && !word.startsWith('!'))
  if (row.cue === 'follow' || links.length === 0) {
    const next = sentence.groups.find(g => g.first > (clause.verb?.last ?? 0) && g.last <= clause.last)
    const object = clause.objects[0] ?? (next?.phrases.some(p => p.preposition === 'of') ? next : undefined)
    return object === undefined ? null : groupSide(site, object)
  }
  for (const link of links) {
    const phrase = phraseWith(clause, link) ?? phraseWith(clause, link.split(' ').pop() ?? '')
    if (phrase?.clause != null) return clauseSide(site, phrase.clause)
    if (phrase?.object != null && !phrase.object.temporal) return groupSide(site, phrase.object)
  }
  return null
}
