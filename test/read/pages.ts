import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../../src/read/index.ts'
import type { Document } from '../../src/record/types.ts'

/**
 * Pages written for the project after the markup habits of real sites; every outlet and person in them is invented.
 * What must be read of a page stands in the comment that opens it: `authors: -` says that nobody is named.
 */
const PAGES = new URL('pages/', import.meta.url).pathname

export const FIELDS = ['published', 'authors', 'outlet', 'title'] as const
export type Field = (typeof FIELDS)[number]

export interface WrittenPage {
  name: string
  markup: string
  url: string
  fetched: string | null
  expected: { readonly [field in Field]: string }
  /** Every third page by the hash of its name: nobody looks at what goes wrong on these. */
  kept: boolean
}

export interface Miss {
  page: string
  field: Field
  expected: string
  found: string
}

export function writtenPages(): WrittenPage[] {
  return readdirSync(PAGES)
    .filter(file => file.endsWith('.html'))
    .sort()
    .map(file => pageOf(file.replace('.html', ''), readFileSync(join(PAGES, file), 'utf8')))
}

function pageOf(name: string, file: string): WrittenPage {
  const end = file.indexOf('\n-->\n')
  const head = new Map(
    file
      .slice('<!--\n'.length, end)
      .split('\n')
      .map(line => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()]
      }),
  )
  const told = (field: string) => head.get(field) ?? ''
  return {
    name,
    markup: file.slice(end + '\n-->\n'.length),
    url: told('url'),
    fetched: head.get('fetched') ?? null,
    expected: {
      published: told('published'),
      authors: told('authors'),
      outlet: told('outlet'),
      title: told('title'),
    },
    kept: (createHash('sha1').update(name).digest()[0] ?? 0) % 3 === 0,
  }
}

/** What is read wrongly of the pages, field by field. */
export async function missesOf(pages: readonly WrittenPage[]): Promise<Miss[]> {
  const misses: Miss[] = []
  for (const page of pages) {
    const bytes = new TextEncoder().encode(page.markup)
    const { name, url, fetched: retrieved, expected } = page
    const { documents } = await read({ source: `${name}.html`, bytes, url, retrieved })
    const document = documents[0]?.document
    for (const field of FIELDS) {
      const found = document === undefined ? 'nothing was read' : foundOf(document, field)
      if (SAME[field](found) !== SAME[field](expected[field]))
        misses.push({ page: name, field, expected: expected[field], found })
    }
  }
  return misses
}

function foundOf({ published, authors, outlet, title }: Document, field: Field): string {
  if (field === 'title') return title ?? '-'
  if (field === 'outlet') return outlet ?? '-'
  if (field === 'authors') return authors.length === 0 ? '-' : authors.join('; ')
  if (published === null) return '-'
  const { start, precision } = published
  return precision === 'day'
    ? (start ?? '-')
    : precision === 'month'
      ? (start?.slice(0, 7) ?? '-')
      : precision
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** Spaces, capitals and signs do not count, nor the order of authors, nor whether an outlet's article is written. */
const SAME: { readonly [field in Field]: (value: string) => string } = {
  published: value => value,
  authors: value => value.split('; ').map(letters).sort().join(),
  outlet: value => letters(value.replace(/^the\s/i, '')),
  title: letters,
}
