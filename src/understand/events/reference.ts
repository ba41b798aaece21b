import type { EventMention } from '../../record/mentions.ts'
import type { Interval } from '../../record/types.ts'
import { type Context, textOf } from '../context.ts'

/** How far back a definite phrase reaches, in characters. */
const REACH = 4000

/** "the meeting", "these talks": finds the mention that each refers to; either lends the other what it lacks. */
export function referBack(context: Context, mentions: readonly EventMention[]): EventMention[] {
  const done: EventMention[] = []
  for (const mention of mentions) {
    const at = mention.definite ? antecedent(context, mention, done) : -1
    const earlier = done[at]
    if (earlier === undefined) {
      done.push(mention)
      continue
    }
    done.push(inherit(mention, earlier))
    if (!isMemberOf(mention, earlier)) done[at] = enrich(earlier, mention)
  }
  return done
}

function antecedent(context: Context, mention: EventMention, before: readonly EventMention[]): number {
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    if (other === undefined || mention.trigger[0] - other.trigger[0] > REACH) break
    if (other.states.length > 0 && sameKind(context, mention, other) && compatible(context, mention, other))
      return i
  }
  return -1
}

function classOf(context: Context, head: string): string | null {
  const { eventHeads } = context.knowledge
  const last = head.slice(head.lastIndexOf('-') + 1)
  return (eventHeads.classOf(head) ?? eventHeads.classOf(last))?.name ?? null
}

function sameKind(context: Context, a: EventMention, b: EventMention): boolean {
  if (a.type !== b.type) return false
  if (a.head === b.head) return true
  const kind = classOf(context, a.head)
  return kind !== null && kind === classOf(context, b.head)
}

function compatible(context: Context, mention: EventMention, other: EventMention): boolean {
  if (mention.ordinal !== null && other.ordinal !== null && mention.ordinal.n !== other.ordinal.n)
    return false
  const oneSided = mention.type === 'COERCE' || mention.type === 'SANCTION'
  if (!oneSided && mention.states.some(state => !other.states.includes(state))) return false
  if (!oneSided && mention.states.length > 1 && mention.states.length !== other.states.length) return false
  if (!oneSided && other.states.length < 2) return false
  if (isPlural(context, other) && !isPlural(context, mention)) return false
  if (ownName(context, mention, other)) return false
  if (mention.dateSpan === null || other.dateSpan === null) return true
  return !apart(mention.date, other.date)
}

function apart(a: Interval, b: Interval): boolean {
  return (
    (a.start !== null && b.end !== null && a.start > b.end) ||
    (a.end !== null && b.start !== null && a.end < b.start)
  )
}

/** "trilateral summits" are several; "the summit" is none of them. */
function isPlural(context: Context, mention: EventMention): boolean {
  return /(?:summits|meetings|visits|launches|tests)$/.test(textOf(context, mention.trigger).toLowerCase())
}

const MONTHS = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/
const POINTERS = /^(?:The|This|These|That|Those|Their|Its)$/

/** "the *G-7* meeting" is not the meeting told before, unless that was the G-7's. */
function ownName(context: Context, mention: EventMention, other: EventMention): boolean {
  const words = textOf(context, mention.trigger).match(/\b\p{Lu}[\p{L}\d]*(?:-\d+)?/gu) ?? []
  const around = `${textOf(context, other.trigger)} ${textOf(context, other.span)}`
  return words.some(
    word =>
      !MONTHS.test(word) &&
      !POINTERS.test(word) &&
      !around.includes(word) &&
      context.knowledge.states.find(word) === undefined &&
      !context.analysis.entities.some(it => it.type === 'person' && it.name.includes(word)),
  )
}

/** "the 13th round" is one of the talks "since 2008", not the whole of them. */
function isMemberOf(mention: EventMention, series: EventMention): boolean {
  return (
    mention.ordinal !== null &&
    series.ordinal === null &&
    series.date.start !== null &&
    series.date.end === null
  )
}

/** A mention that refers back takes date, place and parties from the one it refers to, where it has none. */
function inherit(mention: EventMention, earlier: EventMention): EventMention {
  const more = mention.states.length < earlier.states.length
  const noSource = mention.source.length === 0 || mention.source.every(key => key.startsWith('some/'))
  return {
    ...mention,
    refersTo: isMemberOf(mention, earlier) ? null : earlier.id,
    title: more ? earlier.title : mention.title,
    date: mention.dateSpan === null ? earlier.date : mention.date,
    place: mention.place ?? earlier.place,
    source: more || noSource ? earlier.source : mention.source,
    target: more && mention.target.length === 0 ? earlier.target : mention.target,
    states: [
      ...new Set([...(noSource ? earlier.states : []), ...mention.states, ...(more ? earlier.states : [])]),
    ],
    level: mention.level ?? earlier.level,
  }
}

/** "Talks were announced. … These talks were held on 17 April": the first telling gains the day. */
function enrich(earlier: EventMention, later: EventMention): EventMention {
  const gains = earlier.dateSpan === null && later.dateSpan !== null
  return {
    ...earlier,
    date: gains ? later.date : earlier.date,
    dateSpan: gains ? later.dateSpan : earlier.dateSpan,
    place: earlier.place ?? later.place,
    target:
      earlier.target.length === 0 && earlier.source.length === 1
        ? later.target.filter(it => !earlier.source.includes(it))
        : earlier.target,
    states: [...new Set([...earlier.states, ...later.states])],
  }
}
