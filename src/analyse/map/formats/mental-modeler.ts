/**
 * Mental Modeler's project as JSON (mentalmodeler.com; `concepts[].relationships[{id, influence, confidence, notes}]`).
 * Claims stand in a relationship's notes: one line each for people, and a last line to come back by.
 */
import type { DriverMap, Edge } from '../types.ts'
import { type Arrow, assemble, weightOf } from './assemble.ts'
import { claimLines, claimsFrom, claimsOf, claimsText } from './claims.ts'
import { type MapFormat, noMap } from './format.ts'
import { isMapping, listOf, type Mapping, numberOf, parsed, textOf } from './guards.ts'

/** What opens the line of the notes that is for programs. */
const MARK = 'entente: '
/** The program's words for weights, as its own table has them. */
const WORDS = new Map([
  ['H+', 1],
  ['M+', 0.62],
  ['L+', 0.25],
  ['H-', -1],
  ['M-', -0.62],
  ['L-', -0.25],
])
/** Of the groups by which it colours concepts, the one of factors that no row of the inventory covers. */
const UNGROUNDED = '1'
const UNGROUNDED_NAME = 'words of their own'

export const mentalModeler: MapFormat = {
  name: 'mental-modeler',
  endings: ['.json', '.mmp'],
  looksLike: text => /^\s*\{/.test(text),
  write,
  read,
}

function write({ factors, edges }: DriverMap): string {
  const from = new Map<string, Edge[]>()
  for (const edge of edges) from.set(edge.cause, [...(from.get(edge.cause) ?? []), edge])
  const columns = Math.max(1, Math.ceil(Math.sqrt(factors.length)))
  const concepts = factors.map(({ id, name, grounded }, i) => ({
    id,
    name,
    notes: '',
    units: '',
    group: grounded ? '0' : UNGROUNDED,
    preferredState: 0,
    x: String(40 + 220 * (i % columns)),
    y: String(40 + 140 * Math.floor(i / columns)),
    relationships: (from.get(id) ?? []).map(relationship),
  }))
  const groupNames = { '0': 'grounded', [UNGROUNDED]: UNGROUNDED_NAME }
  return `${JSON.stringify({ concepts, info: { name: 'Drivers' }, groupNames, scenarios: [] }, null, 1)}\n`
}

function relationship(edge: Edge): object {
  const { rivalBelief } = edge
  const silent = claimsText(edge) === '' && rivalBelief === 0
  const programs = silent ? [] : [MARK + JSON.stringify({ rivalBelief, ...claimsOf(edge) })]
  return {
    id: edge.effect,
    name: '',
    notes: [...claimLines(edge), ...programs].join('\n'),
    confidence: edge.belief,
    influence: weightOf(edge),
  }
}

function read(text: string, name: string): DriverMap {
  if (/^\s*</.test(text))
    throw noMap(name, 'an old project of Mental Modeler in XML; open it there and save it again as JSON')
  const value = parsed(text)
  if (!isMapping(value) || !Array.isArray(value.concepts))
    throw noMap(name, 'no JSON with a list "concepts", as Mental Modeler saves it')
  const concepts = listOf(value.concepts).filter(isMapping)
  // In the projects of others the groups are anything.
  const ours = isMapping(value.groupNames) && value.groupNames[UNGROUNDED] === UNGROUNDED_NAME
  const factors = concepts.map(it => ({
    id: textOf(it.id),
    name: textOf(it.name) || textOf(it.id),
    grounded: !(ours && textOf(it.group) === UNGROUNDED),
  }))
  const arrows = concepts.flatMap(concept =>
    listOf(concept.relationships)
      .filter(isMapping)
      .map(it => arrow(name, textOf(concept.id), it)),
  )
  return assemble(name, factors, arrows)
}

function arrow(name: string, cause: string, it: Mapping): Arrow {
  const word = textOf(it.influence)
  const weight = WORDS.get(word) ?? (word === '' ? 0 : numberOf(it.influence))
  if (weight === null)
    throw noMap(
      name,
      `the influence "${word}" of "${cause}" is no number and none of ${[...WORDS.keys()].join(' ')}`,
    )
  const notes = textOf(it.notes).split('\n')
  const more = parsed(notes.find(line => line.startsWith(MARK))?.slice(MARK.length) ?? '')
  const rivalBelief = isMapping(more) ? (numberOf(more.rivalBelief) ?? 0) : 0
  return { cause, effect: textOf(it.id), weight, rivalBelief, ...claimsFrom(more) }
}
