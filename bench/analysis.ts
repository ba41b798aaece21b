/** How fast articles are read, analysed and understood, beside a plain tagging of the same text by wink-nlp. */
import * as chrono from 'chrono-node'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { loadKnowledge } from '../src/knowledge/index.ts'
import { read } from '../src/read/index.ts'
import { dayOf } from '../src/record/interval.ts'
import type { Document } from '../src/record/types.ts'
import { analyse } from '../src/text/index.ts'
import { parseSentences } from '../src/text/syntax.ts'
import { findTimes } from '../src/text/times/index.ts'
import { understand } from '../src/understand/index.ts'
import type { Article } from './articles.ts'
import { inTurns, row } from './measure.ts'

const knowledge = loadKnowledge()

async function readAll(articles: readonly Article[]): Promise<Document[]> {
  const all: Document[] = []
  for (const { name, page } of articles) {
    const { documents } = await read({ source: name, bytes: Buffer.from(page) })
    all.push(...documents.map(({ document }) => document))
  }
  return all
}

const analyseOne = (document: Document) => analyse(document.text, document, knowledge)

const nlp = winkNLP(model, ['sbd', 'pos'])

function tagPlainly(documents: readonly Document[]): void {
  for (const { text } of documents) nlp.readDoc(text).tokens().out(nlp.its.pos)
}

export async function benchAnalysis(articles: readonly Article[], rounds: number): Promise<void> {
  const documents = await readAll(articles)
  if (documents.length !== articles.length)
    throw new Error(`${articles.length} articles gave ${documents.length}`)
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const analyses = documents.map(analyseOne)
  const sentences = documents.map(({ text }) => parseSentences(text, knowledge))
  const times = await inTurns(rounds, [
    () => tagPlainly(documents),
    () => readAll(articles),
    () => documents.forEach(analyseOne),
    () => documents.map((document, i) => analyses[i] && understand(document, analyses[i], knowledge)),
    () =>
      documents.map(({ text }, i) =>
        findTimes(text, sentences[i] ?? [], dayOf(articles[i]?.published ?? '')),
      ),
    () => documents.map(({ text }, i) => chrono.parse(text, new Date(articles[i]?.published ?? ''))),
  ])
  const [tagging = 0, reading = 0, analysing = 0, understanding = 0, ours = 0, theirs = 0] = times
  const all = reading + analysing + understanding
  const rate = (time: number) => `${(articles.length / time).toFixed(0)}/s`
  console.log(`${articles.length} articles, ${Math.round(words / articles.length)} words each, in memory:`)
  row('plain tagging by wink-nlp', rate(tagging), `${Math.round(words / tagging)} words/s`)
  row('read', rate(reading))
  row('analyse', rate(analysing))
  row('understand', rate(understanding))
  row('read, analyse and understand', rate(all), `${Math.round(words / all)} words/s`)
  row('  as a ratio to plain tagging', (tagging / all).toFixed(2), 'of its articles/s')
  row('times alone', rate(ours), `${(theirs / ours).toFixed(1)} × chrono-node (${rate(theirs)})`)
}
