/** How fast pages are read, metadata and receipts included, beside plain linkedom and Readability on the same pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { read } from '../src/read/index.ts'
import { inTurns, row } from './measure.ts'

const written = fileURLToPath(new URL('../../test/read/pages/', import.meta.url))
const KILOBYTE = 1_000
/** Sizes of the pages that are made out of the written ones. */
const LONG = [30, 50, 70, 100, 150].map(size => size * KILOBYTE)
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug'.split(' ')

function writtenPages(): string[] {
  return readdirSync(written)
    .filter(file => file.endsWith('.html'))
    .sort()
    .map(file => readFileSync(join(written, file), 'utf8').replace(/^<!--[^>]*-->\n/, ''))
}

/** Stretches of the written pages of which longer ones are made. */
interface Stock {
  pages: string[]
  paragraphs: string[]
  menus: string[]
  scripts: string[]
}

function stockOf(pages: string[]): Stock {
  const all = (pattern: RegExp) => pages.flatMap(page => [...page.matchAll(pattern)].map(match => match[0]))
  return {
    pages,
    paragraphs: all(/<p[^<>]{0,80}>[^<>]{80,900}<\/p>/g),
    menus: all(/<(nav|ul)\b[^<>]{0,80}>.{0,2000}?<\/\1>/g),
    scripts: all(/<script\b[^<>]{0,80}>[^<]{0,4000}<\/script>/g),
  }
}

/** A written page whose article is `prose` characters longer, with teasers, menus and scripts below up to `size`. */
function longPage(
  { pages, paragraphs, menus, scripts }: Stock,
  n: number,
  size: number,
  prose: number,
): string {
  const page = pages[n % pages.length] ?? ''
  const cut = page.lastIndexOf('</p>') + '</p>'.length
  const tail = page.slice(cut).replace(/<\/body>[\s\S]*$/, '')
  const parts = [page.slice(0, cut)]
  let next = n * 7
  let length = page.length
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  while (length < prose) add(`\n${paragraphs[next++ % paragraphs.length]}`)
  add(tail)
  while (length < size) {
    add('<section class="river"><h2>More from us</h2><ul>')
    for (const [i, month] of MONTHS.entries()) {
      const words = (paragraphs[next++ % paragraphs.length] ?? '').replace(/<[^<>]*>/g, '').slice(0, 70)
      const link = `<a href="/story/${next}"><img src="/i/${next}.jpg" alt=""><span class="card__title">${words}</span></a>`
      add(
        `<li class="card card--${i}">${link} <time datetime="2023-0${i + 1}-11">11 ${month} 2023</time></li>`,
      )
    }
    add(`</ul>${menus[next % menus.length]}</section>${scripts[next % scripts.length]}`)
  }
  return `${parts.join('')}</body></html>`
}

function plainly(pages: readonly string[]): void {
  for (const page of pages) new Readability(parseHTML(page).document).parse()
}

async function ours(pages: readonly Buffer[]): Promise<void> {
  for (const [i, bytes] of pages.entries()) {
    const options = { explain: true, limits: { milliseconds: 60_000 } }
    const { documents } = await read({ source: `${i}.html`, bytes, url: 'https://example.org/a' }, options)
    if (documents.length === 0) throw new Error(`page ${i} of ${bytes.length} bytes gave no document`)
  }
}

async function compare(what: string, pages: readonly string[], rounds: number): Promise<void> {
  const bytes = pages.map(page => Buffer.from(page))
  const [theirs = 0, own = 0] = await inTurns(rounds, [() => plainly(pages), () => ours(bytes)])
  const size = bytes.reduce((sum, { length }) => sum + length, 0) / pages.length / KILOBYTE
  console.log(`${pages.length} pages ${what}, ${size.toFixed(1)} kB each, in memory:`)
  row('linkedom and Readability alone', `${(pages.length / theirs).toFixed(0)}/s`)
  row('read, metadata and receipts included', `${(pages.length / own).toFixed(0)}/s`)
  row('  as a ratio', (theirs / own).toFixed(2), 'at least 0.7 is wanted')
}

export async function benchPages(rounds: number): Promise<void> {
  const stock = stockOf(writtenPages())
  await compare('as written', stock.pages, rounds)
  const long = LONG.flatMap((size, i) => [0, 1, 2].map(k => longPage(stock, i * 3 + k + 5, size, size * 0.2)))
  await compare('made of them', long, rounds)
  const one = [Buffer.from(longPage(stock, 3, 1_000 * KILOBYTE, 400 * KILOBYTE))]
  const ten = Array.from({ length: 10 }, (_, i) =>
    Buffer.from(longPage(stock, i + 3, 100 * KILOBYTE, 40 * KILOBYTE)),
  )
  const [whole = 0, parts = 0] = await inTurns(rounds, [() => ours(one), () => ours(ten)])
  row('a page of 1 MB beside ten of 100 kB', (whole / parts).toFixed(2), 'at most 1.3 is wanted')
}
