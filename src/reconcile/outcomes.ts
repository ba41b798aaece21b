/** What came of a forecast, as far as the record knows. */
import { toDays } from '../record/interval.ts'
import type { ForecastMention } from '../record/mentions.ts'
import type { Outcome } from '../record/types.ts'
import type { Assembled } from './events/assemble.ts'
import type { Events } from './events/index.ts'
import type { Source } from './events/telling.ts'
import { push, sharesAny } from './lists.ts'

export interface Settled {
  outcome: Outcome
  resolvedBy: string | null
}

/** Days after a horizon by which its news is in the papers. */
const GRACE = 7
/** Without a horizon, what comes more than a year later is not what was meant. */
const WITHIN = 366

export interface Window {
  from: number
  to: number
}

/** Settles forecasts against the events of the record; `newest` is the day of its latest document. */
export function settler(events: Events, newest: number) {
  const reported = reportedByClass(events)
  return (forecast: ForecastMention, source: Source): Settled => {
    const what = forecast.event === null ? undefined : events.of(forecast.event)
    if (what === undefined) return { outcome: later(forecast, newest) ?? 'unresolvable', resolvedBy: null }
    const window = windowOf(forecast, source)
    const came = arrived(what, window) ?? alike(reported, what, window)
    if (came !== null) return { outcome: forecast.negated ? 'did-not-happen' : 'happened', resolvedBy: came }
    if (what.event.status === 'denied') {
      return { outcome: forecast.negated ? 'happened' : 'did-not-happen', resolvedBy: what.event.id }
    }
    return { outcome: later(forecast, newest) ?? past(forecast), resolvedBy: null }
  }
}

/** What was forecast not to come, and did not come by its time, was right. */
function past(forecast: ForecastMention): Outcome {
  if (forecast.horizon?.end == null) return 'open'
  return forecast.negated ? 'happened' : 'overdue'
}

function later(forecast: ForecastMention, newest: number): Outcome | null {
  const end = forecast.horizon?.end ?? null
  if (forecast.horizon === null || end === null) return null
  return toDays(end) + GRACE >= newest ? 'open' : null
}

function windowOf({ horizon }: ForecastMention, source: Source): Window {
  const { published } = source.document
  const made = published?.start == null ? Number.NEGATIVE_INFINITY : toDays(published.start)
  const from = horizon?.start == null ? made : Math.max(toDays(horizon.start), made)
  const to = horizon?.end == null ? made + WITHIN : toDays(horizon.end)
  return { from, to: Number.isFinite(to) ? to : Number.POSITIVE_INFINITY }
}

function lies({ event: { date } }: Assembled, { from, to }: Window): boolean {
  if (date.start === null || date.end === null || date.basis === 'publication') return false
  return toDays(date.start) >= from && toDays(date.end) <= to
}

/** The event itself, where the record now reports it. */
function arrived(what: Assembled, window: Window): string | null {
  return what.event.status === 'reported' && lies(what, window) ? what.event.id : null
}

function classesOf({ tellings }: Assembled): Set<string> {
  return new Set(tellings.map(it => it.class.name))
}

/** Reported events by kind and states; in each list by date, as `events.all` is. */
function reportedByClass(events: Events): Map<string, Assembled[]> {
  const byClass = new Map<string, Assembled[]>()
  for (const it of events.all) {
    if (it.event.status !== 'reported' || it.event.date.start === null) continue
    for (const name of classesOf(it)) push(byClass, keyOf(name, it), it)
  }
  return byClass
}

function keyOf(name: string, { event }: Assembled): string {
  return `${name} ${event.states.join('+')}`
}

/** The first of the list, sorted by start, that starts on the day or later. */
function firstFrom(list: readonly Assembled[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const start = list[middle]?.event.date.start ?? null
    if (start !== null && toDays(start) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Another event of the same kind between the same states in the time that was forecast. */
function alike(reported: ReadonlyMap<string, Assembled[]>, what: Assembled, window: Window): string | null {
  if (what.event.states.length === 0 || !Number.isFinite(window.to)) return null
  const own = people(what)
  for (const name of classesOf(what)) {
    const list = reported.get(keyOf(name, what)) ?? []
    for (let i = firstFrom(list, window.from); i < list.length; i++) {
      const it = list[i]
      const start = it?.event.date.start ?? null
      if (it === undefined || start === null || toDays(start) > window.to) break
      if (it !== what && lies(it, window) && matches(it, what, own, name)) return it.event.id
    }
  }
  return null
}

function matches(it: Assembled, what: Assembled, own: ReadonlySet<string>, name: string): boolean {
  const [a, b] = [it.event, what.event]
  if (a.level !== null && b.level !== null && a.level !== b.level) return false
  const others = people(it)
  if (own.size > 0 && others.size > 0 && !sharesAny(others, own)) return false
  return name === 'meeting' || b.issues.length === 0 || sharesAny(a.issues, new Set(b.issues))
}

function people({ tellings }: Assembled): Set<string> {
  return new Set(tellings.flatMap(it => it.people))
}
