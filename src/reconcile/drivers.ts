/** Claims that one factor brings more or less of another. */
import { shortHash } from '../record/ids.ts'
import type { DriverMention, FactorMention } from '../record/mentions.ts'
import type { Driver, Factor } from '../record/types.ts'
import { combined } from './confidence.ts'
import { type Context, type Told, toldOf } from './context.ts'
import { commonest, push, sorted } from './lists.ts'
import { passagesOf } from './passages.ts'
import { groupByWords } from './same-words.ts'

type Claim = Told<DriverMention> & { by: string | null }

/**
 * One claim in two documents: the same words, or the same named claimant on the same factors. A document that
 * claims something itself is a claimant of its own, so two newspapers that say alike stay two claims.
 */
function groups(claims: readonly Claim[]): Claim[][] {
  const alike = groupByWords(
    claims,
    ({ mention, source }) => source.document.text.slice(mention.span[0], mention.span[1]),
    (a, b) => a.mention.document !== b.mention.document && a.by === b.by,
  )
  const [first] = claims
  if (
    first === undefined ||
    first.by === null ||
    !first.mention.cause.grounded ||
    !first.mention.effect.grounded
  ) {
    return alike
  }
  const joined: Claim[][] = []
  for (const group of alike) {
    const documents = new Set(group.map(it => it.mention.document))
    const free = joined.find(other => !other.some(it => documents.has(it.mention.document)))
    if (free === undefined) joined.push(group)
    else free.push(...group)
  }
  return joined
}

function side(claims: readonly Claim[], of: (mention: DriverMention) => FactorMention): Driver['cause'] {
  const [first] = claims
  return {
    factor: first === undefined ? '' : of(first.mention).factor,
    text: first === undefined ? '' : of(first.mention).text,
  }
}

function driverOf(claims: readonly Claim[]): Driver {
  const [first] = claims
  if (first === undefined) throw new RangeError('a driver without mentions')
  return {
    id: shortHash('driver', first.mention.id),
    cause: side(claims, mention => mention.cause),
    effect: side(claims, mention => mention.effect),
    sign: first.mention.sign,
    claimedBy: first.by,
    hedged: claims.every(it => it.mention.hedged),
    ...(first.mention.negated ? { negated: true } : {}),
    confidence: combined(claims.map(it => ({ origin: it.source.origin, confidence: it.mention.confidence }))),
    evidence: passagesOf(claims.map(it => ({ document: it.source.document, span: it.mention.span }))),
  }
}

export function drivers(context: Context): Driver[] {
  const byClaim = new Map<string, Claim[]>()
  for (const { mention, source } of toldOf(context, 'driver')) {
    const { document, cause, effect, sign, claimedBy, negated } = mention
    const by = claimedBy === null ? null : context.actors.of(document, claimedBy)
    push(
      byClaim,
      `${cause.factor}\u0000${effect.factor}\u0000${sign}\u0000${negated ?? ''}\u0000${by ?? ''}`,
      { mention, source, by },
    )
  }
  return [...byClaim.values()].flatMap(claims => groups(claims).map(driverOf))
}

/** The factors that claims name, each with the name that most give it. */
export function factors(context: Context): Factor[] {
  const named = new Map<string, FactorMention[]>()
  for (const { mention } of toldOf(context, 'driver')) {
    for (const factor of [mention.cause, mention.effect]) push(named, factor.factor, factor)
  }
  return sorted(named.keys()).map(id => {
    const all = named.get(id) ?? []
    return { id, name: commonest(all.map(it => it.name)) ?? id, grounded: all.some(it => it.grounded) }
  })
}
