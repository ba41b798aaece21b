/** "The official", "the diplomat": a definite description goes back to the one that was described before. */
import type { Entity } from '../types.ts'
import type { Discourse, Mention } from './discourse.ts'

/** Which descriptions may go on to which, by the described actor's key. */
const COMPATIBLE: { readonly [key: string]: RegExp } = {
  official:
    /^(?:official|diplomat|spokesperson|(?:\S*-)?(?:minister|secretary|spokesman|spokeswoman|aide|adviser|advisor))$/,
  diplomat: /^(?:diplomat|official)$/,
  spokesperson: /^(?:spokesperson|official)$/,
  expert: /^(?:expert|analyst|(?:\S*-)?(?:professor|fellow|researcher|scholar|economist|academic))$/,
  lawmaker: /^(?:lawmaker|(?:\S*-)?(?:mp|senator))$/,
}

/** By which of a person’s titles a description may mean the person. */
const ROLES: { readonly [key: string]: RegExp } = {
  official:
    /\b(?:official|spokes(?:man|woman|person)|secretary|director|director[- ]general|aide|adviser|advisor|deputy minister|vice[- ]minister)$/i,
  diplomat: /\b(?:diplomat|ambassador|envoy|representative|negotiator|consul)\b/i,
  spokesperson: /\bspokes(?:man|woman|person)\b/i,
  expert:
    /\b(?:expert|analyst|professor|prof\.|fellow|researcher|scholar|economist|academic|lecturer|historian|political scientist)\b/i,
  lawmaker: /\b(?:lawmaker|mp|m\.p\.|senator|congress(?:man|woman)|representative|legislator)\b/i,
  journalist: /\b(?:journalist|reporter|correspondent|editor|columnist)\b/i,
}

/** How many sentences back a description reaches. */
const REACH = 15

/** `key`: of the description; the nearest of the same head first, then of a compatible one. */
export function describedBefore(
  key: string,
  sentence: number,
  plural: boolean,
  discourse: Discourse,
): Entity | undefined {
  const alike = (mention: Mention): boolean => mention.plural === plural && mention.entity.type === 'person'
  const same = discourse.last(
    sentence,
    REACH,
    mention => alike(mention) && (keyOf(mention.entity) === key || hasRole(mention.entity, key)),
  )
  if (same !== undefined || plural) return same?.entity
  const compatible = COMPATIBLE[key]
  if (compatible === undefined) return undefined
  return discourse.last(
    sentence,
    REACH,
    mention => alike(mention) && compatible.test(keyOf(mention.entity) ?? ''),
  )?.entity
}

/** What a described actor is described as: `GHA/official` → official; null for a person with a name. */
function keyOf(entity: Entity): string | null {
  return entity.key.startsWith('person/') ? null : entity.key.slice(entity.key.indexOf('/') + 1)
}

function hasRole(entity: Entity, key: string): boolean {
  const fits = ROLES[key]
  return fits !== undefined && entity.roles.some(role => fits.test(role.title))
}
