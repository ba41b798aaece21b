/** An article cut into paragraphs, and these into stretches that the same facts rest on. */
import type { AnyFact, Kind } from '../api.ts'

export interface Stretch {
  start: number
  end: number
  text: string
  facts: AnyFact[]
}

export interface Paragraph {
  start: number
  stretches: Stretch[]
}

interface Marked {
  start: number
  end: number
  fact: AnyFact
}

function marksIn(facts: readonly AnyFact[], document: string, kinds: ReadonlySet<Kind>): Marked[] {
  return facts
    .filter(({ kind }) => kinds.has(kind))
    .flatMap(fact =>
      fact.fact.evidence
        .filter(passage => passage.document === document)
        .map(({ start, end }) => ({ start, end, fact })),
    )
}

function stretchesOf(
  text: string,
  from: number,
  to: number,
  marks: readonly Marked[],
  cuts: readonly number[],
): Stretch[] {
  const own = marks.filter(({ start, end }) => start < to && end > from)
  const edges = new Set([from, to, ...cuts.filter(at => at > from && at < to)])
  for (const { start, end } of own) {
    edges.add(Math.max(from, start))
    edges.add(Math.min(to, end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? to
    const facts = own.filter(mark => mark.start <= start && mark.end >= end).map(({ fact }) => fact)
    return { start, end, text: text.slice(start, end), facts }
  })
}

/** So much of a text is shown at once, in characters: a browser takes minutes over the marks of a whole book. */
const LONGEST = 60_000

/** The text in parts that are shown one at a time, each ending with a paragraph where there is one. */
export function partsOf(text: string): [from: number, to: number][] {
  const parts: [number, number][] = []
  let from = 0
  while (text.length - from > LONGEST) {
    const last = from + LONGEST
    const paragraph = text.lastIndexOf('\n\n', last)
    const word = text.lastIndexOf(' ', last)
    const to = paragraph > from ? paragraph + 2 : word > from ? word + 1 : last
    parts.push([from, to])
    from = to
  }
  return [...parts, [from, text.length]]
}

/** `here`: a passage that is to stand out, whose ends are cut as well; `within`: the part that is shown. */
export function paragraphsOf(
  document: { id: string; text: string },
  facts: readonly AnyFact[],
  kinds: ReadonlySet<Kind>,
  here: readonly [number, number] | null,
  within: readonly [number, number] = [0, document.text.length],
): Paragraph[] {
  const [first, last] = within
  const marks = marksIn(facts, document.id, kinds).filter(({ start, end }) => start < last && end > first)
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const text of document.text.split('\n\n')) {
    const end = start + text.length
    const [from, to] = [Math.max(start, first), Math.min(end, last)]
    if (from < to && text.trim() !== '')
      paragraphs.push({ start: from, stretches: stretchesOf(document.text, from, to, marks, here ?? []) })
    start = end + 2
  }
  return paragraphs
}
