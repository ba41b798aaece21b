/** How an event was told over time: announced, planned, held. */
import { byCodePoint } from '../../record/ids.ts'
import { overlap } from '../../record/interval.ts'
import type { EventType, HistoryEntry, Interval, Passage, Status } from '../../record/types.ts'
import { push } from '../lists.ts'
import { passagesOf } from '../passages.ts'
import { bestDate } from './best-date.ts'
import type { Telling } from './telling.ts'

interface Stage {
  type: EventType
  status: Status
  tellings: Telling[]
}

/** Before it is held it is thought of, then planned; what is denied or called off comes last. */
const STEP: { readonly [status in Status]: number } = { hypothetical: 0, planned: 1, reported: 2, denied: 3 }

function stagesOf(tellings: readonly Telling[]): Stage[] {
  const byStage = new Map<string, Telling[]>()
  for (const telling of tellings) push(byStage, `${telling.mention.status} ${telling.mention.type}`, telling)
  const stages = [...byStage.values()].flatMap((told): Stage[] => {
    const [first] = told
    return first === undefined
      ? []
      : [{ type: first.mention.type, status: first.mention.status, tellings: told }]
  })
  return stages.sort(byTime)
}

/** When it was first told so; a document without a date tells nothing of that. */
function toldFrom(stage: Stage): number {
  return Math.min(...stage.tellings.map(({ source }) => source.published ?? Number.POSITIVE_INFINITY))
}

function byTime(a: Stage, b: Stage): number {
  const [x, y] = [toldFrom(a), toldFrom(b)]
  const told = Number.isFinite(x) && Number.isFinite(y) ? x - y : 0
  return STEP[a.status] - STEP[b.status] || told || byCodePoint(a.type, b.type)
}

/** A telling without days of its own has those of the event, unless they contradict what bounds it. */
function dateOf(stage: Stage, event: Interval): Interval {
  const own = bestDate(stage.tellings)
  return own.basis === 'publication' && overlap(own, event) ? event : own
}

/** Empty where it was told in one way only. */
export function historyOf(tellings: readonly Telling[], date: Interval): HistoryEntry[] {
  const stages = stagesOf(tellings)
  if (stages.length < 2) return []
  return stages.map(stage => ({
    type: stage.type,
    status: stage.status,
    date: dateOf(stage, date),
    evidence: evidenceOf(stage.tellings),
  }))
}

export function evidenceOf(tellings: readonly Telling[]): Passage[] {
  return passagesOf(
    tellings.map(({ mention, source }) => ({ document: source.document, span: mention.span })),
  )
}

/**
 * The status that holds: what is reported as done stays done, whoever still writes of the plan; a plan that was
 * later called off is denied.
 */
export function lastStatus(tellings: readonly Telling[]): Status {
  const statuses = new Set(tellings.map(statusOf))
  if (statuses.has('reported')) return moreDenied(tellings) ? 'denied' : 'reported'
  if (statuses.has('denied')) return 'denied'
  return statuses.has('planned') ? 'planned' : 'hypothetical'
}

/** "denied reports that troops had been sent": told by nothing but the denial, it is told as denied. */
function statusOf({ mention }: Telling): Status {
  const { status, disputedBy, claimedBy } = mention
  return status === 'reported' && disputedBy.length > 0 && claimedBy.length === 0 ? 'denied' : status
}

/** Reported by some and denied by others: the side with more independent documents; at a draw it is reported. */
function moreDenied(tellings: readonly Telling[]): boolean {
  const origins = (status: Status): number =>
    new Set(tellings.filter(it => statusOf(it) === status).map(it => it.source.origin)).size
  return origins('denied') > origins('reported')
}
