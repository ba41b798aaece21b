import type {
  DriverMention,
  EventMention,
  ForecastMention,
  PositionMention,
  StatementMention,
  Understanding,
} from '../record/mentions.ts'

/** What the kinds have found in one document so far; a later kind may build on an earlier one's. */
export interface Found {
  statements: StatementMention[]
  events: EventMention[]
  positions: PositionMention[]
  forecasts: ForecastMention[]
  drivers: DriverMention[]
  terms: Understanding['terms']
}

export function nothingFound(): Found {
  return { statements: [], events: [], positions: [], forecasts: [], drivers: [], terms: [] }
}
