/**
 * How far the index hangs on which articles happen to be there: a bootstrap over independent articles (Efron 1979).
 * As many articles are drawn with replacement as there are, each event of theirs stays with the probability of its
 * confidence, each draw gives a series, and the band of a period holds the middle nine tenths of them. Where one or two
 * articles tell all, the band is too narrow: the count of articles stands beside it.
 */
import { makeRandom } from '../random.ts'
import { netOf, type Series, valuesOf } from './series.ts'
import { corroboration, type Weighed } from './weights.ts'

export type Band = readonly [low: number, high: number]

/** Of all draws, those in which a period has an event at all; with fewer there is no band. */
const LEAST_DRAWS = 0.2
const TAILS = [0.05, 0.95] as const

export interface BandOptions {
  draws: number
  seed: number
}

/** Which articles tell which event, as numbers: those of event `i` stand at `from[i]` up to `from[i + 1]`. */
interface Telling {
  articles: number
  from: Int32Array
  article: Int32Array
  grade: Float64Array
}

function tellingOf(all: readonly Weighed[]): Telling {
  const numbers = new Map<string, number>()
  const ids = all.flatMap(({ origins }) => origins.map(({ origin }) => origin))
  for (const id of [...new Set(ids)].sort()) numbers.set(id, numbers.size)
  const from = new Int32Array(all.length + 1)
  for (const [i, { origins }] of all.entries()) from[i + 1] = (from[i] ?? 0) + origins.length
  return {
    articles: numbers.size,
    from,
    article: Int32Array.from(ids, id => numbers.get(id) ?? 0),
    grade: Float64Array.from(all.flatMap(({ origins }) => origins.map(({ grade }) => grade))),
  }
}

/** The sum of grades with which an event is heard in one draw. */
function heard({ from, article, grade }: Telling, event: number, times: Int32Array): number {
  let sum = 0
  for (let k = from[event] ?? 0; k < (from[event + 1] ?? 0); k++)
    sum += (grade[k] ?? 0) * (times[article[k] ?? 0] ?? 0)
  return sum
}

/** `all`: the events that the series was made of, in its order. */
export function bandsOf(series: Series, all: readonly Weighed[], options: BandOptions): (Band | null)[] {
  const telling = tellingOf(all)
  const confidence = Float64Array.from(all, it => it.confidence)
  const random = makeRandom(options.seed)
  const nets: number[][] = series.periods.map(() => [])
  const times = new Int32Array(telling.articles)
  const corroborated = new Float64Array(all.length)
  for (let draw = 0; draw < options.draws; draw++) {
    times.fill(0)
    for (let i = 0; i < telling.articles; i++) {
      const article = random.below(telling.articles)
      times[article] = (times[article] ?? 0) + 1
    }
    for (let i = 0; i < all.length; i++) {
      const isRight = random.next() < (confidence[i] ?? 0)
      corroborated[i] = isRight ? corroboration(heard(telling, i, times)) : 0
    }
    for (const [i, value] of valuesOf(series, corroborated).entries())
      if (value !== null) nets[i]?.push(netOf(value))
  }
  return nets.map(values => (values.length <= options.draws * LEAST_DRAWS ? null : middle(values)))
}

function middle(values: number[]): Band {
  values.sort((a, b) => a - b)
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? 0
  return [at(TAILS[0]), at(TAILS[1])]
}
