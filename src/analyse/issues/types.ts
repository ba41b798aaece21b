/** Matters between states: how they stand, how they came to it, and who stands where on them. */
import type { Act, Affairs } from '../../knowledge/issue-moves.ts'
import type { Sense } from '../../knowledge/outcome-words.ts'
import type { Interval, Passage, Stance, Status } from '../../record/types.ts'

/** One act upon a matter: an event, a stance that was taken, or silence. */
export interface Move {
  act: Act
  /** Of an event; null of a stance and of silence. */
  status: Status | null
  /** States whose voices act, and those that they act upon. */
  sides: readonly string[]
  targets: readonly string[]
  /** The day by which it is put in order. */
  day: string
  date: Interval
  senses: ReadonlySet<Sense>
  kind: 'event' | 'position' | 'silence'
  /** Id of the event or position; '' of silence. */
  id: string
  title: string
  evidence: readonly Passage[]
}

/** A move of a matter into another state of affairs, and what followed within it. */
export interface Step {
  step: Affairs
  from: Affairs | 'none'
  date: Interval
  /** Name of the row of `issue-moves.tsv` that fits. */
  rule: string
  move: Move
  /** Acts that left the matter in this state of affairs, in their order. */
  during: readonly Move[]
  /** Ids of statements and positions that the same words make. */
  statements: readonly string[]
  positions: readonly string[]
}

/** One stance of a state, taken once or more in a row. */
export interface Held {
  stance: Stance
  date: Interval | null
  /** Of the surest of its positions. */
  summary: string
  /** Actor ids of who took it for the state. */
  by: readonly string[]
  /** The state took another stance before. */
  changed: boolean
  ids: readonly string[]
  evidence: readonly Passage[]
}

export interface Standing {
  /** Code of the state; an actor without one stands for itself. */
  actor: string
  held: readonly Held[]
}

export interface Closeness {
  a: string
  b: string
  /** -1 opposed to 1 at one; null where too few of their positions can be set side by side. */
  value: number | null
  /** Quarters of a year in which both took positions. */
  quarters: number
  /** Pairs of positions from which something follows. */
  compared: number
  /** Ids of the positions. */
  positions: readonly string[]
}

export interface IssueHistory {
  issue: string
  name: string
  state: Affairs
  since: Interval
  /** The last day on which an act or an article touches it. */
  lastHeard: string
  /** Articles that name it, copies counted once. */
  origins: number
  steps: readonly Step[]
  standings: readonly Standing[]
  closeness: readonly Closeness[]
}
