/** What every rule of attribution is handed, and what the rules share. */
import type { Cues } from '../../knowledge/cues.ts'
import type { Span, StatementKind } from '../../record/types.ts'
import type { Analysis, Name, NounGroup } from '../../text/types.ts'
import { Quotes } from './quotes.ts'

export interface Page {
  analysis: Analysis
  cues: Cues
  quotes: Quotes
  /** Of each sentence, by its index. */
  names: ReadonlyMap<number, readonly Name[]>
}

export function pageOf(analysis: Analysis, cues: Cues): Page {
  const names = new Map<number, Name[]>()
  for (const name of analysis.names) {
    const here = names.get(name.sentence)
    if (here === undefined) names.set(name.sentence, [name])
    else here.push(name)
  }
  return { analysis, cues, quotes: new Quotes(analysis.text, analysis.sentences), names }
}

/** "A and B", "X, a professor of law at Y,". */
export function wholeOf(group: NounGroup): Span {
  let [start, end] = group.whole
  for (const other of group.conjuncts) end = Math.max(end, other.whole[1])
  if (group.span[0] < start) start = group.span[0]
  return [start, end]
}

/** direct: nothing but quotations; indirect: none; mixed: both. */
export function howOf(content: readonly Span[], quotes: Quotes): StatementKind {
  let whole = true
  let some = false
  for (const span of content) {
    const part = quotes.at(span[0])
    if (part === null || part.span[0] !== span[0] || part.span[1] < span[1]) whole = false
    if (quotes.someWithin(span[0], span[1])) some = true
  }
  return whole ? 'direct' : some ? 'mixed' : 'indirect'
}
