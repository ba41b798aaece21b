/** The best way to cut a run into names and other words (a semi-Markov chain of order zero). */
import type { LinearModel } from '../../../knowledge/linear.ts'
import type { Stretch } from '../chunks.ts'
import type { Ground } from './features.ts'
import { scorerOf } from './scores.ts'
import type { Candidate } from './spans.ts'

export interface Found extends Stretch {
  label: string
  /** How far the label is ahead of the span's other labels: the share of the softmax. */
  share: number
}

export const NONE = 'none'

/** Cuts a run; spans that are no names are left out. */
export function best(run: Stretch, spans: readonly Candidate[], ground: Ground, model: LinearModel): Found[] {
  const { labels } = model
  const none = labels.indexOf(NONE)
  const scorer = scorerOf(ground, model)
  const size = run.last - run.first + 1
  const scores = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
  const from: (Found | null)[] = new Array<Found | null>(size + 1).fill(null)
  scores[0] = 0
  const ending = new Map<number, Candidate[]>()
  for (const span of spans) {
    const same = ending.get(span.last)
    if (same === undefined) ending.set(span.last, [span])
    else same.push(span)
  }
  for (let at = 0; at < size; at++) {
    const here = ending.get(run.first + at) ?? []
    // A small word by itself is passed over.
    if (!here.some(({ alone }) => alone)) scores[at + 1] = scores[at] ?? 0
    for (const span of here) {
      const before = scores[span.first - run.first] ?? 0
      const sums = scorer.scoresOf(span)
      for (let k = 0; k < labels.length; k++) {
        if (k === none && !span.alone) continue
        const score = before + (sums[k] ?? 0)
        if (score <= (scores[at + 1] ?? 0)) continue
        scores[at + 1] = score
        from[at + 1] = { ...span, label: labels[k] ?? NONE, share: shareOf(sums, k) }
      }
    }
  }
  return trace(from, run)
}

function shareOf(sums: Float64Array, k: number): number {
  const top = sums[k] ?? 0
  let all = 0
  for (const sum of sums) all += Math.exp(sum - top)
  return 1 / all
}

function trace(from: readonly (Found | null)[], run: Stretch): Found[] {
  const found: Found[] = []
  let at = run.last - run.first + 1
  while (at > 0) {
    const here = from[at]
    if (here === null || here === undefined) {
      at--
      continue
    }
    if (here.label !== NONE) found.unshift(here)
    at = here.first - run.first
  }
  return found
}
