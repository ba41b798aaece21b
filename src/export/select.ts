/** Which facts a listing shows. */
import { dateOf, type FactKind, type Facts } from '../record/facts.ts'
import type { Actor, Interval } from '../record/types.ts'

export interface Selection {
  /**
   * Days, inclusive. A fact belongs where its date may lie between them; an undated one does not, but a statement does
   * where its article was published then.
   */
  from?: string
  to?: string
  /** An actor's id, or words of its name or alias. */
  actor?: string
  /** All of them, for an event; the state of who acts or speaks, for other facts. */
  states?: readonly string[]
  /** At least one of them: the states that the dossier watches. */
  watched?: readonly string[]
  issue?: string
  type?: string
  status?: string
  minConfidence?: number
}

/** What is only known to be before a day (the day it was reported, mostly) is taken to be about then. */
function within(date: Interval | null, { from, to }: Selection): boolean {
  if (from === undefined && to === undefined) return true
  const start = date?.start ?? date?.end ?? null
  if (date === null || start === null) return false
  return (to === undefined || start <= to) && (from === undefined || date.end === null || date.end >= from)
}

/** Everything in a fact that is the id of an actor. */
function actorsIn<K extends FactKind>(kind: K, fact: Facts[FactKind]): (string | null)[] {
  if ('claimedBy' in fact && 'source' in fact) {
    return [...fact.source, ...fact.target, ...fact.states, ...fact.claimedBy, ...fact.disputedBy]
  }
  if ('speaker' in fact) return [fact.speaker.actor]
  if ('stance' in fact) return [fact.actor]
  if ('by' in fact) return [fact.by]
  if ('cause' in fact) return [fact.claimedBy]
  return kind === 'actor' ? [fact.id] : []
}

function statesIn(kind: FactKind, fact: Facts[FactKind], actors: ReadonlyMap<string, Actor>): Set<string> {
  if ('states' in fact) return new Set(fact.states)
  const states = new Set<string>()
  for (const id of actorsIn(kind, fact)) {
    const state = id === null ? null : (actors.get(id)?.state ?? id)
    if (state !== null) states.add(state)
  }
  return states
}

/** Ids of the actors that the words name: an id, else part of a name or alias, whatever its capitals. */
function named(words: string, actors: ReadonlyMap<string, Actor>): Set<string> {
  if (actors.has(words)) return new Set([words])
  const wanted = words.toLowerCase()
  const found = [...actors.values()].filter(actor =>
    [actor.id, actor.name, ...actor.aliases].some(name => name.toLowerCase().includes(wanted)),
  )
  return new Set(found.map(actor => actor.id))
}

/** A speaker whom nothing ties to an actor still has the name that the text gives. */
function isNamed(fact: Facts[FactKind], words = ''): boolean {
  return 'speaker' in fact && fact.speaker.name.toLowerCase().includes(words.toLowerCase())
}

function typeOf(fact: object): unknown {
  if ('type' in fact) return fact.type
  if ('stance' in fact) return fact.stance
  if ('speaker' in fact && 'kind' in fact) return fact.kind
  return null
}

function statusOf(fact: object): unknown {
  if ('status' in fact) return fact.status
  return 'outcome' in fact ? fact.outcome : null
}

function concerns(fact: Facts[FactKind], issue: string): boolean {
  if ('issues' in fact) return fact.issues.includes(issue)
  if ('issue' in fact) return fact.issue === issue
  if ('cause' in fact) return fact.cause.factor.includes(issue) || fact.effect.factor.includes(issue)
  return fact.id === issue
}

const alike = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase()

/** When a document was published. */
export type Published = (document: string) => Interval | null

/** A text seldom says on which day something was said; its own date stands in for it. */
export function dayOf(kind: FactKind, fact: object, published: Published): Interval | null {
  const date = dateOf(fact)
  if (date !== null || kind !== 'statement' || !('evidence' in fact) || !Array.isArray(fact.evidence))
    return date
  const [first] = fact.evidence
  return first === undefined ? null : published(first.document)
}

/** Makes the test that a selection asks for. */
export function selector(
  selection: Selection,
  actors: ReadonlyMap<string, Actor>,
  published: Published = () => null,
) {
  const people = selection.actor === undefined ? null : named(selection.actor, actors)
  const { states, watched, issue, type, status, minConfidence } = selection
  return <K extends FactKind>(kind: K, fact: Facts[K]): boolean => {
    const any: Facts[FactKind] = fact
    if (!within(dayOf(kind, fact, published), selection)) return false
    if (
      people !== null &&
      !actorsIn(kind, any).some(id => id !== null && people.has(id)) &&
      !isNamed(any, selection.actor)
    )
      return false
    if (states !== undefined) {
      const own = statesIn(kind, any, actors)
      if (kind === 'event' ? !states.every(s => own.has(s)) : !states.some(s => own.has(s))) return false
    }
    if (
      watched !== undefined &&
      kind === 'event' &&
      'states' in any &&
      !any.states.some(s => watched.includes(s))
    )
      return false
    if (issue !== undefined && !concerns(any, issue)) return false
    if (type !== undefined && !alike(typeOf(fact), type)) return false
    if (status !== undefined && !alike(statusOf(fact), status)) return false
    return minConfidence === undefined || !('confidence' in fact) || Number(fact.confidence) >= minConfidence
  }
}
