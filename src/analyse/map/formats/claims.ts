/** The claims behind an edge as text, for formats that have one cell or one note for them. */
import type { Passage } from '../../../record/types.ts'
import type { Edge, Support } from '../types.ts'
import { isMapping, listOf, numberOf, parsed, textOf } from './guards.ts'

export interface Claims {
  support: readonly Support[]
  rivals: readonly Support[]
}

export function claimsText({ support, rivals }: Claims): string {
  return support.length === 0 && rivals.length === 0 ? '' : JSON.stringify({ support, rivals })
}

/** What is damaged is left out: the edge stands without it. */
export function claimsIn(text: string): Claims {
  const value = parsed(text)
  return isMapping(value)
    ? { support: supports(value.support), rivals: supports(value.rivals) }
    : { support: [], rivals: [] }
}

export function supports(value: unknown): Support[] {
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
export function claimLines({ support, rivals }: Pick<Edge, 'support' | 'rivals'>): string[] {
  return [...support, ...rivals].map(claim => {
    const quotes = claim.evidence.map(({ quote }) => `“${quote.replace(/\s+/g, ' ')}”`).join(' … ')
    const asides = [
      ...(claim.hedged ? ['hedged'] : []),
      ...(claim.claimedBy === null ? [] : [claim.claimedBy]),
    ]
    return `${claim.sign > 0 ? '+' : '−'} ${quotes}${asides.length === 0 ? '' : ` (${asides.join('; ')})`}`
  })
}
