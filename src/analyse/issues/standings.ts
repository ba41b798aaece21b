/** Who stood where on a matter over time; a government counts as its state's voice, and who spoke stays visible. */
import { byCodePoint } from '../../record/ids.ts'
import { hull } from '../../record/interval.ts'
import type { Interval, Position } from '../../record/types.ts'
import type { View } from '../view.ts'
import { voiceOf } from './moves.ts'
import type { Held, Standing } from './types.ts'

const dayOf = ({ date }: Position): string => date?.start ?? date?.end ?? '9999'

function spanOf(positions: readonly Position[]): Interval | null {
  const [first, ...others] = positions.flatMap(({ date }) => date ?? [])
  return first === undefined ? null : others.reduce(hull, first)
}

function heldOf(positions: readonly Position[], changed: boolean): Held {
  const [best] = [...positions].sort((a, b) => b.confidence - a.confidence || byCodePoint(a.id, b.id))
  if (best === undefined) throw new RangeError('a stance without positions')
  return {
    stance: best.stance,
    date: spanOf(positions),
    summary: best.summary,
    by: [...new Set(positions.map(({ actor }) => actor))].sort(byCodePoint),
    changed,
    ids: positions.map(({ id }) => id),
    evidence: positions.flatMap(({ evidence }) => evidence),
  }
}

/** Positions in their order, those of one stance in a row together. */
function runsOf(positions: readonly Position[]): Held[] {
  const runs: Position[][] = []
  for (const position of positions) {
    const run = runs.at(-1)
    if (run?.[0]?.stance === position.stance) run.push(position)
    else runs.push([position])
  }
  return runs.map((run, i) => heldOf(run, i > 0))
}

export function standingsOf(view: View, positions: readonly Position[]): Standing[] {
  const byVoice = new Map<string, Position[]>()
  for (const position of positions) {
    const voice = voiceOf(view, position.actor) ?? position.actor
    const own = byVoice.get(voice)
    if (own === undefined) byVoice.set(voice, [position])
    else own.push(position)
  }
  return [...byVoice]
    .sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b))
    .map(([actor, own]) => ({
      actor,
      held: runsOf(own.sort((a, b) => byCodePoint(dayOf(a), dayOf(b)) || byCodePoint(a.id, b.id))),
    }))
}
