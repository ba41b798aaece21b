/** The map that a scenario runs on: the dossier's, or one from a file. */
import { readFile } from 'node:fs/promises'
import { belief } from '../analyse/map/belief.ts'
import { mapOf, readMap, voiceOf } from '../analyse/map/index.ts'
import type { DriverMap } from '../analyse/map/types.ts'
import type { Lore } from '../analyse/scenario/find.ts'
import type { Believe } from '../analyse/scenario/flips.ts'
import { viewOf } from '../analyse/view.ts'
import type { Names } from '../export/columns.ts'
import { namesOf } from '../export/names.ts'
import { EntenteError } from '../record/errors.ts'
import { latestDay } from './asked.ts'
import { recordOf, withSession } from './dossier.ts'
import type { Shell } from './shell.ts'

/** As the map believes claims, so that one without an origin is believed alike. */
const believe: Believe = belief

export interface MapOptions {
  dossier: string
  /** A file with a map, in place of the dossier. */
  map?: string
  by: string | null
  asOf: string | null
  ungrounded: boolean
  general: boolean
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
    const { by } = options
    if (by !== null && voiceOf(view, by) === null)
      throw new EntenteError('E_NOT_FOUND', `no actor, author or outlet of the record is called "${by}"`)
    const claims = view.facts('driver').filter(it => it.confidence >= options.minConfidence)
    return {
      map: mapOf(view, {
        factors: session.knowledge.factors,
        claims,
        ...(by === null ? {} : { by }),
        ungrounded: options.ungrounded,
        general: options.general,
      }),
      lore: session.knowledge,
      names: await namesOf(source, view.documents),
      today: options.asOf ?? latestDay(view),
      believe,
    }
  })
}
