import type { Interval, Span, Status } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence, Time } from '../../text/types.ts'
import { type Context, timesIn } from '../context.ts'
import { innermost } from './parties.ts'
import type { Reading } from './reading.ts'

export interface Dated {
  date: Interval
  span: Span | null
}

/** Closes or opens an interval as its preposition says: "since 2008", "until May", "by the end of the year". */
function related(time: Time, interval: Interval): Interval {
  if (time.relation === 'since') return { ...interval, end: null }
  if (time.relation === 'until' || time.relation === 'till') return { ...interval, start: null }
  if (time.relation === 'by' || time.relation === 'before') return { ...interval, start: null }
  return interval
}

function dated(time: Time): Dated | null {
  if (time.interval === null || time.type === 'DURATION' || time.type === 'SET') return null
  if (time.relation === 'after' || time.relation === 'before') return null
  return { date: related(time, time.interval), span: [time.start, time.end] }
}

/** The time inside a noun phrase: "the *Nov. 13* summit", "the verdict *in 2018*". */
export function dateOfNoun(context: Context, group: NounGroup): Dated | null {
  const inside = timesIn(context.analysis, group.span)
    .map(dated)
    .find(it => it !== null)
  if (inside) return inside
  for (const phrase of group.phrases) {
    const found = timesIn(context.analysis, phrase.span)
      .map(dated)
      .find(it => it !== null)
    if (found && phrase.object?.temporal) return found
  }
  return null
}

/** The time nearest to the verb among those that stand in the clause itself, not in one inside it. */
function dateInClause(context: Context, clause: Clause, sentence: Sentence, anchor: number): Dated | null {
  let best: Dated | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const time of timesIn(context.analysis, clause.span)) {
    if (innermost(sentence.clauses, time.start) !== clause) continue
    const found = dated(time)
    if (found === null || insideNoun(context, sentence, time, clause)) continue
    const away = Math.abs(time.start - anchor)
    if (away < distance) {
      best = found
      distance = away
    }
  }
  return best
}

/** "compensation for the *1965* treaty": a time inside another event's noun is that event's. */
function insideNoun(context: Context, sentence: Sentence, time: Time, clause: Clause): boolean {
  return sentence.groups.some(
    group =>
      !group.temporal &&
      group.span[0] <= time.start &&
      time.end <= group.span[1] &&
      clause.objects[0] !== group &&
      context.analysis.text.slice(time.end, group.span[1]).trim() !== '',
  )
}

/** Clauses that may lend their time to one inside them: "said on Monday that …" does not. */
function lends(parent: Clause, child: Clause): boolean {
  if (child.kind === 'coordinate' || child.kind === 'participle') return true
  return child.kind === 'complement' && child.marker === 'to'
}

export function dateOfReading(context: Context, reading: Reading, sentence: Sentence): Dated | null {
  if (reading.noun !== null) {
    const own = dateOfNoun(context, reading.noun.group)
    if (own !== null) return own
  }
  for (let at: Reading | null = reading; at !== null; at = at.inner) {
    if (at.clause === null) continue
    const found = dateInClause(context, at.clause, sentence, at.trigger[0])
    if (found !== null) return found
  }
  const clause = reading.clause
  if (clause?.parent && lends(clause.parent, clause))
    return dateInClause(context, clause.parent, sentence, reading.trigger[0])
  return null
}

/** What the document's own date says of an event without one. */
export function undated(published: Interval | null, status: Status): Interval {
  const basis = 'publication' as const
  if (published === null) return { start: null, end: null, precision: 'unknown', basis }
  if (status === 'planned' || status === 'hypothetical') {
    return { start: published.start, end: horizon(published.end), precision: 'unknown', basis }
  }
  return { start: null, end: published.end, precision: 'unknown', basis }
}

/** A plan without a date is for the year that runs; in its last quarter, for the next one too. */
function horizon(published: string | null): string | null {
  if (published === null) return null
  const year = Number(published.slice(0, 4))
  const month = Number(published.slice(5, 7))
  return `${month >= 10 ? year + 1 : year}-12-31`
}
