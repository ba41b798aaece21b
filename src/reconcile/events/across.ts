/**
 * Second step: which events of different documents are one. The best-dated come first and found clusters; each
 * next one joins the cluster that it fits best, compared with all that the cluster already says, so that no chain
 * of likenesses joins two that no document could mean as one. What fits two about as well joins neither.
 */
import type { IssueFamilies } from '../../knowledge/issue-families.ts'
import { makeBlocks } from './blocks.ts'
import { type Link, linkOf } from './links.ts'
import { absorb, type Profile, profileOf } from './profile.ts'
import { threshold, weigh } from './rules/index.ts'
import type { MergeRule } from './rules/rule.ts'
import { byPlace } from './telling.ts'

const ACROSS = { within: false } as const
const MARGIN = 0.15
/** A refusal is worth a receipt where it came as near as this. */
const NEAR = 0.15

const HOLD = { fine: 0, coarse: 1, weak: 2 } as const

function richness(profile: Profile): number {
  return (
    profile.people.size +
    profile.places.size +
    profile.issues.size +
    profile.levels.size +
    profile.states.size
  )
}

/** Best dated first, then reported before planned, then those that say most. */
function byHold(profiles: readonly Profile[]): Profile[] {
  const held = profiles.map(profile => ({
    profile,
    first: profile.tellings[0],
    hold: HOLD[profile.grip],
    reach: profile.grip === 'weak' ? 0 : profile.to - profile.from,
    reported: Number(profile.statuses.has('reported')),
    richness: richness(profile),
  }))
  held.sort((a, b) => {
    if (a.first === undefined || b.first === undefined) return 0
    return (
      a.hold - b.hold ||
      a.reach - b.reach ||
      b.reported - a.reported ||
      b.richness - a.richness ||
      byPlace(a.first, b.first)
    )
  })
  return held.map(({ profile }) => profile)
}

export interface Cluster {
  profile: Profile
  /** What each document tells of it, before they were put together. */
  locals: Profile[]
}

interface Candidate {
  at: Cluster
  score: number
  over: number
  weights: number[]
}

function rank(candidates: readonly Candidate[]): [Candidate | null, Candidate | null] {
  let first: Candidate | null = null
  let second: Candidate | null = null
  for (const it of candidates) {
    if (first === null || it.score > first.score) [first, second] = [it, first]
    else if (second === null || it.score > second.score) second = it
  }
  return [first, second]
}

/** A date that cannot tell two candidates apart must not choose by a hair. */
function ambiguous(first: Candidate, second: Candidate | null, own: Profile): boolean {
  if (second === null || second.over < 0 || own.grip === 'fine') return false
  return first.score - second.score < MARGIN
}

export function clusterAcross(
  locals: readonly Profile[],
  rules: readonly MergeRule[],
  issues: IssueFamilies,
  links: Link[],
): Cluster[] {
  const clusters: Cluster[] = []
  const blocks = makeBlocks<Cluster>(issues)
  const found = (local: Profile): void => {
    const cluster = { profile: profileOf(local.tellings), locals: [local] }
    clusters.push(cluster)
    blocks.add(cluster, local)
  }
  for (const own of byHold(locals)) {
    const candidates: Candidate[] = []
    for (const at of blocks.near(own)) {
      const due = threshold(at.profile, own, ACROSS)
      const { score, weights } = weigh(rules, at.profile, own, ACROSS, due - NEAR)
      if (score >= due - NEAR) candidates.push({ at, score, weights, over: score - due })
    }
    const [first, second] = rank(candidates)
    if (first !== null && first.over >= 0 && !ambiguous(first, second, own)) {
      links.push(linkOf(first.at.profile, own, first.weights, true, false))
      absorb(first.at.profile, own)
      first.at.locals.push(own)
      blocks.add(first.at, own)
    } else {
      if (first !== null) links.push(linkOf(first.at.profile, own, first.weights, false, false))
      found(own)
    }
  }
  return clusters
}
