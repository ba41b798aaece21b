/** Statements about the future, each with what came of it. */
import { shortHash } from '../record/ids.ts'
import type { ForecastMention } from '../record/mentions.ts'
import type { Forecast } from '../record/types.ts'
import { combined } from './confidence.ts'
import { type Context, type Told, toldOf } from './context.ts'
import type { Events } from './events/index.ts'
import { settler } from './outcomes/index.ts'
import { passagesOf } from './passages.ts'
import { groupByWords } from './same-words.ts'
import type { Receipt } from './types.ts'

type Made = Told<ForecastMention> & { by: string | null }

/** Copies and quotations of one forecaster; two documents that expect alike themselves are two forecasters. */
function maybeOne(a: Made, b: Made): boolean {
  if (a.mention.document === b.mention.document || a.mention.negated !== b.mention.negated) return false
  if (a.source.origin === b.source.origin) return true
  return a.by !== null && a.by === b.by
}

/** What two that may be one share. */
function keysOf({ by, source }: Made): string[] {
  return [...(by === null ? [] : [`by ${by}`]), `article ${source.origin}`]
}

export interface Ledger {
  forecasts: Forecast[]
  /** What settled each, or why nothing did. */
  receipts: Receipt[]
}

export function forecasts(context: Context, events: Events): Ledger {
  const settle = settler(context, events)
  const made = toldOf(context, 'forecast').map(({ mention, source }): Made => {
    const { by, document } = mention
    return { mention, source, by: by === null ? null : context.actors.of(document, by) }
  })
  const ledger: Ledger = { forecasts: [], receipts: [] }
  for (const group of groupByWords(made, ({ mention }) => mention.text, maybeOne, keysOf)) {
    const [first] = group
    if (first === undefined) continue
    const { text, probability, horizon } = first.mention
    const id = shortHash('forecast', first.mention.id)
    const { outcome, resolvedBy, rule, reason } = settle(first.mention, first.source)
    const told = group.map(it => ({ origin: it.source.origin, confidence: it.mention.confidence }))
    ledger.forecasts.push({
      id,
      text,
      by: first.by,
      probability,
      horizon,
      outcome,
      resolvedBy,
      confidence: combined(told),
      evidence: passagesOf(group.map(it => ({ document: it.source.document, span: it.mention.span }))),
    })
    ledger.receipts.push({
      about: id,
      rule: rule ?? `forecast/${outcome}`,
      verdict: 'for',
      weight: 1,
      reason,
      between: [first.mention.id, resolvedBy ?? ''],
      merged: rule !== null,
    })
  }
  return ledger
}
