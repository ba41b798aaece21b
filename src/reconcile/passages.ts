import { byCodePoint } from '../record/ids.ts'
import type { Document, Passage, Span } from '../record/types.ts'

export function passage(document: Document, [start, end]: Span): Passage {
  return { document: document.id, start, end, quote: document.text.slice(start, end) }
}

export function byPassage(a: Passage, b: Passage): number {
  return byCodePoint(a.document, b.document) || a.start - b.start || a.end - b.end
}

/** Each once, by document and offset. */
export function passagesOf(places: readonly { document: Document; span: Span }[]): Passage[] {
  const all = places.map(({ document, span }) => passage(document, span)).sort(byPassage)
  return all.filter((it, i) => {
    const before = all[i - 1]
    return before === undefined || byPassage(before, it) !== 0
  })
}
