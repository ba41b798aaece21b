import { isByline, isDateLine } from '../furniture/marks.ts'
import { bioNames, distinct, namesIn, opensByline, personName, signedNamesIn } from '../meta/authors.ts'
import { isMenuItem } from '../text/menus.ts'
import type { Page } from '../types.ts'
import { type Frame, headOf } from './headline.ts'
import type { Line, Mark, PageLines } from './lines.ts'

/** Lines behind the last paragraph among which an author signs or is presented. */
const AFTER = 6

/** The authors as the page shows them; asked only where its own data name nobody. */
export function takeByline(page: Page, seen: PageLines, frame: Frame): void {
  const stated = distinct(page.authors.flatMap(signedNamesIn))
  const shown = shownAuthors(seen, frame, page, stated.length > 0)
  if (shown.length === 0) return
  const more = shown.length > stated.length && stated.every(name => shown.includes(name))
  if (stated.length === 0 || more || !sameScript(stated, page.title)) page.authors = shown
}

/** "耿玉新" signs an English page whose byline has the name in Latin letters. */
function sameScript(names: readonly string[], title: string | null): boolean {
  const latin = /^[\p{Script=Latin}\p{P}\s]+$/u
  if (names.every(name => /^[가-힣]{2}$/.test(name))) return false
  return title === null || !/[A-Za-z]{3}/.test(title) || names.some(name => latin.test(name))
}

/** `stated`: the page's own data name somebody, so that only what stands by the headline is looked at. */
function shownAuthors(seen: PageLines, frame: Frame, page: Page, stated: boolean): string[] {
  const [from, to] = headOf(frame)
  const authors = seen.marks.filter(mark => mark.kind === 'author' && mark.text !== '')
  const inHead = authors.filter(({ line, away }) => !away && line >= from && line <= to)
  const named = (names: string[]) => distinct(names).filter(name => !isOutlet(name, page))
  const strong = named(namesOf(inHead.filter(mark => mark.strong)))
  const marked = named(namesOf(inHead))
  const signed = named(linesSigned(seen.lines, from, to + 1))
  const first = [strong, marked, signed].find(names => names.length > 0)
  // A link names one of two authors, the line around it both.
  if (first !== undefined)
    return (
      [signed, marked].find(
        names => names.length > first.length && first.every(name => names.includes(name)),
      ) ?? first
    )
  if (stated) return []
  const behind = authors.filter(({ line }) => line >= frame.end && line <= frame.end + AFTER)
  const within = authors.filter(({ line, away, strong }) => strong && !away && line > to && line < frame.end)
  const ways: (() => string[])[] = [
    () => besideDate(seen.lines, from, to),
    () => namesOf(behind.filter(({ away }) => !away)),
    () => linesSigned(seen.lines, frame.end, frame.end + AFTER),
    () => namesOf(within),
    () => presented(seen.lines, frame),
    () => nameAlone(seen.lines, frame),
  ]
  for (const way of ways) {
    const names = named(way())
    if (names.length > 0) return names
  }
  return []
}

function isOutlet(name: string, page: Page): boolean {
  const lower = name.toLowerCase()
  return page.outlets.some(outlet => outlet.name.toLowerCase() === lower)
}

/** Names of all elements that say they hold an author; what stands in another of them counts once. */
function namesOf(marks: readonly Mark[]): string[] {
  return marks.flatMap(({ text }) => {
    const parts = text.split(' | ')
    const names = signedNamesIn(text)
    // "Ana | Silva": the two names in elements of their own.
    return names.length > 0 || parts.length !== 2 ? names : signedNamesIn(parts.join(' '))
  })
}

/** Lines that are bylines by their words: "By Ana Silva", "글 김민수 기자", "Ana Silva, Staff Writer". */
function linesSigned(lines: readonly Line[], from: number, to: number): string[] {
  const names: string[] = []
  for (const { text, away } of lines.slice(from, to)) {
    if (away || text.length > 160 || !(isByline(text) || opensByline(text))) continue
    names.push(...namesIn(text))
  }
  return names
}

/** "Ana Silva" alone over or under the date, or in one line with it. */
function besideDate(lines: readonly Line[], from: number, to: number): string[] {
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line === undefined || line.away || line.level === 1 || line.text.length > 100) continue
    const near = [lines[i - 1], lines[i + 1]].some(other => other !== undefined && isDateLine(other.text))
    if (!near && !isDateLine(line.text)) continue
    const names = namesIn(line.text).filter(name =>
      /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name),
    )
    if (names.length > 0 && names.every(name => !isMenuItem(name))) return names
  }
  return []
}

/** "(Ana Silva is a former trade negotiator.)" behind the last word. */
function presented(lines: readonly Line[], frame: Frame): string[] {
  return lines
    .slice(Math.max(frame.start + 1, frame.end - 2), frame.end + AFTER)
    .flatMap(({ text }) => bioNames(text))
}

/** A name alone right behind the last paragraph. */
function nameAlone(lines: readonly Line[], frame: Frame): string[] {
  const line = lines[frame.end + 1]
  if (frame.end < frame.start || line === undefined || line.away || line.footer || line.level > 0) return []
  const name = line.text.length < 40 ? personName(line.text) : null
  return name?.includes(' ') && !isMenuItem(line.text) ? [name] : []
}
