/** Where the index turned, and the events that made it turn. */
import type { Event } from '../../record/types.ts'
import type { Point, Turn } from './types.ts'
import { weightOf } from './weights.ts'

/** Smaller moves are not worth a name, on a scale from −10 to 10. */
const LEAST = 1
const NAMED = 3

/** A move that the bands of both periods leave out: each net lies beyond the other's band. */
function isTurn(before: Point, after: Point): boolean {
  if (before.net === null || after.net === null || before.band === null || after.band === null) return false
  if (Math.abs(after.net - before.net) < LEAST) return false
  return after.net > before.net
    ? after.net > before.band[1] && before.net < after.band[0]
    : after.net < before.band[0] && before.net > after.band[1]
}

/** Each event's pull: how far its score lies from where the index stood, times what it weighs. */
function pulls(after: Point, before: number, up: boolean): Event[] {
  return after.placed
    .map(({ weighed, share }) => ({
      event: weighed.event,
      pull: share * weightOf(weighed) * (weighed.event.intensity - before) * (up ? 1 : -1),
    }))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull || (a.event.id < b.event.id ? -1 : 1))
    .slice(0, NAMED)
    .map(({ event }) => event)
}

export function turnsOf(points: readonly Point[]): Turn[] {
  const known = points.filter(point => point.net !== null)
  return known.slice(1).flatMap((after, i): Turn[] => {
    const before = known[i]
    if (before === undefined || before.net === null || after.net === null || !isTurn(before, after)) return []
    const { start, end } = after
    const events = pulls(after, before.net, after.net > before.net)
    return [{ start, end, from: before.net, to: after.net, events }]
  })
}
