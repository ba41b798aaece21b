/** From attributions to the statements of the record: who said it, in full, and one statement for each stretch of speech. */
import { mentionId } from '../../record/ids.ts'
import type { StatementMention } from '../../record/mentions.ts'
import type { Span, StatementKind } from '../../record/types.ts'
import { type Context, issuesIn, textOf } from '../context.ts'
import type { Attribution } from './attribution.ts'
import { howOf, type Page } from './page.ts'
import { type Resolved, Speakers } from './speakers.ts'

/** A quotation of fewer words inside a noun phrase is no statement of its own. */
const SHORT_PHRASE = 2

/** The sayings among the attributions, as the record has them. */
export function toMentions(context: Context, page: Page, found: readonly Attribution[]): StatementMention[] {
  const ordinals = new Map<string, number>()
  const speakers = new Speakers(context)
  return found.flatMap(attribution => {
    const resolved = speakers.of(attribution)
    if (resolved === null || !isStatement(context, attribution, resolved)) return []
    const groups = stretches(context, attribution)
    return groups.map(parts => {
      const span: Span = [parts[0]?.[0] ?? 0, parts[parts.length - 1]?.[1] ?? 0]
      const ordinal = ordinals.get(span.join()) ?? 0
      ordinals.set(span.join(), ordinal + 1)
      // A quotation that carries on reported words is direct, whatever they were.
      const how = groups.length === 1 ? attribution.how : howOf(parts, page.quotes)
      return mention(
        context,
        attribution,
        resolved,
        parts,
        how,
        mentionId(context.document.id, 'statement', span, ordinal),
      )
    })
  })
}

function mention(
  context: Context,
  attribution: Attribution,
  { speaker }: Resolved,
  parts: Span[],
  how: StatementKind,
  id: string,
): StatementMention {
  const span: Span = [parts[0]?.[0] ?? 0, parts[parts.length - 1]?.[1] ?? 0]
  return {
    id,
    document: context.document.id,
    kind: 'statement',
    span,
    pattern: attribution.pattern,
    confidence: confidenceOf(attribution, speaker.key !== null),
    speaker,
    how,
    cue: attribution.cue === null ? null : textOf(context, attribution.cue),
    parts,
    date: null,
    issues: issuesIn(context, span),
  }
}

/** Told to somebody, with words of substance. */
function isStatement(context: Context, attribution: Attribution, { speaker, person }: Resolved): boolean {
  const { complement, how, pattern, strength } = attribution
  if (attribution.hypothetical) return false
  // "the figures suggest": nobody says it.
  if (attribution.ofThings && speaker.key === null) return false
  if (complement === 'quote') return true
  const mixed =
    how === 'mixed' && complement !== 'infinitive' && quotedWords(context, attribution) >= SHORT_PHRASE
  if (attribution.class === 'stance') return complement === 'clause' || mixed
  // What an expert believes has been told; what a state believes is the writer's reading of it.
  if (attribution.class === 'belief')
    return complement === 'clause' && person && /^(weak|forecast|warning)$/.test(strength)
  if (attribution.class !== 'saying') return false
  // "demands that Seoul oppose the plan" is a position, unless its own words are given.
  if (/^(demand|request)$/.test(strength)) return mixed
  return complement === 'clause' || mixed || /^object with (as|predicate)$/.test(pattern)
}

function quotedWords(context: Context, attribution: Attribution): number {
  let words = 0
  for (const span of attribution.content) {
    for (const match of textOf(context, span).matchAll(/["\u201c]([^"\u201d]*)["\u201d]/g)) {
      words += match[1]?.split(/\s+/).length ?? 0
    }
  }
  return words
}

/**
 * Parts that one sentence holds together stay together (`“The talks,” he said, “are over.”`); what begins a
 * new sentence or paragraph is a statement of its own.
 */
function stretches(context: Context, attribution: Attribution): Span[][] {
  const groups: Span[][] = []
  let last: Span | null = null
  for (const span of attribution.content) {
    const between = last === null ? '' : context.analysis.text.slice(last[1], span[0])
    const group = groups[groups.length - 1]
    const ended = last !== null && /[.!?]["\u201d']?$/.test(context.analysis.text.slice(last[0], last[1]))
    const runsOn = last !== null && between.trim() === '' && between.includes('\n')
    if (group !== undefined && runsOn) group.push(span)
    else if (group === undefined || /[.!?:\n]/.test(between) || (ended && between.trim() === ''))
      groups.push([span])
    else group.push(span)
    last = span
  }
  const only = groups[0]?.[0]
  if (groups.length !== 1 || groups[0]?.length !== 1 || only === undefined) return groups
  return splitClaims(context, attribution, only).map(span => [span])
}

/** "said that the ball is in their court and that exchanges cannot proceed": two claims. */
function splitClaims(context: Context, attribution: Attribution, span: Span): Span[] {
  const words = textOf(context, span)
  if (attribution.complement !== 'clause' || !/^that\s/.test(words)) return [span]
  const spans: Span[] = []
  let from = span[0]
  for (const seam of words.matchAll(/,? and (?=that [^.;]{12})/g)) {
    const at = span[0] + seam.index
    spans.push([from, at])
    from = at + seam[0].length
  }
  return [...spans, [from, span[1]]]
}

function confidenceOf(attribution: Attribution, known: boolean): number {
  const base = attribution.how === 'direct' ? 0.95 : attribution.complement === 'clause' ? 0.88 : 0.75
  return Math.round((known ? base : base - 0.08) * 100) / 100
}
