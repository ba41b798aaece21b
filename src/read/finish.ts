import { EntenteError } from '../record/errors.ts'
import { documentId } from '../record/ids.ts'
import type { Document, Interval } from '../record/types.ts'
import { withoutControls } from './controls.ts'
import { type Cleaned, clean } from './furniture/clean.ts'
import { isByline, isDateLine } from './furniture/marks.ts'
import { key } from './furniture/prose.ts'
import { bioNames, distinct, namesIn, signedNamesIn } from './meta/authors.ts'
import { findDate, yearInterval } from './meta/dates.ts'
import { languageOf, lettersIn } from './meta/language.ts'
import {
  bareName,
  bioHints,
  columnHints,
  hintsInLine,
  houseLines,
  outletOf,
  writesDayFirst,
} from './meta/outlet.ts'
import { copyrightYear, urlDate } from './meta/stamps.ts'
import { DATE_WEIGHT } from './meta/weights.ts'
import type { DateHint, OutletHint, Page, Removal, Source } from './types.ts'

/** The rules that all formats share: from what a reader found to the document. */
export function finish(found: Page, source: Source): { document: Document; removed: Removal[] } {
  const page = withoutControls(found)
  const cleaned = clean(page)
  const text = cleaned.paragraphs.join('\n\n')
  if (!isText(text)) throw new EntenteError('E_NO_TEXT', `${source.name}: no article was found in it`)
  if (text.length > source.limits.text) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `${source.name}: the article has ${text.length} characters, more than the limit ${source.limits.text} (text)`,
    )
  }
  const url = page.url ?? source.url ?? cleaned.edges.flatMap(statedUrl)[0] ?? null
  const outlet = outletOf(outletHints(page, cleaned, text), url)
  const title = page.title === null ? null : withoutOutlet(page.title, outlet)
  const document: Document = {
    id: documentId(title, text),
    source: page.part === null ? source.name : `${source.name}#${page.part}`,
    format: page.format,
    url,
    outlet,
    section: page.section,
    title,
    authors: authorsOf(page, cleaned, outlet),
    published: publishedOf(page, cleaned, url, outlet, text),
    language: languageOf(text),
    text,
    retrieved: source.retrieved,
    captions: [...new Set(cleaned.captions)],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
  return { document, removed: cleaned.removed }
}

/** "URL: https://example.org/a" under a printed page. */
function statedUrl(line: string): string[] {
  const url = /^(?:url|link|source|web)\s?:\s?(https?:\/\/\S+)$/i.exec(line)?.[1]
  return url === undefined ? [] : [url]
}

/** Words make up a good part of it: neither a drawing in characters nor broken data. */
function isText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  return /\p{L}{2}/u.test(sample) && lettersIn(sample) > sample.length * 0.25
}

function outletHints(page: Page, cleaned: Cleaned, text: string): OutletHint[] {
  return [
    ...page.outlets.map(({ name, weight }) => ({ name: bareName(name), weight })),
    ...cleaned.edges.flatMap(hintsInLine),
    ...columnHints(page.section),
    ...hintsInLine(text.slice(0, 120)).filter(hint => hint.weight <= 10),
    ...houseLines(text),
    ...cleaned.bios.flatMap(bioHints),
  ]
}

const SEPARATOR = /\s[|\u2013\u2014\u00b7\u00bb\u00ab:-]{1,2}\s|\s::\s|--|：|:\s/g

/** "Two neighbours try again - World - Example Post" and "Example Post: Two neighbours try again" without the outlet. */
export function withoutOutlet(title: string, outlet: string | null): string {
  if (outlet === null) return title
  const name = key(outlet)
  const named = (part: string) => {
    const letters = key(part)
    return letters !== '' && (name.includes(letters) || letters.includes(name))
  }
  const breaks = [...title.matchAll(SEPARATOR)]
  const last = breaks.at(-1)
  if (last !== undefined && last.index >= 8 && named(title.slice(last.index + last[0].length)))
    return title.slice(0, last.index).trim()
  const first = breaks[0]
  const rest = first === undefined ? '' : title.slice(first.index + first[0].length).trim()
  return first !== undefined && rest.length >= 8 && key(title.slice(0, first.index)) === name ? rest : title
}

function authorsOf(page: Page, cleaned: Cleaned, outlet: string | null): string[] {
  const editors = new Set(
    cleaned.edges
      .filter(line => /^[[(]?edit(?:ed|ing|or)\b/i.test(line))
      .flatMap(line => namesIn(line.replace(/^\W*\w+\s/, ''))),
  )
  const named = page.authors
    .flatMap(signedNamesIn)
    .filter(name => !editors.has(name) && key(name) !== key(outlet ?? ''))
  if (named.length > 0) return distinct(named)
  const signed = cleaned.edges.filter(isByline).flatMap(namesIn)
  if (signed.length > 0) return distinct(signed)
  const told = signatures(cleaned)
  if (told.length > 0) return distinct(told)
  return distinct(cleaned.bios.flatMap(bioNames).filter(name => !editors.has(name)))
}

/** "(Reporting by Ana Silva in Lisbon; Editing by Joon Park)" under an agency's text */
const REPORTING = /^[([]?(?:reporting|report|story|written)\sby\s/i
/** "【ジャカルタ=佐藤健】" and "(서울=예시통신) 김민수 기자 =" open a text; "（コロール＝佐藤健）" and "【佐藤健】" close it. */
const OPENS =
  /^(?:【[^】=＝]{1,12}[=＝]([^】]{2,12})】|\([^)=]{1,12}=[^)]{2,16}\)\s?([가-힣·\s]{2,20})\s?(?:기자|특파원)\s?=)/
const CLOSES =
  /[（(【](?:[^（(【）)】=＝]{1,12}[=＝])?([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,8})[）)】]$/u

/** Names that the text itself carries, as agencies and papers in Japanese and Korean sign. */
function signatures({ paragraphs, removed }: Cleaned): string[] {
  const reporting = removed.slice(-30).filter(({ text }) => REPORTING.test(text) && text.length < 300)
  const names = reporting.flatMap(({ text }) => namesIn(text.replace(REPORTING, 'By ').replace(/[)\]]$/, '')))
  if (names.length > 0) return names
  const opening = OPENS.exec((paragraphs[0] ?? '').slice(0, 60))
  const closing = CLOSES.exec((paragraphs.at(-1) ?? '').slice(-30))
  return [opening?.[1] ?? opening?.[2] ?? closing?.[1] ?? ''].flatMap(namesIn)
}

function publishedOf(
  page: Page,
  cleaned: Cleaned,
  url: string | null,
  outlet: string | null,
  text: string,
): Interval | null {
  const hints: DateHint[] = [...page.dates]
  const atUrl = url === null ? null : urlDate(url)
  if (atUrl !== null)
    hints.push({
      interval: atUrl,
      weight: atUrl.precision === 'day' ? DATE_WEIGHT.url : DATE_WEIGHT.updated - 1,
    })
  for (const line of cleaned.edges) {
    const hint = dateInEdge(line, writesDayFirst(outlet))
    if (hint !== null) hints.push(hint)
  }
  const written = datelineDate(text)
  if (written !== null) hints.push({ interval: written, weight: DATE_WEIGHT.copyright + 1 })
  let best: DateHint | null = null
  for (const hint of hints) if (best === null || hint.weight > best.weight) best = hint
  if (best !== null && best.weight <= DATE_WEIGHT.copyright) {
    const { interval } = best
    const lines = [text, ...page.removed.map(({ text: line }) => line)]
    return lines.flatMap(line => datelineDay(line, interval) ?? [])[0] ?? interval
  }
  return best?.interval ?? null
}

/** "LISBON, March 3, 2024 (Example Post) - ", "LISBON (Example Post), 3 March 2024 - ", "LISBON — 3 March 2024 — ". */
function datelineDate(text: string): Interval | null {
  const line =
    /^\p{Lu}[\p{L}\s.'/-]{2,40}(?:\s?\([^)]{2,40}\))?\s?[,–—-]\s?((?:\p{L}{3,9}\.?\s\d{1,2},|\d{1,2}\s\p{L}{3,9})\s\d{4})\s?(?:\([^)]{2,40}\)\s?)?[-–—:]/u.exec(
      text.slice(0, 140),
    )
  const day = line?.[1] === undefined ? null : findDate(line[1])
  return day?.interval.precision === 'day' ? day.interval : null
}

/** "LISBON, March 3 (Example Post) - " says the day and leaves the year to the copyright line. */
function datelineDay(text: string, year: Interval): Interval | null {
  const line =
    /^\p{Lu}[\p{L}\s.'/-]{2,40},\s(\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9})\.?\s?(?:\(|[-–—:])/u.exec(
      text.slice(0, 120),
    )
  const day = line?.[1] === undefined ? null : findDate(`${line[1]} ${year.start?.slice(0, 4) ?? ''}`)
  return day?.interval.precision === 'day' ? day.interval : null
}

/** A line of furniture that dates the page: a print edition's, a label's, at last a copyright's year. */
function dateInEdge(line: string, dayFirst: boolean | null): DateHint | null {
  const found = findDate(line, dayFirst)
  if (found !== null && found.interval.precision === 'day') {
    if (isDateLine(line))
      return {
        interval: found.interval,
        weight: /\bupdated\b/i.test(line) ? DATE_WEIGHT.updated : DATE_WEIGHT.visible,
      }
    if (/\bprint|\bpublished|\bappeared|\bposted|\bissued/i.test(line))
      return { interval: found.interval, weight: DATE_WEIGHT.print }
    if (/\b(?:updated|corrected|modified)\b/i.test(line))
      return { interval: found.interval, weight: DATE_WEIGHT.updated }
  }
  const year = copyrightYear(line)
  return year === null ? null : { interval: yearInterval(year), weight: DATE_WEIGHT.copyright }
}
