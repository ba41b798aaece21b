/** What was decided, kept small: the reasons are put into words only when somebody asks. */
import type { Receipt } from '../types.ts'
import { type Profile, profileOf } from './profile.ts'
import type { MergeRule } from './rules/rule.ts'
import type { Telling } from './telling.ts'

export interface Link {
  a: Telling
  b: Telling
  weights: readonly number[]
  merged: boolean
  within: boolean
}

export function linkOf(
  a: Profile,
  b: Profile,
  weights: readonly number[],
  merged: boolean,
  within: boolean,
): Link {
  const [x] = a.tellings
  const [y] = b.tellings
  if (x === undefined || y === undefined) throw new RangeError('a profile without tellings')
  return { a: x, b: y, weights, merged, within }
}

/** One receipt for each rule that had something to say. */
export function receiptsOf(link: Link, about: string, rules: readonly MergeRule[]): Receipt[] {
  const [a, b] = [profileOf([link.a]), profileOf([link.b])]
  return link.weights.flatMap((weight, i): Receipt[] => {
    const rule = rules[i]
    if (rule === undefined || weight === 0) return []
    const veto = weight === Number.NEGATIVE_INFINITY
    return [
      {
        about,
        rule: rule.name,
        verdict: veto ? 'veto' : weight > 0 ? 'for' : 'against',
        weight: veto ? 0 : weight,
        reason: `${rule.reason}: ${rule.say(a, b)}`,
        between: [link.a.mention.id, link.b.mention.id],
        merged: link.merged,
      },
    ]
  })
}
