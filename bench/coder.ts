/** `entente code`: how fast beside others on the same text, how it starts, how it grows with threads and length. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as chrono from 'chrono-node'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { makeCoder } from '../src/coder/coder.ts'
import { splitSentences } from '../src/text/sentences.ts'
import type { Article } from './articles.ts'
import { inTurns, median, row } from './measure.ts'

const program = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))
const code = makeCoder({ dossier: { text: null, path: '' }, only: null, minConfidence: 0, explain: false })

interface Text {
  id: number
  text: string
  published: string
}

const toLine = (text: Text) => `${JSON.stringify(text)}\n`

/** What a pipe would take from us: an object in, its answer as text. */
const codeAll = (texts: readonly Text[]) => texts.map(text => JSON.stringify(code({ ...text })))

/** Loaded once, as a user of it would; the text is the same in every round, so it learns no new words. */
const tagger = winkNLP(model, ['sbd', 'pos'])

function tagAll(texts: readonly Text[]): void {
  for (const { text } of texts) tagger.readDoc(text).tokens().out(tagger.its.pos)
}

/** Hands `input` to a process of its own; resolves to seconds on the wall, and to the characters that came out. */
function pipe(args: readonly string[], input: readonly string[]): Promise<{ wall: number; out: number }> {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    const child = spawn(process.execPath, [program, 'code', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    let out = 0
    child.stdout.on('data', chunk => {
      out += chunk.length
    })
    child.on('error', reject)
    child.on('exit', () => resolve({ wall: (performance.now() - from) / 1000, out }))
    let next = 0
    const push = () => {
      while (next < input.length)
        if (!child.stdin.write(input[next++])) return void child.stdin.once('drain', push)
      child.stdin.end()
    }
    push()
  })
}

async function benchSpeed(
  articles: readonly Text[],
  sentences: readonly Text[],
  rounds: number,
): Promise<void> {
  const [articleTagging = 0, tagging = 0, asArticles = 0, asSentences = 0, theirs = 0, dates = 0] =
    await inTurns(rounds, [
      () => tagAll(articles),
      () => tagAll(sentences),
      () => codeAll(articles),
      () => codeAll(sentences),
      () => sentences.slice(0, 500).map(({ text }) => nlp(text).json()),
      () => articles.map(({ text, published }) => chrono.parse(text, new Date(published))),
    ])
  const rate = (time: number, count = sentences.length) => `${(count / time).toFixed(0)}/s`
  console.log(`${sentences.length} sentences in ${articles.length} articles, on one core, everything on:`)
  row('tagging alone by wink-nlp, whole articles', rate(articleTagging), 'sentences')
  row('code, whole articles', rate(asArticles))
  row(
    '  as a ratio to tagging',
    (articleTagging / asArticles).toFixed(2),
    'at least 0.14 is wanted, 0.25 aimed at',
  )
  row('tagging alone by wink-nlp, a sentence each', rate(tagging), 'sentences')
  row('code, a sentence each', rate(asSentences))
  row('  as a ratio to tagging', (tagging / asSentences).toFixed(2))
  row(
    'compromise, tags and names alone',
    rate(theirs, 500),
    `${(theirs / 500 / (asSentences / sentences.length)).toFixed(1)} × its time`,
  )
  row('chrono-node, dates alone', rate(dates))
}

async function benchProcess(articles: readonly Text[], rounds: number): Promise<void> {
  const starts: number[] = []
  for (let i = 0; i < rounds; i++)
    starts.push((await pipe([], [toLine({ id: 1, text: 'Oslo met Lima.', published: '2021-05-01' })])).wall)
  row('a first answer after', `${median(starts).toFixed(2)} s`, 'less than 0.5 s is wanted')
  const lines = Array.from({ length: 6 }, () => articles.map(toLine)).flat()
  const one = await pipe([], lines)
  const cores = Math.max(2, availableParallelism())
  for (const threads of cores > 2 ? [2, cores] : [2]) {
    const many = await pipe(['--threads', String(threads)], lines)
    if (many.out !== one.out) throw new Error(`${threads} threads print other answers than one`)
    row(
      `--threads ${threads}, against one`,
      `${(one.wall / many.wall).toFixed(2)} ×`,
      'on 2 at least 1.8 is wanted',
    )
  }
}

/** A text of about so many characters, made of whole articles. */
function longText(articles: readonly Text[], characters: number): string {
  let text = ''
  for (let i = 0; text.length < characters; i++) text += `${articles[i % articles.length]?.text ?? ''}\n\n`
  return text.slice(0, characters)
}

async function benchLength(articles: readonly Text[], rounds: number): Promise<void> {
  const published = '2021-05-01'
  const long = [{ id: 1, text: longText(articles, 1_000_000), published }]
  const short = Array.from({ length: 10 }, (_, id) => ({ id, text: longText(articles, 100_000), published }))
  const [whole = 0, parts = 0] = await inTurns(rounds, [() => codeAll(long), () => codeAll(short)])
  row('one text of 1 MB against ten of 100 kB', `${(whole / parts).toFixed(2)} ×`, 'at most 1.3 is wanted')
}

export async function benchCoder(articles: readonly Article[], rounds: number): Promise<void> {
  const texts = articles.map(({ body, published }, id) => ({ id, text: body, published }))
  const sentences = texts.flatMap(({ text, published }) =>
    splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), published })),
  )
  await benchSpeed(
    texts,
    sentences.map((sentence, id) => ({ id, ...sentence })),
    rounds,
  )
  await benchProcess(texts, rounds)
  await benchLength(texts, Math.min(rounds, 3))
}
