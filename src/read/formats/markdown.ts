import { at, firstText, listOf, text } from '../json/access.ts'
import { namesIn } from '../meta/authors.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { stampDate } from '../meta/stamps.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import { chunksOf } from '../text/lines.ts'
import { type Block, emptyPage, type Page, type Problem, type Reader } from '../types.ts'

/** `---`, lines of YAML, `---`: what sites that are built from Markdown write above an article. */
const FRONT_MATTER = /^---\n([\s\S]{1,20000}?)\n---\n/

/** Markdown with front matter, as Jekyll, Hugo and note-taking programs keep it. */
export const markdown: Reader = {
  name: 'markdown',
  accepts: ({ text, kind }) =>
    kind === null && FRONT_MATTER.test(text) && /^[\w-]{2,30}:/m.test(text.slice(4, 400)),
  read: async source => {
    const { parseDocument } = await import('yaml')
    const head = FRONT_MATTER.exec(source.text)
    const page = emptyPage('text', source.url)
    const problems: Problem[] = []
    try {
      takeFields(page, parseDocument(head?.[1] ?? '', { logLevel: 'silent' }).toJS({ maxAliasCount: 0 }))
    } catch (error) {
      // Aliases, of which a few lines can make gigabytes.
      const why = error instanceof Error ? error.message.slice(0, 100) : 'unknown error'
      const message = `${source.name}: what stands above the article cannot be read (${why})`
      problems.push({ code: 'W_FRONT_MATTER', message, at: null })
    }
    page.blocks = chunksOf(source.text.slice(head?.[0].length ?? 0)).flatMap(chunk => chunk.flatMap(blockOf))
    return { pages: [page], problems }
  },
}

function takeFields(page: Page, fields: unknown): void {
  page.title = firstText(fields, ['title', 'headline'])
  page.section = firstText(fields, ['section', 'category'])
  page.language = firstText(fields, ['lang', 'language'])
  page.url = firstText(fields, ['url', 'link', 'canonical', 'source_url']) ?? page.url
  for (const author of [...listOf(at(fields, 'author')), ...listOf(at(fields, 'authors'))]) {
    page.authors.push(...namesIn(text(author) ?? text(at(author, 'name')) ?? ''))
  }
  const outlet = firstText(fields, ['outlet', 'publication', 'publisher', 'source', 'site'])
  if (outlet !== null) page.outlets.push({ name: outlet, weight: WEIGHT.domain })
  const stamp = firstText(fields, ['date', 'published', 'pubDate', 'created'])
  const interval = stamp === null ? null : stampDate(stamp)
  if (interval !== null) page.dates.push({ interval, weight: DATE_WEIGHT.meta })
}

/** One line without its marks: `## Heading`, `> quotation`, `- item`, `[words](link)`, `*stress*`; pictures are captions. */
function blockOf(line: string): Block[] {
  const picture = /^!\[([^\]]{0,400})\]\([^)]{0,400}\)$/.exec(line)
  if (picture !== null)
    return picture[1] === '' ? [] : [{ text: picture[1] ?? '', kind: 'caption', linked: 0 }]
  const mark = /^(#{1,6}|>|[-*+])\s+/.exec(line)
  const bare = line
    .slice(mark?.[0].length ?? 0)
    .replace(/!\[[^\]]{0,400}\]\([^)]{0,400}\)/g, '')
    .replace(/\[([^\]]{1,400})\]\([^)]{0,400}\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(\S[^*_`]{0,400}?)\1/g, '$2')
    .trim()
  if (bare === '') return []
  const kind =
    mark === null ? 'paragraph' : mark[1]?.startsWith('#') ? 'heading' : mark[1] === '>' ? 'quote' : 'item'
  return [{ text: bare, kind, linked: 0 }]
}
