import type { Knowledge } from '../knowledge/index.ts'
import type { IssueHit } from '../knowledge/issues.ts'
import type { Document, Span } from '../record/types.ts'
import type { Analysis, Clause, Entity, Name, NounGroup, Sentence, Time } from '../text/types.ts'
import { within } from './lookup.ts'

/** What every kind of finding is handed: one document, its analysis, and what is known beforehand. */
export interface Context {
  readonly document: Document
  readonly analysis: Analysis
  readonly knowledge: Knowledge
  /** Terms of issues in the whole text, from left to right. */
  readonly issueHits: readonly IssueHit[]
}

export function createContext(document: Document, analysis: Analysis, knowledge: Knowledge): Context {
  const states = new Set(statesOf(analysis.entities))
  return { document, analysis, knowledge, issueHits: knowledge.issues.issuesOf(analysis.text, states) }
}

/** The issues that a span names, each once, in order; `signs` alone ("Nippon Steel") count too. */
export function issuesIn(context: Context, span: Span): string[] {
  const found = new Set<string>()
  for (const hit of within(context.issueHits, span)) found.add(hit.issue)
  return [...found]
}

/** The words of a span, exactly as the document has them. */
export function textOf(context: Context, span: Span): string {
  return context.analysis.text.slice(span[0], span[1])
}

export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** The sentence of a clause or group. */
export function sentenceOf(analysis: Analysis, part: Clause | NounGroup): Sentence | null {
  return analysis.sentences[part.sentence] ?? null
}

export function timesIn(analysis: Analysis, span: Span): Time[] {
  return within(analysis.times, span)
}

export function namesIn(analysis: Analysis, span: Span): Name[] {
  return within(analysis.names, span)
}

/** The states that actors stand for, each once, in order: a person for the state that they serve. */
export function statesOf(actors: readonly Entity[]): string[] {
  const states = new Set<string>()
  for (const actor of actors) if (actor.state !== null) states.add(actor.state)
  return [...states]
}
