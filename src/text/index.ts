/** The one analysis of the language: each document is analysed once, and everything else reads the result. */
import type { Knowledge } from '../knowledge/index.ts'
import type { Interval } from '../record/types.ts'
import { resolve } from './coreference/index.ts'
import { findNames } from './names/index.ts'
import { parseSentences } from './syntax.ts'
import { findTimes } from './times/index.ts'
import type { Analysis } from './types.ts'

export interface About {
  published: Interval | null
  title?: string | null
  authors?: readonly string[]
  outlet?: string | null
}

/** Analyses a document's text; `about` is what is known of it besides the text. */
export function analyse(text: string, about: About, knowledge: Knowledge): Analysis {
  const sentences = parseSentences(text, knowledge)
  const times = findTimes(text, sentences, about.published)
  const names = findNames(text, sentences, knowledge)
  const actors = resolve(text, sentences, names, knowledge, about)
  return { text, published: about.published, sentences, names, times, ...actors }
}
