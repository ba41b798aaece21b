import type { Knowledge } from '../../../knowledge/index.ts'
import type { Profile } from '../profile.ts'
import { dates } from './dates.ts'
import { level, ordinal, status } from './details.ts'
import { definite, elaborates, refersBack, sequel, tenses, toldApart } from './discourse.ts'
import { issuesRule } from './issues.ts'
import { kind } from './kind.ts'
import { bodies, people, turns, visitors } from './people.ts'
import { placeRule } from './place.ts'
import type { MergeRule, Scope } from './rule.ts'
import { roles, states } from './states.ts'
import { sameSentence, words } from './words.ts'

/** In order: those that veto most and cost least first; the order changes the speed, not the outcome. */
const withinDocument = (knowledge: Knowledge): readonly MergeRule[] => [
  dates,
  states,
  kind,
  roles,
  ordinal,
  level,
  issuesRule(knowledge),
  status,
  people,
  visitors,
  turns,
  bodies,
  placeRule(knowledge),
  refersBack,
  definite,
  elaborates,
  tenses,
  words,
]

const acrossDocuments = (knowledge: Knowledge): readonly MergeRule[] => [
  dates,
  states,
  sameSentence,
  kind,
  roles,
  ordinal,
  level,
  issuesRule(knowledge),
  status,
  people,
  visitors,
  turns,
  bodies,
  placeRule(knowledge),
  sequel,
  toldApart,
  words,
]

export interface Rules {
  readonly within: readonly MergeRule[]
  readonly across: readonly MergeRule[]
}

export function mergeRules(knowledge: Knowledge): Rules {
  return { within: withinDocument(knowledge), across: acrossDocuments(knowledge) }
}

export interface Decision {
  /** Sum of the weights, -Infinity after a veto. */
  score: number
  /** One per rule, in their order; cut short by a veto. */
  weights: number[]
}

const totals = new WeakMap<readonly MergeRule[], number>()

/** What all rules together can give at most. */
function mostOf(rules: readonly MergeRule[]): number {
  const known = totals.get(rules)
  if (known !== undefined) return known
  const total = rules.reduce((sum, rule) => sum + rule.most, 0)
  totals.set(rules, total)
  return total
}

/** A comparison that can no longer reach `floor` is broken off; its score is then only known to lie below. */
export function weigh(
  rules: readonly MergeRule[],
  a: Profile,
  b: Profile,
  scope: Scope,
  floor: number,
): Decision {
  const weights: number[] = []
  let score = 0
  let left = mostOf(rules)
  for (const rule of rules) {
    const weight = rule.weigh(a, b, scope)
    weights.push(weight)
    score += weight
    left -= rule.most
    if (score + left < floor - 0.001) return { score: Math.min(score, floor - 0.001), weights }
  }
  // Sums of tenths: rounded, so that no order of adding up can tip a threshold.
  return { score: Math.round(score * 1000) / 1000, weights }
}

const LINK = 1
const WEAK_LINK = 1.2

/** What two tellings must reach to be one event: more where a date is only bounded and other documents are compared. */
export function threshold(a: Profile, b: Profile, { within }: Scope): number {
  return !within && (a.grip === 'weak' || b.grip === 'weak') ? WEAK_LINK : LINK
}
