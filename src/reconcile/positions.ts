/** Where an actor stands on an issue at a time; told again it is the same position with more passages. */
import { shortHash } from '../record/ids.ts'
import { gap, hull } from '../record/interval.ts'
import type { PositionMention } from '../record/mentions.ts'
import type { Interval, Position } from '../record/types.ts'
import { combined } from './confidence.ts'
import { type Context, type Told, toldOf } from './context.ts'
import { push } from './lists.ts'
import { passagesOf } from './passages.ts'
import { groupByWords } from './same-words.ts'

type Taken = Told<PositionMention> & { actor: string }

/** A stance that is told again within this many days is taken to have been held all along. */
const HELD = 60

function dated(it: Interval | null): it is Interval {
  return it !== null && it.basis !== 'publication' && it.start !== null && it.end !== null
}

/**
 * Two documents tell of one stance where the days are near; one document does where the words overlap. Two demands
 * on one matter in one document may well be two.
 */
function held(a: Taken, b: Taken): boolean {
  const [x, y] = [a.mention, b.mention]
  if (x.document === y.document) return x.span[0] < y.span[1] && y.span[0] < x.span[1]
  return dated(x.date) && dated(y.date) && gap(x.date, y.date) <= HELD
}

/** Groups that grow as long as a member is near; `taken` sorted by document and offset. */
function groups(taken: readonly Taken[]): Taken[][] {
  const alike = groupByWords(
    taken,
    ({ mention, source }) => source.document.text.slice(mention.span[0], mention.span[1]),
    (a, b) => a.mention.document !== b.mention.document,
  )
  const joined: Taken[][] = []
  for (const group of alike) {
    const near = joined.find(other => other.some(a => group.some(b => held(a, b))) && !clash(other, group))
    if (near === undefined) joined.push(group)
    else near.push(...group)
  }
  return joined
}

/** Never joins two that one document tells apart. */
function clash(a: readonly Taken[], b: readonly Taken[]): boolean {
  return a.some(x => b.some(y => x.mention.document === y.mention.document && !held(x, y)))
}

function span(dates: readonly Interval[]): Interval | null {
  const sound = dates.filter(dated)
  const [first, ...others] = sound.length > 0 ? sound : dates
  return first === undefined ? null : others.reduce(hull, first)
}

function positionOf(taken: readonly Taken[]): Position {
  const [best] = [...taken].sort((a, b) => b.mention.confidence - a.mention.confidence)
  const [first] = taken
  if (best === undefined || first === undefined) throw new RangeError('a position without mentions')
  const { issue, stance, summary } = best.mention
  return {
    id: shortHash('position', first.mention.id),
    actor: best.actor,
    issue,
    summary,
    stance,
    date: span(taken.flatMap(it => it.mention.date ?? [])),
    confidence: combined(taken.map(it => ({ origin: it.source.origin, confidence: it.mention.confidence }))),
    evidence: passagesOf(taken.map(it => ({ document: it.source.document, span: it.mention.span }))),
  }
}

export function positions(context: Context): Position[] {
  const byStance = new Map<string, Taken[]>()
  for (const { mention, source } of toldOf(context, 'position')) {
    const { document, issue, stance } = mention
    const taken = { mention, source, actor: context.actors.of(document, mention.actor) }
    push(byStance, `${taken.actor} ${issue} ${stance}`, taken)
  }
  return [...byStance.values()].flatMap(taken => groups(taken).map(positionOf))
}
