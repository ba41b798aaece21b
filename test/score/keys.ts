/** Answer keys: what a careful reader finds in a document. One file a document, and what tells one event. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventType, Outcome, Stance, StatementKind, Status } from '../../src/record/types.ts'

export type Dates = [start: string, end: string]

export interface EventKey {
  what: string
  /** Any of these is right. */
  types: EventType[]
  /** All of these, and at most one more. */
  states: string[]
  anchor: string
  date: Dates
  /** States that act. */
  by?: string[]
  status?: Status[]
  /** The text gives no date: an open start is right, or any stretch of days within `date`. */
  undated?: boolean
  /** It goes on: the start counts. */
  since?: boolean
  /** Right if found, no loss if not. */
  optional?: boolean
}

export interface StatementKey {
  speaker: string
  speakerAliases?: string[]
  affiliation?: string
  kind: StatementKind
  text: string
}

export interface PositionKey {
  actor: string[]
  issue: string[]
  stance: Stance[]
  anchor: string
}

export interface ForecastKey {
  /** null: the document itself; a state's code for a government. */
  by: string | null | (string | null)[]
  anchor: string
  horizon?: Dates
  outcome?: Outcome
}

export interface DriverKey {
  cause: string
  effect: string
  sign: (1 | -1)[]
  anchor: string
  /** One of these is in what the record gives as cause. */
  causeWords: string[]
  effectWords: string[]
}

/** `optional…`: words around which a finding is neither right nor wrong. */
export interface Key {
  document: string
  metadata: { title: string; outlet: string[]; authors: string[]; published: { start: string; end: string } }
  body: { first: string; last: string; mustNotContain: string[] }
  events: EventKey[]
  optionalEvents: string[]
  statements: StatementKey[]
  optionalStatements: string[]
  positions: PositionKey[]
  optionalPositions: string[]
  forecasts: ForecastKey[]
  optionalForecasts: string[]
  drivers: DriverKey[]
  optionalDrivers: string[]
  people: { name: string; country?: string; affiliation?: string }[]
}

/** "001:4" is the fifth event of the key 001; those in one list are one event. */
export type Clusters = string[][]

export function loadKeys(folder: string): { keys: Key[]; clusters: Clusters } {
  const files = readdirSync(folder).filter(file => /^\d+.*\.json$/.test(file))
  const keys = files.sort().map((file): Key => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const clusters: Clusters = JSON.parse(readFileSync(join(folder, 'clusters.json'), 'utf8'))
  return { keys, clusters }
}
