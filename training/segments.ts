/**
 * Fits a semi-Markov chain of order zero (Sarawagi & Cohen 2004): a run of words is cut into spans with labels, and
 * the likelihood of the right cut is made as large as can be against all other cuts.
 */
import { minimise, type Options, weightsText } from './linear.ts'

export interface Span {
  /** Words of the run, from 0, inclusive. */
  first: number
  last: number
  features: readonly string[]
  /** One word only, which may be none. */
  alone: boolean
  /** The label where the span is right; null where it is not. A lone word that is no name is right as `none`. */
  label: string | null
}

export interface Example {
  size: number
  spans: readonly Span[]
}

interface Coded {
  size: number
  /** By the word after their last. */
  ending: { first: number; ids: number[]; right: number; alone: boolean }[][]
}

interface Task {
  runs: readonly Coded[]
  width: number
  none: number
  l2: number
  /** Times the penalty, by feature. */
  factors: readonly number[]
}

/** A word itself says less of text from elsewhere than its class does: its weights are held down more. */
const WORD_ITSELF = /^[WFLM] /
const WORD_FACTOR = 5

const IMPOSSIBLE = Number.NEGATIVE_INFINITY

function add(a: number, b: number): number {
  if (a === IMPOSSIBLE) return b
  if (b === IMPOSSIBLE) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/** Loss and gradient of one run. */
function follow(run: Coded, weights: Float64Array, gradient: Float64Array, { width, none }: Task): number {
  const forward = new Float64Array(run.size + 1).fill(IMPOSSIBLE)
  const backward = new Float64Array(run.size + 1).fill(IMPOSSIBLE)
  forward[0] = 0
  backward[run.size] = 0
  let right = 0
  const sums = run.ending.map(ending =>
    ending.map(({ ids }) => {
      const sum = new Float64Array(width)
      for (const id of ids)
        for (let k = 0; k < width; k++) sum[k] = (sum[k] ?? 0) + (weights[id * width + k] ?? 0)
      return sum
    }),
  )
  const each = (
    at: number,
    use: (span: Coded['ending'][number][number], k: number, score: number) => void,
  ): void => {
    run.ending[at]?.forEach((span, n) => {
      for (let k = 0; k < width; k++) if (k !== none || span.alone) use(span, k, sums[at]?.[n]?.[k] ?? 0)
    })
  }
  const passed = (at: number): boolean => !(run.ending[at] ?? []).some(span => span.alone)
  for (let at = 1; at <= run.size; at++) {
    let all = passed(at) ? (forward[at - 1] ?? 0) : IMPOSSIBLE
    each(at, ({ first }, _, score) => {
      all = add(all, (forward[first] ?? 0) + score)
    })
    forward[at] = all
  }
  for (let at = run.size; at >= 1; at--) {
    const here = backward[at] ?? 0
    if (passed(at)) backward[at - 1] = add(backward[at - 1] ?? 0, here)
    each(at, ({ first }, _, score) => {
      backward[first] = add(backward[first] ?? 0, here + score)
    })
  }
  const total = forward[run.size] ?? 0
  for (let at = 1; at <= run.size; at++) {
    each(at, ({ first, ids, right: label }, k, score) => {
      const share = Math.exp((forward[first] ?? 0) + score + (backward[at] ?? 0) - total)
      const due = label === k ? 1 : 0
      if (due === 1) right += score
      if (share - due === 0) return
      for (const id of ids) gradient[id * width + k] = (gradient[id * width + k] ?? 0) + share - due
    })
  }
  return total - right
}

function lossAt(weights: Float64Array, gradient: Float64Array, task: Task): number {
  let loss = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = i < task.width ? 0 : (weights[i] ?? 0)
    const l2 = task.l2 * (task.factors[Math.floor(i / task.width)] ?? 1)
    loss += (l2 / 2) * weight * weight
    gradient[i] = l2 * weight
  }
  for (const run of task.runs) loss += follow(run, weights, gradient, task)
  return loss
}

/** The text of a weights file (`src/knowledge/linear.ts` reads it). */
export function trainSegments(examples: readonly Example[], none: string, options: Options = {}): string {
  const { atLeast = 2, l2 = 1, rounds = 150, prune = 3 } = options
  const counts = new Map<string, number>()
  const named = new Set([none])
  for (const { spans } of examples) {
    for (const { features, label } of spans) {
      if (label !== null) named.add(label)
      for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    }
  }
  const features = [
    '',
    ...[...counts]
      .filter(([, n]) => n >= atLeast)
      .map(([name]) => name)
      .sort(),
  ]
  const labels = [...named].sort()
  const idOf = new Map(features.map((name, i) => [name, i]))
  const runs = examples.map(({ size, spans }): Coded => {
    const ending: Coded['ending'] = Array.from({ length: size + 1 }, () => [])
    for (const { first, last, features: own, label, alone } of spans) {
      const ids = [0, ...[...new Set(own)].flatMap(name => idOf.get(name) ?? [])]
      ending[last + 1]?.push({ first, ids, right: label === null ? -1 : labels.indexOf(label), alone })
    }
    return { size, ending }
  })
  const factors = features.map(name => (WORD_ITSELF.test(name) ? WORD_FACTOR : 1))
  const task = { runs, width: labels.length, none: labels.indexOf(none), l2, factors }
  const weights = minimise(
    (at, gradient) => lossAt(at, gradient, task),
    features.length * labels.length,
    rounds,
  )
  return weightsText({ features, labels }, weights, examples.length, prune)
}
