/** One document of the record, beside its key. */
import type { Document, Passage, Span } from '../../src/record/types.ts'
import type { Key } from './keys.ts'
import { find, overlap, type Plain, plain, sentenceSpans } from './text.ts'

export class Page {
  readonly key: Key
  /** The key's number: "001". */
  readonly label: string
  readonly document: Document | null
  readonly text: string
  readonly body: Plain
  readonly #sentences: Span[]

  constructor(key: Key, documents: Document[]) {
    this.key = key
    this.label = key.document.slice(0, 3)
    this.document = documents.find(document => baseName(document.source) === key.document) ?? null
    this.text = this.document?.text ?? ''
    this.body = plain(this.text)
    this.#sentences = sentenceSpans(this.text)
  }

  place(words: string): Span | null {
    return find(words, this.body)
  }

  /** Passages of a fact in this document; those that do not resolve are none. */
  spans(fact: { evidence: Passage[] }): Span[] {
    return fact.evidence
      .filter(passage => passage.document === this.document?.id)
      .filter(({ start, end, quote }) => this.text.slice(start, end) === quote)
      .map(({ start, end }): Span => [start, end])
  }

  /**
   * Does the passage speak of the key's words, and of little else: within their sentence and its neighbours, and
   * no longer than one and a half of it? A statement may be as long as its quote.
   */
  near(passage: Span, at: Span | null, anyLength = false): boolean {
    if (at === null || !overlap(passage, at)) return false
    if (anyLength) return true
    const own = this.#sentences.map((span, i) => ({ span, i })).filter(({ span }) => overlap(span, at))
    const first = own[0]
    const last = own.at(-1)
    if (first === undefined || last === undefined) return false
    const from = this.#sentences[Math.max(0, first.i - 1)]?.[0] ?? 0
    const to = this.#sentences[Math.min(this.#sentences.length - 1, last.i + 1)]?.[1] ?? this.text.length
    const length = last.span[1] - first.span[0]
    return passage[0] >= from && passage[1] <= to && passage[1] - passage[0] <= 1.5 * length
  }

  /** Does the passage lie at one of the key's optional places? */
  free(optional: string[], passage: Span): boolean {
    return optional.some(words => this.near(passage, this.place(words)))
  }

  quote(span: Span, length = 110): string {
    return this.text.slice(span[0], Math.min(span[1], span[0] + length)).replace(/\s+/g, ' ')
  }
}

/** Of a file, or of an entry in it: "feed.xml#2" has the name "feed.xml#2". */
const baseName = (source: string): string => source.slice(source.lastIndexOf('/') + 1)
