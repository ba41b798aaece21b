/** Where factors and influences lie: layered by dagre, so that most arrows run one way. */
import { Graph, layout } from '@dagrejs/dagre'
import type { DriverMap, Edge } from '../../../src/analyse/map/types.ts'

type Ends = Pick<Edge, 'cause' | 'effect' | 'belief'>

export interface LaidFactor {
  id: string
  name: string
  grounded: boolean
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}
export type LaidEdge<E extends Ends> = E & { points: { x: number; y: number }[] }
export interface LaidMap<E extends Ends> {
  width: number
  height: number
  factors: LaidFactor[]
  edges: LaidEdge<E>[]
}

const ENDS = ['cause', 'effect'] as const
const LETTER = 6.7
const LINE = 16
const WIDEST = 22

/** A name in lines of some twenty letters. */
function linesOf(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDEST) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

type Point = { x: number; y: number }
type Ports = (edge: Ends) => number

/** Between two arrows at one side of a factor, and so far they go straight on before they bend, in pixels. */
const PORT = 9
const STRAIGHT = 26

/** How far from the middle of its factor's side each arrow stands: in the order in which they come or go. */
function portsOf(
  edges: readonly Ends[],
  end: 'cause' | 'effect',
  placed: ReadonlyMap<string, LaidFactor>,
): Ports {
  const other = end === 'cause' ? 'effect' : 'cause'
  const heightOf = (edge: Ends): number => placed.get(edge[other])?.y ?? 0
  const ports = new Map<Ends, number>()
  for (const [id, { height }] of placed) {
    const own = edges.filter(edge => edge[end] === id).sort((a, b) => heightOf(a) - heightOf(b))
    const step = Math.min(PORT, (height - 8) / Math.max(1, own.length - 1))
    own.forEach((edge, i) => void ports.set(edge, (i - (own.length - 1) / 2) * step))
  }
  return edge => ports.get(edge) ?? 0
}

/** From the right side of the cause to the left side of the effect; what runs back goes as dagre leads it. */
function wayOf(
  from: LaidFactor,
  to: LaidFactor,
  points: readonly Point[],
  [leaves, arrives]: [number, number],
): Point[] {
  const start = { x: from.x + from.width / 2, y: from.y + leaves }
  const end = { x: to.x - to.width / 2, y: to.y + arrives }
  if (end.x - start.x < STRAIGHT) return [...points]
  // Between neighbouring layers dagre's one point is the place of a label, and nothing is in the way.
  const isShort = points.length <= 3
  const bend = isShort ? (end.x - start.x) / 2 : Math.min(STRAIGHT, (end.x - start.x) / 3)
  const inner = isShort ? [] : points.slice(1, -1).filter(({ x }) => x > start.x + bend && x < end.x - bend)
  return [start, { x: start.x + bend, y: start.y }, ...inner, { x: end.x - bend, y: end.y }, end]
}

export function layOut<E extends Ends>(map: {
  factors: DriverMap['factors']
  edges: readonly E[]
}): LaidMap<E> {
  const graph = new Graph({ multigraph: false }).setGraph({
    rankdir: 'LR',
    nodesep: 18,
    ranksep: 70,
    marginx: 8,
    marginy: 8,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  const sizes = new Map<string, LaidFactor>()
  for (const { id, name, grounded } of map.factors) {
    const lines = linesOf(name)
    const width = Math.max(...lines.map(line => line.length)) * LETTER + 20
    const arrows = Math.max(...ENDS.map(end => map.edges.filter(edge => edge[end] === id).length))
    const height = Math.max(lines.length * LINE + 12, arrows * PORT + 8)
    const size = { id, name, grounded, lines, width, height, x: 0, y: 0 }
    sizes.set(id, size)
    graph.setNode(id, { width: size.width, height: size.height })
  }
  for (const { cause, effect, belief } of map.edges)
    graph.setEdge(cause, effect, { weight: 1 + Math.round(belief * 3) })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const placed = new Map(
    [...sizes.values()].map(size => {
      const { x, y } = graph.node(size.id)
      return [size.id, { ...size, x, y }]
    }),
  )
  const [leaving, arriving] = [portsOf(map.edges, 'cause', placed), portsOf(map.edges, 'effect', placed)]
  return {
    width,
    height,
    factors: [...placed.values()],
    edges: map.edges.map(edge => {
      const points = graph.edge(edge.cause, edge.effect).points ?? []
      const [from, to] = [placed.get(edge.cause), placed.get(edge.effect)]
      const ports: [number, number] = [leaving(edge), arriving(edge)]
      return { ...edge, points: from && to ? wayOf(from, to, points, ports) : points }
    }),
  }
}
