/** The words behind the verb of a line: without who is named before it, whose the deed is, and when it was. */
import type { Span } from '../../record/types.ts'
import type { Clause, NounGroup } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Parties } from './parties.ts'
import type { Reading } from './types.ts'

/** The words behind the verb, without what is cut. */
export function restOf(context: Context, reading: Reading, parties: Parties, span: Span): string {
  let words = ''
  let at = span[0]
  for (const [start, end] of cutsOf(context, reading, parties)) {
    if (start < at || end > span[1]) continue
    words += context.analysis.text.slice(at, start)
    at = end
  }
  words += context.analysis.text.slice(at, span[1])
  return (
    words
      .replace(/,\s*,/g, ',')
      .replace(
        / (?:(?:at|by|from|until|since) the (?:beginning|start|end|middle|height) of (?:the|that|this) (?:day|week|month|year)|the (?:same|following|next|previous) (?:day|week|month|year)|the (?:day|week|month|year) before|(?:later |earlier )?that(?: (?:day|week|month|year))?)(?=$|[,.;]| and | in | at )/g,
        '',
      )
      .replace(/[\s.,;:!?"”’]+$/, '')
      .replace(/(?:[\s,]+(?:and|but|or|while))+$/, '')
      // "an apology for" what a clause that is left out says, "the first exchange in more" than a year.
      .replace(
        / (?:in more|in less|for|of|with|from|than|during|within|since|until|against|over|about|towards?)$/,
        '',
      )
      .replace(/ to do$/, ' to do so')
  )
}

/** When it was stands beside the title; what came with it or after it is told elsewhere. */
function asides(context: Context, clause: Clause | null): Span[] {
  if (clause === null) return []
  const sentence = context.analysis.sentences[clause.sentence]
  const times = (sentence?.groups ?? [])
    .filter(group => group.temporal && (group.determiner !== 'the' || isNext(context, group)))
    .filter(
      group =>
        isDate(context, group) &&
        !/^['’]s?\b/.test(context.analysis.text.slice(group.span[1], group.span[1] + 2)),
    )
    .map(group => withLead(context, group.span, clause.verb?.span[1] ?? 0))
    .filter(span => span !== null)
  const inner = (sentence?.clauses ?? [])
    .filter(it => it !== clause && isAside(it, clause, context))
    .map(it => it.span)
  return [...times, ...inner]
}

/** "*the following March*" */
function isNext({ analysis }: Context, { sentence, first }: NounGroup): boolean {
  return /^(?:following|previous)$/.test(analysis.sentences[sentence]?.tokens[first + 1]?.lower ?? '')
}

/** "gave them *48 hours* to leave" says how long; only what says when stands beside the title. */
function isDate(context: Context, group: NounGroup): boolean {
  return !context.analysis.times.some(
    it => it.type === 'DURATION' && it.start >= group.span[0] && it.end <= group.span[1] + 1,
  )
}

const LEAD =
  /,?\s(?:(?:before|by|until|at|in|since|from|towards?) the (?:end|beginning|start|middle|rest) of|in|on|at|for|by|since|until|before|after|from|during|within|over|between|about|around|to|that|this)\s+(?:the\s+|that\s+|this\s+)?$/
const MORE = /^(?: and a half\b| (?:ago|later|earlier|before|afterwards|after)\b(?=[.,;:]?(?:\s|$)))/

/** "before the end of *March*" goes whole; "a freeze *of seven years*" stays. */
function withLead(context: Context, span: Span, from: number): Span | null {
  const before = context.analysis.text.slice(from, span[0])
  const lead = LEAD.exec(before)
  if (/^ (?:of|after|before) /.test(context.analysis.text.slice(span[1], span[1] + 8))) return null
  if (lead === null && /\bof\s+$/.test(before)) return null
  const more = MORE.exec(context.analysis.text.slice(span[1], span[1] + 12))
  return [span[0] - (lead?.[0].length ?? 0), span[1] + (more?.[0].length ?? 0)]
}

function isAside(inner: Clause, clause: Clause, context: Context): boolean {
  if (inner.span[0] <= (clause.verb?.span[1] ?? 0)) return false
  const comma = /,\s*$/.test(context.analysis.text.slice(clause.span[0], inner.span[0]))
  if (inner.kind === 'adverbial')
    return inner.marker !== 'to' && inner.marker !== 'until' && inner.marker !== 'if'
  return (inner.kind === 'participle' || inner.kind === 'relative') && comma
}

/** What is left out behind the verb: who acts together and is named before it, whose the deed is, and when it was. */
export function cutsOf(context: Context, reading: Reading, parties: Parties): Span[] {
  const cut: Span[] = []
  const named = new Set(parties.source.map(it => it.key))
  const known = (group: NounGroup | null) => {
    const actors = group === null ? [] : context.analysis.actorsOf(group)
    // "the ambassadors of Chad and Niger": who is only described is told in the text's own words.
    return actors.length > 0 && actors.every(it => named.has(it.key) && /^\p{Lu}/u.test(it.name))
  }
  const { patient, phrases } = reading.roles
  if (reading.joint && patient !== null && known(patient)) cut.push(withOwnState(context, patient))
  cut.push(...asides(context, reading.clause))
  for (const phrase of reading.clause?.phrases ?? []) {
    if (phrase.object?.temporal) cut.push(phrase.span)
    const again =
      phrase.preposition === 'by' ||
      (reading.joint && (phrase.preposition === 'with' || phrase.preposition === 'between'))
    const does =
      phrase.preposition === 'by' &&
      phrase.object !== null &&
      phrase.object === reading.roles.agent &&
      !isDescribed(context, phrase.object)
    if (does || (again && known(phrase.object) && (phrases.includes(phrase) || phrase.preposition === 'by')))
      cut.push(withName(context, phrase.span, phrase.object))
  }
  return cut.sort((a, b) => a[0] - b[0])
}

/** "by a colleague *with whom he had quarrelled*" */
function isDescribed({ analysis }: Context, group: NounGroup): boolean {
  return analysis.sentences[group.sentence]?.clauses.some(it => it.modifies === group) === true
}

/** "President Xi Jinping *of China*": a state behind the name goes with it. */
function withOwnState({ analysis }: Context, group: NounGroup): Span {
  const of = group.phrases.find(it => it.preposition === 'of' && it.first === group.last + 1)
  return of?.object != null && analysis.statesIn(of.object).length > 0
    ? [group.span[0], of.span[1]]
    : group.span
}

/** "with his counterpart, *Ana Ruiz*,": who is named beside it goes with it. */
function withName({ analysis }: Context, span: Span, object: NounGroup | null): Span {
  const name = object?.apposition ?? null
  if (name === null || name.span[0] < span[1]) return span
  return [span[0], name.span[1] + (analysis.text[name.span[1]] === ',' ? 1 : 0)]
}
