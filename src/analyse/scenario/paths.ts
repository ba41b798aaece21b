/** By which edges an effect comes: the strongest paths from what is set, each factor on a path once. */
import type { Edge } from '../map/types.ts'
import type { Path } from './types.ts'

interface Stub {
  edges: readonly Edge[]
  product: number
  sign: number
  at: string
}

/** Paths longer than that explain nothing to anyone. */
const LONGEST = 8
/** How many paths to one factor are followed further. */
const FOLLOWED = 6

/** A heap by product, the largest first; equal ones by the order of coming in. */
class Queue {
  readonly #items: { stub: Stub; order: number }[] = []
  #count = 0

  push(stub: Stub): void {
    const items = this.#items
    items.push({ stub, order: this.#count++ })
    for (let i = items.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.#before(i, parent)) break
      this.#swap(i, parent)
      i = parent
    }
  }

  pop(): Stub | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (last !== undefined && items.length > 0) {
      items[0] = last
      this.#sink()
    }
    return first?.stub
  }

  #sink(): void {
    for (let i = 0; ; ) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.#items.length && this.#before(child, least)) least = child
      if (least === i) return
      this.#swap(i, least)
      i = least
    }
  }

  #before(a: number, b: number): boolean {
    const x = this.#items[a]
    const y = this.#items[b]
    if (x === undefined || y === undefined) return false
    return x.stub.product > y.stub.product || (x.stub.product === y.stub.product && x.order < y.order)
  }

  #swap(a: number, b: number): void {
    const x = this.#items[a]
    const y = this.#items[b]
    if (x === undefined || y === undefined) return
    this.#items[a] = y
    this.#items[b] = x
  }
}

/**
 * The `count` strongest paths to each factor. `sources` gives what is set with the direction in which it is pushed;
 * no path leads through another of them, which is cut from its causes.
 */
export function pathsFrom(
  sources: ReadonlyMap<string, number>,
  edges: readonly Edge[],
  carried: readonly number[],
  count: number,
): Map<string, Path[]> {
  const out = new Map<string, { edge: Edge; strength: number }[]>()
  edges.forEach((edge, i) => {
    if (edge.cause === edge.effect || sources.has(edge.effect)) return
    const list = out.get(edge.cause) ?? []
    list.push({ edge, strength: carried[i] ?? 0 })
    out.set(edge.cause, list)
  })
  const queue = new Queue()
  for (const [at, push] of sources) if (push !== 0) queue.push({ edges: [], product: 1, sign: push, at })
  const found = new Map<string, Path[]>()
  const followed = new Map<string, number>()
  for (let stub = queue.pop(); stub !== undefined; stub = queue.pop()) {
    const { at, edges: before, sign, product } = stub
    const times = followed.get(at) ?? 0
    if (times >= FOLLOWED) continue
    followed.set(at, times + 1)
    const paths = found.get(at) ?? []
    if (before.length > 0 && paths.length < count) {
      paths.push({ push: sign > 0 ? 'up' : 'down', edges: before })
      found.set(at, paths)
    }
    if (before.length === LONGEST) continue
    for (const { edge, strength } of out.get(at) ?? []) {
      if (before.some(it => it.cause === edge.effect)) continue
      queue.push({
        edges: [...before, edge],
        product: product * strength,
        sign: sign * edge.sign,
        at: edge.effect,
      })
    }
  }
  return found
}
