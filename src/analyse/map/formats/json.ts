/** What `entente drivers --map --format json` prints, or part of it: nothing is lost. */
import type { DriverMap } from '../types.ts'
import { type Arrow, assemble } from './assemble.ts'
import { claimsFrom } from './claims.ts'
import { type MapFormat, noMap } from './format.ts'
import { isMapping, listOf, numberOf, parsed, textOf } from './guards.ts'

export const json: MapFormat = {
  name: 'json',
  endings: [],
  looksLike: text => /^\s*\{/.test(text) && text.includes('"edges"') && text.includes('"factors"'),
  write: map => `${JSON.stringify({ factors: map.factors, edges: map.edges }, null, 1)}\n`,
  read,
}

function read(text: string, name: string): DriverMap {
  const value = parsed(text)
  if (!isMapping(value) || !Array.isArray(value.factors) || !Array.isArray(value.edges))
    throw noMap(
      name,
      'no JSON with the lists "factors" and "edges", as `entente drivers --map --format json` prints it',
    )
  const factors = listOf(value.factors)
    .filter(isMapping)
    .map(it => ({
      id: textOf(it.id),
      name: textOf(it.name) || textOf(it.id),
      grounded: it.grounded === true,
    }))
  const arrows = listOf(value.edges).map((it, i): Arrow => {
    const sign = isMapping(it) ? numberOf(it.sign) : null
    const belief = isMapping(it) ? numberOf(it.belief) : null
    if (!isMapping(it) || belief === null || (sign !== 1 && sign !== -1))
      throw noMap(name, `edge ${i + 1} has no sign of 1 or −1, or no belief from 0 to 1`)
    return {
      cause: textOf(it.cause),
      effect: textOf(it.effect),
      weight: sign * belief,
      rivalBelief: numberOf(it.rivalBelief) ?? 0,
      ...claimsFrom(it),
    }
  })
  return assemble(name, factors, arrows)
}
