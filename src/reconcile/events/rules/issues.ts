import type { Knowledge } from '../../../knowledge/index.ts'
import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import { type MergeRule, values } from './rule.ts'

/** What happens is often only told by the matter: an agreement on fishing, a ruling on labour. */
export function issuesRule({ issueFamilies }: Knowledge): MergeRule {
  /** One names the broader matter, the other the narrower one. */
  const akin = (a: Profile, b: Profile): boolean => {
    const wide = new Set([...b.issues].flatMap(issue => issueFamilies.of(issue)))
    return [...a.issues].some(
      issue => wide.has(issue) || issueFamilies.of(issue).some(it => b.issues.has(it)),
    )
  }
  return {
    name: 'event/issues',
    reason: 'the matter that it is about',
    most: 0.3,
    weigh(a, b) {
      if (a.issues.size === 0 || b.issues.size === 0) return 0
      if (sharesAny(b.issues, a.issues)) return 0.3
      if (akin(a, b)) return 0.05
      return a.toldBy === 'who' && b.toldBy === 'who' ? -0.1 : -0.5
    },
    say: (a, b) => `${values(a.issues)} and ${values(b.issues)}`,
  }
}
