/** The sentences around passages: three words by themselves tell nobody whether they were read rightly. */
import type { Passage, Span } from '../record/types.ts'
import type { Desk } from './desk.ts'

export interface Setting extends Passage {
  /** The sentence, or sentences, that hold it. */
  sentence: string
  /** Where in them the passage stands. */
  words: Span
}

/** Paragraphs of an article: no sentence goes from one into the next. */
const BREAK = '\n\n'

/** Cuts up no more of the text than the paragraphs that hold the passage: a whole article takes fifty times as long. */
function around({ start, end }: Passage, text: string, sentencesOf: (text: string) => Span[]): Span {
  const before = text.lastIndexOf(BREAK, start - 1)
  const from = before < 0 ? 0 : before + BREAK.length
  const after = text.indexOf(BREAK, end)
  const sentences = sentencesOf(text.slice(from, after < 0 ? text.length : after))
  const first = sentences.findLast(([at]) => from + at <= start)
  const last = sentences.find(([, to]) => from + to >= end)
  return [first === undefined ? start : from + first[0], last === undefined ? end : from + last[1]]
}

/** Each passage with its sentence, in their order; one whose document is gone stands by itself. */
export async function settingsOf(desk: Desk, passages: readonly Passage[]): Promise<Setting[]> {
  const ids = [...new Set(passages.map(({ document }) => document))]
  const texts = new Map((await desk.documents(ids)).map(({ id, text }) => [id, text]))
  return passages.map(passage => {
    const { document, start, end, quote } = passage
    const text = texts.get(document)
    if (text === undefined) return { ...passage, sentence: quote, words: [0, quote.length] }
    const [from, to] = around(passage, text, desk.sentences)
    return { ...passage, sentence: text.slice(from, to), words: [start - from, end - from] }
  })
}
