/** Quotations as the sites of cues look for them: one part a paragraph, each claimed by one speaker at most. */
import type { Span } from '../../record/types.ts'
import { pairQuotes } from '../../text/quotes.ts'
import type { Sentence } from '../../text/types.ts'

export interface QuotePart {
  /** With its marks. */
  span: Span
  /** The parts of one quotation, over several paragraphs where it runs on. */
  parts: readonly Span[]
  /** Of the sentences that hold its first and last character. */
  firstSentence: Sentence
  lastSentence: Sentence
  words: number
  /** Nothing but the quotation's own words stands before it in its sentence. */
  startsSentence: boolean
  /** Its last sentence ends with it. */
  endsSentence: boolean
  claimed: boolean
}

export class Quotes {
  readonly all: readonly QuotePart[]
  readonly #byStart = new Map<number, QuotePart>()
  readonly #byEnd = new Map<number, QuotePart>()

  constructor(text: string, sentences: readonly Sentence[]) {
    const all: QuotePart[] = []
    let at = 0
    for (const quotation of pairQuotes(text)) {
      for (const span of quotation.parts) {
        while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= span[0]) at++
        let last = at
        while (last < sentences.length - 1 && (sentences[last]?.end ?? 0) < span[1]) last++
        const firstSentence = sentences[at]
        const lastSentence = sentences[last]
        if (firstSentence === undefined || lastSentence === undefined) continue
        all.push({
          span,
          parts: quotation.parts,
          firstSentence,
          lastSentence,
          words: countWords(text.slice(span[0], span[1])),
          startsSentence: isBlank(text, firstSentence.start, span[0]),
          endsSentence: isBlank(text, span[1], lastSentence.end),
          claimed: false,
        })
      }
    }
    for (const part of all) {
      this.#byStart.set(part.span[0], part)
      this.#byEnd.set(part.span[1], part)
    }
    this.all = all
  }

  startingAt(offset: number): QuotePart | null {
    return this.#byStart.get(offset) ?? null
  }

  endingAt(offset: number): QuotePart | null {
    return this.#byEnd.get(offset) ?? null
  }

  /** The part that holds `offset`; the marks belong to it. */
  at(offset: number): QuotePart | null {
    const part = this.all[this.#after(offset) - 1]
    return part !== undefined && offset < part.span[1] ? part : null
  }

  /** Does a whole part lie between the two offsets? */
  someWithin(start: number, end: number): boolean {
    const part = this.all[this.#after(start - 1)]
    return part !== undefined && part.span[0] >= start && part.span[1] <= end
  }

  /** How many parts begin at or before `offset`. */
  #after(offset: number): number {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.span[0] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** No letter or digit between the offsets; further apart than a dozen characters there always is one. */
function isBlank(text: string, from: number, to: number): boolean {
  return to - from < 12 && !/[\p{L}\p{N}]/u.test(text.slice(from, to))
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
