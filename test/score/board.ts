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

/** A finding with what it was given as its confidence, and whether the key bears it out. */
export interface Judged {
  confidence: number
  right: boolean
}

export class Board {
  readonly tallies = new Map<Measure, Tally>(MEASURES.map(name => [name, { right: 0, missed: 0, extra: 0 }]))
  readonly judged = new Map<Measure, Judged[]>(MEASURES.map(name => [name, []]))
  /** What went wrong, one line each. */
  readonly misses: string[] = []

  tally(measure: Measure): Tally {
    const tally = this.tallies.get(measure)
    if (tally === undefined) throw new Error(`no measure "${measure}"`)
    return tally
  }

  /** A finding that the key bears out, or does not; what stands at optional places is not judged. */
  judge(measure: Measure, { confidence }: { confidence: number }, right: boolean): void {
    this.judged.get(measure)?.push({ confidence, right })
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

/** Bounds of the bins of confidence in the table of reliability. */
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 1.01]

export interface Bin {
  from: number
  to: number
  found: number
  right: number
  /** Mean confidence of those in the bin. */
  told: number
}

/** How often findings of about one confidence are right (a reliability table); bins without findings are left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  return BINS.slice(0, -1).flatMap((from, i) => {
    const to = BINS[i + 1] ?? 1
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    if (inside.length === 0) return []
    const told = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
    const right = inside.filter(it => it.right).length
    return [{ from, to: Math.min(to, 1), found: inside.length, right, told }]
  })
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
