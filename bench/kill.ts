/**
 * Work killed as a power cut kills it: at every named step of every piece of work on both stores, and as often as asked
 * at random moments. How often something was lost, doubled or different after a rerun; any of them fails.
 */
import { availableParallelism } from 'node:os'
import { ALL_STEPS, chance, type Kill, killText, Suite, type Verdict } from '../test/reliability/kills.ts'
import { PIECES } from '../test/reliability/pieces.ts'
import { Places, STORES } from '../test/reliability/places.ts'
import { startCluster } from '../test/store/cluster.ts'
import { row } from './measure.ts'

/** Each step by each piece of work that passes it, on each store. */
async function stepKills(suite: Suite): Promise<Kill[]> {
  const kills: Kill[] = []
  const seen = new Set<string>()
  for (const piece of PIECES) {
    const { steps, milliseconds } = await suite.undisturbed(piece)
    row(
      `${piece.name}, ${piece.store}, undisturbed`,
      `${(milliseconds / 1000).toFixed(1)} s`,
      `${steps.size} steps`,
    )
    for (const step of steps) {
      kills.push({ piece, how: { step } })
      seen.add(`${piece.store} ${step}`)
    }
  }
  const dead = ALL_STEPS.filter(step => !STORES.some(store => seen.has(`${store} ${step}`)))
  if (dead.length > 0) throw new Error(`no piece of work passes ${dead.join(', ')}`)
  return kills
}

async function choose(suite: Suite, count: number, random: () => number): Promise<Kill[]> {
  const kills = await stepKills(suite)
  for (let i = 0; i < count; i++) {
    const piece = PIECES[i % PIECES.length]
    if (piece !== undefined) kills.push({ piece, how: { share: 0.1 + 0.9 * random() } })
  }
  return kills
}

/** Several at once; each as soon as one before it has ended. */
async function killAll(suite: Suite, kills: readonly Kill[], lanes: number): Promise<Verdict[]> {
  const waiting = kills.map((kill, i) => ({ kill, looks: i % 2 === 0 }))
  const verdicts: Verdict[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await suite.kill(next.kill, next.looks).catch(
        (error: unknown): Verdict => ({
          ...(next ?? { kill: kills[0] }).kill,
          isKilled: true,
          lost: [],
          doubled: [],
          others: [String(error)],
        }),
      )
      verdicts.push(verdict)
      const wrong = [...verdict.lost, ...verdict.doubled, ...verdict.others]
      if (wrong.length > 0) console.log(`!! ${killText(verdict)}: ${wrong.join('; ')}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return verdicts
}

function tell(verdicts: readonly Verdict[]): void {
  const sum = (of: readonly Verdict[], count: (verdict: Verdict) => number): number =>
    of.reduce((n, verdict) => n + count(verdict), 0)
  for (const piece of PIECES) {
    const own = verdicts.filter(it => it.piece === piece)
    if (own.length === 0) continue
    row(
      `${piece.name}, ${piece.store}`,
      `${sum(own, it => Number(it.isKilled))} kills`,
      `${sum(own, it => Number('share' in it.how))} of them at random moments; ${sum(own, it => it.lost.length)} lost, ` +
        `${sum(own, it => it.doubled.length)} doubled, ${sum(own, it => it.others.length)} different`,
    )
  }
}

export async function benchKill(count: number, seed: number): Promise<void> {
  const cluster = await startCluster({ fsync: true })
  const places = new Places(cluster.url)
  try {
    console.log(`${count} kills at random moments, seed ${seed}, and one at every step, ${cluster.version}:`)
    const suite = new Suite(places, { again: 'by the program' })
    const verdicts = await killAll(suite, await choose(suite, count, chance(seed)), availableParallelism())
    tell(verdicts)
    const wrong = verdicts.filter(it => it.lost.length + it.doubled.length + it.others.length > 0)
    const unkilled = verdicts.filter(it => !it.isKilled)
    row('in all', `${verdicts.length - unkilled.length} kills`, `${wrong.length} with something wrong`)
    for (const verdict of unkilled) console.log(`not killed: ${killText(verdict)}`)
    if (wrong.length + unkilled.length > 0) process.exitCode = 1
  } finally {
    await places.remove()
    await cluster.stop()
    await cluster.remove()
  }
}
