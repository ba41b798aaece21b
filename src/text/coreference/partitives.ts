/** "A series of Korean courts", "one of the ministers": the inner noun says who acts, the outer one only how many. */
import type { NounGroup, Token } from '../types.ts'
import { phrasesBehind } from './belonging.ts'
import type { Scene } from './scene.ts'

const MEASURES = new Set(
  'series number handful dozen dozens score scores hundred hundreds thousand thousands tens million millions couple pair majority minority half third quarter range variety host string slew spate array bulk rest crowd bunch plurality succession percent proportion share some many most several few all both each any none two three four five six seven eight nine ten other others member members one another either neither'.split(
    ' ',
  ),
)
/** Bodies of people by which a noun of persons is only counted: "a group of lawmakers", not "a group of states". */
const COMPANIES = new Set(
  'group team band panel delegation coalition mix gathering cohort wave network generation'.split(' '),
)
/** One of a set that is known one by one is nobody in particular. */
const SINGLE = /^(?:one|another|either|neither|none|any)$/

export interface Partitive {
  inner: NounGroup
  single: boolean
  /** The outer noun is an actor of its own where the inner one is none. */
  company: boolean
}

export function partitive(group: NounGroup, tokens: readonly Token[], scene: Scene): Partitive | null {
  const head = tokens[group.head]?.lower ?? ''
  const company = COMPANIES.has(head)
  if (!company && !MEASURES.has(head)) return null
  if (group.possessor !== null || /^(?:its|his|her|their|our)$/.test(group.determiner ?? '')) return null
  const inner = phrasesBehind(group, scene).find(phrase => phrase.preposition === 'of')?.object
  return inner === undefined || inner === group ? null : { inner, single: SINGLE.test(head), company }
}
