/** First step: which mentions of one document are one event. */

import { type Link, linkOf } from './links.ts'
import { absorb, type Profile, profileOf } from './profile.ts'
import { threshold, weigh } from './rules/index.ts'
import type { MergeRule } from './rules/rule.ts'
import { byPlace, type Telling } from './telling.ts'
import { markTurns } from './turns.ts'

const WITHIN = { within: true } as const
/** Scores this near to each other do not decide; the nearer one in the text does. */
const MARGIN = 0.1

/** Dated mentions first, so that what is undated finds something to join; then in the order of the text. */
function byHold(a: Telling, b: Telling): number {
  return Number(a.grip === 'weak') - Number(b.grip === 'weak') || byPlace(a, b)
}

/** Distance back in the text; what comes later is farther than all that came before. */
function distance(profile: Profile, to: Telling): number {
  let least = Number.POSITIVE_INFINITY
  for (const { mention } of profile.tellings) {
    const back = to.mention.span[0] - mention.span[0]
    least = Math.min(least, back >= 0 ? back : 1e9 - back)
  }
  return least
}

interface Candidate {
  at: Profile
  score: number
  weights: number[]
}

function best(candidates: readonly Candidate[], own: Telling): Candidate | null {
  let top: Candidate | null = null
  for (const it of candidates) {
    if (top === null || it.score > top.score + MARGIN) top = it
    else if (it.score >= top.score - MARGIN && distance(it.at, own) < distance(top.at, own)) top = it
  }
  return top
}

export function clusterWithin(
  tellings: readonly Telling[],
  rules: readonly MergeRule[],
  links: Link[],
): Profile[] {
  markTurns(tellings)
  const clusters: Profile[] = []
  for (const telling of [...tellings].sort(byHold)) {
    const own = profileOf([telling])
    const fits: Candidate[] = []
    for (const at of clusters) {
      const { score, weights } = weigh(rules, at, own, WITHIN, threshold(at, own, WITHIN))
      if (score >= threshold(at, own, WITHIN)) fits.push({ at, score, weights })
    }
    const chosen = best(fits, telling)
    if (chosen === null) {
      clusters.push(own)
      continue
    }
    links.push(linkOf(chosen.at, own, chosen.weights, true, true))
    absorb(chosen.at, own)
  }
  return clusters
}
