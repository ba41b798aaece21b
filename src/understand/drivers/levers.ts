/** Which claims say that one factor of a relationship brings more or less of another. */
import type { NounGroup } from '../../text/types.ts'
import { type Context, statesOf } from '../context.ts'
import { once } from '../once.ts'
import type { Claim } from './claim.ts'
import { claims, denials, isDoubted } from './claims.ts'
import { type Grounded, ground } from './ground.ts'

export interface Lever {
  claim: Claim
  cause: Grounded
  effect: Grounded
}

export const levers = once((context: Context): readonly Lever[] =>
  claims(context)
    .filter(claim => !isDoubted(claim))
    .flatMap(claim => leverOf(context, claim) ?? []),
)

/** Claims that it is not so, between two factors of the inventory: what is not said to move something says little. */
export const deniedLevers = once((context: Context): readonly Lever[] =>
  denials(context).flatMap(claim => {
    const lever = leverOf(context, claim)
    return lever?.cause.mention.grounded && lever.effect.mention.grounded ? [lever] : []
  }),
)

function leverOf(context: Context, claim: Claim): Lever | null {
  if (!claim.driver || claim.sign === 0) return null
  const cause = ground(context, claim.cause)
  const effect = ground(context, claim.effect)
  if (cause === null || effect === null || !matters(context, claim, cause, effect)) return null
  return { claim, cause, effect }
}

/** A driver is about a relationship: one side at least is a factor of the inventory, and states are involved. */
function matters(context: Context, claim: Claim, cause: Grounded, effect: Grounded): boolean {
  if (cause.mention.factor === effect.mention.factor && cause.mention.text === effect.mention.text)
    return false
  const thing = !areActors(context, claim.cause) || (cause.strong && !speaks(context, claim.cause))
  // "The two countries improve their relations", "POSCO feeds the fund": acts, no claims of what moves what.
  if (
    claim.pattern.startsWith('verb:') &&
    (standsForSpeaker(context, claim) || (!thing && !isThird(context, claim)))
  )
    return false
  // "Egypt depends on the Nile": what somebody lives on, and nothing that moves.
  if (isActor(context, claim.effect) && LIVES_ON.test(claim.pattern)) return false
  if (
    isActor(context, claim.effect) &&
    !(thing && claim.pattern.startsWith('verb:') && cause.mention.grounded)
  )
    return false
  if (effect.mention.grounded)
    // "Relations have long been strained by the movement": those that the document is about.
    return (
      cause.mention.grounded ||
      claim.cause.clause !== null ||
      (effect.mention.factor === 'relations' && !/^an?$/.test(claim.effect.group?.determiner ?? '')) ||
      involvesState(context, claim)
    )
  // What no factor covers must be brought by a thing, no one's own act: "the boycott cut sales of Japanese beer".
  const things = claim.cause.group !== null && claim.effect.group !== null
  if (thing) return cause.mention.grounded || (things && involvesState(context, claim))
  return cause.mention.grounded && /^(this|that|these)$/.test(claim.effect.group?.determiner ?? '')
}

const LIVES_ON = /^(?:verb|adjective):(?:depend|rely|dependent|reliant)$/

/** "a threat to his nation", "deter Pyongyang": one actor is no factor of a relationship. */
function isActor(context: Context, { group }: Claim['cause']): boolean {
  return group !== null && group.conjuncts.length === 0 && acts(context, group)
}

/** "the United States, Germany and the Netherlands froze": several that act; what is between them may well be moved. */
function areActors(context: Context, { group }: Claim['cause']): boolean {
  return group !== null && [group, ...group.conjuncts].every(member => acts(context, member))
}

function acts({ analysis }: Context, group: NounGroup): boolean {
  return analysis.actorsOf(group).some(actor => !/^(public|party)$/.test(actor.type))
}

/** States, governments and persons act; a militia or a rescue team may stand for what it does. */
function speaks(context: Context, { group }: Claim['cause']): boolean {
  return (
    group !== null &&
    context.analysis.actorsOf(group).some(({ type }) => /^(state|government|person)$/.test(type))
  )
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
