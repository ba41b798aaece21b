import type { EventMention } from '../../record/mentions.ts'
import type { Interval, Span } from '../../record/types.ts'
import { type Context, contains } from '../context.ts'

/** Until when: the time that the clause names, if it ends no earlier than the document's own day; null for none. */
export function laterOf(context: Context, span: Span, event: EventMention | null): Interval | null {
  const from = context.analysis.published?.start ?? null
  const later = (interval: Interval | null): interval is Interval =>
    interval?.end != null && (from === null || interval.end >= from)
  for (const time of context.analysis.times) {
    if (
      contains(span, [time.start, time.end]) &&
      time.type !== 'DURATION' &&
      time.type !== 'SET' &&
      later(time.interval)
    )
      return time.interval
  }
  const date = event?.date ?? null
  return date !== null && date.basis !== 'publication' && later(date) ? date : null
}
