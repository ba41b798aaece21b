import type { CueClass } from '../../knowledge/cues.ts'
import type { Span, StatementKind } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'

/** How the content stands to its cue: as a quotation, a clause ("that …"), an infinitive, or a noun phrase. */
export type Complement = 'quote' | 'clause' | 'infinitive' | 'phrase'

/** Words that the text attributes to somebody. No content overlaps another's. */
export interface Attribution {
  class: CueClass
  strength: string
  how: StatementKind
  complement: Complement
  /** The whole phrase of the speaker, as it stands; null where the text names none. */
  source: Span | null
  speaker: NounGroup | null
  cue: Span | null
  /** With quotation marks, without the sentence's full stop; in order. */
  content: Span[]
  sentence: Sentence
  /** Not said, or not yet: "if they agree that", "may say that", "did not say that". */
  hypothetical: boolean
  /** The cue takes things for subjects too: "the figures suggest". */
  ofThings: boolean
  /** The rule that found it. */
  pattern: string
}

/** With how likely its content is right, from 0 to 1. */
export interface Rated extends Attribution {
  confidence: number
}

/** Every field by its name: what is copied whole and then added to is slow to ask. */
export function rated(one: Attribution, confidence: number): Rated {
  return {
    class: one.class,
    strength: one.strength,
    how: one.how,
    complement: one.complement,
    source: one.source,
    speaker: one.speaker,
    cue: one.cue,
    content: one.content,
    sentence: one.sentence,
    hypothetical: one.hypothetical,
    ofThings: one.ofThings,
    pattern: one.pattern,
    confidence,
  }
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0)
}

/** Of attributions that overlap, the one with more content is kept: what a speaker quotes is the speaker's own. */
export function outermost(found: readonly Attribution[]): Attribution[] {
  const bySize = found
    .map(attribution => ({ attribution, size: lengthOf(attribution.content) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || startOf(a.attribution) - startOf(b.attribution))
  const ends = found.flatMap(({ content }) => content.map(([, end]) => end))
  const taken = new Uint8Array(ends.reduce((most, end) => Math.max(most, end), 0))
  const isTaken = ([start, end]: Span) => taken.subarray(start, end).includes(1)
  const kept: Attribution[] = []
  for (const { attribution } of bySize) {
    if (attribution.content.some(isTaken)) continue
    for (const [start, end] of attribution.content) taken.fill(1, start, end)
    kept.push(attribution)
  }
  return kept.sort((a, b) => startOf(a) - startOf(b))
}

function startOf(attribution: Attribution): number {
  return attribution.content[0]?.[0] ?? 0
}
