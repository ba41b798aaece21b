import { isProse, isSentence, key } from '../furniture/prose.ts'
import { namesHost } from '../meta/host.ts'
import type { Line, PageLines } from './lines.ts'

/** Where the article stands among the page's lines. */
export interface Frame {
  /** The headline, null where no line is one. */
  title: string | null
  /** Its line, -1 where it has none. */
  at: number
  /** First and last line of running text; `end` is before `start` where there is none. */
  start: number
  end: number
}

/** Lines before the text that may belong to it where no headline was found. */
const LONGEST_HEAD = 14
/** A headline has at least so many letters: "Cod" has none too many. */
const SHORTEST = 4

/** The headline as the page shows it: the heading that the page's own titles repeat, else its only `h1`. */
export function frameOf(page: PageLines, stated: readonly string[], host: string | null): Frame {
  const { lines } = page
  const heading = headingAmong(page, stated.map(key), host)
  const at = heading ?? statedLine(lines, stated, host)
  const start = proseFrom(lines, at + 1)
  let end = lines.length - 1
  while (end >= start && !isText(lines[end])) end--
  // The last paragraph may be short.
  while (isShortText(lines[end + 1])) end++
  const title = heading === null ? null : (lines[heading]?.text ?? null)
  return { title, at, start, end }
}

/** The lines around the headline and before the text, from first to last. */
export function headOf({ at, start }: Frame): [number, number] {
  return [at < 0 ? Math.max(0, start - LONGEST_HEAD) : Math.max(0, at - 6), start]
}

function isText(line: Line | undefined): boolean {
  return line !== undefined && !line.away && !line.footer && line.level === 0 && isProse(line.text)
}

function isShortText(line: Line | undefined): boolean {
  return line !== undefined && !line.away && !line.footer && line.level === 0 && isSentence(line.text)
}

/** The first paragraph: one that others follow, rather than a standfirst over byline and date. */
function proseFrom(lines: readonly Line[], from: number): number {
  let first = -1
  for (let i = from; i < lines.length; i++) {
    if (!isText(lines[i])) continue
    if (first < 0) first = i
    for (let k = i + 1; k <= i + 2; k++) if (isText(lines[k])) return i
    if (i > first + 12) break
  }
  return first < 0 ? Math.min(lines.length, from + 8) : first
}

function headingAmong(page: PageLines, stated: readonly string[], host: string | null): number | null {
  const titled = new Set(page.marks.filter(mark => mark.kind === 'title').map(mark => mark.line))
  let best: number | null = null
  let bestScore = 0
  let onlyH1: number | null = null
  let named: number | null = null
  let h1s = 0
  for (const [i, line] of page.lines.entries()) {
    if ((line.level === 0 || line.level > 4) && !titled.has(i)) continue
    if (line.text.length > 300) continue
    const letters = key(line.text)
    if (letters.length < SHORTEST && !/[\p{Script=Han}\p{Script=Hangul}]{3}/u.test(letters)) continue
    const site = host !== null && namesHost(line.text, host)
    if (line.level === 1 && !line.away && !site) {
      h1s++
      onlyH1 ??= i
    }
    const agreed = Math.max(0, ...stated.map(title => agreement(letters, title)))
    if (agreed === 0 || site) {
      if (!site && !line.away && (titled.has(i) || line.level === 1)) named ??= i
      continue
    }
    const score =
      agreed +
      (line.level === 1 ? 0.5 : line.level > 0 ? 0.3 : 0) +
      (titled.has(i) ? 0.2 : 0) -
      (line.away ? 1 : 0)
    if (score <= bestScore) continue
    best = i
    bestScore = score
  }
  if (best !== null) return best
  const heading = h1s === 1 ? onlyH1 : named
  return heading !== null && couldHead(page.lines[heading]?.text ?? '') ? heading : null
}

function couldHead(text: string): boolean {
  return /\S\s\S+\s\S/.test(text) || /[\p{Script=Han}\p{Script=Hangul}]{4}/u.test(text)
}

/** How far a heading and one of the page's titles say the same: 3 the same, 2 or less where one holds the other. */
function agreement(heading: string, title: string): number {
  if (title === '') return 0
  if (heading === title) return 3
  if (title.includes(heading)) return heading.length >= title.length * 0.35 ? 2 : 0
  if (heading.includes(title)) return title.length >= 12 ? 1.5 : 0
  // Titles in the head break off: "Two neighbours agree on the price of …"
  return heading.length > 20 && title.length > 20 && heading.slice(0, 20) === title.slice(0, 20) ? 1 : 0
}

/** A line that is no heading but says what the title says. */
function statedLine(lines: readonly Line[], stated: readonly string[], host: string | null): number {
  const keys = stated.map(key)
  return lines.findIndex(line => {
    if (line.away || line.text.length > 300 || line.text.length < 12) return false
    if (host !== null && namesHost(line.text, host)) return false
    const letters = key(line.text)
    return keys.some(title => agreement(letters, title) >= 2)
  })
}
