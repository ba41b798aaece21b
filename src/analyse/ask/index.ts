/** Facts that answer a question, or none: nothing is answered that the record does not hold. */
import type { Facts, SourcedKind } from '../../record/facts.ts'
import { byCodePoint } from '../../record/ids.ts'
import { driverFit, forecastFit, positionFit, statementFit } from './claims.ts'
import { eventFit } from './events.ts'
import type { Bench } from './match.ts'
import type { Found, Query } from './types.ts'

export { queryOf } from './query.ts'
export type { Found, Parsed, Query } from './types.ts'

type Fit<K extends SourcedKind> = (query: Query, fact: Facts[K], bench: Bench) => string[] | null

const FITS: { readonly [K in SourcedKind]: Fit<K> } = {
  event: eventFit,
  statement: statementFit,
  position: positionFit,
  forecast: forecastFit,
  driver: driverFit,
}

/** A question that names nothing to look for is answered by everything, and so by nothing. */
function asksForSomething({ doers, others, issues, content, from, to, verb, kinds }: Query): boolean {
  const named =
    doers.length + others.length + issues.length + content.length > 0 || from !== null || to !== null
  return named || (verb !== null && kinds.includes('event'))
}

/** Of two meetings that answer, that of those alone who are asked about goes first. */
function crowd(fact: Facts[SourcedKind]): number {
  return 'source' in fact ? (fact.source.length + fact.target.length) / 10 : 0
}

function findIn<K extends SourcedKind>(kind: K, query: Query, bench: Bench): Found<K>[] {
  return bench.view.facts(kind).flatMap(fact => {
    const why = FITS[kind](query, fact, bench)
    return why === null ? [] : [{ kind, fact, why, score: why.length + fact.confidence - crowd(fact) }]
  })
}

/** Somebody named who is nowhere in the record: no fact can be about them. */
function isStranger({ doers, others }: Query, { view, knowledge }: Bench): boolean {
  return [...doers, ...others].some(
    party =>
      !party.isState &&
      party.actors.size === 0 &&
      knowledge.places.byName(party.text) === undefined &&
      ![...view.actors.values()].some(actor => actor.name.includes(party.text)) &&
      doers.includes(party),
  )
}

/** The best first; of two kinds of fact with the same words the first kind stays. */
export function answersTo(query: Query, bench: Bench): Found[] {
  if (!asksForSomething(query) || isStranger(query, bench)) return []
  const found: Found[] = query.kinds.flatMap(kind => findIn(kind, query, bench))
  const rank = new Map(query.kinds.map((kind, i) => [kind, i]))
  found.sort(
    (a, b) =>
      b.score - a.score ||
      (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
      byCodePoint(a.fact.id, b.fact.id),
  )
  return found
}
