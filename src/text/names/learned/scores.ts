/** Scores of spans, with what spans have in common added up once: their words, what precedes, what follows. */
import type { LinearModel } from '../../../knowledge/linear.ts'
import type { Stretch } from '../chunks.ts'
import { afterFeatures, beforeFeatures, type Ground, jointFeatures } from './features.ts'
import { innerFeatures, phraseOf } from './inner.ts'

/** Ever-new names must not fill the memory: forgotten altogether when it is full. */
const LIMIT = 20_000

export interface Scorer {
  scoresOf(span: Stretch): Float64Array
}

const inners = new WeakMap<LinearModel, Map<string, Float64Array>>()

/** For one run: `ground.before` must not change while it is used. */
export function scorerOf(ground: Ground, model: LinearModel): Scorer {
  let inner = inners.get(model)
  if (inner === undefined) {
    inner = new Map()
    inners.set(model, inner)
  }
  const known = inner
  const before = new Map<number, Float64Array>()
  const after = new Map<number, Float64Array>()
  const sumOf = (features: readonly string[]): Float64Array => {
    const sums = new Float64Array(model.labels.length)
    model.add(features, sums)
    return sums
  }
  const once = <K>(sums: Map<K, Float64Array>, key: K, make: () => Float64Array): Float64Array => {
    let found = sums.get(key)
    if (found === undefined) {
      found = make()
      sums.set(key, found)
    }
    return found
  }
  return {
    scoresOf(span) {
      const phrase = phraseOf(span, ground.tokens, ground.knowledge)
      if (known.size > LIMIT) known.clear()
      const parts = [
        once(known, phrase.text, () => model.scores(innerFeatures(phrase, ground.knowledge))),
        once(before, span.first, () => sumOf(beforeFeatures(span.first, ground))),
        once(after, span.last, () => sumOf(afterFeatures(span.last, ground))),
      ]
      const sums = sumOf(jointFeatures(phrase, ground))
      for (const part of parts)
        for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (part[k] ?? 0)
      return sums
    },
  }
}
