/**
 * What one would otherwise script: Readability for the text, compromise for people, places, bodies and verbs of each
 * sentence, and rows in PostgreSQL. It finds no events, nobody's words and no dates; it is the least that a person could
 * begin with. The same pages go through `entente enqueue` and `entente work` with one worker, on the same server.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import nlp from 'compromise'
import { parseHTML } from 'linkedom'
import pg from 'pg'
import { startCluster } from '../test/store/cluster.ts'
import type { Article } from './articles.ts'
import { row, seconds } from './measure.ts'
import { entente } from './program.ts'

/** As a page is saved: the text of an article between its markup. */
function htmlOf(page: string): string {
  const [title = '', ...lines] = page.split(/\n+/)
  const paragraphs = lines.map(line => `<p>${line}</p>`).join('\n')
  return `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>\n${paragraphs}</article></body></html>`
}

interface Found {
  title: string
  sentences: string[]
  /** What is found in the whole of it, by kind. */
  words: readonly (readonly [kind: string, found: string[]])[]
}

function foundIn(page: string): Found {
  const { document } = parseHTML(page)
  const article = new Readability(document).parse()
  const text = nlp(article?.textContent ?? '')
  return {
    title: article?.title ?? '',
    sentences: text.sentences().out('array'),
    words: [
      ['person', text.people().out('array')],
      ['place', text.places().out('array')],
      ['body', text.organizations().out('array')],
      ['verb', text.verbs().out('array')],
    ],
  }
}

const TABLES = `
  create table script_documents (id integer primary key, name text, title text);
  create table script_sentences (document integer, place integer, sentence text);
  create table script_words (document integer, kind text, word text);
  create index on script_words (word);`

async function insert(client: pg.Client, id: number, { name, page }: Article): Promise<void> {
  const { title, sentences, words } = foundIn(htmlOf(page))
  await client.query('begin')
  await client.query('insert into script_documents values ($1, $2, $3)', [id, name, title])
  for (const [i, sentence] of sentences.entries())
    await client.query('insert into script_sentences values ($1, $2, $3)', [id, i, sentence])
  for (const [kind, found] of words)
    for (const word of found)
      await client.query('insert into script_words values ($1, $2, $3)', [id, kind, word])
  await client.query('commit')
}

export async function benchScript(articles: readonly Article[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const cluster = await startCluster({ fsync: true })
  const client = new pg.Client({ connectionString: cluster.url })
  try {
    await client.connect()
    await client.query(TABLES)
    const warm = Math.floor(articles.length / 10)
    for (const [i, article] of articles.slice(0, warm).entries()) await insert(client, i, article)
    const rest = articles.slice(warm)
    const theirs = await seconds(async () => {
      for (const [i, article] of rest.entries()) await insert(client, warm + i, article)
    })
    mkdirSync(join(folder, 'few'))
    mkdirSync(join(folder, 'rest'))
    for (const [i, { name, page }] of articles.entries())
      writeFileSync(join(folder, i < warm ? 'few' : 'rest', name.replace('.txt', '.html')), htmlOf(page))
    const ours = (pages: string, schema: string): number => {
      const database = ['--database', `${cluster.url}?schema=${schema}`]
      entente(folder, 'enqueue', pages, ...database)
      return entente(folder, 'work', '--processes', '1', '--until-empty', ...database).cpu
    }
    // A process's start and its first hundreds of sentences are taken off, as from the script.
    const start = ours('few', 'few')
    const all = ours('.', 'all')
    console.log(`${rest.length} pages, processor time of one process once warm, beside one PostgreSQL:`)
    row('a script of Readability, compromise and inserts', `${(rest.length / theirs).toFixed(1)}/s`)
    row('entente: events, statements, record', `${(rest.length / (all - start)).toFixed(1)}/s`)
    row('of the time that the script takes', `${((all - start) / theirs).toFixed(2)}`)
  } finally {
    await client.end().catch(() => {})
    await cluster.stop()
    await cluster.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
