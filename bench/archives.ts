/** How fast archives are read, and that memory stays flat however long they are: a made-up crawl of many megabytes. */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { openArchive } from '../src/read/archives/index.ts'
import type { Article } from './articles.ts'
import { row, seconds } from './measure.ts'

const MEGABYTE = 1_000_000

/** A page as outlets serve them: an article within menus, scripts and teasers, some 60 kB. */
function page({ body, name }: Article, number: number): string {
  const teaser = (i: number) =>
    `<li class="card card--${i}"><a href="/story/${number * 7 + i}"><span>${body.slice(i * 11, i * 11 + 60)}</span></a></li>`
  const teasers = Array.from({ length: 300 }, (_, i) => teaser(i)).join('\n')
  const paragraphs = body.split('\n\n').map(text => `<p>${text}</p>`)
  return `<!doctype html><html><head><title>${name} ${number}</title></head><body><nav><ul>${teasers}</ul></nav><article>${paragraphs.join('\n')}</article></body></html>`
}

function response(article: Article, number: number): Buffer {
  const block = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(article, number)}`,
  )
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${number}>\r\nWARC-Date: 2023-05-03T10:00:00Z\r\nWARC-Target-URI: https://news.example/${number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
}

const line = ({ body, name, published }: Article, number: number): Buffer =>
  Buffer.from(`${JSON.stringify({ id: number, title: `${name} ${number}`, published, text: body })}\n`)

interface Kind {
  file: string
  part(article: Article, number: number): Buffer
}

const KINDS: readonly Kind[] = [
  { file: 'crawl.warc', part: response },
  { file: 'crawl.warc.gz', part: (article, number) => gzipSync(response(article, number), { level: 1 }) },
  { file: 'articles.ndjson', part: line },
]

/** So many megabytes before they are packed. */
async function write(
  path: string,
  { part }: Kind,
  articles: readonly Article[],
  size: number,
): Promise<void> {
  const out = createWriteStream(path)
  const own = part === KINDS[1]?.part ? response : part
  for (let [number, written] = [0, 0]; written < size; number++) {
    const article = articles[number % articles.length]
    if (article === undefined) throw new Error('no articles')
    written += own(article, number).length
    if (!out.write(part(article, number)))
      await new Promise<void>(resolve => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
}

async function readThrough(path: string, size: number) {
  let [members, bytes] = [0, 0]
  const held: number[] = []
  for await (const found of (await openArchive(path))?.members() ?? []) {
    if (found.kind !== 'member') throw new Error(`${path}: ${JSON.stringify(found)}`)
    members++
    bytes += found.bytes.length
    if (bytes >= ((held.length + 1) * size) / 10) held.push(Math.round(process.memoryUsage().rss / MEGABYTE))
  }
  return { members, bytes, held }
}

export async function benchArchives(articles: readonly Article[], megabytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-archives-'))
  try {
    for (const kind of KINDS) {
      const path = join(folder, kind.file)
      const size = megabytes * MEGABYTE
      await write(path, kind, articles, size)
      let read = { members: 0, bytes: 0, held: [0] }
      const taken = await seconds(async () => {
        read = await readThrough(path, size)
      })
      const { members, bytes, held } = read
      console.log(`${kind.file}, ${(statSync(path).size / MEGABYTE).toFixed(0)} MB on disk:`)
      row(
        'records',
        `${(members / taken).toFixed(0)}/s`,
        `${(bytes / taken / MEGABYTE).toFixed(0)} MB/s of pages`,
      )
      row('memory of the process at each tenth, in MB', '', held.join(' '))
      rmSync(path)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
