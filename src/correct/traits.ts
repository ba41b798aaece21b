import type { SourcedFact } from '../record/facts.ts'

/**
 * What makes a fact this one among those of its sentence: "Oslo protested and recalled its envoy" holds two events.
 * A fact that newer rules read otherwise is another fact, and what was said of the former does not pass to it.
 */
export function traitsOf(fact: SourcedFact): string {
  if ('history' in fact) return [fact.type, ...fact.states].join(' ')
  if ('speaker' in fact) return fact.speaker.name
  if ('stance' in fact) return [fact.actor, fact.issue].join(' ')
  if ('cause' in fact) return [fact.cause.factor, fact.effect.factor].join(' ')
  return fact.by ?? ''
}

/** The fact in a line. */
export function lineOf(fact: SourcedFact): string {
  if ('history' in fact) return fact.title
  if ('speaker' in fact) return `${fact.speaker.name}: ${fact.text}`
  if ('stance' in fact) return fact.summary
  if ('cause' in fact) return `${fact.cause.text} ${fact.sign > 0 ? '→ +' : '→ −'} ${fact.effect.text}`
  return fact.text
}
