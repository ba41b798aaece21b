/**
 * The one analysis of the language. Tokens, groups and clauses are kept per sentence; all offsets are
 * UTF-16 code units into the document's text. Token indices are positions in `Sentence.tokens`,
 * inclusive at both ends (`first`..`last`).
 */
import type { ActorType, Interval, Span } from '../record/types.ts'

/** Universal part-of-speech tags, after our own repair of the tagger's faults. */
export type Pos =
  | 'NOUN'
  | 'PROPN'
  | 'PRON'
  | 'VERB'
  | 'AUX'
  | 'ADJ'
  | 'ADV'
  | 'ADP'
  | 'DET'
  | 'NUM'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'PUNCT'
  | 'SYM'
  | 'INTJ'
  | 'X'

/** base: "meet", third: "meets", past: "met", participle: past participle that cannot be a past tense ("seen"),
 * past-or-participle: "seized"; gerund: "meeting". null: not a verb. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'past-or-participle' | 'gerund'

export interface Token {
  start: number
  end: number
  text: string
  lower: string
  lemma: string
  pos: Pos
  form: VerbForm | null
  /** Inside quotation marks (the marks themselves included). */
  quoted: boolean
}

/** A noun phrase: determiner, modifiers and head, without what follows the head. */
export interface NounGroup {
  first: number
  last: number
  head: number
  /** The head's lemma, lower case; the full name for a name. */
  lemma: string
  /** "the", "a", "its", "no" …, lower case; null where there is none. */
  determiner: string | null
  /** "South Korea’s Supreme Court": the group of "South Korea". */
  possessor: NounGroup | null
  /** Offsets from `first` to `last`. */
  span: Span
  /** The whole phrase with what belongs to it: apposition, prepositional phrases, relative clause. */
  whole: Span
  /** "A, B and C": the others, in order; empty for a member that is not the first. */
  conjuncts: NounGroup[]
  /** The group that this one is coordinated with, where it isn't the first. */
  coordinatedWith: NounGroup | null
  /** "Ana Ruiz, a professor …": the group of "professor"; both ways round. */
  apposition: NounGroup | null
  /** Prepositional phrases attached to it: "talks *between X and Y*". */
  phrases: Prepositional[]
  sentence: number
  /** "last week", "Monday", "Nov. 13", "2018": says when, and is neither subject nor object. */
  temporal: boolean
}

export interface Prepositional {
  /** Lower case; of several words where it is a fixed one: "in front of", "because of". */
  preposition: string
  first: number
  last: number
  object: NounGroup | null
  /** "by visiting Japan": the clause of the gerund. */
  clause: Clause | null
  span: Span
  attachedTo: 'noun' | 'verb'
}

export type Tense = 'past' | 'present' | 'future' | 'none'

export interface VerbGroup {
  first: number
  last: number
  /** Token of the main verb. */
  head: number
  lemma: string
  /** "call *off*", "push *back*". */
  particle: string | null
  tense: Tense
  perfect: boolean
  progressive: boolean
  voice: 'active' | 'passive'
  finite: boolean
  /** can, could, may, might, must, should, would, will, shall, have-to, going-to, be-to, ought; null. */
  modal: string | null
  negated: boolean
  adverbs: string[]
  span: Span
}

/** main: stands alone; complement: "that …", "to …", quoted words after a reporting verb; relative; adverbial:
 * after "because", "if", "when" …; participle: "…, saying so", "backed by …"; coordinate: after and, but, or;
 * fragment: no verb. */
export type ClauseKind =
  | 'main'
  | 'complement'
  | 'relative'
  | 'adverbial'
  | 'participle'
  | 'coordinate'
  | 'fragment'

export interface Clause {
  /** Position in `Sentence.clauses`. */
  index: number
  sentence: number
  kind: ClauseKind
  first: number
  last: number
  span: Span
  verb: VerbGroup | null
  /** Its own subject, or the one it inherits by coordination, control or from the noun that it modifies. */
  subject: NounGroup | null
  inheritedSubject: boolean
  /** Direct object first, where both are there. */
  objects: NounGroup[]
  /** After "be", "become", "remain", "seem": the noun group or the adjective token. */
  predicate: { group: NounGroup | null; adjective: number | null } | null
  phrases: Prepositional[]
  /** Clause that completes the verb: that-clause, infinitive, quoted clause. */
  complement: Clause | null
  parent: Clause | null
  /** "because", "if", "that", "to", "after", "who" …, lower case. */
  marker: string | null
  /** The noun that a relative or participle clause says something of. */
  modifies: NounGroup | null
  quoted: boolean
}

export interface Sentence {
  index: number
  paragraph: number
  start: number
  end: number
  tokens: Token[]
  groups: NounGroup[]
  clauses: Clause[]
}

/** A name as written, without titles. */
export interface Name {
  start: number
  end: number
  text: string
  sentence: number
  /** Token indices in the sentence, inclusive. */
  first: number
  last: number
  type: 'person' | 'organization' | 'place' | 'other'
  /** "President", "Chief Cabinet Secretary": as written before or after the name. */
  title: string | null
  /** How likely it is that just these words are a name of this type. */
  confidence: number
  /** The actor that it names, once chains are built; see `Entity`. */
  entity: Entity | null
}

/** An actor as the whole document knows it: every name, description and pronoun that was tied together. */
export interface Entity {
  key: string
  type: ActorType
  name: string
  aliases: string[]
  state: string | null
  roles: { title: string; organization: string | null }[]
  known: boolean
  partial: boolean
}

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

export interface Time {
  start: number
  end: number
  sentence: number
  type: TimeType
  /** TIMEX3: `2022-11-13`, `2022-W46`, `2022-11`, `2022-Q3`, `2022-SU`, `2022`, `202`, `P3M`, `PRESENT_REF`. */
  value: string
  /** Null for a duration or set that is tied to no calendar, or where the document has no date to work from. */
  interval: Interval | null
  /** "since", "until", "before", "after", "from", "by", "between": the word that relates the clause to it. */
  relation: string | null
  /** A point of a range that stands in the list before it: "2009" in "from 2009 to 2011". */
  part: boolean
  /** What it was worked out by, a row of `time-families.tsv`: "weekday" for a bare Monday. */
  family: string
  /** How often times of its family have the right value, from 0 to 1. */
  confidence: number
}

/** The whole document, analysed once. */
export interface Analysis {
  text: string
  /** What relative times are worked out from; null where the document has no date. */
  published: Interval | null
  sentences: Sentence[]
  names: Name[]
  times: Time[]
  entities: Entity[]
  /** Actors that a noun group stands for: conjuncts, possessors, pronouns, "the two leaders" resolved. */
  actorsOf(group: NounGroup): Entity[]
  /** States named anywhere inside a group: "Tokyo-Seoul ties", "a Korean court ruling". */
  statesIn(group: NounGroup): Entity[]
  /** Who possesses it, by name or pronoun: "*Japan’s* envoy", "*her* talks"; empty where nobody does. */
  ownersOf(group: NounGroup): Entity[]
  /** ISO codes of the states that the title names. */
  headed: readonly string[]
}
