import type { Event } from '../../record/types.ts'
import type { Band } from './bands.ts'
import type { Grain } from './periods.ts'
import type { Placed } from './series.ts'
import type { Grades } from './sources.ts'

export interface IndexOptions {
  grain: Grain
  /** ISO 3166-1 alpha-3, two or more: events between any two of them count. */
  states: readonly string[]
  /** The first and last day to be shown; null: as far as there are numbers, up to `today`. */
  from: string | null
  to: string | null
  today: string | null
  /** Days in which what happened loses half of its weight. */
  halfLife: number
  /** A period with fewer events has no number. */
  least: number
  draws: number
  seed: number
  grades: Grades
}

/** One period. All values are points from −10 to 10; they are null where the evidence is too little for a number. */
export interface Point {
  start: string
  end: string
  net: number | null
  cooperation: number | null
  conflict: number | null
  /** Shares of the net value: what was said, and what was done. */
  verbal: number | null
  material: number | null
  band: Band | null
  /** Events that lie in the period by half or more: one that is only known to be of a year is none of a month. */
  events: number
  /** Independent articles that tell these events. */
  origins: number
  /** Independent articles published in it: silence is not calm. */
  documents: number
  placed: readonly Placed[]
}

export interface RelationIndex {
  points: Point[]
  turns: Turn[]
  /** Events that count but have no place in time: their days are open on one side. */
  unplaced: number
}

export interface Turn {
  start: string
  end: string
  /** Net of the last period before that has a number, and of this one. */
  from: number
  to: number
  /** What moved it most, the strongest first. */
  events: Event[]
}
