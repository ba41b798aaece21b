/** Drivers: claims that one factor of a relationship brings more or less of another, and who makes them. */

import { mentionId } from '../../record/ids.ts'
import type { DriverMention, StatementMention } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import { type Context, sentenceOf } from '../context.ts'
import { statementAt } from '../said.ts'
import type { Claim } from './claim.ts'
import { deniedLevers, type Lever, levers } from './levers.ts'

export { type CodedCause, causes } from './causes.ts'

const HEDGING =
  /^(perhaps|possibly|probably|maybe|likely|arguably|reportedly|allegedly|potentially|partly|largely)$/

export function drivers(context: Context, statements: readonly StatementMention[]): DriverMention[] {
  const found: DriverMention[] = []
  const taken = new Map<string, number>()
  for (const lever of [...levers(context), ...deniedLevers(context)]) {
    const mention = toMention(context, lever, statements)
    const place = `${mention.span[0]}:${mention.span[1]}`
    const ordinal = taken.get(place) ?? 0
    taken.set(place, ordinal + 1)
    found.push({ ...mention, id: mentionId(context.document.id, 'driver', mention.span, ordinal) })
  }
  return found
}

function toMention(
  context: Context,
  { claim, cause, effect }: Lever,
  statements: readonly StatementMention[],
): DriverMention {
  const hedged = isHedged(claim)
  const span = evidence(context, claim)
  const sign = signOf(context, { claim, cause, effect })
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
    ...(claim.negated ? { negated: true } : {}),
  }
}

/** Between the factors: what the cue says, turned round for each side that says less of its factor. */
function signOf(context: Context, { claim, cause, effect }: Lever): 1 | -1 {
  const row = effect.mention.grounded ? context.knowledge.factors.byId(effect.mention.factor) : null
  const worth =
    claim.worth === undefined || row === null ? claim.sign : (claim.worth === 'mend') === row.ill ? -1 : 1
  return worth * cause.direction * effect.direction === 1 ? 1 : -1
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
