import type { Knowledge } from '../../../knowledge/index.ts'
import type { ForecastMention } from '../../../record/mentions.ts'
import type { Assembled } from '../../events/assemble.ts'
import type { Source, StateOf } from '../../events/telling.ts'
import type { Came, Record } from '../came.ts'
import type { Window } from '../window.ts'

/** One forecast with all that the rules compare, its actors those of the record. */
export interface Asked {
  readonly forecast: ForecastMention
  readonly source: Source
  readonly window: Window
  /** The event that its own clause tells as planned or possible. */
  readonly what: Assembled | undefined
  readonly doerStates: ReadonlySet<string>
  /** Of everybody whom it names. */
  readonly states: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly deeds: ReadonlySet<string>
  readonly content: ReadonlySet<string>
}

export interface Ground {
  readonly record: Record
  readonly knowledge: Knowledge
  readonly stateOf: StateOf
  /** How many documents name all these states and were published in these days. */
  coverage(states: ReadonlySet<string>, from: number, to: number): number
}

/** `came`: what the clause foretells, its negation left aside, came about, or did not. */
export interface Finding {
  came: boolean
  by: Came | null
  event: string | null
  reason: string
}

/** What answers a forecast; null where this rule finds no answer. The first rule that finds one settles it. */
export interface SettlingRule {
  readonly name: string
  find(asked: Asked, ground: Ground): Finding | null
}
