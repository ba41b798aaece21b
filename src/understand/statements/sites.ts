/**
 * Where something may be attributed: verbs ("said", "pointed out"), adjectives ("is confident"), nouns
 * ("his claim"), prepositions ("according to"). A site says who speaks and where the cue stands; what is
 * attributed is found elsewhere.
 */
import type { Cue, Cues } from '../../knowledge/cues.ts'
import type { Clause, Name, NounGroup, Sentence, Token, VerbGroup } from '../../text/types.ts'
import { behindComma, namedBehindComma, type Speaker, speakerAfter, speakerBefore } from './speaker.ts'

export interface Site {
  sentence: Sentence
  clause: Clause
  verb: VerbGroup
  /** Null for a verb that is no cue; beside a quotation it may still be one ("she deadpanned"). */
  cue: Cue | null
  /** Tokens of the cue, with auxiliaries and particle. */
  first: number
  last: number
  /** Null where it is only inherited or missing. */
  own: Speaker | null
  speaker: NounGroup | null
  /** The relative pronoun stands for the speaker: "officials *who* say". */
  pronoun: number | null
  /** "said Ruiz": the speaker follows. */
  inverted: boolean
  /** Clauses of the sentence that report in their turn: words attributed here end before one that is the writer's. */
  others: ReadonlySet<Clause>
}

const BE = new Set(['be', 'become', 'remain', 'seem', 'feel', 'sound', 'appear', 'grow', 'get', 'look'])

/** Sites of verbs and of adjectives after "be", in the order of the sentence. */
export function sitesOf(sentence: Sentence, cues: Cues, names: readonly Name[]): Site[] {
  const sites: Site[] = []
  const others = new Set<Clause>()
  for (const clause of sentence.clauses) {
    const site = siteOf(sentence, clause, cues, names, others)
    if (site !== null) sites.push(site)
  }
  for (const site of sites) {
    if (site.cue !== null && /^(saying|stance)$/.test(site.cue.class) && !isLight(site.cue))
      others.add(site.clause)
  }
  sites.sort((a, b) => a.first - b.first)
  sites.forEach((site, i) => {
    const outer = reporterOf(site, sites)
    // "Oakes said the levy was dead and accused the board": the second cue is the first one's speaker's.
    if (outer !== null) [site.speaker, site.own] = [outer, null]
    // "sent a letter this month stating that": a time says nothing.
    if (site.speaker?.temporal === true) site.speaker = mainSpeaker(sites.slice(0, i).reverse())
    else if (writerOf(site) !== null) {
      site.speaker = writerOf(site)
      site.own = null
    } else if (isLoose(site)) site.speaker = mainSpeaker(sites.slice(0, i).reverse()) ?? site.speaker
  })
  return sites
}

/** The speaker of a report in the same tense that holds the clause beside which this one stands. */
function reporterOf({ clause, verb, cue, others }: Site, sites: readonly Site[]): NounGroup | null {
  if (cue === null || clause.kind !== 'coordinate' || !clause.inheritedSubject || !others.has(clause))
    return null
  let outer = clause.parent
  for (let depth = 0; outer !== null && depth < 4; depth++, outer = outer.parent) {
    // "criticized what it called a farce and said": they go on with the outer verb.
    if (/^(relative|adverbial)$/.test(outer.kind) || outer.marker === 'what') {
      if (depth === 0) depth++
      continue
    }
    if (!others.has(outer) || outer.verb?.finite !== true || outer.verb.tense !== verb.tense) continue
    return depth === 0 ? null : (sites.find(site => site.clause === outer)?.speaker ?? null)
  }
  return null
}

function bareSite(sentence: Sentence, clause: Clause, verb: VerbGroup, others: ReadonlySet<Clause>) {
  return { sentence, clause, verb, first: verb.first, pronoun: null, inverted: false, others }
}

/** "…, said." and "…, said on Monday.": the verb of saying closes its sentence, with a subject taken from further left. */
function saysLast(sentence: Sentence, clause: Clause, verb: VerbGroup, cue: Cue | null): boolean {
  if (cue?.word !== 'say' || !clause.inheritedSubject || clause.kind !== 'coordinate') return false
  const behind = verb.last + 1
  const next = sentence.tokens[behind]
  const timed = sentence.groups.some(one => one.temporal && one.first >= behind && one.first <= behind + 1)
  return next === undefined || next.text === '.' || next.pos === 'ADP' || timed
}

/** "made", "gave": cues only together with a noun. */
function isLight({ takes }: Cue): boolean {
  return takes.size === 1 && takes.has('light')
}

/** "signed *a letter asking* the court to wait": who writes asks. */
function writerOf({ clause, verb, cue }: Site): NounGroup | null {
  const { parent, modifies } = clause
  if (cue === null || clause.kind !== 'participle' || verb.finite || verb.voice === 'passive') return null
  if (parent?.verb == null || modifies === null || !parent.objects.includes(modifies)) return null
  return WRITINGS.test(modifies.lemma) && parent.verb.voice === 'active' ? parent.subject : null
}

const WRITINGS =
  /^(letter|statement|memo|brief|petition|paper|resolution|report|note|email|e-mail|tweet|ad|op-ed|message|post|motion|complaint|communique|declaration|speech|article|essay|editorial|video|lawsuit|suit|appeal|bill|order|decree|card|cable)$/

/** ", citing the weather", ", saying that …": behind a comma the participle is the main subject's. */
function isLoose({ clause, verb, cue, sentence }: Site): boolean {
  if (cue === null || clause.kind !== 'participle' || verb.finite || verb.voice === 'passive') return false
  let i = verb.first - 1
  while (i >= 0 && sentence.tokens[i]?.pos === 'ADV') i--
  return sentence.tokens[i]?.text === ','
}

/** The speaker of the last report before, else the subject of the last main clause. */
function mainSpeaker(before: readonly Site[]): NounGroup | null {
  const outer = before.filter(
    site => /^(main|coordinate)$/.test(site.clause.kind) && site.verb.finite && site.speaker !== null,
  )
  return (outer.find(site => site.others.has(site.clause)) ?? outer[0])?.speaker ?? null
}

function siteOf(
  sentence: Sentence,
  clause: Clause,
  cues: Cues,
  names: readonly Name[],
  others: ReadonlySet<Clause>,
): Site | null {
  if (clause.verb === null) return null
  const verb = asFelt(sentence, finiteReport(sentence, clause, clause.verb), cues)
  const { cue, last } = cueOf(sentence, clause, verb, cues)
  const after = subjectAfter(sentence, clause, verb)
  const pronoun = after === null ? relativePronoun(sentence, clause) : null
  const before =
    after !== null || pronoun !== null || (clause.inheritedSubject && verb === clause.verb)
      ? null
      : speakerBefore(sentence, clause, verb, names)
  const own =
    after !== null
      ? speakerAfter(sentence, after)
      : cue?.class === 'saying'
        ? behindComma(sentence, verb, before)
        : before
  if (own?.group.temporal === true) return null
  const behind =
    own === null && saysLast(sentence, clause, verb, cue) ? namedBehindComma(sentence, verb) : null
  if (behind !== null)
    return { ...bareSite(sentence, clause, verb, others), cue, last, own: behind, speaker: behind.group }
  const speaker = own?.group ?? (pronoun !== null || clause.inheritedSubject ? clause.subject : null)
  return {
    sentence,
    clause,
    verb,
    cue,
    first: verb.first,
    last,
    own,
    speaker,
    pronoun,
    inverted: after !== null,
    others,
  }
}

/** "…,” the minister said Friday": "said" alone is no participle, whatever the quotation before it makes it look like. */
function finiteReport(sentence: Sentence, clause: Clause, verb: VerbGroup): VerbGroup {
  if (verb.finite || verb.first !== verb.head || clause.kind !== 'participle') return verb
  if (!/^(say|add|tell|reply|argue|insist|remark|warn|explain|note|write)$/.test(verb.lemma)) return verb
  const after = sentence.tokens[verb.head + 1]?.lower ?? ''
  if (sentence.tokens[verb.head]?.form !== 'past-or-participle' || /^(by|to)$/.test(after)) return verb
  return { ...verb, finite: true, voice: 'active', tense: 'past' }
}

function cueOf(
  sentence: Sentence,
  clause: Clause,
  verb: VerbGroup,
  cues: Cues,
): { cue: Cue | null; last: number } {
  const adjective = clause.predicate?.adjective ?? null
  if (adjective !== null && BE.has(verb.lemma)) {
    const token = sentence.tokens[adjective]
    const cue =
      token === undefined ? undefined : (cues.adjectives.get(token.lower) ?? cues.adjectives.get(token.lemma))
    if (cue !== undefined) return { cue, last: adjective }
  }
  const felt = isFelt(sentence, verb, cues)
    ? cues.adjectives.get(sentence.tokens[verb.head]?.lower ?? '')
    : undefined
  if (felt !== undefined) return { cue: felt, last: verb.last }
  for (const cue of cues.verbs.get(verb.lemma) ?? []) {
    // "knock down the wall", "carry out": with a particle of its own it is another verb.
    if (cue.particle.length === 0 && verb.last > verb.head) continue
    const last = particleEnd(sentence, verb, cue.particle)
    if (last !== null) return { cue, last }
  }
  return { cue: null, last: verb.last }
}

/** "are worried", "was surprised by": participles that say what the subject feels, not what is done to it. */
function isFelt(sentence: Sentence, verb: VerbGroup, cues: Cues): boolean {
  const head = sentence.tokens[verb.head]
  if (head === undefined || !cues.adjectives.has(head.lower) || verb.head === verb.first) return false
  return sentence.tokens.slice(verb.first, verb.head).some(token => token.lemma === 'be')
}

function asFelt(sentence: Sentence, verb: VerbGroup, cues: Cues): VerbGroup {
  return isFelt(sentence, verb, cues) ? { ...verb, voice: 'active' } : verb
}

/** The last token of the cue where its particle follows the verb; null where it doesn't. */
function particleEnd(sentence: Sentence, verb: VerbGroup, particle: readonly string[]): number | null {
  let at = verb.head
  for (const word of particle) {
    at++
    if (sentence.tokens[at]?.lower !== word) at = pastAdverbials(sentence, at, word)
    if (sentence.tokens[at]?.lower !== word) return null
  }
  // "agreed to add flights": the "to" of an infinitive is no particle.
  if (particle.length > 0 && sentence.tokens[at]?.lower === 'to' && sentence.tokens[at + 1]?.form === 'base')
    return null
  return Math.max(at, verb.last)
}

/** Prepositions that wait: "spoke *during his visit* of", "talks *more often in public* about". */
const WAITING = /^(about|of|against|on|for)$/

/** Past what may stand before the particle: "called Friday for", "spoke again of"; at most so many tokens. */
export function pastAdverbials(sentence: Sentence, at: number, word: string): number {
  let i = at
  for (let steps = 0; steps < 4; steps++) {
    const token = sentence.tokens[i]
    if (token === undefined || token.lower === word) return i
    const group = sentence.groups.find(one => one.first === i)
    const object = sentence.groups.find(one => one.first === i + 1)
    if (token.pos === 'ADV') i++
    else if (group?.temporal === true) i = group.last + 1
    else if (
      WAITING.test(word) &&
      /^(in|at|on|during|after|before|to|with)$/.test(token.lower) &&
      object !== undefined
    )
      i = object.last + 1
    else return i
  }
  return i
}

/** "“…,” the expert told *me*": an object is no subject, wherever it stands. */
function subjectOf(sentence: Sentence, { subject }: Clause): NounGroup | null {
  const head =
    subject === null || subject.sentence !== sentence.index ? undefined : sentence.tokens[subject.head]
  return head !== undefined && /^(me|him|us|them)$/.test(head.lower) ? null : subject
}

/** "said law professor X": the group right behind a verb that follows quoted or reported words. */
function subjectAfter(sentence: Sentence, clause: Clause, verb: VerbGroup): NounGroup | null {
  const subject = subjectOf(sentence, clause)
  const quoted =
    subject !== null &&
    sentence.tokens[subject.head]?.quoted === true &&
    sentence.tokens[verb.head]?.quoted !== true
  if (subject !== null && !quoted && !clause.inheritedSubject && subject.sentence === sentence.index) {
    return subject.first > verb.last ? (subject.coordinatedWith ?? subject) : null
  }
  const before = sentence.tokens[verb.first - 1]
  if (before === undefined || before.pos !== 'PUNCT' || !verb.finite) return null
  const group = sentence.groups.find(one => one.first > verb.last && one.first <= verb.last + 2)
  if (group === undefined || /^(me|him|us|them)$/.test(sentence.tokens[group.head]?.lower ?? '')) return null
  for (let i = verb.last + 1; i < group.first; i++) if (sentence.tokens[i]?.pos !== 'ADV') return null
  return group
}

function relativePronoun(sentence: Sentence, clause: Clause): number | null {
  if (clause.kind !== 'relative' || clause.verb === null) return null
  for (let i = clause.first; i < clause.verb.first; i++) {
    if (!/^(who|which|that)$/.test(sentence.tokens[i]?.lower ?? '')) continue
    // "the reasons that the ministry gives": the ministry speaks.
    const verb = clause.verb.first
    return sentence.groups.some(group => group.first > i && group.last < verb && !group.temporal) ? null : i
  }
  return null
}

/** Where the words of the cue's own clause begin: at its subject, if that stands before the verb. */
export function coreStart(site: Site): number {
  if (site.pronoun !== null) return site.pronoun
  return site.own === null || site.inverted ? site.verb.first : Math.min(site.own.first, site.verb.first)
}

/** The last token of what belongs to cue and speaker: "said Ana Ruiz, a professor at …". */
export function coreEnd(site: Site): number {
  return site.inverted && site.own !== null ? Math.max(site.last, site.own.last) : site.last
}

/** Index of the first token that begins at or after `offset`. */
export function tokenFrom(sentence: Sentence, offset: number): number {
  let low = 0
  let high = sentence.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentence.tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.pos !== 'PUNCT' && token.pos !== 'SYM'
}
