import { addDays } from '../../record/interval.ts'
import type { EventMention } from '../../record/mentions.ts'
import type { Interval } from '../../record/types.ts'
import type { Clause, Sentence, Time, VerbGroup } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { innermost, sentenceAt, within } from '../lookup.ts'
import { HISTORY, movedFrom } from './dates.ts'

/** Sentences at the beginning that tell the news itself. */
const LEAD = 3
/** How old the day of a report may be for what follows to be told of it still. */
const FRESH = 8

/**
 * In a report of a certain day, what is told in the past tense without a date is of the day told last ("signed on
 * Thursday. … Ankara rejected it within hours"), in its lead of the day before it or its own.
 */
export function newsDay(
  context: Context,
  mentions: readonly EventMention[],
  drafts: readonly { teller: Clause | null }[],
): EventMention[] {
  const published = context.analysis.published
  if (published?.precision !== 'day' || published.start === null || !isReport(context)) return [...mentions]
  const days = daysBySentence(context, published.start)
  const incident = incidentDay(context, published.start)
  return mentions.map((mention, i) => {
    if (mention.date.basis !== 'publication' || mention.status !== 'reported' || mention.refersTo !== null)
      return mention
    const verb = drafts[i]?.teller?.verb
    const { published: now } = context.analysis
    if (verb && isNews(mention.type, verb) && now?.start)
      return {
        ...mention,
        date: { start: addDays(now.start, -1), end: now.end, precision: 'range', basis: 'publication' },
      }
    if (!verb || (verb.tense !== 'past' && !(verb.tense === 'present' && verb.perfect))) return mention
    if (verb.perfect && verb.tense === 'past') {
      // "summoned the envoy on Monday over Saturday's incident. … He said that six ships had blocked the boats."
      const reported = drafts[i]?.teller?.kind === 'complement' && incident !== null
      return reported ? { ...mention, date: { ...incident, basis: 'relative' } } : mention
    }
    const sentence = sentenceAt(context.analysis, mention.trigger[0])?.index ?? -1
    // "has long accused"
    if (verb.perfect && verb.adverbs.some(adverb => /^(?:long|often|repeatedly|consistently)$/.test(adverb)))
      return mention
    const date = sentence < 0 ? null : dateAt(sentence, days, published, verb.perfect)
    if (date === null) return mention
    const clause = drafts[i]?.teller ?? null
    const around = context.analysis.sentences[sentence]
    const moved = clause === null || around === undefined ? null : movedFrom(context, clause, around, date)
    if (moved !== null) return { ...mention, date: moved }
    // "halted them after Athens signed a pact": some days before.
    const earlier = clause?.marker === 'after'
    return {
      ...mention,
      date:
        earlier && date.start !== null
          ? { ...date, start: addDays(date.start, -FRESH), precision: 'range' }
          : date,
    }
  })
}

/** The day that the news of a later one is about, where its first sentences name just these two; else null. */
function incidentDay(context: Context, published: string): Interval | null {
  const { sentences, times } = context.analysis
  const earliest = addDays(published, -FRESH)
  const named = new Map<string, Interval>()
  for (const time of times) {
    const sentence = sentences[time.sentence]
    if (sentence === undefined || sentence.index > LEAD) break
    const day = newsTime(context, time, sentence, earliest, published)
    if (day?.start != null) named.set(day.start, day)
  }
  const [first, second, ...more] = [...named].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return first === undefined || second === undefined || more.length > 0 ? null : first[1]
}

/** "officials accuse the captain": in a report the present is its own day. */
function isNews(type: EventMention['type'], verb: VerbGroup): boolean {
  const simple = verb.tense === 'present' && !verb.perfect && verb.modal === null && verb.voice === 'active'
  return simple && (type === 'ACCUSE' || type === 'REJECT') && verb.finite
}

/** A report begins with what happened; a commentary with how things are. */
export function isReport(context: Context): boolean {
  // A review of the month or the season brings no news of the day.
  if (context.analysis.published !== null && context.analysis.published.precision !== 'day') return false
  const lead = context.analysis.sentences
    .filter(it => it.clauses.some(clause => clause.verb !== null))
    .slice(0, 2)
  return lead.some(sentence =>
    sentence.clauses.some(
      clause =>
        clause.kind === 'main' &&
        clause.verb !== null &&
        (clause.verb.tense === 'past' || clause.verb.perfect) &&
        !isLongAgo(context, clause, sentence),
    ),
  )
}

/** "We welcome the accord": who speaks of himself outside of quotation marks comments. */
function speaksForItself({ analysis }: Context): boolean {
  let found = 0
  let turn = -1
  for (const { tokens, start, paragraph } of analysis.sentences) {
    if (TURN.test(analysis.text.slice(start, start + 44))) turn = paragraph
    if (turn === paragraph) continue
    for (const { lower, quoted, text } of tokens)
      if (!quoted && (text === 'I' || /^(?:we|our|my)$/.test(lower))) found++
  }
  return found >= OWN_WORDS
}

/** "Q: Is that enough?", "Ms Ruiz: I think …": somebody's turn in an interview. */
const TURN = /^(?:[QA]|\p{Lu}[\p{L} .-]{1,40}): /u

const OWN_WORDS = 2

/** "*On 7 August 2022* he announced …", told a year later: what begins with history is no report. */
function isLongAgo(context: Context, clause: Clause, sentence: Sentence): boolean {
  const now = context.analysis.published?.start ?? null
  if (now === null) return false
  const before = addDays(now, -HISTORY)
  return within(context.analysis.times, clause.span).some(
    ({ type, interval, relation, start }) =>
      type === 'DATE' &&
      relation === null &&
      interval?.start != null &&
      interval.end !== null &&
      interval.end < before &&
      innermost(sentence.clauses, start) === clause,
  )
}

function dateAt(
  sentence: number,
  days: readonly (Interval | null)[],
  published: Interval,
  perfect: boolean,
): Interval | null {
  const day = days[sentence]
  if (day && !perfect) return { ...day, basis: 'relative' }
  if (sentence >= LEAD || published.start === null) return null
  return {
    start: addDays(published.start, perfect ? (sentence === 0 ? -2 : -7) : -1),
    end: published.end,
    precision: 'range',
    basis: 'publication',
  }
}

/** For each sentence the day it tells of: named in its paragraph just before, else the latest day of the news so far. */
function daysBySentence(context: Context, published: string): (Interval | null)[] {
  const { sentences, times } = context.analysis
  const earliest = addDays(published, -FRESH)
  // A comment goes back to its news where it likes; what it goes on to tell need not be of that day.
  const comments = speaksForItself(context)
  let latest: Interval | null = null
  let here: Interval | null = null
  let next = 0
  return sentences.map((sentence, i) => {
    const opens = sentences[i - 1]?.paragraph !== sentence.paragraph
    if (opens) here = null
    let first: Interval | null = null
    for (; next < times.length && (times[next]?.start ?? 0) < sentence.end; next++) {
      const told = tenseAt(sentence, times[next])
      // "… tonight. Talks had failed on Monday.": what came before is not the day that the news goes on with.
      if (told !== 'simple' && !(opens && told === 'before')) continue
      const found = newsTime(context, times[next], sentence, earliest, published)
      if (found === null || isOfNoun(context, times[next])) continue
      first ??= found
      here = found
      // At the head of a paragraph the tale goes back to then, but only as far as the paragraph goes.
      if (told === 'before') continue
      if (latest === null || (found.start ?? '') >= (latest.start ?? '')) latest = found
    }
    return first ?? here ?? (comments ? null : latest)
  })
}

/** "handed him a note over *Saturday's* incident": the day of the incident, and not of the note. */
function isOfNoun({ analysis }: Context, time: Time | undefined): boolean {
  if (time === undefined || !/^['’]s?\s\p{Ll}/u.test(analysis.text.slice(time.end, time.end + 4)))
    return false
  return /\b(?:over|about|after|against)\s(?:last\s)?$/.test(
    analysis.text.slice(Math.max(0, time.start - 16), time.start),
  )
}

/** Whether a time stands with what was done before ("had left on Monday"), in a clause of its own or in another's. */
function tenseAt(sentence: Sentence, time: Time | undefined): 'simple' | 'before' | 'recalled' {
  const clause = time === undefined ? null : innermost(sentence.clauses, time.start)
  // "a ceasefire *that took effect on 3 August*": the day of what is only described.
  if (clause?.kind === 'relative' && sentence.tokens[clause.first - 1]?.text !== ',') return 'recalled'
  if (!clause?.verb?.perfect || clause.verb.tense !== 'past') return 'simple'
  return clause.kind === 'main' || clause.kind === 'coordinate' ? 'before' : 'recalled'
}

function newsTime(
  context: Context,
  time: Time | undefined,
  sentence: Sentence,
  earliest: string,
  latest: string,
): Interval | null {
  const interval = time?.interval
  if (!time || !interval || time.start < sentence.start) return null
  if (time.type !== 'DATE' && time.type !== 'TIME') return null
  if (/^(?:now|currently|recently)$/i.test(context.analysis.text.slice(time.start, time.end))) return null
  if (
    interval.precision !== 'day' ||
    time.value === 'PRESENT_REF' ||
    time.relation === 'since' ||
    time.relation === 'until'
  )
    return null
  const { start } = interval
  return start !== null && start >= earliest && start <= latest ? interval : null
}
