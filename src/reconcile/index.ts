/**
 * Mentions → record: same actor, same event, same copy. A pure function of what is handed in; nothing depends on
 * its order, on a clock or on the machine.
 */
import type { Knowledge } from '../knowledge/index.ts'
import { byCodePoint } from '../record/ids.ts'
import { byDate } from '../record/interval.ts'
import type { Understanding } from '../record/mentions.ts'
import type { Document, Interval, Record } from '../record/types.ts'
import { recordActors } from './actors/record.ts'
import { type Context, prepare } from './context.ts'
import type { Copies } from './copies/index.ts'
import { inferDates } from './dating/index.ts'
import { drivers, factors } from './drivers.ts'
import { type Events, events } from './events/index.ts'
import { forecasts, type Ledger } from './forecasts.ts'
import { issues } from './issues.ts'
import { positions } from './positions.ts'
import { statements } from './statements.ts'
import type { Receipt, Reconciled } from './types.ts'

export type { Receipt, Reconciled } from './types.ts'

/** Works out the whole record anew. `documents` and `understandings` in any order. */
export function reconcile(
  documents: readonly Document[],
  understandings: readonly Understanding[],
  knowledge: Knowledge,
): Reconciled {
  const context = prepare(documents, understandings, knowledge)
  const merged = events(context)
  const inferred = inferDates(context, merged)
  const ledger = forecasts(context, merged)
  let receipts: Receipt[] | null = null
  return {
    record: recordOf(context, merged, ledger),
    inferred: inferred.dates,
    get receipts() {
      receipts ??= [
        ...copyReceipts(context.copies),
        ...merged.receipts(),
        ...inferred.receipts(),
        ...ledger.receipts,
      ].sort(byAbout)
      return receipts
    },
  }
}

function byAbout(a: Receipt, b: Receipt): number {
  return (
    byCodePoint(a.about, b.about) ||
    byCodePoint(a.between[1], b.between[1]) ||
    byCodePoint(a.between[0], b.between[0]) ||
    byCodePoint(a.rule, b.rule)
  )
}

function copyReceipts({ found }: Copies): Receipt[] {
  return found.map(({ copy, original, likeness }) => ({
    about: copy,
    rule: 'document/copy',
    verdict: 'for',
    weight: likeness.jaccard,
    reason: `the texts share ${Math.round(likeness.jaccard * 100)} % of their runs of five words, and ${Math.round(likeness.containment * 100)} % of the shorter one's`,
    between: [original, copy],
    merged: true,
  }))
}

function recordOf(context: Context, merged: Events, ledger: Ledger): Record {
  const all = merged.all.map(({ event }) => event)
  const facts = {
    events: all,
    statements: statements(context).sort(byEvidence),
    positions: positions(context).sort((a, b) => byMaybeDate(a, b) || byEvidence(a, b)),
    forecasts: [...ledger.forecasts].sort(byEvidence),
    drivers: drivers(context).sort(byEvidence),
  }
  const { actors, issues: matters } = referredBy(facts)
  return {
    entente: '1',
    documents: context.documents.map(document => ({
      ...document,
      copyOf: context.copies.copyOf.get(document.id) ?? null,
      revisionOf: context.copies.revisionOf.get(document.id) ?? null,
    })),
    actors: recordActors(context.actors, actors, context.knowledge),
    issues: issues(context, matters),
    ...facts,
    factors: factors(context),
  }
}

type Facts = Pick<Record, 'events' | 'statements' | 'positions' | 'forecasts' | 'drivers'>

function referredBy(facts: Facts): { actors: Set<string>; issues: Set<string> } {
  const actors = new Set<string>()
  const matters = new Set<string>()
  const refer = (id: string | null): void => {
    if (id !== null) actors.add(id)
  }
  for (const it of facts.events) {
    for (const id of [...it.source, ...it.target, ...it.states, ...it.claimedBy, ...it.disputedBy]) refer(id)
    for (const id of it.issues) matters.add(id)
  }
  for (const it of facts.statements) {
    refer(it.speaker.actor)
    for (const id of it.issues) matters.add(id)
  }
  for (const it of facts.positions) {
    refer(it.actor)
    matters.add(it.issue)
  }
  for (const it of facts.forecasts) refer(it.by)
  for (const it of facts.drivers) refer(it.claimedBy)
  return { actors, issues: matters }
}

interface Dated {
  date: Interval | null
}

function byMaybeDate(a: Dated, b: Dated): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
  return byDate(a.date, b.date)
}

interface Evidenced {
  id: string
  evidence: { document: string; start: number }[]
}

/** By the first passage, then the id. */
function byEvidence(a: Evidenced, b: Evidenced): number {
  const [x, y] = [a.evidence[0], b.evidence[0]]
  const place =
    x === undefined || y === undefined ? 0 : byCodePoint(x.document, y.document) || x.start - y.start
  return place || byCodePoint(a.id, b.id)
}
