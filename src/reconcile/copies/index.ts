/** Which documents are one article: carried by several outlets (copies), or published again by the same one. */
import { byCodePoint } from '../../record/ids.ts'
import type { Document } from '../../record/types.ts'
import { makeGroups } from '../groups.ts'
import { makeLargeMap } from '../large-map.ts'
import { push } from '../lists.ts'
import { type Likeness, likeness, shingles, sketch } from './shingles.ts'

export interface Copies {
  copyOf: Map<string, string>
  revisionOf: Map<string, string>
  /** For each document its origin: documents of one article share it. */
  origin(document: string): string
  /** How alike the two are, for a receipt. */
  found: { copy: string; original: string; likeness: Likeness }[]
}

/** Below this many runs two texts may be alike by chance: a one-line notice, a standing colophon. */
const FEWEST = 12
/** A run that very many texts share is compared with the first of them only; copies are transitive. */
const MOST_PER_RUN = 200
/** The likeliest of the texts that share runs are compared until so many in a row are no copies: the rest is less alike. */
const MOST_MISSES = 8
/** Texts whose runs are kept at hand; three kilobytes each, some tens where they are long. */
const RECENT = 512

/** At one address a few lines at noon are a page in the evening: so much of the shorter one is enough there. */
const VERSION = 0.4

/** One article: most of it shared, or the shorter cut out of the longer. */
function isCopy(it: Likeness, shorter: number, longer: number): boolean {
  return it.jaccard >= 0.6 || (it.containment >= 0.85 && shorter >= 40 && shorter >= longer * 0.25)
}

/**
 * Of a copy's runs at least three quarters stand in the original. A sample of eighty shows that to within a sixth;
 * a smaller one says less, so less is asked of it.
 */
function isWorthALook(shared: number, a: number, b: number): boolean {
  const least = Math.min(a, b)
  return shared >= Math.max(1, least) * (least >= 40 ? 0.55 : 0.4)
}

/** An earlier text that shares sampled runs with the one at hand, and how much of the smaller sample. */
interface Candidate {
  a: number
  share: number
}

/** The runs of texts that were compared lately: what is alike is often alike to the same one. */
function recentRuns(documents: readonly Document[]): (i: number) => Uint32Array {
  const kept = new Map<number, Uint32Array>()
  const order: number[] = []
  return i => {
    const known = kept.get(i)
    if (known !== undefined) return known
    const runs = shingles(documents[i]?.text ?? '')
    const oldest = order.length >= RECENT ? order.shift() : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(i, runs)
    order.push(i)
    return runs
  }
}

/**
 * `documents` sorted by id. Looks only at pairs that share sampled runs, the likeliest first, and at few that are no
 * copies: so the work grows with the documents, also where thousands of them share half of their paragraphs.
 */
export function findCopies(documents: readonly Document[]): Copies {
  const groups = makeGroups(documents.length)
  const alike: { a: number; b: number; likeness: Likeness }[] = []
  const holders = makeLargeMap<number[]>()
  const samples: number[] = []
  const runsOf = recentRuns(documents)
  documents.forEach((document, b) => {
    const { size, sample } = sketch(document.text)
    const own = size < FEWEST ? [] : sample
    samples.push(own.length)
    const shared = new Map<number, number>()
    for (const run of own) {
      const list = holders.get(run)
      for (const a of list ?? []) shared.set(a, (shared.get(a) ?? 0) + 1)
      if (list === undefined) holders.set(run, [b])
      else if (list.length < MOST_PER_RUN) list.push(b)
    }
    const versions: Candidate[] = []
    const others: Candidate[] = []
    for (const [a, count] of shared) {
      const share = count / Math.min(samples[a] ?? 0, own.length)
      if (sameAddress(documents[a], document)) versions.push({ a, share })
      else if (isWorthALook(count, samples[a] ?? 0, own.length)) others.push({ a, share })
    }
    for (const candidates of [versions, others]) {
      candidates.sort((a, b) => b.share - a.share || a.a - b.a)
      let misses = 0
      for (const { a } of candidates) {
        if (misses === MOST_MISSES) break
        if (groups.find(a) === groups.find(b)) continue
        const [x, y] = [runsOf(a), runsOf(b)]
        const it = likeness(x, y)
        if (
          (candidates === versions && it.containment >= VERSION) ||
          isCopy(it, Math.min(x.length, y.length), Math.max(x.length, y.length))
        ) {
          groups.join(a, b)
          alike.push({ a, b, likeness: it })
          misses = 0
        } else misses++
      }
    }
  })
  return describe(documents, groups.all(), alike)
}

/** The earliest published is the original; of equals the most complete, then the first by id. */
function byOriginality(a: Document, b: Document): number {
  const [x, y] = [a.published?.end ?? '9999', b.published?.end ?? '9999']
  return byCodePoint(x, y) || b.text.length - a.text.length || byCodePoint(a.id, b.id)
}

function sameAddress(a: Document | undefined, b: Document | undefined): boolean {
  return a !== undefined && a.url !== null && a.url === b?.url
}

function sameOutlet(a: Document, b: Document): boolean {
  return (a.outlet !== null && a.outlet === b.outlet) || sameAddress(a, b)
}

/**
 * Versions of one address change places, where they were fetched at different times: what was added to an article on
 * its day makes it the more complete one, and yet the later.
 */
function asFetched(members: readonly Document[]): Document[] {
  const places = new Map<string, number[]>()
  for (const [i, { url, retrieved }] of members.entries())
    if (url !== null && retrieved !== null) push(places, url, i)
  const ordered = [...members]
  for (const own of places.values()) {
    const versions = own.flatMap(i => members[i] ?? [])
    versions.sort((a, b) => byCodePoint(a.retrieved ?? '', b.retrieved ?? '') || byOriginality(a, b))
    for (const [n, version] of versions.entries()) ordered[own[n] ?? 0] = version
  }
  return ordered
}

function describe(
  documents: readonly Document[],
  groups: readonly number[][],
  alike: readonly { a: number; b: number; likeness: Likeness }[],
): Copies {
  const copyOf = new Map<string, string>()
  const revisionOf = new Map<string, string>()
  const origins = new Map<string, string>()
  for (const group of groups) {
    const members = asFetched(group.flatMap(i => documents[i] ?? []).sort(byOriginality))
    const [original] = members
    if (original === undefined || members.length < 2) continue
    for (const member of members) {
      origins.set(member.id, original.id)
      if (member === original) continue
      const earlier = members.find(other => sameOutlet(other, member))
      if (earlier !== undefined && earlier !== member) revisionOf.set(member.id, earlier.id)
      else copyOf.set(member.id, original.id)
    }
  }
  const origin = (id: string): string => origins.get(id) ?? id
  const found = alike.map(({ a, b, likeness: it }) => {
    const [x, y] = [documents[a]?.id ?? '', documents[b]?.id ?? '']
    return origin(x) === x ? { copy: y, original: x, likeness: it } : { copy: x, original: y, likeness: it }
  })
  return { copyOf, revisionOf, origin, found }
}
