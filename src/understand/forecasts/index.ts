/** Forecasts: what somebody, or the document itself, says of the future in words that time can settle. */
import { mentionId } from '../../record/ids.ts'
import type { EventMention, ForecastMention, StatementMention } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import { type Context, overlaps, textOf } from '../context.ts'
import { statementAt } from '../said.ts'
import { laterOf } from './horizon.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { questionOf } from './question.ts'

export function forecasts(
  context: Context,
  events: readonly EventMention[],
  statements: readonly StatementMention[],
): ForecastMention[] {
  const found: ForecastMention[] = []
  for (const sentence of context.analysis.sentences) {
    if (context.analysis.text[sentence.end - 1] === '?') continue
    const covered = new Set<Clause>()
    for (const clause of sentence.clauses) {
      if (isWithin(clause, covered)) continue
      const outlook = outlookOf(context, sentence, clause)
      if (outlook === null) continue
      covered.add(clause)
      found.push(toMention(context, sentence, clause, outlook, events, statements))
    }
  }
  return found
}

/** What a forecast rests on, or stands beside it with the same subject, is the same forecast. */
function isWithin(clause: Clause, covered: ReadonlySet<Clause>): boolean {
  const shares = clause.kind === 'coordinate' && clause.inheritedSubject
  for (let outer: Clause | null = clause.parent; outer !== null; outer = outer.parent) {
    const hangs = /^(complement|relative|adverbial|participle)$/.test(clause.kind)
    if (covered.has(outer) && (hangs || shares || outer !== clause.parent)) return true
  }
  return false
}

function toMention(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  outlook: Outlook,
  events: readonly EventMention[],
  statements: readonly StatementMention[],
): ForecastMention {
  const span = evidence(sentence, clause)
  const event =
    eventsNear(events, sentence).find(e => e.status !== 'reported' && foretells(clause, e)) ?? null
  const horizon = laterOf(context, span, event, asidesIn(sentence, clause))
  return {
    kind: 'forecast',
    id: mentionId(context.document.id, 'forecast', span),
    document: context.document.id,
    span,
    pattern: outlook.pattern,
    confidence: horizon === null ? outlook.confidence : Math.min(0.95, outlook.confidence + 0.1),
    text: textOf(context, span)
      .replace(/\s+/g, ' ')
      .replace(/^["\u201c]|["\u201d,.]+$/g, '')
      .replace(/[\s,]+(?:and|but|or)$/, ''),
    by: speakerOf(span, statements) ?? forecaster(context, clause),
    probability: outlook.probability,
    horizon,
    event: event?.id ?? null,
    negated: outlook.negated,
    asks: questionOf(context, sentence, clause, span, events),
  }
}

/** "a pact, which comes up for renewal on Aug. 24": says when something else is. */
function asidesIn(sentence: Sentence, clause: Clause): Span[] {
  const inner = sentence.clauses.filter(
    it => it !== clause && it.kind === 'relative' && it.first > clause.first,
  )
  return inner.map(({ span }) => span)
}

/** Events whose words stand in the sentence; events come in the order of their words. */
function eventsNear(events: readonly EventMention[], { start, end }: Sentence): readonly EventMention[] {
  return events.filter(({ trigger }) => trigger[0] < end && start < trigger[1])
}

/** Is the event what the clause says will be, and not what it says something else of ("the summit will be a sign")? */
function foretells(clause: Clause, event: EventMention): boolean {
  const { verb, subject, predicate } = clause
  if (verb === null) return false
  const places: Span[] = [verb.span, ...clause.objects.map(o => o.span)]
  for (let inner = clause.complement; inner !== null; inner = inner.complement) {
    if (inner.verb !== null) places.push(inner.verb.span, ...inner.objects.map(o => o.span))
    if (inner.subject !== null && BEFALLS.test(inner.verb?.lemma ?? '')) places.push(inner.subject.span)
  }
  const awaited = predicate !== null && predicate.group === null && clause.complement === null
  if (subject !== null && (awaited || BEFALLS.test(verb.lemma))) places.push(subject.span)
  return places.some(place => overlaps(place, event.trigger))
}

/** Verbs that say of their subject that it comes about: "talks will be held"; so does "a summit is likely". */
const BEFALLS =
  /^(hold|take|happen|occur|begin|start|open|resume|schedule|plan|expect|arrange|follow|convene|continue|proceed)$/

/** "will go on *and may even grow*": of the same subject, and ahead as well. */
function foresees({ inheritedSubject, verb }: Clause): boolean {
  return (
    inheritedSubject &&
    verb !== null &&
    (verb.tense === 'future' || /^(?:may|might|could)$/.test(verb.modal ?? ''))
  )
}

/** The clause with the clauses inside it; with its condition, where that stands before it. */
function evidence(sentence: Sentence, clause: Clause): Span {
  const inside = sentence.clauses.filter(c => c.parent === clause && (c.kind !== 'coordinate' || foresees(c)))
  const start = Math.min(clause.span[0], ...inside.filter(c => c.kind !== 'complement').map(c => c.span[0]))
  return [start, Math.max(clause.span[1], ...inside.map(c => c.span[1]))]
}

function speakerOf(span: Span, statements: readonly StatementMention[]): string | null {
  const holding =
    statementAt(statements, span, part => overlaps(part, span) && part[0] <= span[0] + 2) ??
    statementAt(statements, span, part => overlaps(part, span))
  return holding?.speaker.key ?? null
}

/** "Menon expects …", "…, she said, and both will keep quiet": who foresees it by the words of its own sentence. */
function forecaster(context: Context, clause: Clause): string | null {
  const expects = (c: Clause | null): boolean =>
    c?.verb != null &&
    c.verb.voice === 'active' &&
    (context.knowledge.cues.verbs.has(c.verb.lemma) ||
      context.knowledge.hedges.of('verb', c.verb.lemma) !== null)
  const own =
    clause.verb !== null && context.knowledge.hedges.of('verb', clause.verb.lemma) !== null && expects(clause)
  const outer =
    clause.kind === 'complement' || (clause.kind === 'coordinate' && !clause.inheritedSubject)
      ? clause.parent
      : null
  const teller = own ? clause : expects(outer) && outer?.complement != null ? outer : null
  if (teller?.subject == null) return null
  return context.analysis.actorsOf(teller.subject)[0]?.key ?? null
}
