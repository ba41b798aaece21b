/**
 * Floors under the scores of the sample dossiers. A score may rise; it may not fall without somebody deciding so:
 * `ENTENTE_FLOORS=write npx vitest run test/score` measures anew and writes `floors.json`, which CI refuses to do.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Board, f1, type Measure } from './board.ts'

export interface Floor {
  /** What the scores were measured on. */
  measuredOn: string
  scores: { [measure in Measure]?: number }
  /** Names of what the sample's README promises and the record holds. */
  promises?: string[]
}

const file = new URL('./floors.json', import.meta.url)

export const readFloors = (): { [dossier: string]: Floor } => JSON.parse(readFileSync(file, 'utf8'))
export const writing = (): boolean => process.env.ENTENTE_FLOORS === 'write' && process.env.CI === undefined

/** Three decimals, downwards, so that the score just measured stands on its floor. */
const floorOf = (score: number): number => Math.floor(score * 1000) / 1000

export function writeFloor(
  dossier: string,
  measuredOn: string,
  { board, measures }: { board: Board; measures: readonly Measure[] },
  promises: string[],
): void {
  const scores = Object.fromEntries(measures.map(measure => [measure, floorOf(f1(board.tally(measure)))]))
  const floors = { ...readFloors(), [dossier]: { measuredOn, scores, promises } }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`)
}
