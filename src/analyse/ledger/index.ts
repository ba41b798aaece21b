/** The ledger: forecasts as questions, what came of them, and how well who did. */
export { entriesOf } from './entries.ts'
export { type Level, persistence } from './naive.ts'
export { RANKED, type Score, scoredOf, scoresOf } from './scores.ts'
export { type Entry, GROUPINGS, type Grouping } from './types.ts'
