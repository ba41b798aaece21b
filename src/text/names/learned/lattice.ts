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
  /** The share that all ways of cutting the run give to just this span with this label. */
  marginal: number
}

export const NONE = 'none'

/** A span with the sums of its labels, as they are met from left to right. */
interface Scored {
  span: Candidate
  sums: Float64Array
}

/** Cuts a run; spans that are no names are left out. */
export function best(run: Stretch, spans: readonly Candidate[], ground: Ground, model: LinearModel): Found[] {
  const { labels } = model
  const none = labels.indexOf(NONE)
  const scorer = scorerOf(ground, model)
  const size = run.last - run.first + 1
  const scores = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
  const from: (Found | null)[] = new Array<Found | null>(size + 1).fill(null)
  scores[0] = 0
  const ending = byEnd(run, spans)
  const scored: Scored[][] = []
  for (let at = 0; at < size; at++) {
    const here = (ending[at] ?? []).map(span => ({ span, sums: scorer.scoresOf(span) }))
    scored.push(here)
    // A small word by itself is passed over.
    if (!here.some(({ span }) => span.alone)) scores[at + 1] = scores[at] ?? 0
    for (const { span, sums } of here) {
      const before = scores[span.first - run.first] ?? 0
      for (let k = 0; k < labels.length; k++) {
        if (k === none && !span.alone) continue
        const score = before + (sums[k] ?? 0)
        if (score <= (scores[at + 1] ?? 0)) continue
        scores[at + 1] = score
        const share = shareOf(sums, k)
        from[at + 1] = {
          first: span.first,
          last: span.last,
          label: labels[k] ?? NONE,
          share,
          marginal: share,
        }
      }
    }
  }
  const found = trace(from, run)
  if (size > 1) weigh(found, scored, run, model)
  return found
}

function byEnd(run: Stretch, spans: readonly Candidate[]): Candidate[][] {
  const ending: Candidate[][] = Array.from({ length: run.last - run.first + 1 }, () => [])
  for (const span of spans) ending[span.last - run.first]?.push(span)
  return ending
}

/** Sets the marginals: the sums over all ways up to a span, times its own, times those from there on. */
function weigh(
  found: readonly Found[],
  scored: readonly Scored[][],
  run: Stretch,
  { labels }: LinearModel,
): void {
  const none = labels.indexOf(NONE)
  const size = scored.length
  const forward = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
  const backward = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
  forward[0] = 0
  backward[size] = 0
  const all = scored.map(here =>
    here.map(({ span, sums }) => ({
      first: span.first - run.first,
      sum: sumOf(sums, span.alone ? -1 : none),
    })),
  )
  const passed = scored.map(here => !here.some(({ span }) => span.alone))
  for (let at = 0; at < size; at++) {
    let sum = passed[at] ? (forward[at] ?? 0) : Number.NEGATIVE_INFINITY
    for (const { first, sum: own } of all[at] ?? []) sum = plus(sum, (forward[first] ?? 0) + own)
    forward[at + 1] = sum
  }
  for (let at = size - 1; at >= 0; at--) {
    const behind = backward[at + 1] ?? 0
    if (passed[at]) backward[at] = plus(backward[at] ?? 0, behind)
    for (const { first, sum } of all[at] ?? []) backward[first] = plus(backward[first] ?? 0, behind + sum)
  }
  for (const each of found) {
    const first = each.first - run.first
    const at = each.last - run.first
    const own =
      scored[at]?.find(({ span }) => span.first === each.first)?.sums[labels.indexOf(each.label)] ?? 0
    each.marginal = Math.exp((forward[first] ?? 0) + own + (backward[at + 1] ?? 0) - (forward[size] ?? 0))
  }
}

/** The logarithm of the sum of all labels' shares but one. */
function sumOf(sums: Float64Array, without: number): number {
  let total = Number.NEGATIVE_INFINITY
  for (let k = 0; k < sums.length; k++) if (k !== without) total = plus(total, sums[k] ?? 0)
  return total
}

/** The logarithm of the sum of two numbers that are given as logarithms. */
function plus(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(-Math.abs(a - b)))
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
