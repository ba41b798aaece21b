/** Files that hold a map: GraphML, a table of edges, Mental Modeler's JSON, and our own. */
import type { DriverMap } from '../types.ts'
import { edgeTable } from './edges.ts'
import { type MapFormat, noMap } from './format.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import { mentalModeler } from './mental-modeler.ts'

/** In the order in which a text is looked at: our own JSON before any other, tables last, since any text may look like one. */
export const MAP_FORMATS: readonly MapFormat[] = [graphml, json, mentalModeler, edgeTable]

/** The map that a file holds. Its text decides, and its ending only where the text begins like nothing. `E_MAP` where it holds none. */
export function readMap(text: string, name: string): DriverMap {
  if (text.trim() === '') throw noMap(name, 'the file is empty')
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? ''
  const format =
    MAP_FORMATS.find(it => it.looksLike(text)) ?? MAP_FORMATS.find(it => it.endings.includes(ending))
  if (format === undefined)
    throw noMap(name, `no map; what can be read is ${MAP_FORMATS.map(it => it.name).join(', ')}`)
  return format.read(text, name)
}
