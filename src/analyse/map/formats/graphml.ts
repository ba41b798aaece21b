/** GraphML (graphml.graphdrawing.org): what yEd, Gephi, Cytoscape, igraph and NetworkX open; claims stand in a key of their own. */
import type { DriverMap, MapFactor } from '../types.ts'
import { type Arrow, assemble, weightOf } from './assemble.ts'
import { claimsIn, claimsText } from './claims.ts'
import { type MapFormat, noMap } from './format.ts'
import { numberOf } from './guards.ts'
import { type Element, escaped, readXml } from './xml.ts'

/** `attr.name` of each key, which other programs show as the column's heading. */
const NODE_KEYS = [
  ['label', 'string'],
  ['grounded', 'boolean'],
] as const
const EDGE_KEYS = [
  ['weight', 'double'],
  ['sign', 'int'],
  ['belief', 'double'],
  ['rivalBelief', 'double'],
  ['sources', 'int'],
  ['claims', 'string'],
] as const

export const graphml: MapFormat = {
  name: 'graphml',
  endings: ['.graphml', '.xml'],
  looksLike: text => /^\s*</.test(text),
  write,
  read,
}

function write({ factors, edges }: DriverMap): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map(([name, type]) => key('node', name, type)),
    ...EDGE_KEYS.map(([name, type]) => key('edge', name, type)),
    '<graph id="drivers" edgedefault="directed">',
  ]
  for (const { id, name, grounded } of factors)
    lines.push(`<node id="${escaped(id)}">${data('label', name)}${data('grounded', String(grounded))}</node>`)
  for (const edge of edges) {
    const origins = new Set(edge.support.flatMap(claim => claim.origins))
    const values = [weightOf(edge), edge.sign, edge.belief, edge.rivalBelief, origins.size, claimsText(edge)]
    const cells = EDGE_KEYS.map(([name], i) => data(name, String(values[i])))
    const { id, cause, effect } = edge
    lines.push(
      `<edge id="${escaped(id)}" source="${escaped(cause)}" target="${escaped(effect)}">${cells.join('')}</edge>`,
    )
  }
  return `${[...lines, '</graph>', '</graphml>'].join('\n')}\n`
}

function key(of: string, name: string, type: string): string {
  return `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`
}

function data(name: string, value: string): string {
  return value === '' ? '' : `<data key="${name}">${escaped(value)}</data>`
}

function read(text: string, name: string): DriverMap {
  const root = readXml(text, name)
  const graph = root.name === 'graph' ? root : root.children.find(child => child.name === 'graph')
  if (graph === undefined) throw noMap(name, 'no <graph> is in it; a GraphML file has one')
  const names = new Map<string, string>()
  for (const child of root.children)
    if (child.name === 'key')
      names.set(child.attributes.get('id') ?? '', (child.attributes.get('attr.name') ?? '').toLowerCase())
  const within = elements(graph)
  return assemble(
    name,
    within.filter(it => it.name === 'node').map(it => factor(it, valuesOf(it, names))),
    within.filter(it => it.name === 'edge').map(it => arrow(name, it, valuesOf(it, names))),
  )
}

/** Nodes and edges, those of graphs within nodes too. */
function elements(graph: Element): Element[] {
  return graph.children.flatMap(child => [
    child,
    ...child.children.filter(inner => inner.name === 'graph').flatMap(elements),
  ])
}

type Values = ReadonlyMap<string, string>

/** By the name that the file's keys give them. Programs that draw keep the label deeper: <y:NodeLabel>. */
function valuesOf(element: Element, names: Values): Values {
  const values = new Map<string, string>()
  for (const child of element.children) {
    if (child.name !== 'data') continue
    const id = child.attributes.get('key') ?? ''
    values.set(names.get(id) || id.toLowerCase(), child.text)
    const label = labelIn(child)
    if (label !== null && !values.has('label')) values.set('label', label)
  }
  return values
}

function labelIn(element: Element): string | null {
  for (const child of element.children) {
    if (/^(Node|Edge)Label$/.test(child.name)) return child.text.trim()
    const inner = labelIn(child)
    if (inner !== null) return inner
  }
  return null
}

function factor(node: Element, values: Values): MapFactor {
  const id = node.attributes.get('id') ?? ''
  return {
    id,
    name: values.get('label') || values.get('name') || id,
    grounded: values.get('grounded') !== 'false',
  }
}

function arrow(name: string, edge: Element, values: Values): Arrow {
  const cause = edge.attributes.get('source') ?? ''
  const effect = edge.attributes.get('target') ?? ''
  const weight = weightIn(values)
  if (weight === null)
    throw noMap(
      name,
      `the edge from "${cause}" to "${effect}" has no weight or sign; give its data "weight" from −1 to 1`,
    )
  return {
    cause,
    effect,
    weight,
    rivalBelief: numberOf(values.get('rivalbelief')) ?? 0,
    ...claimsIn(values.get('claims') ?? ''),
  }
}

/** The weight, the sign, or a label such as "+", "−" or "-0.5": what drawing programs have of it. */
function weightIn(values: Values): number | null {
  for (const name of ['weight', 'sign', 'polarity', 'influence', 'label']) {
    const value = values.get(name)?.trim() ?? ''
    if (value === '+') return 1
    if (value === '-' || value === '\u2212') return -1
    const number = numberOf(value)
    if (number !== null) return Math.max(-1, Math.min(1, number))
  }
  return null
}
