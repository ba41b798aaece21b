/** A scenario on a large map: all variants, all draws, paths and what the directions hang on. */
import { belief } from '../src/analyse/map/belief.ts'
import type { DriverMap, Edge, Support } from '../src/analyse/map/types.ts'
import { makeRandom, type Random } from '../src/analyse/random.ts'
import { DEFAULTS } from '../src/analyse/scenario/asked.ts'
import { solve } from '../src/analyse/scenario/solve.ts'
import type { Plan } from '../src/analyse/scenario/types.ts'
import { inTurns, row } from './measure.ts'

function claims(random: Random, place: string, sign: 1 | -1): Support[] {
  return Array.from({ length: 1 + random.below(4) }, (_, i) => ({
    driver: `${place}${i}`,
    sign,
    claimedBy: null,
    hedged: random.below(5) === 0,
    confidence: 0.6 + random.next() * 0.3,
    cause: 'cause',
    effect: 'effect',
    origins: [`document ${random.below(2000)}`],
    evidence: [{ document: 'document', start: 0, end: 1, quote: 'x' }],
  }))
}

/** Every factor with some edges to others, a fifth of them with rivals. */
function largeMap(factors: number, edges: number): DriverMap {
  const random = makeRandom(1)
  const id = (i: number): string => `factor-${String(i).padStart(4, '0')}`
  const byId = new Map<string, Edge>()
  while (byId.size < edges) {
    const [cause, effect] = [id(random.below(factors)), id(random.below(factors))]
    if (cause === effect) continue
    const sign = random.below(5) < 3 ? 1 : -1
    const support = claims(random, `${cause} ${effect} for`, sign)
    const rivals =
      random.below(5) === 0 ? claims(random, `${cause} ${effect} against`, sign === 1 ? -1 : 1) : []
    const [own, other] = [belief(support, []), belief(rivals, [])]
    byId.set(`${cause}>${effect}`, {
      id: `${cause}>${effect}`,
      cause,
      effect,
      sign,
      belief: own,
      rivalBelief: other,
      support,
      rivals,
    })
  }
  return {
    factors: Array.from({ length: factors }, (_, i) => ({ id: id(i), name: id(i), grounded: true })),
    edges: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

export async function benchScenario(rounds: number): Promise<void> {
  const { steps, gain, damping, draws, seed, threshold } = DEFAULTS
  const plan: Plan = {
    settings: [
      { factor: 'factor-0000', level: 0.5, first: 0, last: steps - 1 },
      { factor: 'factor-0007', level: -1, first: 2, last: 5 },
    ],
    against: [],
    steps,
    variant: { rule: 'modified', transfer: 'tanh' },
    gain,
    damping,
    draws,
    seed,
    threshold,
  }
  for (const edges of [600, 1200]) {
    const map = largeMap(200, edges)
    const [time = 0] = await inTurns(rounds, [() => solve(map, plan, belief)])
    row(
      `scenario, 200 factors, ${edges} edges`,
      `${time.toFixed(2)} s`,
      `${draws} draws × 5 variants; less than 3 s is wanted`,
    )
  }
}
