/** Drivers: claims that one factor of a relationship brings more or less of another, and who makes them. */

import { mentionId } from '../../record/ids.ts'
import type { DriverMention, StatementMention } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import { type Context, sentenceOf, statesOf } from '../context.ts'
import { once } from '../once.ts'
import { statementAt } from '../said.ts'
import type { Claim } from './claim.ts'
import { claims } from './claims.ts'
import { type Grounded, ground } from './ground.ts'

const HEDGING =
  /^(perhaps|possibly|probably|maybe|likely|arguably|reportedly|allegedly|potentially|partly|largely)$/

/** One item of `entente code`'s `causes`. */
export interface CodedCause {
  cause: Span
  effect: Span
  cue: Span
}

/** Every causal relation that the text states: motives, purposes and triggers too. */
export const causes = once((context: Context): readonly CodedCause[] =>
  claims(context)
    .filter(claim => !isDeed(context, claim))
    .map(({ cause, effect, cue }) => ({ cause: cause.span, effect: effect.span, cue })),
)

/** "Militants killed two", "he raised a flag": what an actor does with its own hands names no cause. */
function isDeed(context: Context, { pattern, cause }: Claim): boolean {
  if (!pattern.startsWith('verb:') || cause.group === null) return false
  return (
    /^(he|she|they|we|i|who)$/.test(cause.group.lemma) || context.analysis.actorsOf(cause.group).length > 0
  )
}

export function drivers(context: Context, statements: readonly StatementMention[]): DriverMention[] {
  const found: DriverMention[] = []
  const taken = new Map<string, number>()
  for (const claim of claims(context)) {
    const mention = toMention(context, claim, statements)
    if (mention === null) continue
    const place = `${mention.span[0]}:${mention.span[1]}`
    const ordinal = taken.get(place) ?? 0
    taken.set(place, ordinal + 1)
    found.push({ ...mention, id: mentionId(context.document.id, 'driver', mention.span, ordinal) })
  }
  return found
}

function toMention(
  context: Context,
  claim: Claim,
  statements: readonly StatementMention[],
): DriverMention | null {
  if (!claim.driver || claim.sign === 0) return null
  const cause = ground(context, claim.cause)
  const effect = ground(context, claim.effect)
  if (cause === null || effect === null || !matters(context, claim, cause, effect)) return null
  const hedged = isHedged(claim)
  const span = evidence(context, claim)
  const sign = claim.sign * cause.direction * effect.direction === 1 ? 1 : -1
  return {
    kind: 'driver',
    id: '',
    document: context.document.id,
    span,
    pattern: claim.pattern,
    confidence:
      Math.round(claim.weight * (cause.mention.grounded ? 1 : 0.85) * (hedged ? 0.9 : 1) * 100) / 100,
    cause: cause.mention,
    effect: effect.mention,
    sign,
    claimedBy: speakerOf(claim.cue, statements),
    hedged,
  }
}

/** A driver is about a relationship: one side at least is a factor of the inventory, and states are involved. */
function matters(context: Context, claim: Claim, cause: Grounded, effect: Grounded): boolean {
  if (cause.mention.factor === effect.mention.factor && cause.mention.text === effect.mention.text)
    return false
  const thing = !isActor(context, claim.cause)
  // "The two countries improve their relations", "POSCO feeds the fund": acts, no claims of what moves what.
  if (
    claim.pattern.startsWith('verb:') &&
    (standsForSpeaker(context, claim) || (!thing && !isThird(context, claim)))
  )
    return false
  if (
    isActor(context, claim.effect) &&
    !(thing && claim.pattern.startsWith('verb:') && cause.mention.grounded)
  )
    return false
  if (effect.mention.grounded)
    return cause.mention.grounded || claim.cause.clause !== null || involvesState(context, claim)
  // What no factor covers must be brought by a thing, no one's own act: "the boycott cut sales of Japanese beer".
  if (thing) return cause.mention.grounded || involvesState(context, claim)
  return cause.mention.grounded && /^(this|that|these)$/.test(claim.effect.group?.determiner ?? '')
}

/** "a threat to his nation", "deter Pyongyang": one actor is no factor of a relationship. */
function isActor(context: Context, { group }: Claim['cause']): boolean {
  if (group === null || group.conjuncts.length > 0) return false
  return context.analysis.actorsOf(group).some(actor => !/^(public|party)$/.test(actor.type))
}

/** "North Korea has linked Tokyo and Seoul": one actor moves what stands between others. */
function isThird(context: Context, { cause, effect }: Claim): boolean {
  if (cause.group === null || effect.group === null) return false
  const own = statesOf(context.analysis.actorsOf(cause.group))
  const others = statesOf(context.analysis.actorsOf(effect.group))
  return others.length > 1 && own.length === 1 && !own.some(state => others.includes(state))
}

/** "Seoul said it would ease the ban": the pronoun is who speaks. */
function standsForSpeaker(context: Context, { clause, pattern }: Claim): boolean {
  const { subject } = clause
  if (pattern === 'verb:take') return false
  if (subject === null || !/^(it|they|he|she|we|i)$/.test(subject.lemma)) return false
  return context.analysis.actorsOf(subject).length > 0 || clause.kind === 'complement'
}

function involvesState(context: Context, claim: Claim): boolean {
  return [claim.cause, claim.effect].some(side => {
    const groups = side.sentence.groups.filter(g => g.span[0] >= side.span[0] && g.span[1] <= side.span[1])
    return groups.some(
      g =>
        context.analysis.statesIn(g).length > 0 ||
        context.analysis.actorsOf(g).some(actor => actor.state !== null),
    )
  })
}

function isHedged(claim: Claim): boolean {
  const { verb } = claim.clause
  return (
    verb !== null &&
    (/^(could|may|might|can|would|should)$/.test(verb.modal ?? '') ||
      verb.adverbs.some(adverb => HEDGING.test(adverb)))
  )
}

/** The clause that states it and both sides, within its sentence. */
function evidence(context: Context, claim: Claim): Span {
  const sentence = sentenceOf(context.analysis, claim.clause)
  const sides = [claim.cause, claim.effect].filter(side => side.sentence === sentence).map(side => side.span)
  const start = Math.min(claim.clause.span[0], ...sides.map(span => span[0]))
  const end = Math.max(claim.clause.span[1], ...sides.map(span => span[1]))
  return sentence === null ? [start, end] : [Math.max(start, sentence.start), Math.min(end, sentence.end)]
}

/** Who says it: the speaker of the statement that holds the cue; null: the document itself. */
function speakerOf(cue: Span, statements: readonly StatementMention[]): string | null {
  const holding = statementAt(statements, cue, part => part[0] <= cue[0] && cue[1] <= part[1])
  return holding?.speaker.key ?? null
}
