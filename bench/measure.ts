/** Figures are per second of processor time, which a busy machine changes less than a clock on the wall. */

const MILLION = 1_000_000

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / MILLION
}

/** Seconds of processor time that the work took. */
export async function seconds(work: () => unknown): Promise<number> {
  const before = cpu()
  await work()
  return cpu() - before
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * Runs several kinds of work in turns, so that a slow moment of the machine meets all of them. Gives the median of
 * the rounds for each, in the order of the work; the first round warms up and does not count.
 */
export async function inTurns(rounds: number, work: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = work.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, one] of work.entries()) {
      const taken = await seconds(one)
      if (round > 0) times[i]?.push(taken)
    }
  }
  return times.map(median)
}

export function row(what: string, value: string, note = ''): void {
  console.log(`${what.padEnd(46)} ${value.padStart(12)}  ${note}`.trimEnd())
}
