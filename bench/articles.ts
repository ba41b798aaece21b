/**
 * Articles of some 700 words, as many as are asked for and always the same: paragraphs of the sample dossiers in new
 * company, each lap of them some years earlier, so that the events of one lap are not those of another.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read } from '../src/read/index.ts'

export const WORDS = 700
const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

export interface Article {
  name: string
  /** The file as an outlet's page would be saved: title, byline, date, body. */
  page: string
  body: string
  published: string
}

export interface Paragraph {
  text: string
  words: number
  published: string
}

export async function makeParagraphs(): Promise<Paragraph[]> {
  const found: Paragraph[] = []
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  for (const path of files.filter(path => path.includes('documents') && /\.\w+$/.test(path)).sort()) {
    const { documents } = await read({ source: path, bytes: readFileSync(join(examples, path)) })
    for (const { document } of documents) {
      const published = document.published?.start ?? '2021-06-15'
      for (const text of document.text.split(/\n+/)) {
        const words = text.split(/\s+/).length
        if (words > 12) found.push({ text, words, published })
      }
    }
  }
  return found
}

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** Years before 2024, `back` earlier: "in 2019" becomes "in 2012". */
export function shift(text: string, back: number): string {
  return text.replace(/\b(?:19|20)\d\d\b/g, year => String(Number(year) - back))
}

export async function makeArticles(count: number): Promise<Article[]> {
  const all = await makeParagraphs()
  const articles: Article[] = []
  let next = 0
  for (let i = 0; i < count; i++) {
    const first = all[next % all.length]
    if (first === undefined) throw new Error('examples/ has no paragraphs')
    const back = Math.floor(next / all.length)
    const taken: string[] = []
    for (let words = 0; words < WORDS; next++) {
      const paragraph = all[next % all.length]
      taken.push(shift(paragraph?.text ?? '', back))
      words += paragraph?.words ?? WORDS
    }
    const published = shift(first.published, back)
    const [year, month, day] = published.split('-')
    const title = `Report ${i + 1}: ${taken[0]?.split(/\s+/).slice(0, 8).join(' ')}`
    const body = taken.join('\n\n')
    const page = `${title}\n\nBy Robin Example\n\n${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}\n\n${body}\n`
    articles.push({ name: `${String(i + 1).padStart(6, '0')}.txt`, page, body, published })
  }
  return articles
}
