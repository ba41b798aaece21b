import { addDays, addMonths, interval } from '../../record/interval.ts'
import type { EventMention } from '../../record/mentions.ts'
import type { Interval, Span } from '../../record/types.ts'
import type { Time } from '../../text/types.ts'
import { type Context, timesIn } from '../context.ts'

/** Until when: the time that the clause names, if it ends no earlier than the document's own day; null for none. */
export function laterOf(
  context: Context,
  span: Span,
  event: EventMention | null,
  asides: readonly Span[] = [],
): Interval | null {
  const from = context.analysis.published?.start ?? null
  const later = (it: Interval | null): it is Interval => it?.end != null && (from === null || it.end >= from)
  for (const time of timesIn(context.analysis, span)) {
    // "will now reconsider" sets no term.
    // "under negotiation *since 2002*" looks back.
    if (
      time.value === 'PRESENT_REF' ||
      time.relation === 'since' ||
      asides.some(([start, end]) => start <= time.start && time.end <= end)
    )
      continue
    const horizon = horizonOf(beforeThat(context, span, time), from)
    if (later(horizon)) return horizon
  }
  const date = event?.date ?? null
  return date !== null && date.basis !== 'publication' && later(date) ? date : null
}

/** "before the inauguration on May 10", "ahead of the vote in June": the time is that of what it is to come before. */
function beforeThat({ analysis }: Context, span: Span, time: Time): Time {
  if (time.relation !== null && time.relation !== 'on' && time.relation !== 'in') return time
  const words = analysis.text.slice(Math.max(span[0], time.start - 80), time.start)
  return /\b(?:before|ahead of) (?:the|a|an|his|her|its|their) [^,;.]{3,60}$/.test(words)
    ? { ...time, relation: 'before' }
    : time
}

/** "before the spring" leaves the days from the document's own to the end of winter, "within a year" a year from it. */
function horizonOf(time: Time, from: string | null): Interval | null {
  if (time.type === 'SET') return null
  if (time.type === 'DURATION') return time.interval ?? length(time, from)
  const { interval: named, relation } = time
  if (named === null || from === null || named.end === null) return named
  if (relation === 'before' && named.start !== null && named.start > from)
    return interval(from, addDays(named.start, -1), 'range', named.basis)
  if (relation === 'by' || relation === 'until') return interval(from, named.end, 'range', named.basis)
  return named
}

/** "within a year", "in three months": so long from the document's own day. */
function length(time: Time, from: string | null): Interval | null {
  const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(time.value) ?? []
  if (from === null || count === '' || !/^(within|in)$/.test(time.relation ?? '')) return null
  const n = Number(count)
  const end =
    unit === 'D' || unit === 'W'
      ? addDays(from, unit === 'W' ? 7 * n : n)
      : addMonths(from, unit === 'Y' ? 12 * n : n)
  return interval(from, end, 'range', 'relative')
}
