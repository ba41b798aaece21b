import type { Span } from '../record/types.ts'
import type { Analysis, Clause, Entity, Sentence } from '../text/types.ts'

/** Of items sorted by start, those that lie within a span: found by halving, since a long document has many. */
export function within<T extends { start: number; end: number }>(items: readonly T[], span: Span): T[] {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < span[0]) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let i = low; i < items.length; i++) {
    const item = items[i]
    if (item === undefined || item.start >= span[1]) break
    if (item.end <= span[1]) found.push(item)
  }
  return found
}

/** The sentence that holds `offset`; null between sentences. */
export function sentenceAt(analysis: Analysis, offset: number): Sentence | null {
  let low = 0
  let high = analysis.sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((analysis.sentences[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const sentence = analysis.sentences[low - 1]
  return sentence !== undefined && offset < sentence.end ? sentence : null
}

interface Index {
  size: number
  byKey: Map<string, Entity>
  /** People by each part of their names: "Yoon". */
  byNamePart: Map<string, Set<Entity>>
}

const indexes = new WeakMap<readonly Entity[], Index>()

function indexOf(analysis: Analysis): Index {
  const known = indexes.get(analysis.entities)
  if (known !== undefined && known.size === analysis.entities.length) return known
  const index: Index = { size: analysis.entities.length, byKey: new Map(), byNamePart: new Map() }
  for (const entity of analysis.entities) {
    index.byKey.set(entity.key, entity)
    if (entity.type !== 'person') continue
    for (const part of [entity.name, ...entity.aliases].flatMap(name => name.split(/[ -]/))) {
      const people = index.byNamePart.get(part)
      if (people === undefined) index.byNamePart.set(part, new Set([entity]))
      else people.add(entity)
    }
  }
  indexes.set(analysis.entities, index)
  return index
}

export function entityOf(analysis: Analysis, key: string | null | undefined): Entity | undefined {
  return key == null ? undefined : indexOf(analysis).byKey.get(key)
}

export function peopleNamed(analysis: Analysis, part: string): readonly Entity[] {
  return [...(indexOf(analysis).byNamePart.get(part) ?? [])]
}

/** The smallest clause that holds `offset`. */
export function innermost(clauses: readonly Clause[], offset: number): Clause | null {
  let best: Clause | null = null
  for (const clause of clauses) {
    if (clause.span[0] > offset || clause.span[1] <= offset) continue
    if (best === null || clause.span[1] - clause.span[0] <= best.span[1] - best.span[0]) best = clause
  }
  return best
}
