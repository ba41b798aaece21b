import type { ComplementKind, Frame } from '../../knowledge/frames.ts'
import type { NounClasses } from '../../knowledge/noun-classes.ts'
import type { Clause, NounGroup, Prepositional, Sentence } from '../../text/types.ts'
import type { Nouns } from './nouns.ts'
import type { Roles } from './roles.ts'

/** A clause with its parts, as the frames see it. */
export interface Situation {
  clause: Clause
  roles: Roles
  sentence: Sentence
  nouns: Nouns
  /** `wordsBehind` of the clause: made when a frame first asks for a predicate. */
  behind(): ReadonlySet<string>
}

/** A frame that fits a clause, and the phrase that it asked for. */
export interface Fit {
  frame: Frame
  phrase: Prepositional | null
  /** The frame's rank, less where its object fits only for being somebody. */
  rank: number
}

/** "call *off* the talks", "call the talks *off*", "lay *down arms*", "are *due*". */
function restFits(rest: readonly string[], { clause, sentence }: Situation): boolean {
  if (rest.length === 0) return true
  const verb = clause.verb
  if (verb === null) return false
  if (rest.length === 1 && verb.particle === rest[0]) return true
  // "pulled its troops *out of* Lebanon"
  if (rest.length === 1 && clause.phrases.some(it => it.preposition.startsWith(`${rest[0]} `))) return true
  const words = sentence.tokens.slice(verb.head + 1, verb.head + 1 + rest.length)
  return rest.every((word, i) => words[i]?.lower === word || words[i]?.lemma === word)
}

/** "off" turns a verb into another one: without a row of its own, "call off" is no "call". */
const TURNING = new Set(['off', 'down', 'back', 'over', 'away'])

function particleAllows(frame: Frame, clause: Clause): boolean {
  const particle = clause.verb?.particle ?? null
  if (particle === null || frame.rest.length > 0 || !TURNING.has(particle)) return true
  return frame.phrases.includes(particle)
}

/** The complement, or an infinitive that follows: "committed *to share the cost*". */
export function complementOf(clause: Clause, sentence: Sentence): Clause | null {
  if (clause.complement !== null) return clause.complement
  // "despite a bid *to keep it*": what completes a noun of a phrase is none of the verb's.
  const own = (it: Clause) =>
    it.modifies === null || !clause.phrases.some(phrase => phrase.object === it.modifies)
  return sentence.clauses.find(it => it.parent === clause && it.marker === 'to' && own(it)) ?? null
}

function complementKind(clause: Clause, sentence: Sentence): ComplementKind | null {
  const inner = complementOf(clause, sentence)
  if (inner === null || inner.verb === null) return null
  if (inner.marker === 'to') return 'to'
  if (inner.verb.finite || inner.marker === 'that') return 'that'
  return 'ing'
}

function complementFits(frame: Frame, { clause, sentence }: Situation): boolean {
  if (frame.complement.length === 0) return true
  const kind = complementKind(clause, sentence)
  return (
    kind !== null &&
    (frame.complement.includes(kind) || (kind === 'ing' && frame.complement.includes('base')))
  )
}

/** "walk out" + "of" meets the preposition "out of". */
function asksFor(frame: Frame, preposition: string): boolean {
  if (frame.phrases.includes(preposition)) return true
  const rest = frame.rest.at(-1)
  return rest !== undefined && frame.phrases.some(wanted => `${rest} ${wanted}` === preposition)
}

/** The phrase that the frame asks for; `undefined` where it is missing. */
function phraseFor(frame: Frame, { clause, roles, nouns }: Situation): Prepositional | null | undefined {
  if (frame.phrases.length === 0) return null
  for (const phrase of roles.phrases) {
    if (phrase.object?.temporal || !asksFor(frame, phrase.preposition)) continue
    if (frame.within === null || nouns.fits(phrase.object, frame.within)) return phrase
  }
  const particle = clause.verb?.particle
  return particle !== null &&
    particle !== undefined &&
    frame.phrases.includes(particle) &&
    frame.within === null
    ? null
    : undefined
}

/** "deemed *unacceptable*", "called him a *liar*": words after the verb that say what somebody is said to be. */
function predicateFits(frame: Frame, { clause, nouns, behind }: Situation): boolean {
  const wish = frame.predicate
  if (wish === null || clause.verb === null) return wish === null
  if (clause.predicate?.group && nouns.fits(clause.predicate.group, wish)) return true
  return wish.classes.some(name => behind().has(name))
}

/** The words behind the verb, two and three of them together, and the classes of all these. */
export function wordsBehind(clause: Clause, sentence: Sentence, classes: NounClasses): ReadonlySet<string> {
  const found = new Set<string>()
  const from = (clause.verb?.last ?? clause.last) + 1
  for (let i = from; i <= Math.min(clause.last, from + 7); i++) {
    const [one, two, three] = sentence.tokens.slice(i, i + 3)
    if (one === undefined) break
    const pair = two === undefined ? one.lower : `${one.lower} ${two.lower}`
    for (const term of [one.lower, one.lemma, pair, three === undefined ? pair : `${pair} ${three.lower}`]) {
      found.add(term)
      for (const name of classes.classesOf(term)) found.add(name)
    }
  }
  return found
}

function adverbFits(frame: Frame, { clause, sentence }: Situation): boolean {
  if (frame.adverbs.length === 0) return true
  if (clause.verb?.adverbs.some(adverb => frame.adverbs.includes(adverb))) return true
  return sentence.tokens
    .slice(clause.first, clause.last + 1)
    .some(token => frame.adverbs.includes(token.lower))
}

/** "took *in refugees*": where "in" was taken for a preposition, its noun is the object. */
function objectOfParticle(frame: Frame, roles: Roles): NounGroup | null {
  if (frame.rest.length !== 1) return null
  return roles.phrases.find(phrase => phrase.preposition === frame.rest[0])?.object ?? null
}

function objectFits(frame: Frame, { roles, nouns }: Situation): boolean {
  const wish = frame.object
  if (wish === null || nouns.fits(roles.patient ?? objectOfParticle(frame, roles), wish)) return true
  // "has taken *in 300 refugees*, most of them boys": what stands behind the particle, before anything later.
  if (!wish.none && frame.rest.length === 1 && nouns.fits(objectOfParticle(frame, roles), wish)) return true
  // "received fuel and *medicine*", "agreed a trade and *cooperation agreement*"
  if (!wish.none && !wish.actor && roles.patient?.conjuncts.some(it => nouns.fits(it, wish))) return true
  return !wish.none && roles.others.some(other => nouns.fits(other, wish))
}

/** Whether a frame fits a clause, cheap questions first. */
export function matchFrame(frame: Frame, situation: Situation): Fit | null {
  const { clause, roles, nouns } = situation
  if (!particleAllows(frame, clause) || !restFits(frame.rest, situation)) return null
  if (!complementFits(frame, situation) || !objectFits(frame, situation)) return null
  if (frame.actor !== null && (roles.agent === null || !nouns.fits(roles.agent, frame.actor))) return null
  const phrase = phraseFor(frame, situation)
  if (phrase === undefined) return null
  if (!adverbFits(frame, situation) || !predicateFits(frame, situation)) return null
  const wish = frame.object
  const loose =
    wish?.actor === true && roles.patient !== null && !nouns.fits(roles.patient, { ...wish, actor: false })
  const asked = (wish?.classes.length ?? 0) + (wish?.types.length ?? 0) > 0
  return { frame, phrase, rank: loose && asked ? frame.rank - 3 : frame.rank }
}
