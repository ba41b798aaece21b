/** Where an actor stands on an issue at a time; told again it is the same position with more passages. */
import { shortHash } from '../record/ids.ts'
import { gap, hull, toDays } from '../record/interval.ts'
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

/** A stance as far as it is told: it grows as long as something near is found. */
interface Stance {
  members: Taken[]
  byDocument: Map<string, Taken[]>
  /** Days within reach of a member's date, as `[from, to]` without overlap. */
  reach: [number, number][]
}

function daysOf({ mention: { date } }: Taken): [number, number] | null {
  return dated(date) ? [toDays(date.start ?? ''), toDays(date.end ?? '')] : null
}

function join(stance: Stance, group: readonly Taken[]): void {
  for (const member of group) {
    stance.members.push(member)
    push(stance.byDocument, member.mention.document, member)
    const days = daysOf(member)
    if (days === null) continue
    let [from, to] = [days[0] - HELD, days[1] + HELD]
    const apart = stance.reach.filter(it => it[1] < from || it[0] > to)
    for (const it of stance.reach) {
      if (it[1] < from || it[0] > to) continue
      from = Math.min(from, it[0])
      to = Math.max(to, it[1])
    }
    stance.reach = [...apart, [from, to]]
  }
}

/** Groups that grow as long as a member is near; `taken` sorted by document and offset. */
function groups(taken: readonly Taken[]): Taken[][] {
  const alike = groupByWords(
    taken,
    ({ mention, source }) => source.document.text.slice(mention.span[0], mention.span[1]),
    (a, b) => a.mention.document !== b.mention.document,
  )
  const stances: Stance[] = []
  /** Which of them can be near: those with a date, and those of a document; of the rest there are thousands. */
  const withDates: number[] = []
  const ofDocument = new Map<string, number[]>()
  for (const group of alike) {
    const candidates = new Set(group.flatMap(it => ofDocument.get(it.mention.document) ?? []))
    if (group.some(it => daysOf(it) !== null)) for (const i of withDates) candidates.add(i)
    const first = [...candidates].sort((a, b) => a - b).find(i => fits(stances[i], group))
    const at = first ?? stances.length
    const stance = stances[at] ?? { members: [], byDocument: new Map(), reach: [] }
    if (first === undefined) stances.push(stance)
    const wasDated = stance.reach.length > 0
    join(stance, group)
    if (!wasDated && stance.reach.length > 0) withDates.push(at)
    for (const document of new Set(group.map(it => it.mention.document))) push(ofDocument, document, at)
  }
  return stances.map(({ members }) => members)
}

/** Something of it is near to something of the group, and no document tells the two apart. */
function fits(stance: Stance | undefined, group: readonly Taken[]): boolean {
  if (stance === undefined) return false
  const near = group.some(it => {
    const days = daysOf(it)
    const isNear = days !== null && stance.reach.some(([from, to]) => days[0] <= to && days[1] >= from)
    return isNear || (stance.byDocument.get(it.mention.document) ?? []).some(other => held(other, it))
  })
  return near && !clash(stance, group)
}

function clash({ byDocument }: Stance, group: readonly Taken[]): boolean {
  return group.some(it => (byDocument.get(it.mention.document) ?? []).some(other => !held(other, it)))
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
