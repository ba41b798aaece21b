/** The sentences around passages: three words by themselves tell nobody whether they were read rightly. */
import type { Passage, Span } from '../record/types.ts'
import type { Desk } from './desk.ts'

export interface Setting extends Passage {
  /** The sentence, or sentences, that hold it. */
  sentence: string
  /** Where in them the passage stands. */
  words: Span
}

function around({ start, end }: Passage, text: string, sentences: readonly Span[]): Span {
  const first = sentences.findLast(([from]) => from <= start)?.[0] ?? start
  const last = sentences.find(([, to]) => to >= end)?.[1] ?? end
  return [first, Math.min(last, text.length)]
}

/** Each passage with its sentence, in their order; one whose document is gone stands by itself. */
export async function settingsOf(desk: Desk, passages: readonly Passage[]): Promise<Setting[]> {
  const ids = [...new Set(passages.map(({ document }) => document))]
  const texts = new Map((await desk.documents(ids)).map(({ id, text }) => [id, text]))
  const cut = new Map([...texts].map(([id, text]) => [id, desk.sentences(text)]))
  return passages.map(passage => {
    const { document, start, end, quote } = passage
    const text = texts.get(document)
    if (text === undefined) return { ...passage, sentence: quote, words: [0, quote.length] }
    const [from, to] = around(passage, text, cut.get(document) ?? [])
    return { ...passage, sentence: text.slice(from, to), words: [start - from, end - from] }
  })
}
