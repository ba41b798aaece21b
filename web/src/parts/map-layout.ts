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
    const size = { id, name, grounded, lines, width, height: lines.length * LINE + 12, x: 0, y: 0 }
    sizes.set(id, size)
    graph.setNode(id, { width: size.width, height: size.height })
  }
  for (const { cause, effect, belief } of map.edges)
    graph.setEdge(cause, effect, { weight: 1 + Math.round(belief * 3) })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    factors: [...sizes.values()].map(size => {
      const node = graph.node(size.id)
      return { ...size, x: node.x, y: node.y }
    }),
    edges: map.edges.map(edge => ({ ...edge, points: graph.edge(edge.cause, edge.effect).points ?? [] })),
  }
}
