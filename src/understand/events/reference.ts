import type { EventMention } from '../../record/mentions.ts'
import type { Interval } from '../../record/types.ts'
import { type Context, textOf } from '../context.ts'

/** How far back a definite phrase reaches, in characters. */
const REACH = 4000

/** "the meeting", "these talks": finds the mention that each refers to, and lends it what it does not say itself. */
export function referBack(context: Context, mentions: EventMention[]): EventMention[] {
  const done: EventMention[] = []
  for (const mention of mentions) {
    if (!mention.definite) {
      done.push(mention)
      continue
    }
    const earlier = antecedent(context, mention, done)
    done.push(earlier === null ? mention : inherit(mention, earlier))
  }
  return done
}

function antecedent(
  context: Context,
  mention: EventMention,
  before: readonly EventMention[],
): EventMention | null {
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    if (other === undefined || mention.trigger[0] - other.trigger[0] > REACH) break
    if (other.states.length > 1 && sameKind(context, mention, other) && compatible(context, mention, other))
      return other
  }
  return null
}

function sameKind(context: Context, a: EventMention, b: EventMention): boolean {
  if (a.type !== b.type) return false
  if (a.head === b.head) return true
  const { eventHeads } = context.knowledge
  const kind = eventHeads.classOf(a.head)
  return kind !== undefined && kind.name === eventHeads.classOf(b.head)?.name
}

function compatible(context: Context, mention: EventMention, other: EventMention): boolean {
  if (mention.ordinal !== null && other.ordinal !== null && mention.ordinal.n !== other.ordinal.n)
    return false
  if (mention.states.some(state => !other.states.includes(state))) return false
  if (mention.states.length > 1 && mention.states.length !== other.states.length) return false
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
  return /\bsummits$|\bmeetings$|\bvisits$/.test(textOf(context, mention.trigger).toLowerCase())
}

/** "the *G-7* meeting" is not the meeting told before, unless that was the G-7's. */
function ownName(context: Context, mention: EventMention, other: EventMention): boolean {
  const words = textOf(context, mention.trigger).match(/\b\p{Lu}[\p{L}\d-]*\d?/gu) ?? []
  const around = `${textOf(context, other.trigger)} ${textOf(context, other.span)}`
  return words.some(
    word =>
      !MONTHS.test(word) &&
      context.knowledge.states.find(word) === undefined &&
      !around.includes(word) &&
      !/^(?:The|This|These|That|Those|Their|Its)$/.test(word),
  )
}

const MONTHS = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/

/** A mention that refers back takes date, place and parties from the one it refers to, where it has none. */
function inherit(mention: EventMention, earlier: EventMention): EventMention {
  const more = mention.states.length < earlier.states.length
  return {
    ...mention,
    refersTo: earlier.id,
    title: more ? earlier.title : mention.title,
    date: mention.dateSpan === null ? earlier.date : mention.date,
    place: mention.place ?? earlier.place,
    source: more ? earlier.source : mention.source,
    target: more ? earlier.target : mention.target,
    states: more ? earlier.states : mention.states,
    level: mention.level ?? earlier.level,
  }
}
