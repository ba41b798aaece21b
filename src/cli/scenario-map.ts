/** The map that a scenario runs on: the dossier's, or one from a file. */
import { readFile } from 'node:fs/promises'
import type { DriverMap, Edge, Support } from '../analyse/map/types.ts'
import type { Lore } from '../analyse/scenario/find.ts'
import type { Believe } from '../analyse/scenario/flips.ts'
import { type View, viewOf } from '../analyse/view.ts'
import type { Names } from '../export/columns.ts'
import { namesOf } from '../export/names.ts'
import { EntenteError } from '../record/errors.ts'
import { byCodePoint } from '../record/ids.ts'
import type { Driver } from '../record/types.ts'
import { latestDay } from './analysis.ts'
import { recordOf, withSession } from './dossier.ts'
import type { Shell } from './shell.ts'

const readMap = (_text: string, name: string): DriverMap => {
  throw new EntenteError('E_MAP', name)
}

export function believe(supports: readonly Support[]): number {
  const origins = new Set(supports.flatMap(it => it.origins))
  return origins.size === 0 ? 0 : Math.min(0.98, 1 - (0.05 + 0.3 ** origins.size))
}

export function mapOf(view: View, claims: readonly Driver[], ungrounded: boolean): DriverMap {
  const factors = new Map(view.facts('factor').map(it => [it.id, it]))
  const pairs = new Map<string, Support[]>()
  for (const it of claims) {
    const sides = [factors.get(it.cause.factor), factors.get(it.effect.factor)]
    if (it.cause.factor === it.effect.factor) continue
    if (!ungrounded && !sides.every(factor => factor?.grounded)) continue
    const key = `${it.cause.factor}>${it.effect.factor}`
    const support: Support = {
      driver: it.id,
      sign: it.sign,
      claimedBy: it.claimedBy,
      hedged: it.hedged,
      confidence: it.confidence,
      cause: it.cause.text,
      effect: it.effect.text,
      origins: [...new Set(it.evidence.map(e => view.origin(e.document)))],
      evidence: it.evidence,
    }
    pairs.set(key, [...(pairs.get(key) ?? []), support])
  }
  const edges = [...pairs].map(([id, all]): Edge => {
    const [cause = '', effect = ''] = id.split('>')
    const plus = all.filter(it => it.sign > 0)
    const minus = all.filter(it => it.sign < 0)
    const up = believe(plus) >= believe(minus)
    const [support, rivals] = up ? [plus, minus] : [minus, plus]
    return {
      id,
      cause,
      effect,
      sign: up ? 1 : -1,
      belief: believe(support),
      rivalBelief: believe(rivals),
      support,
      rivals,
    }
  })
  const used = new Set(edges.flatMap(it => [it.cause, it.effect]))
  return {
    factors: [...factors.values()].filter(it => used.has(it.id)).sort((a, b) => byCodePoint(a.id, b.id)),
    edges: edges.sort((a, b) => byCodePoint(a.cause, b.cause) || byCodePoint(a.effect, b.effect)),
  }
}

export interface MapOptions {
  dossier: string
  /** A file with a map, in place of the dossier. */
  map?: string
  by: string | null
  asOf: string | null
  ungrounded: boolean
  minConfidence: number
}

export interface GivenMap {
  map: DriverMap
  lore: Lore
  names: Names
  /** The last day that the map knows of; null for one from a file. */
  today: string | null
  believe: Believe
}

async function fromFile(path: string): Promise<GivenMap> {
  const { loadStates } = await import('../knowledge/states.ts')
  const { loadFactors } = await import('../knowledge/factors.ts')
  const map = readMap(await readText(path), path)
  return {
    map,
    lore: { states: loadStates(), factors: loadFactors() },
    names: { actor: id => id ?? '', issue: id => id, factor: id => id, document: () => undefined },
    today: null,
    believe,
  }
}

/** A file that a user names. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new EntenteError('E_NOT_FOUND', `${path} cannot be read; is it there?`, { cause })
  }
}

/** Draws or reads the map; the dossier is closed again before anything is worked out. */
export async function mapFrom(shell: Shell, options: MapOptions): Promise<GivenMap> {
  if (options.map !== undefined) return fromFile(options.map)
  return withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf ?? undefined)
    const view = await viewOf(source, ['driver', 'factor'])
    const claims = view.facts('driver').filter(it => it.confidence >= options.minConfidence)
    return {
      map: mapOf(view, claims, options.ungrounded),
      lore: session.knowledge,
      names: await namesOf(source, view.documents),
      today: options.asOf ?? latestDay(view),
      believe,
    }
  })
}
