/** From attributions to the statements of the record: who said it, in full, and one statement for each stretch of speech. */

import { mentionId } from '../../record/ids.ts'
import type { StatementMention } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import type { Entity, NounGroup } from '../../text/types.ts'
import { type Context, issuesIn, namesIn, textOf } from '../context.ts'
import type { Attribution } from './attribution.ts'

/** A quotation of fewer words inside reported words is no statement of its own. */
const SHORT_PHRASE = 2

/** The sayings among the attributions, as the record has them. */
export function toMentions(context: Context, found: readonly Attribution[]): StatementMention[] {
  const ordinals = new Map<string, number>()
  return found
    .filter(one => isStatement(context, one))
    .flatMap(attribution => {
      const speaker = speakerOf(context, attribution)
      if (speaker === null) return []
      return stretches(context, attribution).map(parts => {
        const span: Span = [parts[0]?.[0] ?? 0, parts[parts.length - 1]?.[1] ?? 0]
        const place = span.join()
        const ordinal = ordinals.get(place) ?? 0
        ordinals.set(place, ordinal + 1)
        return mention(context, attribution, speaker, parts, span, ordinal)
      })
    })
}

function mention(
  context: Context,
  attribution: Attribution,
  speaker: StatementMention['speaker'],
  parts: Span[],
  span: Span,
  ordinal: number,
): StatementMention {
  return {
    id: mentionId(context.document.id, 'statement', span, ordinal),
    document: context.document.id,
    kind: 'statement',
    span,
    pattern: attribution.pattern,
    confidence: confidenceOf(attribution, speaker.key !== null),
    speaker,
    how: attribution.how,
    cue: attribution.cue === null ? null : textOf(context, attribution.cue),
    parts,
    date: null,
    issues: issuesIn(context, span),
  }
}

/** Told to somebody, with words of substance: a clause, or a phrase that quotes. */
function isStatement(context: Context, attribution: Attribution): boolean {
  if (attribution.source === null && attribution.speaker === null) return false
  if (attribution.hypothetical) return false
  if (attribution.complement === 'quote') return true
  if (attribution.class === 'saying' && attribution.complement === 'clause') return true
  if (attribution.how !== 'mixed' || !/^(saying|stance)$/.test(attribution.class)) return false
  return attribution.complement === 'phrase' && quotedWords(context, attribution) >= SHORT_PHRASE
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
    if (group === undefined || /[.!?:\n]/.test(between) || (ended && between.trim() === ''))
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

/** The speaker's full name and affiliation from anywhere in the document; null for "it" and other nobodies. */
function speakerOf(context: Context, attribution: Attribution): StatementMention['speaker'] | null {
  const group = attribution.speaker
  if (group === null) return null
  const entity = actorOf(context, attribution, group)
  if (entity !== null) return { key: entity.key, name: entity.name, affiliation: affiliationOf(entity) }
  const name = describe(context, group)
  return name === null ? null : { key: null, name, affiliation: null }
}

/** The actor that the phrase stands for; else a person named at its end: "the navy's chief of staff *Ryo Sakai*". */
function actorOf(context: Context, attribution: Attribution, group: NounGroup): Entity | null {
  const actors = context.analysis.actorsOf(group)
  const person = actors.find(actor => actor.type === 'person') ?? namedAtEnd(context, attribution)
  return person ?? actors[0] ?? null
}

function namedAtEnd(context: Context, attribution: Attribution): Entity | null {
  if (attribution.source === null) return null
  const [start, end] = attribution.source
  const { tokens } = attribution.sentence
  for (const name of namesIn(context.analysis, [start, end])) {
    const before = tokens[name.first - 1]
    if (name.type !== 'person' || name.entity === null || before === undefined || name.end !== end) continue
    if (!/^(ADP|PART|PUNCT|CCONJ)$/.test(before.pos)) return name.entity
  }
  return null
}

/** The organization of the latest role, else the state. */
function affiliationOf(entity: Entity): string | null {
  const role = entity.roles.find(one => one.organization !== null)
  return role?.organization ?? (entity.type === 'person' ? entity.state : null)
}

/** "one Japanese official" → "Japanese official"; a pronoun that nothing was found for is nobody. */
function describe(context: Context, group: NounGroup): string | null {
  const words = textOf(context, group.span)
  const name = words.replace(/^(the|a|an|one|another|this|that|these|those|some|his|her|their|its)\s+/i, '')
  if (/^(it|he|she|they|we|i|you|who|which|that|this|one|there|people)$/i.test(name)) return null
  return name
}
