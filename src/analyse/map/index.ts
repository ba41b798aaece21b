/** From claims to a map: the same claim merged, opposite ones kept as rivals, each edge with its belief and its sentences. */
import type { Factors } from '../../knowledge/factors.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Driver, Factor } from '../../record/types.ts'
import type { View } from '../view.ts'
import { belief } from './belief.ts'
import type { DriverMap, Edge, MapFactor, Support } from './types.ts'
import { type Voice, voiceOf } from './voices.ts'

export { MAP_FORMATS, readMap } from './formats/index.ts'
export { voiceOf } from './voices.ts'

export interface MapOptions {
  /** The inventory: which factors are opposites, and their names. */
  factors: Factors
  /** The claims to draw from; all of the record's where it is left out. */
  claims?: readonly Driver[]
  /** As claimed by this actor, author or outlet alone. */
  by?: string
  /** With factors that no row of the inventory covers. */
  ungrounded?: boolean
  /** "threat:PRK" and "threat:CHN" as one "threat". */
  general?: boolean
}

/** What of the claims is in the map, and why the rest is not. */
export interface Drawn {
  map: DriverMap
  claims: number
  /** Claims left out since a side is grounded in no factor. */
  ungrounded: number
  /** Claims left out since both sides are one factor. */
  circular: number
}

export function mapOf(view: View, options: MapOptions): DriverMap {
  return drawn(view, options).map
}

/** An unknown `by` gives an empty map; `voiceOf` tells beforehand. */
export function drawn(view: View, options: MapOptions): Drawn {
  const known = new Map(view.facts('factor').map(factor => [factor.id, factor]))
  const voice: Voice | null = options.by === undefined ? null : voiceOf(view, options.by)
  if (options.by !== undefined && voice === null)
    return { map: { factors: [], edges: [] }, claims: 0, ungrounded: 0, circular: 0 }
  const factors = new Map<string, MapFactor>()
  const pairs = new Map<string, Pair>()
  const counts = { claims: 0, ungrounded: 0, circular: 0 }
  for (const driver of options.claims ?? view.facts('driver')) {
    const claim = supportOf(view, driver, voice)
    if (claim === null) continue
    const cause = poleOf(driver.cause.factor, known, options)
    const effect = poleOf(driver.effect.factor, known, options)
    if (!options.ungrounded && !(cause.factor.grounded && effect.factor.grounded)) counts.ungrounded++
    else if (cause.factor.id === effect.factor.id) counts.circular++
    else {
      counts.claims++
      const sign = cause.turn * effect.turn * claim.sign === 1 ? 1 : -1
      for (const { factor } of [cause, effect]) factors.set(factor.id, factor)
      const key = `${cause.factor.id}>${effect.factor.id}`
      const pair = pairs.get(key) ?? {
        cause: cause.factor.id,
        effect: effect.factor.id,
        claims: [],
        denials: [],
      }
      pairs.set(key, pair)
      const list = driver.negated === true ? pair.denials : pair.claims
      list.push({ ...claim, sign })
    }
  }
  return { map: whole(factors, pairs), ...counts }
}

interface Pair {
  cause: string
  effect: string
  claims: Support[]
  /** That it is so is denied; `sign` is that of what is denied. */
  denials: Support[]
}

function whole(factors: ReadonlyMap<string, MapFactor>, pairs: ReadonlyMap<string, Pair>): DriverMap {
  const edges = [...pairs.values()].flatMap(pair => edgeOf(pair) ?? [])
  const used = new Set(edges.flatMap(({ cause, effect }) => [cause, effect]))
  return {
    factors: [...factors.values()].filter(({ id }) => used.has(id)).sort((a, b) => byCodePoint(a.id, b.id)),
    edges: edges.sort((a, b) => byCodePoint(a.id, b.id)),
  }
}

/** The side that is believed more; that of more claims, then the positive one, where both are alike. Null: only denied. */
function edgeOf({ cause, effect, claims, denials }: Pair): Edge | null {
  const side = (sign: 1 | -1) => {
    const own = inOrder(claims.filter(it => it.sign === sign))
    return {
      sign,
      own,
      belief: belief(
        own,
        denials.filter(it => it.sign === sign),
      ),
    }
  }
  const [more, less] = [side(1), side(-1)]
  const isMore = more.belief !== less.belief ? more.belief > less.belief : more.own.length >= less.own.length
  const [main, rival] = isMore ? [more, less] : [less, more]
  if (main.own.length === 0 || main.belief === 0) return null
  return {
    id: `${cause}>${effect}`,
    cause,
    effect,
    sign: main.sign,
    belief: main.belief,
    rivalBelief: rival.belief,
    support: main.own,
    rivals: rival.own,
    ...(denials.length === 0 ? {} : { denials: inOrder(denials) }),
  }
}

function inOrder(claims: readonly Support[]): Support[] {
  return [...claims].sort((a, b) => byCodePoint(a.driver, b.driver))
}

/** The claim with the articles in which this voice makes it; null where it makes it nowhere. */
function supportOf(view: View, driver: Driver, voice: Voice | null): Support | null {
  const documents = voice === null ? null : voice(driver)
  const evidence = driver.evidence.filter(({ document }) => documents === null || documents.has(document))
  if (evidence.length === 0) return null
  return {
    driver: driver.id,
    sign: driver.sign,
    claimedBy: driver.claimedBy,
    hedged: driver.hedged,
    confidence: driver.confidence,
    cause: driver.cause.text,
    effect: driver.effect.text,
    origins: [...new Set(evidence.map(({ document }) => view.origin(document)))].sort(byCodePoint),
    evidence,
  }
}

/** The factor by which a map holds another, and −1 where it is that one's opposite. */
function poleOf(
  id: string,
  known: ReadonlyMap<string, Factor>,
  { factors, general }: MapOptions,
): { factor: MapFactor; turn: 1 | -1 } {
  const grounded = known.get(id)?.grounded ?? factors.byId(id) !== null
  const row = grounded ? factors.byId(id) : null
  if (row === null) return { factor: { id, name: known.get(id)?.name ?? id, grounded }, turn: 1 }
  const other = row.opposite === null ? null : factors.byId(row.opposite)
  const { id: base, name } = other ?? row
  const owners = general ? [] : id.split(':').slice(1)
  return {
    factor: {
      id: [base, ...owners].join(':'),
      name: owners.length === 0 ? name : `${name} (${owners.join(', ')})`,
      grounded: true,
    },
    turn: other === null ? 1 : -1,
  }
}
