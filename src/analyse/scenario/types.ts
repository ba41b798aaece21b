/** What is asked of a scenario, and what it answers. */
import type { Edge } from '../map/types.ts'

export const RULES = ['modified', 'kosko', 'rescaled'] as const
export const TRANSFERS = ['tanh', 'sigmoid', 'trivalent'] as const
export type Rule = (typeof RULES)[number]
export type Transfer = (typeof TRANSFERS)[number]

export interface Variant {
  rule: Rule
  transfer: Transfer
}

/** One factor held at a level: from one step to another, both counted from 0 and included. */
export interface Setting {
  factor: string
  /** -1 to 1; 0 is today. */
  level: number
  first: number
  last: number
}

/** A scenario made ready to run on a map. */
export interface Plan {
  settings: readonly Setting[]
  /** What it is compared with; empty: nothing is set, all is as today. */
  against: readonly Setting[]
  steps: number
  variant: Variant
  /** Slope of the transfer function. */
  gain: number
  /** Share of its last value that a factor keeps, 0 to less than 1. */
  damping: number
  draws: number
  seed: number
  /** Per cent of draws below which a direction is unclear. */
  threshold: number
}

export type Direction = 'up' | 'down' | 'unclear'
/** How it ends when the last step's settings are held on: `length` in steps of what comes round. */
export type Ending =
  | { outcome: 'fixed point'; after: number }
  | { outcome: 'cycle'; length: number; after: number }
  | { outcome: 'no convergence'; after: number }

/** A chain of edges from a set factor; it pushes its last factor up or down. */
export interface Path {
  push: 'up' | 'down'
  edges: readonly Edge[]
}

/** An edge or an origin without which a direction would be another one. */
export interface Flip {
  without: { edge: string } | { origin: string }
  to: Direction | 'none'
  /** The edges that would be gone, or changed. */
  edges: readonly Edge[]
}

export interface VariantShare extends Variant {
  /** Per cent of draws. */
  up: number
  down: number
}

export interface FactorAnswer {
  factor: string
  name: string
  direction: Direction
  /** What most draws say, also where it is unclear. */
  leaning: 'up' | 'down'
  /** Per cent of draws over all variants that say so. */
  stability: number
  /** 1 moves most, by the median of the chosen variant. */
  rank: number
  /** Per cent of draws over all variants that put it there or one place beside. */
  rankStability: number
  /** Direction at each step, with average weights. */
  course: readonly number[]
  variants: readonly VariantShare[]
  /** Variants that say otherwise, or nothing clear where the chosen one does. */
  disagreements: readonly Variant[]
  paths: readonly Path[]
  flips: readonly Flip[]
}

/** Sufficient for one fixed point that everything ends in (Knight, Lloyd & Penn 2013). */
export interface Contraction {
  norm: number
  bound: number
  met: boolean
}

export interface ScenarioResult {
  plan: Plan
  ending: Ending
  variants: readonly { variant: Variant; ending: Ending }[]
  contraction: Contraction
  /** By rank. */
  factors: readonly FactorAnswer[]
  /** Ids of factors to which nothing leads from what is set; they stay where they are. */
  unmoved: readonly string[]
}
