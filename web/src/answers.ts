/** What analyses answer, as JSON: their own types, with other facts by id instead of whole. */
import type { Move, Step, IssueHistory as WholeHistory } from '../../src/analyse/issues/types.ts'
import type { Point, RelationIndex, Turn } from '../../src/analyse/relation-index/types.ts'
import type { NamesFor } from './api.ts'

/** A point of `entente index`. */
export interface IndexPoint extends Omit<Point, 'placed'> {
  evidence: { event: string; weight: number }[]
}
export interface IndexAnswer extends Pick<RelationIndex, 'unplaced'> {
  series: IndexPoint[]
  turningPoints: (Omit<Turn, 'events'> & { events: string[] })[]
}

/** An act that moved a matter, or that left it where it stood. */
type StepEvent = Pick<Move, 'id' | 'status' | 'date' | 'title'> & { type: Move['act']; moved: boolean }

export interface IssueStep extends Omit<Step, 'move' | 'during'>, Pick<Move, 'act' | 'sides' | 'evidence'> {
  events: StepEvent[]
}
export interface IssueHistory extends Omit<WholeHistory, 'steps'> {
  steps: IssueStep[]
}
/** An issue in a line. */
export interface IssueHead extends Pick<WholeHistory, 'issue' | 'name' | 'state' | 'since'> {
  /** Null without a step. */
  from: Step['from'] | null
  moved: { id: string; title: string } | null
}
/** An issue as a bar over time: its steps as far as they can be told apart, with their places among all. */
export interface IssueStrip
  extends Pick<WholeHistory, 'issue' | 'name' | 'state' | 'since' | 'lastHeard' | 'origins' | 'closeness'> {
  of: number
  steps: { at: number; step: Step['step']; date: Step['date'] }[]
  standings: {
    actor: string
    held: Pick<WholeHistory['standings'][number]['held'][number], 'stance' | 'changed'>[]
  }[]
}
export interface StripsAnswer {
  items: IssueStrip[]
  names: NamesFor
}
/** A step that an event is part of. */
export interface StepOfEvent {
  issue: string
  name: string
  at: number
  of: number
  step: Step['step']
  from: Step['from']
  moved: boolean
  events: Pick<Move, 'id' | 'title' | 'date'>[]
}
export interface IssuesAnswer {
  answer: { issues: IssueHistory[] }
  names: NamesFor
}
