import { namesIn } from '../meta/authors.ts'
import { findDate } from '../meta/dates.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import type { Page } from '../types.ts'
import type { Chunk } from './lines.ts'

type Take = (page: Page, value: string) => void

const title: Take = (page, value) => {
  page.title ??= value
}
const authors: Take = (page, value) => {
  page.authors.push(...namesIn(value))
}
const outlet: Take = (page, value) => {
  page.outlets.push({ name: value, weight: WEIGHT.meta })
}
const section: Take = (page, value) => {
  page.section ??= value
}
const url: Take = (page, value) => {
  if (/^https?:\/\/\S+$/.test(value)) page.url ??= value
}
const nothing: Take = () => {}
const date =
  (weight: number): Take =>
  (page, value) => {
    const found = findDate(value)
    if (found !== null) page.dates.push({ interval: found.interval, weight })
  }

/** Labels that databases and clipping tools write above an article: "Byline: Ana Silva", "Load-Date: May 2, 2019". */
const LABELS: readonly (readonly [RegExp, Take])[] = [
  [/^(?:title|headline)$/i, title],
  [/^(?:authors?|byline|by|written by|reporters?)$/i, authors],
  [
    /^(?:date|published|publication date|published on|pub ?date|date published)$/i,
    date(DATE_WEIGHT.labelled),
  ],
  [/^(?:load-date|updated|last updated)$/i, date(DATE_WEIGHT.updated)],
  [/^(?:source|outlet|publication|newspaper|publisher|site)$/i, outlet],
  [/^(?:section|category|column|kicker)$/i, section],
  [/^(?:url|link|web address|permalink)$/i, url],
  [/^(?:from|to|cc|bcc|sent|reply-to|subject)$/i, nothing],
  [
    /^(?:language|length|words|page|pages|edition|document type|accession number|keywords|tags|body|abstract|summary|description)$/i,
    nothing,
  ],
]

const DATED = /^(?:date|sent)\s?:/i
const LABELLED = /^([A-Za-z][A-Za-z -]{1,20})\s?:\s?(.{0,300})$/

/** Takes labelled lines off the head of a text; gives back the chunks that are left. Two labels at least make a labelled head. */
export function labelledHead(chunks: readonly Chunk[], page: Page): Chunk[] {
  const head = chunks.slice(0, 12).flat().slice(0, 24)
  if (head.filter(line => labelOf(line) !== null).length < 2) return [...chunks]
  const mailed =
    head.some(line => /^from\s?:.*@/i.test(line)) && head.some(line => /^(?:to|subject)\s?:/i.test(line))
  let last = 0
  return chunks.flatMap((chunk, c) => {
    if (c > last + 1 || c > 12) return [chunk]
    const rest = chunk.filter(line => {
      const label = labelOf(line)
      if (label === null) return true
      // The day a clipping was mailed is not the day it came out.
      if (mailed && DATED.test(line)) date(DATE_WEIGHT.updated)(page, label.value)
      else label.take(page, label.value)
      last = c
      page.removed.push({ text: line, reason: 'label' })
      return false
    })
    return rest.length > 0 ? [rest] : []
  })
}

function labelOf(line: string): { take: Take; value: string } | null {
  const match = LABELLED.exec(line)
  if (match?.[1] === undefined) return null
  const name = match[1].trim()
  const found = LABELS.find(([pattern]) => pattern.test(name))
  return found === undefined ? null : { take: found[1], value: (match[2] ?? '').trim() }
}
