import { readPage } from '../html/pool.ts'
import type { Page, Reader, Source } from '../types.ts'

const OPENINGS =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,400}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const TAGS =
  /<\/?(?:html|head|body|div|p|span|article|section|h[1-6]|meta|title|ul|li|table|br|a|img|script|link|main|header)\b[^<>]{0,2000}>/gi

/** Web pages, and pieces of them. */
export const html: Reader = {
  name: 'html',
  accepts: ({ text, kind }) => kind === 'html' || (kind !== 'text' && looksLikeHtml(text)),
  read: async source => ({ pages: [await htmlPage(source, source.text)], problems: [] }),
}

/** A page that opens as one, or that has tags all over; a text that mentions a tag or two has not. */
export function looksLikeHtml(text: string): boolean {
  if (OPENINGS.test(text.slice(0, 4_000))) return true
  const sample = text.slice(0, 20_000)
  const tags = sample.match(TAGS)?.length ?? 0
  return tags >= 3 && (/^\s*</.test(sample) || tags > sample.length / 400)
}

export function htmlPage(source: Source, markup: string): Promise<Page> {
  const { depth, elements, flatten, markup: most, milliseconds } = source.limits
  return readPage(
    {
      html: markup,
      name: source.name,
      url: source.url,
      retrieved: source.retrieved,
      limits: { depth, elements, flatten, markup: most },
    },
    milliseconds,
  )
}
