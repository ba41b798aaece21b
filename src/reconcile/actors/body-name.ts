import { bodyKey, isProperName } from './names.ts'
import type { IdentityRule } from './rule.ts'

/** "the Asan Institute" and "Asan Institute": bodies by their name, whatever their kind was taken for. */
export const bodyName: IdentityRule = {
  name: 'actor/body-name',
  reason: 'the names of the bodies are equal up to articles and accents',
  keyOf({ actor }) {
    if (actor.type === 'person' || actor.partial || !isProperName(actor.name)) return null
    return `body ${bodyKey(actor.name)}`
  },
}
