import { type GivenNames, loadGivenNames } from '../../knowledge/names.ts'
import { ESSAY_BY, isByline, isDateLine } from '../furniture/marks.ts'
import { isSentence, key } from '../furniture/prose.ts'
import {
  bioNames,
  distinct,
  isBylineLabel,
  isUncredited,
  namesIn,
  opensByline,
  personName,
  signedNamesIn,
} from '../meta/authors.ts'
import { withoutDates } from '../meta/dates.ts'
import { hostOf, namesHost } from '../meta/host.ts'
import { WEIGHT } from '../meta/outlet.ts'
import { isMenuItem } from '../text/menus.ts'
import type { Page } from '../types.ts'
import { type Frame, headOf } from './headline.ts'
import type { Line, Mark, PageLines } from './lines.ts'

/** Lines behind the last paragraph among which an author signs or is presented. */
const AFTER = 6

/** The authors as the page shows them; asked only where its own data name nobody. */
export function takeByline(page: Page, seen: PageLines, frame: Frame): void {
  const sites = new Set(
    seen.marks.filter(({ kind }) => kind === 'site').map(({ text }) => text.toLowerCase()),
  )
  for (const { name, weight } of page.outlets) if (weight >= WEIGHT.titleTail) sites.add(name.toLowerCase())
  const stated = distinct(page.authors.flatMap(signedNamesIn)).filter(name => !sites.has(name.toLowerCase()))
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
  // `<nav class="byline">`: right under the headline it may be called what it will.
  const under = authors.filter(({ line, away }) => away && line > frame.at && line <= to)
  const named = (names: string[]) => distinct(names).filter(name => !isOutlet(name, page, seen))
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
  const within = authors.filter(({ line, away }) => !away && line > to && line < frame.end)
  const ways: (() => string[])[] = [
    () => namesOf(under.filter(({ strong }) => strong)),
    () => namesOf(under),
    () => linesSigned(seen.lines, frame.at + 1, to, true),
    () => besideDate(seen.lines, from, to),
    () => afterBy(seen.lines, frame.at + 1, to),
    () => aloneInHead(seen.lines, frame),
    () => namesOf(behind.filter(({ away }) => !away)),
    () => linesSigned(seen.lines, frame.end, frame.end + AFTER),
    () => namesOf(within.filter(({ strong }) => strong)),
    () => namesOf(within).slice(0, 1),
    () => presented(seen.lines, frame),
    () => nameAlone(seen.lines, frame),
    () => underTitle(seen.lines, frame),
  ]
  for (const way of ways) {
    const names = named(way())
    if (names.length > 0) return names
  }
  return []
}

/** "Danube Watch" beside the date is the site, and no person. */
function isOutlet(author: string, page: Page, seen: PageLines): boolean {
  const lower = author.toLowerCase()
  const host = hostOf(page.url)
  if (page.outlets.some(({ name, weight }) => weight > WEIGHT.titleTail && name.toLowerCase() === lower))
    return true
  if (host === null || !namesHost(author, host)) return false
  return seen.marks.some(({ kind, text }) => kind === 'site' && text.toLowerCase() === lower)
}

/** Names of the elements that say they hold an author, as far as they stand together. */
function namesOf(marks: readonly Mark[]): string[] {
  const names: string[] = []
  let last = -1
  let told = ''
  for (const { text, line } of marks) {
    if (last >= 0 && line > last + 2) break
    // The element around it has said this already, with the words beside the name.
    if (told.includes(text)) continue
    const parts = text.split(' | ')
    const found = signedNamesIn(text)
    // "Ana | Silva": the two names in elements of their own.
    const own = found.length > 0 || parts.length !== 2 ? found : signedNamesIn(parts.join(' '))
    if (own.length === 0) continue
    last = line
    told += `${text}\n`
    names.push(...own)
  }
  // "Oleh Ana Silva" around "Ana Silva"
  return names.filter(name => !names.some(other => name !== other && name.endsWith(` ${other}`)))
}

/** Lines that are bylines by their words: "By Ana Silva", "글 김민수 기자", "Ana Silva, Staff Writer". */
function linesSigned(lines: readonly Line[], from: number, to: number, away = false): string[] {
  const names: string[] = []
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line === undefined || (line.away && !away) || line.text.length > 160) continue
    const { text } = line
    // "Author" over "Ana Silva", in two cells of a table.
    if (isBylineLabel(text)) names.push(...signedNamesIn(lines[i + 1]?.text ?? ''))
    else if (isByline(text) || opensByline(text)) names.push(...namesIn(text.replace(ESSAY_BY, 'By ')))
    // "posted 20 February 2013 in News by Ana Silva"
    else if (isDateLine(text)) names.push(...namesIn(/\s(by\s\p{Lu}.{3,60})$/u.exec(text)?.[1] ?? ''))
  }
  return names
}

/** "First printed in the spring issue by Ana Silva" */
function afterBy(lines: readonly Line[], from: number, to: number): string[] {
  for (const { text, away } of lines.slice(Math.max(0, from), to)) {
    if (away || text.length > 120 || isSentence(text)) continue
    const match = /^(.{0,80})\sby\s(\p{Lu}.{3,80})$/iu.exec(text)
    const names = match === null || isUncredited(`${match[1]} by `) ? [] : namesIn(`By ${match[2]}`)
    if (names.length > 0) return names
  }
  return []
}

/** "Ana Silva" alone over or under the date, or in one line with it. */
function besideDate(lines: readonly Line[], from: number, to: number): string[] {
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (line === undefined || line.away || line.level === 1 || line.text.length > 100) continue
    const near = [lines[i - 1], lines[i + 1]].some(other => other !== undefined && isDateLine(other.text))
    const further = [lines[i - 2], lines[i + 2]].some(other => other !== undefined && isDateLine(other.text))
    if (!near && !further && !isDateLine(line.text)) continue
    const names = namesIn(line.text).filter(name =>
      /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|^\p{Script=Han}{1,3}\s\p{Script=Han}{1,3}$/u.test(
        name,
      ),
    )
    const share = key(names.join('')).length / key(withoutAddresses(withoutDates(line.text))).length
    const known = near || isDateLine(line.text) || names.every(isKnownName)
    if (names.length > 0 && share > 0.4 && known && names.every(name => !isMenuItem(name))) return names
  }
  return []
}

/** "Ana Silva", "Opinion | Ana Silva", "Ana Silva @asilva" between headline and text, where a first or family name is known. */
function aloneInHead(lines: readonly Line[], frame: Frame): string[] {
  for (const [i, line] of lines.entries()) {
    if (i >= frame.start) break
    if (i < frame.at - 1 || i === frame.at || line.away || line.text.length > 70) continue
    const names = namesIn(line.text)
    const rest = withoutAddresses(line.text)
      .split(/\s?[|•·]\s?/)
      .filter(part => !isMenuItem(part))
      .join(' ')
    if (
      names.length > 0 &&
      key(names.join('')) === key(rest.replace(/(?<!\p{L})(?:and|by|und|et|y)(?!\p{L})/giu, ''))
    )
      if (names.every(isKnownName)) return names
  }
  return []
}

/** Words of places and topics that no person is called by. */
const NO_PERSON =
  /(?<!\p{L})(?:new|san|santa|saint|st|north|south|east|west|northern|southern|eastern|western|central|port|cape|lake|river|sea|city|islands?|gulf|bay|mount|united|republic|middle|union|war|trade|foreign|policy|affairs|security|border|energy|climate|los|las|el|la|le|les|rio|buenos|nova|novi|al|bad|den|der)(?!\p{L})/iu

/** A line of two or three capitalised words right under the headline, where nothing else tells the author. */
function underTitle(lines: readonly Line[], frame: Frame): string[] {
  if (frame.at < 0) return []
  for (const line of lines.slice(frame.at + 1, Math.min(frame.start, frame.at + 5))) {
    const name = line.away || line.text.length > 40 ? null : personName(line.text)
    if (name === null || !/^\p{Lu}\S*(?:\s\S+){1,2}$/u.test(line.text)) continue
    if (!isMenuItem(line.text) && !NO_PERSON.test(line.text)) return [name]
  }
  return []
}

/** Without mail addresses and handles: "Ana Silva @asilva ana@example.org". */
function withoutAddresses(text: string): string {
  return text.replace(/[\w.+-]{0,64}@[\w.-]{2,80}/g, '')
}

let given: GivenNames | null = null

function isKnownName(name: string): boolean {
  given ??= loadGivenNames()
  const known = given
  const words = name.split(/[\s-]/)
  if (words.length > 4) return false
  return known.isGiven(words[0] ?? '') || words.some(word => known.familyOf(word).length > 0)
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
  const name = line.text.length < 40 ? personName(line.text.replace(/^\(|\)$/g, '')) : null
  return name?.includes(' ') && !isMenuItem(line.text) ? [name] : []
}
