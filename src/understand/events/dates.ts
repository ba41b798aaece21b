import { addDays } from '../../record/interval.ts'
import type { Interval, Span, Status } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence, Time, VerbGroup } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { innermost, within } from '../lookup.ts'
import { isFirstTo } from './teller.ts'
import type { Reading } from './types.ts'

export interface Dated {
  date: Interval
  span: Span | null
}

/** Closes or opens an interval as its preposition says: "since 2008", "until May", "by the end of the year". */
function related(time: Time, interval: Interval): Interval {
  if (time.relation === 'since') return { ...interval, end: null }
  if (time.relation === 'until' || time.relation === 'till' || time.relation === 'by')
    return { ...interval, start: null }
  return interval
}

function dated(time: Time): Dated | null {
  if (time.interval === null || time.type === 'DURATION' || time.type === 'SET') return null
  if (time.relation === 'after' || time.relation === 'before' || time.value === 'PRESENT_REF') return null
  return { date: related(time, time.interval), span: [time.start, time.end] }
}

/** The time inside a noun phrase: "the *Nov. 13* summit", "the verdict *in 2018*", "meetings *since 1999 to 2004*". */
export function dateOfNoun(context: Context, group: NounGroup): Dated | null {
  const inside = first(within(context.analysis.times, group.span))
  if (inside !== null) return inside
  let found: Dated | null = null
  for (const phrase of group.phrases) {
    if (!phrase.object?.temporal) continue
    // "the first visit *since 2016*" is not of 2016.
    if (phrase.preposition === 'since' && isFirst(context, group)) continue
    const next = first(within(context.analysis.times, phrase.span))
    if (found === null) found = next
    else if (next !== null && ['to', 'until', 'till'].includes(phrase.preposition)) return range(found, next)
  }
  return found ?? behindInEquation(context, group) ?? inFront(context, group)
}

/** "After the *summit* in Oslo on April 11, Peru …": what stands before the comma is said of the noun. */
function inFront(context: Context, group: NounGroup): Dated | null {
  const sentence = context.analysis.sentences[group.sentence]
  const clause = sentence === undefined ? null : innermost(sentence.clauses, group.span[0])
  const at = clause?.phrases.findIndex(it => it.object === group) ?? -1
  const opens = clause?.phrases[at]
  if (
    clause?.verb == null ||
    opens === undefined ||
    opens.first > 0 ||
    !/^(?:after|before|at|during|following)$/.test(opens.preposition)
  )
    return null
  let last = opens.last
  for (const phrase of clause.phrases.slice(at + 1)) {
    if (phrase.first !== last + 1 || phrase.first > clause.verb.first) return null
    if (phrase.object?.temporal) return first(within(context.analysis.times, phrase.span))
    last = phrase.last
  }
  return null
}

/** "were the harvest of his *visit* to Athens *on Thursday*": of a verb that only equates, the day is the noun's. */
function behindInEquation(context: Context, group: NounGroup): Dated | null {
  const sentence = context.analysis.sentences[group.sentence]
  const clause = sentence === undefined ? null : innermost(sentence.clauses, group.span[0])
  if (clause?.verb?.lemma !== 'be' || group.first < clause.verb.first) return null
  let last = group.last
  for (const phrase of clause.phrases) {
    if (phrase.first !== last + 1 || phrase.preposition === 'since') continue
    if (phrase.object?.temporal) return first(within(context.analysis.times, phrase.span))
    last = phrase.last
  }
  return null
}

function isFirst(context: Context, group: NounGroup): boolean {
  return /\b(?:first|last|only)\b/i.test(context.analysis.text.slice(...group.span))
}

function first(times: readonly Time[]): Dated | null {
  for (const time of times) {
    const found = dated(time)
    if (found !== null) return found
  }
  return null
}

function range(from: Dated, to: Dated): Dated {
  const span: Span | null = from.span === null || to.span === null ? from.span : [from.span[0], to.span[1]]
  return { date: { ...from.date, end: to.date.end, precision: 'range' }, span }
}

/** "did not restore ties *until November 1991*": then they did. */
export function isNotUntil({ verb, phrases }: Clause): boolean {
  if (!verb?.negated || verb.tense !== 'past' || !verb.finite) return false
  return phrases.some(
    ({ preposition, object }) => /^(?:until|till)$/.test(preposition) && object?.temporal === true,
  )
}

/** The time nearest to the verb among those that stand in the clause itself, not in one inside it. */
function dateInClause(context: Context, clause: Clause, sentence: Sentence, anchor: number): Dated | null {
  let best: Dated | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const time of within(context.analysis.times, clause.span)) {
    if (innermost(sentence.clauses, time.start) !== clause) continue
    const found = spanned(context, time) ?? dated(time)
    if (found === null || insideNoun(context, sentence, time)) continue
    const away = Math.abs(time.start - anchor)
    if (away < distance) {
      best = isNotUntil(clause) && time.interval !== null ? { ...found, date: time.interval } : found
      distance = away
    }
  }
  return best
}

/** "*between 2012 and 2020*", "*from May to July*": of either end the whole. */
function spanned(context: Context, { start, end }: Time): Dated | null {
  const whole = context.analysis.times.find(
    it => it.type === 'DURATION' && it.interval?.precision === 'range' && it.start <= start && it.end >= end,
  )
  return whole?.interval == null ? null : { date: whole.interval, span: [whole.start, whole.end] }
}

/** "compensation under the *1965* treaty": a time inside another noun is that one's. */
function insideNoun(context: Context, sentence: Sentence, time: Time): boolean {
  return sentence.groups.some(
    group =>
      !group.temporal &&
      group.span[0] <= time.start &&
      time.end <= group.span[1] &&
      context.analysis.text.slice(time.end, group.span[1]).trim() !== '',
  )
}

const goesOn = ({ verb }: Clause): boolean => verb?.perfect === true && verb.tense === 'present'

/** Clauses that may lend their time to one inside them: "said on Monday that …" does not, save for words that are deeds. */
function lends(parent: Clause, child: Clause, reading: Reading): boolean {
  // "normalised ties in 1965 after a row over people conscripted": what describes another noun is of no such date.
  if (child.kind === 'participle')
    return (
      child.modifies === null || child.modifies === parent.subject || parent.objects.includes(child.modifies)
    )
  // "has struck ships since May, and Lima accuses Oslo": what goes on lends nothing to what is said of it.
  if (child.kind === 'coordinate')
    return !goesOn(parent) || child.verb?.tense !== 'present' || child.verb.perfect
  if (child.kind !== 'complement') return false
  return child.marker === 'to' || (reading.negated && parent.verb !== null)
}

export function dateOfReading(context: Context, reading: Reading, sentence: Sentence): Dated | null {
  return ownDate(context, reading, sentence) ?? dateJoined(context, reading.clause, sentence)
}

/** "the deal, brokered by China *and announced on 10 March*": of what is said of one thing in one breath. */
function dateJoined(context: Context, clause: Clause | null, sentence: Sentence): Dated | null {
  if (clause?.kind !== 'participle' || clause.verb?.voice !== 'passive') return null
  const beside = sentence.clauses.find(
    it => it.kind === 'coordinate' && it.parent === clause && it.modifies === clause.modifies,
  )
  const at = beside?.verb?.span[0]
  return beside === undefined || at === undefined ? null : dateInClause(context, beside, sentence, at)
}

function ownDate(context: Context, reading: Reading, sentence: Sentence): Dated | null {
  // "the first minister to visit Lima *since 2019*": of the day on which she became that.
  const ranked = reading.clause !== null && isFirstTo(context, reading.clause) ? reading.clause.parent : null
  if (ranked !== null) return dateInClause(context, ranked, sentence, ranked.verb?.span[0] ?? ranked.span[0])
  if (reading.noun !== null) {
    const own = dateOfNoun(context, reading.noun.group)
    if (own !== null) return own
  }
  for (let at: Reading | null = reading; at !== null; at = at.inner) {
    // "talks were announced in May": not held in May.
    if (
      at.clause === null ||
      (at.operator === 'announce' && (at.type === 'CONSULT' || at.type === 'COOPERATE'))
    )
      continue
    const found =
      dateInClause(context, at.clause, sentence, at.trigger[0]) ?? dateInPurpose(context, at.clause, sentence)
    if (found !== null) return found
  }
  const clause = reading.clause
  const beside =
    clause === null
      ? null
      : (dateBeside(context, clause, sentence) ?? dateOfOccasion(context, clause, sentence))
  if (beside !== null) return beside
  if (!clause?.parent) return null
  // "in May, when Lima recalled its envoy *and Oslo closed the border*"
  const when = clause.kind === 'coordinate' ? clause.parent : clause
  const then = when.marker === 'when' ? timeBefore(context, when) : null
  if (then !== null) return then
  const linked = linkedToParent(context, clause, sentence)
  if (linked !== null) return linked
  const announced = dateOfPlan(context, clause, sentence)
  if (announced !== null) return announced
  // "the 2018 incident, when a frigate aimed its radar": the clause says what happened then.
  const named =
    clause.marker === 'when' || clause.kind === 'relative'
      ? (clause.modifies ?? clause.parent.predicate?.group ?? null)
      : null
  if (named !== null) return dateOfNoun(context, named)
  return lends(clause.parent, clause, reading)
    ? (dateInClause(context, clause.parent, sentence, reading.trigger[0]) ??
        dateInPurpose(context, clause.parent, sentence))
    : null
}

/** "*When the leaders met in Oslo in July*, Ruiz promised …": what another clause says of the time is the clause's own. */
function dateBeside(context: Context, clause: Clause, sentence: Sentence): Dated | null {
  const { verb } = clause
  if (!verb?.finite || verb.tense !== 'past' || verb.perfect || verb.modal !== null) return null
  const when = sentence.clauses.find(
    it => it.parent === clause && it.marker === 'when' && it.verb?.tense === 'past' && !it.verb.perfect,
  )
  return when?.verb == null ? null : dateInClause(context, when, sentence, when.verb.span[0])
}

/** "apologised in a call *that Obama arranged in March 2013*": of the day of the occasion. */
function dateOfOccasion(context: Context, clause: Clause, sentence: Sentence): Dated | null {
  for (const { preposition, object } of clause.phrases) {
    if (object === null || !/^(?:in|at|during)$/.test(preposition)) continue
    const event = context.knowledge.eventNouns.find(object.lemma)
    if (event?.type !== 'CONSULT' && !/^(?:speech|letter|statement|interview|address)$/.test(object.lemma))
      continue
    const told = sentence.clauses.find(it => it.kind === 'relative' && it.modifies === object)
    if (told?.verb?.tense !== 'past') continue
    const found = dateInClause(context, told, sentence, told.verb.span[0])
    if (found !== null) return found
  }
  return null
}

/** What lies so many days back is history, and no news. */
export const HISTORY = 60

/** "announced *in December 2014* that they would restore ties", told years later: the plan is of the day it was made. */
function dateOfPlan(context: Context, clause: Clause, sentence: Sentence): Dated | null {
  const now = context.analysis.published?.start ?? null
  const { parent, kind, verb } = clause
  if (now === null || kind !== 'complement' || verb?.modal !== 'would' || parent?.verb?.tense !== 'past')
    return null
  const found =
    dateInClause(context, parent, sentence, parent.verb.span[0]) ??
    (parent.marker === 'when' ? timeBefore(context, parent) : null)
  return found?.date.end != null && found.date.end < addDays(now, -HISTORY) ? found : null
}

/** "*offered* to mediate *in July*", told in September: a time that is past by then is that of the offer. */
function dateInPurpose(context: Context, clause: Clause, sentence: Sentence): Dated | null {
  const now = context.analysis.published?.start ?? null
  if (now === null || clause.verb?.tense !== 'past' || !clause.verb.finite) return null
  for (const inner of sentence.clauses) {
    if (inner.parent !== clause || inner.kind !== 'complement' || inner.marker !== 'to') continue
    const found = inner.verb === null ? null : dateInClause(context, inner, sentence, inner.verb.span[0])
    if (found?.date.end != null && found.date.end < now) return found
  }
  return null
}

/** "at odds since *January 1, when* Lima signed the pact": the day right before is the clause's own. */
function timeBefore(context: Context, clause: Clause): Dated | null {
  const at = context.analysis.text.lastIndexOf('when', clause.verb?.span[0] ?? clause.span[0])
  const time = at < 0 ? undefined : within(context.analysis.times, [Math.max(0, at - 40), at]).at(-1)
  if (time === undefined || time.interval === null || !/^(?:DATE|TIME)$/.test(time.type)) return null
  const apart = context.analysis.text.slice(time.end, at)
  return /^,?\s*$/.test(apart) ? { date: time.interval, span: [time.start, time.end] } : null
}

const COUNTED = /\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week|month|year)s? $/i
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** From so many days on a distance is told in round numbers. */
const ROUNDED = 45
const DAYS_OF: { readonly [unit: string]: number } = { day: 1, week: 7, month: 30, year: 365 }

/** "*five weeks after* Chad signed the pact": how many days its clause lies from the one around it; null where it does not say. */
function daysFromParent(context: Context, clause: Clause, sentence: Sentence): number | null {
  const { parent, marker } = clause
  if (parent?.verb == null || (marker !== 'after' && marker !== 'before')) return null
  const at = context.analysis.text.lastIndexOf(marker, clause.verb?.span[0] ?? clause.span[0])
  const found =
    at < 0 ? null : COUNTED.exec(context.analysis.text.slice(Math.max(sentence.start, at - 24), at))
  if (found === null) return null
  const word = (found[1] ?? '').toLowerCase()
  const n = /^an?$/.test(word) ? 1 : Math.max(COUNTS.indexOf(word), 0) || Number(word)
  const days = n * (DAYS_OF[(found[2] ?? '').toLowerCase()] ?? 1) * (marker === 'after' ? -1 : 1)
  return Number.isFinite(days) ? days : null
}

/** `date` of the clause around, moved by what a clause says of its distance, about; null where it says nothing. */
export function movedFrom(
  context: Context,
  clause: Clause,
  sentence: Sentence,
  date: Interval,
): Interval | null {
  const days = daysFromParent(context, clause, sentence)
  if (days === null || date.start === null || date.end === null) return null
  // Who counts in months, or many weeks, rounds.
  const slack = Math.abs(days) > ROUNDED ? Math.ceil(Math.abs(days) / 6) : Math.floor(Math.abs(days) / 10)
  return {
    start: addDays(date.start, days - slack),
    end: addDays(date.end, days + slack),
    precision: slack === 0 ? date.precision : 'range',
    basis: 'relative',
  }
}

/** "left on Monday, *four days after* Chad signed the pact": as long before the clause around it, about. */
function linkedToParent(context: Context, clause: Clause, sentence: Sentence): Dated | null {
  const { parent } = clause
  const around = parent?.verb == null ? null : dateInClause(context, parent, sentence, parent.verb.span[0])
  const date = around === null ? null : movedFrom(context, clause, sentence, around.date)
  return around === null || date === null ? null : { date, span: around.span }
}

/** Verbs that say of their subject that it came about: "clashes erupted". */
export const BREAKS_OUT = /^(?:follow|occur|begin|start|resume|erupt|break-out|flare|flare-up|ensue|rage)$/
/** These too, where it is a summit or a drill: "was held", "is due". */
const COMES_ABOUT = /^(?:take|happen|hold|open|come|convene|go|be|schedule|plan|expect)$/

/** "break-out" */
export function verbOf({ lemma, particle }: VerbGroup): string {
  return particle === null ? lemma : `${lemma}-${particle}`
}

/** "A summit may *follow next month*": what comes about has the time of its clause. */
export function dateOfHappening(
  context: Context,
  clause: Clause | null,
  group: NounGroup,
  sentence: Sentence,
): Dated | null {
  // "*In 2018* the premier's visit to Oman was spoiled": what stands before the noun is its time.
  if (clause?.subject === group && clause.verb?.tense === 'past' && !clause.verb.perfect) {
    const opening = within(context.analysis.times, [sentence.start, group.span[0]])[0]
    const before = opening === undefined ? null : dated(opening)
    if (before !== null && (opening?.start ?? 0) <= sentence.start + 10) return before
  }
  if (
    clause === null ||
    clause.subject !== group ||
    clause.verb === null ||
    !(COMES_ABOUT.test(clause.verb.lemma) || BREAKS_OUT.test(verbOf(clause.verb))) ||
    clause.predicate !== null
  )
    return null
  return dateInClause(context, clause, sentence, group.span[1])
}

/** What the document's own date says of an event without one. */
export function undated(published: Interval | null, status: Status, reading: Reading): Interval {
  const basis = 'publication' as const
  if (published === null) return { start: null, end: null, precision: 'unknown', basis }
  if (status === 'planned' || status === 'hypothetical') {
    return { start: published.start, end: horizon(published.end), precision: 'unknown', basis }
  }
  // Where only the document's year is known, its news is of that year; "has seized" may be older.
  const news = published.precision !== 'day' && !(reading.clause?.verb?.perfect ?? false)
  return { start: news ? published.start : null, end: published.end, precision: 'unknown', basis }
}

/** A plan without a date is for the year that runs; in its last quarter, for the next one too. */
function horizon(published: string | null): string | null {
  if (published === null) return null
  const year = Number(published.slice(0, 4))
  return `${Number(published.slice(5, 7)) >= 10 ? year + 1 : year}-12-31`
}
