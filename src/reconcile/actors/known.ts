import type { IdentityRule } from './rule.ts'

/** A row of knowledge named it: `KOR` is `KOR` in every document. */
export const knownKey: IdentityRule = {
  name: 'actor/known-key',
  reason: 'a row of knowledge identifies both',
  keyOf: ({ actor }) => (actor.known ? `known ${actor.key}` : null),
}
