/** The map that a scenario runs on: the dossier's, or one from a file. */
import { readFile } from 'node:fs/promises'
import { belief } from '../analyse/map/belief.ts'
import { mapOf, readMap, voiceOf } from '../analyse/map/index.ts'
import type { DriverMap } from '../analyse/map/types.ts'
import type { Lore } from '../analyse/scenario/find.ts'
import type { Believe } from '../analyse/scenario/flips.ts'
import { EntenteError } from '../record/errors.ts'
import type { Asked } from './asked.ts'

/** How the dossier's map is drawn. */
export interface MapOwn {
  by?: string
  ungrounded?: true
  general?: true
}

export interface GivenMap {
  map: DriverMap
  lore: Lore
  /** The last day that the map knows of; null for one from a file. */
  today: string | null
  /** As the map believes claims, so that one without an origin is believed alike. */
  believe: Believe
}

/** A file that a user names. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new EntenteError('E_NOT_FOUND', `${path} cannot be read; is it there?`, { cause })
  }
}

export async function mapInFile(path: string): Promise<GivenMap> {
  const { loadStates } = await import('../knowledge/states.ts')
  const { loadFactors } = await import('../knowledge/factors.ts')
  const map = readMap(await readText(path), path)
  return { map, lore: { states: loadStates(), factors: loadFactors() }, today: null, believe: belief }
}

export function mapOfDossier({
  view,
  selection,
  chosen,
  options,
  knowledge,
  today,
}: Asked<MapOwn>): GivenMap {
  const { by, ungrounded, general } = options
  if (by !== undefined && voiceOf(view, by) === null)
    throw new EntenteError('E_NOT_FOUND', `no actor, author or outlet of the record is called "${by}"`)
  // Claims have no days; `--from` is that of the run.
  const { from: _, to: __, ...rest } = selection
  const map = mapOf(view, {
    factors: knowledge.factors,
    claims: chosen('driver', rest),
    ...(by === undefined ? {} : { by }),
    ungrounded: ungrounded === true,
    general: general === true,
  })
  const lore = { states: knowledge.states, factors: knowledge.factors }
  const hint = ungrounded ? {} : { hint: '--ungrounded takes in those that no row of the inventory covers' }
  return { map, lore: { ...lore, ...hint }, today, believe: belief }
}
