import { isProperName, nameWords, personKey } from './names.ts'
import type { IdentityRule } from './rule.ts'

/** "Yoon Suk-yeol" and "Suk Yeol Yoon"; never by a surname alone. */
export const fullName: IdentityRule = {
  name: 'actor/full-name',
  reason: 'the full names are equal up to order, hyphens, spaces and accents',
  keyOf({ actor }) {
    if (actor.type !== 'person' || actor.partial || !isProperName(actor.name)) return null
    return nameWords(actor.name).length < 2 ? null : `person ${personKey(actor.name)}`
  },
}
