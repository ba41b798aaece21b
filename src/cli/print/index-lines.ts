/** What the index says besides its table: where it turned, what it leaves out, and how an event came to weigh. */
import {
  corroboration,
  type Grain,
  heardIn,
  type Placed,
  type RelationIndex,
  type Turn,
  weightIn,
} from '../../analyse/relation-index/index.ts'
import { SHORT_ID } from '../listing.ts'
import type { Colours } from '../shell.ts'
import { periodName, points } from './index-bar.ts'
import { safeLine } from './safe.ts'
import { wrap } from './width.ts'

/** Columns for a title: what a narrow terminal leaves beside its id. */
const TITLE = 76

function turnLines(turns: readonly Turn[], grain: Grain, paint: Colours): string[] {
  if (turns.length === 0) return []
  const lines = turns.flatMap(({ start, from, to, events }) => [
    `  ${to > from ? paint.green('▲') : paint.red('▼')} ${periodName(start, grain)}: ${points(from)} → ${points(to)}`,
    ...events.flatMap(({ id, title }) =>
      wrap(safeLine(title), TITLE).map(
        (line, i) => `      ${i === 0 ? paint.dim(id.slice(0, SHORT_ID)) : ' '.repeat(SHORT_ID)}  ${line}`,
      ),
    ),
  ])
  return ['', paint.bold('Turning points'), ...lines]
}

/** The lines below the table. */
export function notes({ turns, unplaced }: RelationIndex, grain: Grain, paint: Colours): string[] {
  const lines = turnLines(turns, grain, paint)
  if (unplaced > 0)
    lines.push('', paint.dim(`${unplaced} events without days on both sides have no place in it.`))
  return lines
}

const two = (value: number): string => value.toFixed(2)

/** One line of the working: an event's score and the parts of its weight. */
export function working(it: Placed): string {
  const { event, confidence, level, salience, alleged } = it.weighed
  const parts = [
    `confidence ${two(confidence)}`,
    `corroboration ${two(corroboration(heardIn(it.weighed)))} of ${it.weighed.origins.length}`,
    `level ${two(level)}`,
    `salience ${two(salience)}`,
    ...(alleged < 1 ? [`alleged ${two(alleged)}`] : []),
    ...(it.share < 1 ? [`share of its days ${two(it.share)}`] : []),
  ]
  return `${points(event.intensity)} × ${two(weightIn(it))} (${parts.join(' × ')}): ${event.title} [${event.id.slice(0, SHORT_ID)}]`
}
