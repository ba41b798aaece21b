/**
 * Multinomial logistic regression with an L2 penalty, fitted by L-BFGS (Liu & Nocedal 1989) over all examples at
 * once: no chance, no order of examples, the same weights on every machine.
 */
import { createHash } from 'node:crypto'

export interface Example {
  features: readonly string[]
  label: string
  /** How much it counts; 1 where nothing is said. */
  weight?: number
}

export interface Options {
  /** Features seen less often are left out. */
  atLeast?: number
  /** The penalty is half of this times the squares of the weights. */
  l2?: number
  rounds?: number
  /** Weights that no label has above this (in hundredths) are left out of the file. */
  prune?: number
}

const HISTORY = 8

/** Lines whose hash begins with 0 to 3 are never trained on: a quarter, to measure by. */
export function isHeldOut(line: string): boolean {
  return /^[0-3]/.test(createHash('sha1').update(line).digest('hex'))
}

interface Data {
  features: string[]
  labels: string[]
  rows: { ids: number[]; label: number; weight: number }[]
}

function dataOf(examples: readonly Example[], atLeast: number): Data {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([name, count]) => name !== '' && count >= atLeast).map(([name]) => name)
  const features = ['', ...kept.sort()]
  const idOf = new Map(features.map((name, i) => [name, i]))
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const rows = examples.map(({ features: named, label, weight = 1 }) => {
    const ids = [...new Set(named)].flatMap(name => idOf.get(name) ?? []).filter(id => id !== 0)
    return { ids: [0, ...ids], label: labels.indexOf(label), weight }
  })
  return { features, labels, rows }
}

/** The loss at `weights`, and its gradient, which is written into `gradient`. */
function lossAt(weights: Float64Array, gradient: Float64Array, { rows, labels }: Data, l2: number): number {
  const width = labels.length
  const sums = new Float64Array(width)
  let loss = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = i < width ? 0 : (weights[i] ?? 0)
    loss += (l2 / 2) * weight * weight
    gradient[i] = l2 * weight
  }
  for (const { ids, label, weight } of rows) {
    sums.fill(0)
    for (const id of ids)
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + (weights[id * width + k] ?? 0)
    const top = Math.max(...sums)
    let all = 0
    for (const sum of sums) all += Math.exp(sum - top)
    loss += weight * (Math.log(all) + top - (sums[label] ?? 0))
    for (let k = 0; k < width; k++) {
      const error = weight * (Math.exp((sums[k] ?? 0) - top) / all - (k === label ? 1 : 0))
      for (const id of ids) gradient[id * width + k] = (gradient[id * width + k] ?? 0) + error
    }
  }
  return loss
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

interface Step {
  moved: Float64Array
  turned: Float64Array
}

/** Where to go from here: the gradient, bent by what the last steps taught of the curvature. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const way = gradient.map(value => -value)
  const shares: number[] = []
  for (const { moved, turned } of [...steps].reverse()) {
    const share = dot(moved, way) / dot(moved, turned)
    shares.unshift(share)
    for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) - share * (turned[i] ?? 0)
  }
  const last = steps.at(-1)
  const scale = last === undefined ? 1 : dot(last.moved, last.turned) / dot(last.turned, last.turned)
  for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) * scale
  steps.forEach(({ moved, turned }, n) => {
    const share = (shares[n] ?? 0) - dot(turned, way) / dot(moved, turned)
    for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) + share * (moved[i] ?? 0)
  })
  return way
}

/** The weights at which a loss is least; it writes its gradient into the second argument. */
export function minimise(
  lossOf: (weights: Float64Array, gradient: Float64Array) => number,
  size: number,
  rounds: number,
): Float64Array {
  let weights = new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = lossOf(weights, gradient)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const way = direction(gradient, steps)
    const slope = dot(gradient, way)
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    let next = weights
    let nextGradient = gradient
    let nextLoss = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 30; tries++, length /= 2) {
      next = weights.map((value, i) => value + length * (way[i] ?? 0))
      nextGradient = new Float64Array(size)
      nextLoss = lossOf(next, nextGradient)
      if (nextLoss <= loss + 1e-4 * length * slope) break
    }
    if (!(loss - nextLoss > 1e-6 * Math.abs(loss))) break
    const moved = next.map((value, i) => value - (weights[i] ?? 0))
    const turned = nextGradient.map((value, i) => value - (gradient[i] ?? 0))
    if (dot(moved, turned) > 1e-10) steps.push({ moved, turned })
    if (steps.length > HISTORY) steps.shift()
    weights = next
    gradient = nextGradient
    loss = nextLoss
  }
  return weights
}

/** The text of a weights file (`src/knowledge/linear.ts` reads it). */
export function trainLinear(examples: readonly Example[], options: Options = {}): string {
  const { atLeast = 2, l2 = 1, rounds = 150, prune = 3 } = options
  const data = dataOf(examples, atLeast)
  const width = data.labels.length
  const weights = minimise(
    (at, gradient) => lossAt(at, gradient, data, l2),
    data.features.length * width,
    rounds,
  )
  return weightsText(data, weights, examples.length, prune)
}

/** Weights as the file has them; features that no label has above `prune` are left out. */
export function weightsText(
  { features, labels }: { features: readonly string[]; labels: readonly string[] },
  weights: Float64Array,
  examples: number,
  prune: number,
): string {
  const width = labels.length
  const lines = features.flatMap((feature, i) => {
    const cells = Array.from({ length: width }, (_, k) => Math.round((weights[i * width + k] ?? 0) * 100))
    return i > 0 && cells.every(cell => Math.abs(cell) <= prune) ? [] : [[feature, ...cells].join('\t')]
  })
  const head = `# Made by \`npm run train\` from ${examples} examples written for this project; weights are hundredths.`
  return [head, ['labels', ...labels].join('\t'), ...lines, ''].join('\n')
}
