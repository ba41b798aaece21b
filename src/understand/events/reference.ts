import type { EventMention } from '../../record/mentions.ts'
import type { Context } from '../context.ts'

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
    if (other.states.length > 0 && sameKind(context, mention, other) && compatible(mention, other))
      return other
  }
  return null
}

function sameKind(context: Context, a: EventMention, b: EventMention): boolean {
  if (a.head === b.head) return true
  const { eventHeads } = context.knowledge
  const kind = eventHeads.classOf(a.head)
  return kind !== undefined && kind.name === eventHeads.classOf(b.head)?.name
}

function compatible(mention: EventMention, other: EventMention): boolean {
  if (mention.ordinal !== null && other.ordinal !== null && mention.ordinal.n !== other.ordinal.n)
    return false
  if (mention.states.some(state => !other.states.includes(state))) return false
  if (mention.dateSpan === null || other.dateSpan === null) return true
  const { start, end } = mention.date
  return (
    !(start !== null && other.date.end !== null && start > other.date.end) &&
    !(end !== null && other.date.start !== null && end < other.date.start)
  )
}

/** A mention that refers back takes date, place and parties from the one it refers to, where it has none. */
function inherit(mention: EventMention, earlier: EventMention): EventMention {
  const more = mention.states.length < earlier.states.length
  return {
    ...mention,
    refersTo: earlier.id,
    date: mention.dateSpan === null ? earlier.date : mention.date,
    place: mention.place ?? earlier.place,
    source: more ? earlier.source : mention.source,
    target: more ? earlier.target : mention.target,
    states: more ? earlier.states : mention.states,
    level: mention.level ?? earlier.level,
  }
}
