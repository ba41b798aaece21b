import { readFileSync } from 'node:fs'
import { EntenteError } from '../record/errors.ts'

/** A multinomial logistic model over named features, as `training/linear.ts` makes it. */
export interface LinearModel {
  readonly labels: readonly string[]
  /** One sum of weights for each label, in the order of `labels`; features that the model does not know add nothing. */
  scores(features: readonly string[]): Float64Array
  /** Adds the features' weights to sums, without what each label begins with. */
  add(features: readonly string[], sums: Float64Array): void
}

/** Weights are kept as hundredths, since more digits change no decision. */
const UNIT = 100

/**
 * Reads a weights file: after comments a line `labels`, then a line a feature, each with a whole number of hundredths
 * for every label. The feature "" is what each label begins with.
 */
export function parseLinear(text: string, name: string): LinearModel {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  const [head = '', ...rows] = lines
  const [title, ...labels] = head.split('\t')
  if (title !== 'labels' || labels.length < 2)
    throw new EntenteError(
      'E_KNOWLEDGE',
      `${name}: begins without its labels; make it anew by \`npm run train\``,
    )
  const width = labels.length
  const places = new Map(rows.map((row, i) => [row.slice(0, row.indexOf('\t')), i]))
  /** Read from its row when a feature is first met: a text has few of them all. */
  const weights: (Float64Array | undefined)[] = new Array<undefined>(rows.length)
  const read = (place: number): Float64Array => {
    const [feature = '', ...cells] = rows[place]?.split('\t') ?? []
    if (cells.length !== width)
      throw new EntenteError(
        'E_KNOWLEDGE',
        `${name}: “${feature}” has ${cells.length} weights for ${width} labels`,
      )
    return Float64Array.from(cells, cell => Number(cell) / UNIT)
  }
  const add = (features: readonly string[], sums: Float64Array): void => {
    for (const feature of features) {
      const place = places.get(feature)
      if (place === undefined) continue
      weights[place] ??= read(place)
      const own = weights[place]
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + (own[k] ?? 0)
    }
  }
  return {
    labels,
    scores(features) {
      const sums = new Float64Array(width)
      add([''], sums)
      add(features, sums)
      return sums
    },
    add,
  }
}

/** Reads `data/NAME.weights`, which lies beside this file. */
export function loadLinear(name: string): LinearModel {
  const file = `${name}.weights`
  return parseLinear(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'), file)
}

/** What scores mean as shares that add up to 1 (the softmax). */
export function shares(scores: Float64Array): number[] {
  const top = Math.max(...scores)
  const raised = Array.from(scores, score => Math.exp(score - top))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map(value => value / sum)
}
