/**
 * When did it happen, where the sentence does not say? A report tells its story in the simple past and names
 * the day once ("… on Thursday"); what it tells next happened then. Without any day, a report's story is that
 * of the day it came out or the one before. Background ("had ruled", "has long urged") stays undated.
 */
import type { EventMention } from '../../record/mentions.ts'
import { addDays } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import { clauseAt, type Context, sentenceAt } from '../context.ts'

/** The story runs over so many days before the report. */
const STORY_DAYS = 7
/** A day named so many paragraphs before still holds. */
const REACH = 3

export function byStoryDay(context: Context, mentions: readonly EventMention[]): EventMention[] {
  return mentions.map(mention => {
    if (mention.dateSpan !== null || mention.status !== 'reported' || mention.refersTo !== null) return mention
    if (mention.date.start !== null || mention.date.basis !== 'publication') return mention
    const sentence = sentenceAt(context.analysis, mention.trigger[0])
    if (sentence === null || !narrates(sentence, mention)) return mention
    const date = sceneDate(context, sentence, mention) ?? reportDate(context, sentence)
    return date === null ? mention : { ...mention, date }
  })
}

/** Simple past, in the clause of the event or the one that governs it. */
function narrates(sentence: Sentence, mention: EventMention): boolean {
  let clause: Clause | null = clauseAt(sentence, mention.trigger[0])
  while (clause !== null && clause.verb?.finite !== true) clause = clause.parent
  const verb = clause?.verb
  return verb != null && verb.tense === 'past' && !verb.perfect && verb.modal === null
}

/** The last day or days named before, in this paragraph or shortly before, within the story or the same passage of history. */
function sceneDate(context: Context, sentence: Sentence, mention: EventMention): Interval | null {
  const { analysis } = context
  for (let i = sentence.index; i >= 0; i--) {
    const earlier = analysis.sentences[i]
    if (earlier === undefined || sentence.paragraph - earlier.paragraph > REACH) return null
    const near = earlier.paragraph === sentence.paragraph
    for (const time of [...analysis.times].reverse()) {
      if (time.sentence !== i || time.start >= mention.trigger[0] || !names(time.type, time.relation)) continue
      const { interval } = time
      if (interval?.start == null || interval.end == null || (time.part ?? false)) continue
      if (isAfter(context, interval)) continue
      const fine = interval.precision === 'day' || interval.precision === 'range' || interval.precision === 'week'
      if (fine && (near || inStory(context, interval))) return { ...interval, basis: 'relative' }
      if (!fine && near && interval.precision !== 'decade') return { ...interval, basis: 'relative' }
    }
  }
  return null
}

function names(type: string, relation: string | null): boolean {
  return (type === 'DATE' || type === 'TIME') && !/^(since|until|before|after|by)$/.test(relation ?? '')
}

function isAfter(context: Context, interval: Interval): boolean {
  const now = context.analysis.published?.end ?? null
  return now !== null && interval.start !== null && interval.start > now
}

function inStory(context: Context, interval: Interval): boolean {
  const now = context.analysis.published
  if (now?.start == null || now.precision !== 'day' || interval.start === null) return false
  return interval.start >= addDays(now.start, -STORY_DAYS)
}

/** The report's own day and the one before, for what its first paragraphs tell. */
function reportDate(context: Context, sentence: Sentence): Interval | null {
  const now = context.analysis.published
  if (now?.start == null || now.precision !== 'day' || !isReport(context) || sentence.paragraph > REACH) return null
  return { start: addDays(now.start, -1), end: now.end, precision: 'range', basis: 'publication' }
}

/** A report leads with what happened, in the past; a commentary with how things are. */
function isReport(context: Context): boolean {
  const lead = context.analysis.sentences.find(sentence => sentence.clauses.some(clause => clause.verb !== null))
  const verb = lead?.clauses.find(clause => clause.kind === 'main' && clause.verb !== null)?.verb
  return verb != null && verb.tense === 'past' && !verb.perfect
}
