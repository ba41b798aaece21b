/** When a matter fell silent: long unheard of while articles went on to appear. */
import { byCodePoint } from '../../record/ids.ts'
import { addDays } from '../../record/interval.ts'
import type { View } from '../view.ts'
import type { Move } from './types.ts'

/** Silence begins after so many days (18 months) … */
export const SILENT_DAYS = 548
/** … if so many independent articles appeared meanwhile: where nothing is written, nothing is silent. */
export const SILENT_ARTICLES = 5

/** The days on which independent articles came out, in order. */
export function coverageOf(view: View): string[] {
  const days: string[] = []
  for (const [id, { published }] of view.documents)
    if (view.origin(id) === id && published?.end != null) days.push(published.end)
  return days.sort(byCodePoint)
}

function countBefore(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < day) low = middle + 1
    else high = middle
  }
  return low
}

function silence(day: string, since: string): Move {
  return {
    act: 'silence',
    status: null,
    sides: [],
    targets: [],
    day,
    date: { start: day, end: day, precision: 'day', basis: 'inferred' },
    senses: new Set(),
    kind: 'silence',
    id: '',
    title: `nothing more of it after ${since}`,
    evidence: [],
  }
}

/** A silence for each gap between `heard` (days on which the matter is touched, in order) that is long enough. */
export function silencesIn(
  heard: readonly string[],
  coverage: readonly string[],
  today: string | null,
): Move[] {
  const ends = today === null ? heard : [...heard, today]
  return heard.flatMap((day, i) => {
    const until = ends[i + 1]
    if (until === undefined) return []
    const after = addDays(day, 1)
    const fifth = coverage[countBefore(coverage, after) + SILENT_ARTICLES - 1]
    const due = addDays(day, SILENT_DAYS)
    const begins = fifth !== undefined && fifth > due ? fifth : due
    return fifth === undefined || begins >= until || fifth >= until ? [] : [silence(begins, day)]
  })
}
