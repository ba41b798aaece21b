/** Small maps for tests, and a large one. */
import type { DriverMap, Edge, Support } from '../../../src/analyse/map/types.ts'
import { makeRandom } from '../../../src/analyse/random.ts'
import type { Plan } from '../../../src/analyse/scenario/types.ts'

/** A claim of one origin; its quote says which. */
export function claim(origin: string, sign: 1 | -1, more: Partial<Support> = {}): Support {
  const quote = `What ${origin} says.`
  return {
    driver: `driver-${origin}`,
    sign,
    claimedBy: null,
    hedged: false,
    confidence: 0.8,
    cause: 'cause',
    effect: 'effect',
    origins: [origin],
    evidence: [{ document: origin, start: 0, end: quote.length, quote }],
    ...more,
  }
}

/** Each origin is wrong with 0.3, all of them together with 0.05: INDRA's defaults. */
export function believe(supports: readonly Support[]): number {
  const origins = new Set(supports.flatMap(it => it.origins))
  return origins.size === 0 ? 0 : 1 - (0.05 + 0.95 * 0.3 ** origins.size)
}

/** "a>b:+2-1": two origins say that a brings more of b, one says less. */
function edgeOf(text: string, n: number): Edge {
  const [, cause = '', effect = '', first = '+', many = '1', second, few = '1'] =
    /^([^>]+)>([^:]+):([+-])(\d*)(?:([+-])(\d+))?$/.exec(text) ?? []
  const sign = first === '-' ? -1 : 1
  const side = (count: number, of: 1 | -1, letter: string) =>
    Array.from({ length: count }, (_, i) => claim(`${letter}${n}-${i}`, of))
  const support = side(Number(many || '1'), sign, 'o')
  const rivals = second === undefined ? [] : side(Number(few), sign === 1 ? -1 : 1, 'r')
  return {
    id: `${cause}>${effect}`,
    cause,
    effect,
    sign,
    belief: believe(support),
    rivalBelief: believe(rivals),
    support,
    rivals,
  }
}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function mapOf(...texts: string[]): DriverMap {
  const names = texts.flatMap(text => (text.includes('>') ? (text.split(':')[0] ?? '').split('>') : [text]))
  return {
    factors: [...new Set(names)].sort(byCodePoint).map(id => ({ id, name: id, grounded: true })),
    edges: texts
      .filter(text => text.includes('>'))
      .map(edgeOf)
      .sort((a, b) => byCodePoint(a.cause, b.cause) || byCodePoint(a.effect, b.effect)),
  }
}

export function planOf(set: { [factor: string]: number }, more: Partial<Plan> = {}): Plan {
  const steps = more.steps ?? 12
  return {
    settings: Object.entries(set).map(([factor, level]) => ({ factor, level, first: 0, last: steps - 1 })),
    against: [],
    steps,
    variant: { rule: 'modified', transfer: 'tanh' },
    gain: 1,
    damping: 0,
    draws: 200,
    seed: 1,
    threshold: 80,
    ...more,
  }
}

/** Factors f0, f1 …, each with some edges to others; a fifth of the edges has rivals. */
export function largeMap(factors: number, edges: number, seed = 1): DriverMap {
  const { next, below } = makeRandom(seed)
  const texts = new Map<string, string>()
  while (texts.size < edges) {
    const pair = `f${below(factors)}>f${below(factors)}`
    const sign = next() < 0.6 ? '+' : '-'
    const rival = next() < 0.2 ? `${sign === '+' ? '-' : '+'}1` : ''
    texts.set(pair, `${pair}:${sign}${1 + below(4)}${rival}`)
  }
  return mapOf(...Array.from({ length: factors }, (_, i) => `f${i}`), ...texts.values())
}
