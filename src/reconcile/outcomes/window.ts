/** The days in which a forecast can be answered. */
import { toDays } from '../../record/interval.ts'
import type { ForecastMention } from '../../record/mentions.ts'
import type { Source } from '../events/telling.ts'

/** Days after a horizon by which its news is in the papers. */
export const GRACE = 7
/** Without a horizon, what comes more than a year later is not what was meant. */
export const WITHIN = 366

/** Days from 1970, inclusive; ±Infinity where open. */
export interface Window {
  /** The day the forecast was published; -Infinity where nobody knows. */
  made: number
  from: number
  to: number
  /** Last day of its horizon; null: it names none. */
  due: number | null
}

export function windowOf({ horizon }: ForecastMention, { document }: Source): Window {
  const { published } = document
  const made = published?.start == null ? Number.NEGATIVE_INFINITY : toDays(published.start)
  const due = horizon?.end == null ? null : toDays(horizon.end)
  // What is told on the day itself is known already, unless it is to come that very day.
  const next = due === made ? made : made + 1
  const from = horizon?.start == null ? next : Math.max(toDays(horizon.start), next)
  const to = due ?? made + WITHIN
  return { made, from, to: Number.isFinite(to) ? to : Number.POSITIVE_INFINITY, due }
}
