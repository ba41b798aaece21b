import { isByline, isDateLine } from '../furniture/marks.ts'
import { isSentence, key } from '../furniture/prose.ts'
import { plainText } from '../markup/blocks.ts'
import { namesIn } from '../meta/authors.ts'
import { hostOf, isDomain } from '../meta/host.ts'
import { hintsInLine, WEIGHT } from '../meta/outlet.ts'
import type { Page } from '../types.ts'
import { takeByline } from './byline.ts'
import { type Frame, frameOf } from './headline.ts'
import type { PageLines } from './lines.ts'
import { takeDates } from './published.ts'

/** Lines at a page's end among which its publisher signs. */
const COLOPHON = 25

/** What a page says of itself where its reader sees it: headline, byline, date, logo and rights. */
export function takeVisible(
  page: Page,
  seen: PageLines,
  titles: readonly string[],
  fetched: string | null,
): void {
  const host = hostOf(page.url)
  const frame = frameOf(seen, titles, host)
  const stated = page.title
  page.title = frame.title ?? statedTitle(page, seen, frame)
  takeByline(page, seen, frame)
  takeDates(page, seen, frame, fetched)
  takeSite(page, seen, stated === null ? titles : [stated, ...titles])
}

/** A page without headings whose title is that of the site alone: the line before byline, date and text. */
function statedTitle(page: Page, { lines }: PageLines, frame: Frame): string | null {
  if (frame.at >= 0) return page.title
  const host = hostOf(page.url)
  for (let i = frame.start - 1; i >= Math.max(0, frame.start - 8); i--) {
    const text = lines[i]?.text ?? ''
    const named = isByline(text) || isDateLine(text) || namesIn(text).length > 0 || /^staff\b/i.test(text)
    if (named || isSentence(text) || (host !== null && key(text) === key(host))) continue
    if (/\S\s\S+\s\S/.test(text) && text.length < 200) return text
    break
  }
  return page.title
}

/** Names beside the logo, in the parts of the title, and under the article. */
function takeSite(page: Page, { lines, marks }: PageLines, titles: readonly string[]): void {
  for (const { kind, text, away } of marks) {
    if (kind !== 'site' || away || text === '' || text.length > 60) continue
    const name = text.replace(/\s(?:logo|home)$/i, '').replace(/\s\|\s.*$/, '')
    if (!/^(?:logo|home|menu|startseite|accueil|inicio)$/i.test(name))
      page.outlets.push({ name, weight: WEIGHT.logo })
  }
  for (const title of titles) {
    const parts = plainText(title).split(
      /\s[|\u2013\u2014\u00b7\u00bb\u00ab:-]{1,2}\s|--|：|\s?::\s?|:\s|,(?=\S)/,
    )
    if (parts.length > 1)
      for (const part of parts)
        if (part.length < 60 && key(part) !== key(page.title ?? ''))
          page.outlets.push({ name: part.trim(), weight: WEIGHT.titlePart })
  }
  const known = page.outlets.some(({ name, weight }) => weight >= WEIGHT.meta / 2 && !isDomain(name))
  for (const [i, { text, footer }] of lines.entries()) {
    if (text.length > 200 || (!footer && i < lines.length - COLOPHON)) continue
    for (const hint of hintsInLine(text))
      page.outlets.push(known ? { name: hint.name, weight: Math.min(hint.weight, WEIGHT.column) } : hint)
  }
}
