import type { Analysis, NounGroup } from '../../text/types.ts'
import type { Nouns } from './nouns.ts'
import type { Reading } from './types.ts'

const BESIDE = new Set(['with', 'alongside', 'together with', 'jointly with', 'along with'])
const HOLDERS = new Set(['between', 'among', 'by', 'of', 'from', 'involving'])
const BETWEEN =
  /^(?:borders?|frontiers?|boundary|line|crossing|ties|relations|tensions?|conflict|war|dispute|row|standoff|stand-off)$/

/**
 * "drills staged by Danish marines and Latvian soldiers", "manoeuvres with Peru": an exercise of several states is no
 * show of force. `isParty`: groups that are a side whatever they are (the pair task).
 */
export function asShared(
  reading: Reading,
  analysis: Analysis,
  nouns: Nouns,
  isParty: ((group: NounGroup) => boolean) | null,
): Reading {
  const { noun, roles } = reading
  if (reading.type !== 'MOBILIZE') return reading
  const named = noun?.group ?? roles.patient
  if (named === null || !nouns.classesOf(named).has('exercise')) return reading
  const statesOf = (groups: readonly NounGroup[]) =>
    groups.flatMap(it => analysis.actorsOf(it).flatMap(actor => actor.state ?? []))
  // "drills on the *border with* Georgia": what lies between the two is not held with them.
  const lies = (first: number) => BETWEEN.test(nouns.sentenceOf(named)?.tokens[first - 1]?.lower ?? '')
  const objects = (wanted: ReadonlySet<string>) =>
    roles.phrases.flatMap(it =>
      it.object === null || !wanted.has(it.preposition) || lies(it.first) ? [] : [it.object],
    )
  const agent = roles.agent ?? named.possessor
  const doers = agent === null ? objects(HOLDERS) : [agent]
  const own = new Set(statesOf(doers.flatMap(it => [it, ...it.conjuncts])))
  const isOther = (group: NounGroup) =>
    isParty?.(group) ||
    statesOf([group]).some(state => !own.has(state)) ||
    analysis.actorsOf(group).some(it => it.type === 'international-organization')
  if (own.size < 2 && !objects(BESIDE).some(isOther)) return reading
  return { ...reading, type: 'COOPERATE', mode: null, joint: true }
}
