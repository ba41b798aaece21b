/** Counts of what is right, missed and beyond the keys, measure by measure. */

export const MEASURES = [
  'metadata',
  'body',
  'people',
  'events',
  'passages of events',
  'statements',
  'positions',
  'forecasts',
  'drivers',
  'merging',
] as const
export type Measure = (typeof MEASURES)[number]

export interface Tally {
  right: number
  missed: number
  extra: number
}

export class Board {
  readonly tallies = new Map<Measure, Tally>(MEASURES.map(name => [name, { right: 0, missed: 0, extra: 0 }]))
  /** What went wrong, one line each. */
  readonly misses: string[] = []

  tally(measure: Measure): Tally {
    const tally = this.tallies.get(measure)
    if (tally === undefined) throw new Error(`no measure "${measure}"`)
    return tally
  }

  /** One thing that the key asks for. */
  check(measure: Measure, right: boolean, miss: () => string): void {
    if (right) this.tally(measure).right++
    else {
      this.tally(measure).missed++
      this.misses.push(miss())
    }
  }

  /** One thing that the record says beyond the key. */
  beyond(measure: Measure, miss: string): void {
    this.tally(measure).extra++
    this.misses.push(miss)
  }
}

export function f1({ right, missed, extra }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + missed + extra)
}

export function table(board: Board): string {
  const lines = [...board.tallies].map(([name, tally]) => {
    const { right, missed, extra } = tally
    return `${name.padEnd(20)} F1 ${f1(tally).toFixed(3)}  right ${right}, missed ${missed}, beyond the key ${extra}`
  })
  return lines.join('\n')
}
