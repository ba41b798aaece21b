/** What the rules read and what a model learned from sentences written for this project, weighed together. */
import { type LinearModel, loadLinear, shares } from '../../knowledge/linear.ts'
import { EVENT_TYPES, type EventType } from '../../record/types.ts'
import { type Found, merged } from './features.ts'

let model: LinearModel | null = null

/** Loaded when it is first asked for: only the pair task needs it. */
function learned(): LinearModel {
  model ??= loadLinear('relations')
  return model
}

/** What the rules' reading counts beside the words, by how well it binds the two. */
function weightOf({ reading, score, guessed }: Found): number {
  if (reading === null) return 0
  if (guessed || score < 3) return 0.4
  if (reading.pairOnly) return 1.2
  return score >= 6 ? 2 : 1.6
}

export interface Ranked {
  type: EventType
  /** From 0 to 1, among all types. */
  share: number
}

export function rank(found: Found, features: readonly string[]): Ranked {
  const { labels, scores } = learned()
  const sums = scores(features)
  const own = found.type === null ? -1 : labels.indexOf(merged(found.type))
  if (own >= 0) sums[own] = (sums[own] ?? 0) + weightOf(found)
  const parts = shares(sums)
  let top = 0
  for (let i = 1; i < parts.length; i++) if ((parts[i] ?? 0) > (parts[top] ?? 0)) top = i
  return { type: unmerged(labels[top] ?? '', found), share: parts[top] ?? 0 }
}

/** Shares, with how many of a hundred such answers were right on the lines held out from training. */
const RIGHT: readonly (readonly [share: number, confidence: number])[] = [
  [0.997, 0.98],
  [0.99, 0.92],
  [0.98, 0.82],
  [0.95, 0.76],
  [0.85, 0.52],
  [0.7, 0.41],
  [0.3, 0.39],
  [0, 0.35],
]

/** The model is surer than it is right: its share is read from what came of such shares. */
export function confidenceOf(share: number): number {
  return RIGHT.find(([least]) => share >= least)?.[1] ?? 0
}

/** The model has one name for giving in and for pulling back; the rules know which it was. */
function unmerged(label: string, found: Found): EventType {
  const known = [found.type, ...found.others.map(it => it.reading.type)]
  for (const type of known) if (type !== null && merged(type) === label) return type
  return EVENT_TYPES.find(type => type === label) ?? 'CONCEDE'
}
