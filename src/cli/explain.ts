/** Why a fact is there: the patterns that found its passages, and the rules that merged or kept apart. */

import type { Session } from '../pipeline.ts'
import { passagesOf, type SourcedFact, type SourcedKind } from '../record/facts.ts'

export interface Explanations {
  of(kind: SourcedKind, fact: SourcedFact): string[]
}

interface Found {
  id: string
  pattern: string
  confidence: number
}

const keyOf = (kind: string, document: string, start: number, end: number): string =>
  `${kind} ${document} ${start} ${end}`

/** What a rule decided, and why: of two tellings whether they are one, of a forecast whether it is settled. */
function decision(rule: string, merged: boolean, weight: number, reason: string): string {
  if (rule.startsWith('forecast/')) return merged ? `settled by ${rule}: ${reason}` : `not settled: ${reason}`
  return `${merged ? 'merged' : 'kept apart'} by ${rule} (${weight.toFixed(2)}): ${reason}`
}

/** Works out the mentions and receipts again; nothing of them is kept in the store. */
export async function explanationsOf(session: Session): Promise<Explanations> {
  const { settledSources } = await import('../pipeline.ts')
  const { understandings, receipts } = await settledSources(session)
  const mentions = new Map<string, Found[]>()
  for (const understanding of understandings) {
    for (const { kind, document, span, id, pattern, confidence } of understanding.mentions) {
      const key = keyOf(kind, document, span[0], span[1])
      const list = mentions.get(key)
      if (list === undefined) mentions.set(key, [{ id, pattern, confidence }])
      else list.push({ id, pattern, confidence })
    }
  }
  return {
    of(kind, fact) {
      const lines: string[] = []
      const ids = new Set<string>([fact.id])
      for (const { document, start, end } of passagesOf(fact)) {
        for (const { id, pattern, confidence } of mentions.get(keyOf(kind, document, start, end)) ?? []) {
          ids.add(id)
          lines.push(
            `found by ${pattern} (${confidence.toFixed(2)}) at ${document.slice(0, 8)}:${start}–${end}`,
          )
        }
      }
      for (const { about, rule, merged, weight, reason, between } of receipts) {
        if (about !== fact.id && !between.some(id => ids.has(id))) continue
        lines.push(decision(rule, merged, weight, reason))
      }
      return [...new Set(lines)]
    },
  }
}
