import { EntenteError } from '../../record/errors.ts'
import { signedBefore } from '../furniture/marks.ts'
import { furnitureRule } from '../furniture/match.ts'
import { bioName, namesIn } from '../meta/authors.ts'
import { datesIn } from '../meta/dates.ts'
import { hintsInLine, isOutletLike, WEIGHT } from '../meta/outlet.ts'
import { DATE_WEIGHT } from '../meta/weights.ts'
import { headOf, trailOf } from '../text/head.ts'
import { labelledHead } from '../text/labels.ts'
import { type Chunk, chunksOf } from '../text/lines.ts'
import { isNameLike } from '../text/masthead.ts'
import { type Block, emptyPage, type Page, type Reader, type Source } from '../types.ts'

/** A page may hold this many times the longest article, with all that stands around it. */
export const MOST_AROUND = 4
/** Longest caption that a credit line in the same chunk vouches for. */
const LONGEST_CAPTION = 500

/** Plain text as it is saved or copied from a page, with whatever stood around the article. */
export const text: Reader = {
  name: 'text',
  accepts: () => true,
  read: source => ({ pages: [textPage(source)], problems: [] }),
}

export function textPage(source: Source): Page {
  if (source.text.length > source.limits.text * MOST_AROUND) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `${source.name}: a text of ${source.text.length} characters is no article; the limit is ${source.limits.text} (text)`,
    )
  }
  const page = emptyPage('text', source.url)
  const chunks = chunksOf(source.text)
  const rest = labelledHead(chunks, page)
  const blocks = rest.flatMap(blocksOfChunk)
  const lines = blocks.map(block => (block.kind === 'caption' ? `(photo) ${block.text}` : block.text))
  const head = headOf(lines)
  if (head.masthead !== null) page.outlets.push({ name: head.masthead.name, weight: head.masthead.weight })
  const title = blocks[head.roles.indexOf('title')]?.text ?? null
  blocks.slice(0, head.body).forEach((block, i) => {
    takeHead(page, head.roles[i] ?? 'other', block, title)
  })
  page.blocks = blocks.slice(head.body)
  return page
}

/** Lines of a chunk; beside a photo credit they are captions. */
function blocksOfChunk(chunk: Chunk): Block[] {
  const size = chunk.reduce((n, line) => n + line.length, 0)
  const credited =
    chunk.length > 1 &&
    chunk.length <= 3 &&
    size < LONGEST_CAPTION &&
    chunk.some(line => furnitureRule(line, true)?.reason === 'photo credit')
  return chunk.map(line => ({ text: line, kind: credited ? 'caption' : 'paragraph', linked: 0 }))
}

function takeHead(page: Page, role: string, block: Block, title: string | null): void {
  const { text: line } = block
  if (block.kind === 'caption' || role === 'caption') page.captions.push(line)
  else if (role === 'title' && page.title === null) {
    page.title = line
    // "[Editorial] A missed chance"
    page.section ??= /^\[([^\]]{2,24})\]/.exec(line)?.[1] ?? null
    return
  } else if (role === 'section') page.section = line
  else if (role === 'trail') page.section = trailOf(line).findLast(part => part !== title) ?? null
  else if (role === 'byline') page.authors.push(...namesIn(line))
  else if (role === 'outlet') page.outlets.push({ name: line, weight: WEIGHT.titleTail })
  else if (role === 'other' && isOutletLike(line)) page.outlets.push({ name: line, weight: WEIGHT.column })
  else if (role === 'standfirst') {
    if (isOutletLike(line) && isNameLike(line)) page.outlets.push({ name: line, weight: WEIGHT.column })
    takeStandfirst(page, line)
  }
  // "Posted on May 2, 2019 by Ana Silva"
  if (role === 'date') page.authors.push(...namesIn(/\bby\s(.{4,80})$/i.exec(line)?.[1] ?? ''))
  if (role === 'date' || role === 'byline' || role === 'furniture') takeDate(page, line)
  page.outlets.push(...hintsInLine(line))
  page.removed.push({
    text: line,
    reason: block.kind === 'caption' ? 'caption' : role === 'other' ? 'before the article' : role,
  })
}

function takeDate(page: Page, line: string): void {
  const found = datesIn(line)
  if (found.length === 0) return
  for (const { interval, updated } of found)
    page.dates.push({ interval, weight: updated ? DATE_WEIGHT.updated : DATE_WEIGHT.visible })
  // "KYODO NEWS - May 2, 2022 - 21:34", "May 2, 2022 / 1:07 AM / CBS News"; names that no table knows do not count.
  for (const part of line.split(/\s[|/\u00b7\u2022\u2013\u2014-]\s/)) {
    if (part.length < 40) page.outlets.push({ name: part.trim(), weight: WEIGHT.column })
    // "Ana Silva, The Example Observer, 30 January 2024"
    for (const name of signedBefore(part.trim())) {
      if (isOutletLike(name)) page.outlets.push({ name, weight: WEIGHT.column })
      else page.authors.push(...namesIn(name))
    }
  }
}

/** "Dr. Ana Silva considers the drivers of …": a standfirst that presents its author by full name and what the piece does. */
const PRESENTS =
  /^(.{4,50}?)\s(?:considers|examines|argues|explains|explores|looks at|looks back|analy[sz]es|discusses|asks|assesses|reflects|writes|weighs|makes the case|unpacks|reviews|outlines|surveys|traces|reports)\b/

function takeStandfirst(page: Page, line: string): void {
  const name = PRESENTS.exec(line)?.[1]
  if (name !== undefined) page.authors.push(...namesIn(name))
  else if (bioName(line) !== null) page.authors.push(bioName(line) ?? '')
}
