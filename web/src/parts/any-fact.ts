/** A fact of any kind in one line, and where it is opened. */
import type { AnyFact, Kind, NamesFor } from '../api.ts'
import { placeOf } from './place.ts'

export const KINDS: readonly Kind[] = ['event', 'statement', 'position', 'forecast', 'driver']

export function factText({ fact }: AnyFact, names: NamesFor): string {
  if ('title' in fact) return fact.title
  if ('speaker' in fact) return `${fact.speaker.name}: ${fact.text}`
  if ('stance' in fact) return `${names.actors[fact.actor]?.name ?? fact.actor}: ${fact.summary}`
  if ('cause' in fact)
    return `${names.factors[fact.cause.factor] ?? fact.cause.text} ${fact.sign > 0 ? '→ +' : '→ −'} ${names.factors[fact.effect.factor] ?? fact.effect.text}`
  return fact.text
}

export function factHref({ kind, fact }: AnyFact): string {
  if (kind === 'event') return `/events/${fact.id}`
  const [first] = fact.evidence
  return first === undefined ? '/' : placeOf(first)
}
