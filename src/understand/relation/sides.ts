import type { Span } from '../../record/types.ts'
import type { Analysis, Entity, NounGroup } from '../../text/types.ts'
import type { Reader } from '../events/types.ts'
import type { Pair, Sides } from './pair.ts'

export function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Groups that stand for the source or the target without being marked: pronouns and later names. */
export function sidesOf(analysis: Analysis, pair: Pair, reader: Reader): Sides {
  const source = actorsIn(analysis, pair.source)
  const target = actorsIn(analysis, pair.target)
  const standsFor = (group: NounGroup, own: ReadonlySet<Entity>, other: ReadonlySet<Entity>) => {
    const actors = analysis.actorsOf(group)
    return actors.some(it => own.has(it)) && !actors.some(it => other.has(it))
  }
  return {
    ...pair,
    isSource: group => standsFor(group, source, target),
    isTarget: group => standsFor(group, target, source),
    isEvent: group => reader.noun(group) !== null,
  }
}

/** The actors whose head word lies in the span: "[the Danish *premier*]", not Denmark. */
function actorsIn(analysis: Analysis, span: Span): Set<Entity> {
  const found = new Set<Entity>()
  for (const sentence of analysis.sentences) {
    if (sentence.start >= span[1] || span[0] >= sentence.end) continue
    for (const group of sentence.groups) {
      const head = sentence.tokens[group.head]
      if (head === undefined || !touches([head.start, head.end], span)) continue
      for (const actor of analysis.actorsOf(group)) found.add(actor)
    }
  }
  return found
}
