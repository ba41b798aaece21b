/** A question about the record, taken apart. */
import type { Facts, SourcedKind } from '../../record/facts.ts'
import type { EventType, Interval, Stance } from '../../record/types.ts'

/** One word of the question, as the analysis of the language has it. */
export interface Word {
  text: string
  lower: string
  lemma: string
  pos: string
  start: number
  end: number
}

/** What the analysis of the language says of a question. */
export interface Parsed {
  text: string
  words: readonly Word[]
  /** `[start, end)` of each time, with its days. */
  times: readonly { start: number; end: number; interval: Interval | null; relation: string | null }[]
}

/** Somebody or some place that the question names. */
export interface Party {
  text: string
  /** Its state, where it is one or stands for one. */
  state: string | null
  /** A state by name, demonym or capital: whoever acts for it counts. */
  isState: boolean
  /** Actors of the record with this name. */
  actors: ReadonlySet<string>
  start: number
}

export type Wanted = 'who' | 'when' | 'what' | 'why' | 'how-many' | 'whether'

/** An issue that the question names, with the words that name it. */
export interface Matter {
  issue: string
  words: readonly string[]
}

export interface Query {
  text: string
  wanted: Wanted
  kinds: readonly SourcedKind[]
  /** The main verb's lemma; null for "what happened". */
  verb: string | null
  /** Classes of `answers.tsv` and of `event-heads.tsv` of what is asked. */
  deeds: ReadonlySet<string>
  heads: ReadonlySet<string>
  /** Types of events and stances that the verb stands for by itself: "demands", "opposes". */
  types: ReadonlySet<EventType>
  stances: ReadonlySet<Stance>
  doers: readonly Party[]
  others: readonly Party[]
  issues: readonly Matter[]
  /** What "how many" counts, as a lemma. */
  counted: string | null
  /** Other words that the answer must hold, as lemmas. */
  content: readonly string[]
  from: string | null
  to: string | null
  /** It asks what is to come. */
  ahead: boolean
}

export interface Found<K extends SourcedKind = SourcedKind> {
  kind: K
  fact: Facts[K]
  score: number
  /** What of the question it meets, one line each. */
  why: string[]
}
