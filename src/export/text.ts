/**
 * How much of the articles' own words travels with an export. A quote always equals its slice of the text:
 * with `quotes`, the characters that nothing cites are blanked one for one, so that every offset still holds.
 */
import {
  type FactKind,
  type Facts,
  passagesOf,
  type RecordSource,
  SOURCED,
  type SourcedFact,
} from '../record/facts.ts'
import type { Document, Passage, Span } from '../record/types.ts'
import { splitSentences } from '../text/sentences.ts'

export const TEXT_MODES = ['none', 'quotes', 'full'] as const
export type TextMode = (typeof TEXT_MODES)[number]

function isSourced(fact: object): fact is SourcedFact {
  return 'evidence' in fact
}

async function spansByDocument(source: RecordSource): Promise<Map<string, Span[]>> {
  const spans = new Map<string, Span[]>()
  for (const kind of SOURCED) {
    for await (const fact of source.facts(kind)) {
      for (const { document, start, end } of passagesOf(fact)) {
        const list = spans.get(document)
        if (list === undefined) spans.set(document, [[start, end]])
        else list.push([start, end])
      }
    }
  }
  return spans
}

/**
 * The text with everything blanked but the sentences that a passage touches, and the first and the last one, by
 * which a reader who has the article knows that it is the same. Line breaks stay.
 */
export function quotedText(text: string, spans: readonly Span[]): string {
  const sentences = splitSentences(text)
  const kept: Span[] = sentences
    .filter(
      ({ start, end }, i) =>
        i === 0 || i === sentences.length - 1 || spans.some(([a, b]) => a < end && start < b),
    )
    .map(({ start, end }) => [start, end])
  const all = [...kept, ...spans].sort((a, b) => a[0] - b[0])
  let out = ''
  for (const [start, end] of all) {
    if (start > out.length) out += blank(text.slice(out.length, start))
    if (end > out.length) out += text.slice(out.length, end)
  }
  return out + blank(text.slice(out.length))
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function withoutQuotes(passages: readonly Passage[]): Passage[] {
  return passages.map(({ document }) => ({ document, start: 0, end: 0, quote: '' }))
}

/** A fact without any words of an article; what remains is what the program says of it. */
function wordless<K extends FactKind>(fact: Facts[K]): Facts[K] {
  if (!isSourced(fact)) return fact
  const bare = { ...fact, evidence: withoutQuotes(fact.evidence) }
  if ('history' in bare) {
    bare.history = bare.history.map(entry => ({ ...entry, evidence: withoutQuotes(entry.evidence) }))
  }
  if ('text' in bare) bare.text = ''
  if ('cause' in bare) {
    bare.cause = { ...bare.cause, text: '' }
    bare.effect = { ...bare.effect, text: '' }
  }
  return bare
}

async function* mapped<T, U>(items: AsyncIterable<T>, change: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield change(item)
}

/** The same record with no more of the articles' words than `mode` allows. */
export async function withText(source: RecordSource, mode: TextMode): Promise<RecordSource> {
  if (mode === 'full') return source
  if (mode === 'none') {
    const bare = (document: Document): Document => ({ ...document, text: '', captions: [] })
    return {
      documents: () => mapped(source.documents(), bare),
      heads: () => source.heads(),
      facts: kind => mapped(source.facts(kind), fact => wordless<typeof kind>(fact)),
    }
  }
  const spans = await spansByDocument(source)
  const quoted = (document: Document): Document => ({
    ...document,
    text: quotedText(document.text, spans.get(document.id) ?? []),
    captions: [],
  })
  return {
    documents: () => mapped(source.documents(), quoted),
    heads: () => source.heads(),
    facts: kind => source.facts(kind),
  }
}
