/** What `entente code` prints for one text: each field of the contract (contract/coding.md) is made by one adapter. */
import type {
  DriverMention,
  EventMention,
  ForecastMention,
  StatementMention,
  Understanding,
} from '../record/mentions.ts'
import type { Span } from '../record/types.ts'
import type { Analysis, Name } from '../text/types.ts'
import type { CodedCause } from '../understand/drivers/index.ts'
import type { Relation } from '../understand/relation/index.ts'
import type { Attribution } from '../understand/statements/index.ts'

/** Everything that was worked out about one text. */
export interface Worked {
  text: string
  analysis: Analysis
  understanding: Understanding
  /** Worked out when a field that is asked for needs it. */
  attributions(): readonly Attribution[]
  causes(): readonly CodedCause[]
  /** Null where no pair was given. */
  relation(): Relation | null
}

interface Adapter {
  field: string
  of(worked: Worked): unknown
}

function mentionsOf(worked: Worked, kind: 'driver'): DriverMention[]
function mentionsOf(worked: Worked, kind: 'event'): EventMention[]
function mentionsOf(worked: Worked, kind: 'forecast'): ForecastMention[]
function mentionsOf(worked: Worked, kind: 'statement'): StatementMention[]
function mentionsOf(worked: Worked, kind: string): Understanding['mentions'] {
  return worked.understanding.mentions.filter(mention => mention.kind === kind)
}

const gap = (a: Span, b: Span): number => Math.max(0, a[0] - b[1], b[0] - a[1])

/** The name of an actor that stands nearest to the event's words; none where only a pronoun names it. */
function nearestName(names: readonly Name[], key: string, to: Span): Name | null {
  let best: Name | null = null
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    if (name.entity?.key !== key && name.entity?.state !== key) continue
    const distance = gap([name.start, name.end], to)
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

function participants(worked: Worked, keys: readonly string[], mention: EventMention) {
  return keys.flatMap(actor => {
    const name = nearestName(worked.analysis.names, actor, mention.trigger)
    const [start, end] = name === null ? mention.span : [name.start, name.end]
    return [{ start, end, actor }]
  })
}

function speakerOf(worked: Worked, { content, source }: Attribution) {
  const first = content[0]
  const mention = mentionsOf(worked, 'statement').find(
    ({ parts }) => first !== undefined && parts.some(([start, end]) => start < first[1] && first[0] < end),
  )
  const named = mention?.speaker
  return {
    name: named?.name ?? (source === null ? null : worked.text.slice(source[0], source[1])),
    actor: named?.key ?? null,
    affiliation: named?.affiliation ?? null,
  }
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** The words that join the two sides of a driver, from the causal relation that it was made of. */
function cueOf(worked: Worked, cause: Span, effect: Span): Span | undefined {
  return worked.causes().find(it => overlap(it.cause, cause) && overlap(it.effect, effect))?.cue
}

/** In the contract's order. A new field is one line here. */
export const FIELDS: readonly Adapter[] = [
  { field: 'sentences', of: ({ analysis }) => analysis.sentences.map(({ start, end }) => [start, end]) },
  {
    field: 'names',
    of: ({ analysis }) =>
      analysis.names.map(({ start, end, type, entity }) => ({
        start,
        end,
        type,
        ...(entity === null ? {} : { actor: entity.key }),
      })),
  },
  {
    field: 'times',
    of: ({ analysis }) =>
      analysis.times.map(({ start, end, type, value, interval }) => ({
        start,
        end,
        type,
        value,
        ...(interval === null
          ? {}
          : { interval: { start: interval.start, end: interval.end, precision: interval.precision } }),
      })),
  },
  {
    field: 'events',
    of: worked =>
      mentionsOf(worked, 'event').map(event => ({
        type: event.type,
        mode: event.mode,
        contexts: event.contexts,
        status: event.status,
        date: event.date,
        place: event.place,
        trigger: event.trigger,
        source: participants(worked, event.source, event),
        target: participants(worked, event.target, event),
        confidence: event.confidence,
        pattern: event.pattern,
      })),
  },
  {
    field: 'statements',
    of: worked =>
      worked.attributions().map(attribution => ({
        kind: attribution.how,
        source: attribution.source === null ? [] : [attribution.source],
        cue: attribution.cue === null ? [] : [attribution.cue],
        content: attribution.content,
        speaker: speakerOf(worked, attribution),
        pattern: attribution.pattern,
      })),
  },
  {
    field: 'forecasts',
    of: worked =>
      mentionsOf(worked, 'forecast').map(({ span, by, probability, horizon, pattern }) => ({
        content: span,
        by,
        probability,
        horizon,
        pattern,
      })),
  },
  { field: 'causes', of: worked => worked.causes() },
  {
    field: 'drivers',
    of: worked =>
      mentionsOf(worked, 'driver').map(({ cause, effect, sign, hedged, claimedBy, pattern }) => ({
        cause: cause.span,
        effect: effect.span,
        sign,
        cue: cueOf(worked, cause.span, effect.span),
        hedged,
        by: claimedBy,
        pattern,
      })),
  },
  { field: 'relation', of: worked => worked.relation() ?? undefined },
]

/** What was decided where: the rule that made each finding, in the text's order. */
function receipts(worked: Worked): object[] {
  const found = worked.understanding.mentions.map(({ kind, span, pattern, confidence }) => ({
    about: kind,
    span,
    rule: pattern,
    confidence,
  }))
  const related = worked.relation()
  const relation =
    related === null
      ? []
      : [
          {
            about: 'relation',
            span: related.trigger ?? null,
            rule: related.pattern ?? null,
            confidence: related.confidence,
          },
        ]
  return [...found.sort((a, b) => a.span[0] - b.span[0]), ...relation]
}

/** What of a text's coding is to be printed. */
export interface Wanted {
  /** Fields of the contract; null for all. */
  only: readonly string[] | null
  /** Findings below this are left out; what carries no confidence stays. */
  minConfidence: number
  explain: boolean
}

function sureEnough(value: unknown, minConfidence: number): boolean {
  if (typeof value !== 'object' || value === null || !('confidence' in value)) return true
  return typeof value.confidence !== 'number' || value.confidence >= minConfidence
}

/** The fields that are asked for, in the contract's order. */
export function codingOf(
  worked: Worked,
  { only, minConfidence, explain }: Wanted,
): { [field: string]: unknown } {
  const wanted = FIELDS.filter(({ field }) => only === null || only.includes(field))
  const fields: [string, unknown][] = wanted.map(({ field, of }) => {
    const value = of(worked)
    return [
      field,
      Array.isArray(value) && minConfidence > 0 ? value.filter(it => sureEnough(it, minConfidence)) : value,
    ]
  })
  if (explain) fields.push(['receipts', receipts(worked)])
  return Object.fromEntries(fields)
}
