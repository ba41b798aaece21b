/** What `entente code` prints for one text: each field of the contract (contract/coding.md) is made by one adapter. */
import type { EventMention, Understanding } from '../record/mentions.ts'
import type { EventType, Span } from '../record/types.ts'
import type { Analysis, Name } from '../text/types.ts'
import type { CodedCause } from '../understand/drivers/index.ts'
import type { Relation } from '../understand/relation/index.ts'
import type { Attribution } from '../understand/statements/index.ts'

/** Everything that was worked out about one text. */
export interface Worked {
  text: string
  analysis: Analysis
  /** Goldstein-style, -10 to 10. */
  intensityOf(type: EventType, mode: string | null): number
  /** Worked out when a field that is asked for needs it. */
  understanding(): Understanding
  /** Worked out when a field that is asked for needs it. */
  attributions(): readonly Attribution[]
  causes(): readonly CodedCause[]
  /** Null where no pair was given. */
  relation(): Relation | null
}

interface Adapter {
  field: string
  of(worked: Prepared): unknown
}

type Kind = Understanding['mentions'][number]['kind']
type OfKind<K extends Kind> = Extract<Understanding['mentions'][number], { kind: K }>

/** The same, with what the adapters look up sorted once, so that the time grows no faster than the text. */
class Prepared {
  readonly worked: Worked
  readonly #names = new Map<string, Name[]>()

  constructor(worked: Worked) {
    this.worked = worked
    for (const name of worked.analysis.names) {
      const { key, state } = name.entity ?? { key: null, state: null }
      for (const id of new Set([key, state])) if (id !== null) this.#remember(id, name)
    }
  }

  #remember(id: string, name: Name): void {
    const before = this.#names.get(id)
    if (before === undefined) this.#names.set(id, [name])
    else before.push(name)
  }

  mentions<K extends Kind>(kind: K): OfKind<K>[] {
    return this.worked.understanding().mentions.filter((it): it is OfKind<K> => it.kind === kind)
  }

  /** The name of an actor that stands nearest to the event's words; none where only a pronoun names it. */
  nearestName(key: string, to: Span): Name | null {
    const names = this.#names.get(key) ?? []
    let low = 0
    let high = names.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((names[middle]?.start ?? 0) < to[0]) low = middle + 1
      else high = middle
    }
    const [before, after] = [names[low - 1], names[low]]
    if (before === undefined || after === undefined) return before ?? after ?? null
    return gap([before.start, before.end], to) <= gap([after.start, after.end], to) ? before : after
  }
}

const gap = (a: Span, b: Span): number => Math.max(0, a[0] - b[1], b[0] - a[1])

function participants(prepared: Prepared, keys: readonly string[], mention: EventMention) {
  return keys.map(actor => {
    const name = prepared.nearestName(actor, mention.trigger)
    const [start, end] = name === null ? mention.span : [name.start, name.end]
    return { start, end, actor }
  })
}

/** Of each attribution the speaker that the record has: that of the first statement whose words it shares. */
function speakersOf(prepared: Prepared) {
  const said = prepared
    .mentions('statement')
    .flatMap(({ parts, speaker }, order) => parts.map(([start, end]) => ({ start, end, speaker, order })))
    .sort((a, b) => a.start - b.start)
  let from = 0
  return prepared.worked.attributions().map(({ content, source }) => {
    const [start, end] = content[0] ?? [0, 0]
    // Attributions come in the order of their words, and parts do not overlap.
    while ((said[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from++
    const part = said[from]
    const named = part !== undefined && part.start < end ? part.speaker : undefined
    return {
      name: named?.name ?? (source === null ? null : prepared.worked.text.slice(source[0], source[1])),
      actor: named?.key ?? null,
      affiliation: named?.affiliation ?? null,
    }
  })
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** The words that join the two sides of a driver, from the causal relation that it was made of. */
function cueOf({ worked }: Prepared, cause: Span, effect: Span): Span | undefined {
  return worked.causes().find(it => overlap(it.cause, cause) && overlap(it.effect, effect))?.cue
}

/** In the contract's order. A new field is one line here. */
export const FIELDS: readonly Adapter[] = [
  {
    field: 'sentences',
    of: ({ worked: { analysis } }) => analysis.sentences.map(({ start, end }) => [start, end]),
  },
  {
    field: 'names',
    of: ({ worked: { analysis } }) =>
      analysis.names.map(({ start, end, type, confidence, entity }) => ({
        start,
        end,
        type,
        ...(entity === null ? {} : { actor: entity.key }),
        confidence,
      })),
  },
  {
    field: 'times',
    of: ({ worked: { analysis } }) =>
      analysis.times.map(({ start, end, type, value, interval, confidence }) => ({
        start,
        end,
        type,
        value,
        ...(interval === null
          ? {}
          : { interval: { start: interval.start, end: interval.end, precision: interval.precision } }),
        confidence,
      })),
  },
  {
    field: 'events',
    of: prepared =>
      prepared.mentions('event').map(event => ({
        type: event.type,
        mode: event.mode,
        contexts: event.contexts,
        status: event.status,
        date: event.date,
        place: event.place,
        trigger: event.trigger,
        source: participants(prepared, event.source, event),
        target: participants(prepared, event.target, event),
        intensity: prepared.worked.intensityOf(event.type, event.mode),
        confidence: event.confidence,
        pattern: event.pattern,
      })),
  },
  {
    field: 'statements',
    of: prepared => {
      const speakers = speakersOf(prepared)
      return prepared.worked.attributions().map((attribution, i) => ({
        kind: attribution.how,
        source: attribution.source === null ? [] : [attribution.source],
        cue: attribution.cue === null ? [] : [attribution.cue],
        content: attribution.content,
        speaker: speakers[i],
        confidence: attribution.confidence,
        pattern: attribution.pattern,
      }))
    },
  },
  {
    field: 'forecasts',
    of: prepared =>
      prepared.mentions('forecast').map(({ span, by, probability, horizon, confidence, pattern }) => ({
        content: span,
        by,
        probability,
        horizon,
        confidence,
        pattern,
      })),
  },
  { field: 'causes', of: ({ worked }) => worked.causes() },
  {
    field: 'drivers',
    of: prepared =>
      prepared.mentions('driver').map(({ cause, effect, sign, hedged, claimedBy, confidence, pattern }) => ({
        cause: cause.span,
        effect: effect.span,
        sign,
        cue: cueOf(prepared, cause.span, effect.span),
        hedged,
        by: claimedBy,
        confidence,
        pattern,
      })),
  },
  { field: 'relation', of: ({ worked }) => worked.relation() ?? undefined },
]

/** What was decided where: the rule that made each finding, in the text's order. */
function receipts(worked: Worked): object[] {
  const found = worked.understanding().mentions.map(({ kind, span, pattern, confidence }) => ({
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
  const prepared = new Prepared(worked)
  const wanted = FIELDS.filter(({ field }) => only === null || only.includes(field))
  const fields: [string, unknown][] = wanted.map(({ field, of }) => {
    const value = of(prepared)
    return [
      field,
      Array.isArray(value) && minConfidence > 0 ? value.filter(it => sureEnough(it, minConfidence)) : value,
    ]
  })
  if (explain) fields.push(['receipts', receipts(worked)])
  return Object.fromEntries(fields)
}
