/** The claims behind an edge as text, for formats that have one cell or one note for them. */
import type { Passage } from '../../../record/types.ts'
import type { Edge, Support } from '../types.ts'
import { isMapping, listOf, numberOf, parsed, textOf } from './guards.ts'

export type Claims = Pick<Edge, 'support' | 'rivals' | 'denials'>

/** An edge without its ends and figures. */
export function claimsOf({ support, rivals, denials }: Claims): Claims {
  return denials === undefined ? { support, rivals } : { support, rivals, denials }
}

export function claimsText(edge: Claims): string {
  const { support, rivals, denials = [] } = edge
  return support.length + rivals.length + denials.length === 0 ? '' : JSON.stringify(claimsOf(edge))
}

/** What is damaged is left out: the edge stands without it. */
export function claimsIn(text: string): Claims {
  return claimsFrom(parsed(text))
}

export function claimsFrom(value: unknown): Claims {
  if (!isMapping(value)) return { support: [], rivals: [] }
  const { support, rivals, denials } = value
  const both = { support: supports(support), rivals: supports(rivals) }
  return Array.isArray(denials) ? { ...both, denials: supports(denials) } : both
}

function supports(value: unknown): Support[] {
  return listOf(value).flatMap(item => {
    if (!isMapping(item)) return []
    const sign = numberOf(item.sign)
    if (sign !== 1 && sign !== -1) return []
    return [
      {
        driver: textOf(item.driver),
        sign,
        claimedBy: typeof item.claimedBy === 'string' ? item.claimedBy : null,
        hedged: item.hedged === true,
        confidence: Math.min(1, Math.max(0, numberOf(item.confidence) ?? 0)),
        cause: textOf(item.cause),
        effect: textOf(item.effect),
        origins: listOf(item.origins).map(textOf),
        evidence: listOf(item.evidence).flatMap(passage),
      },
    ]
  })
}

function passage(value: unknown): Passage[] {
  if (!isMapping(value) || typeof value.document !== 'string') return []
  const start = numberOf(value.start)
  const end = numberOf(value.end)
  return start === null || end === null
    ? []
    : [{ document: value.document, start, end, quote: textOf(value.quote) }]
}

/** One line a claim, for people: `+ “The ruling strained ties.” (hedged; person/jon-lind)`. */
export function claimLines({ support, rivals, denials = [] }: Claims): string[] {
  return [...support, ...rivals, ...denials].map((claim, i) => {
    const quotes = claim.evidence.map(({ quote }) => `“${quote.replace(/\s+/g, ' ')}”`).join(' … ')
    const denied = i >= support.length + rivals.length
    const asides = [
      ...(denied ? ['denied'] : []),
      ...(claim.hedged ? ['hedged'] : []),
      ...(claim.claimedBy === null ? [] : [claim.claimedBy]),
    ]
    return `${claim.sign > 0 ? '+' : '−'} ${quotes}${asides.length === 0 ? '' : ` (${asides.join('; ')})`}`
  })
}
