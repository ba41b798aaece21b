/** When a watch is to be visited next. */
import type { WatchState } from './state.ts'
import { instant, MINUTE } from './time.ts'

/** A clock that was put right by so much is no clock that was set back. */
const SLACK = MINUTE

/**
 * Milliseconds until the next visit; none where it is due. A last visit that lies in the future tells of a clock set
 * back: waiting for it could take years, so the watch is due once, and the visit puts its time right.
 */
export function waitUntilDue({ status, last, wait }: WatchState, now: number): number {
  if (status !== 'active') return Number.POSITIVE_INFINITY
  const then = instant(last)
  if (then === null || then - now > SLACK) return 0
  return Math.min(wait, Math.max(0, then + wait - now))
}
